import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { openCsvFile } from './csv-file.js';
import { register, SCALES } from './register.js';

/** Part of the cache key of generated data: raise it whenever the bytes change. */
export const GENERATOR_VERSION = 2;

export const YEAR = '2012';

export const HEADINGS = {
  streets: ['年度', '区代码', '区名称', '街道代码', '街道名称', '维稳综治专项考核', '安全专项考核', '计生专项考核'],
  communities: [
    ...['年度', '街道代码', '街道名称', '社区代码', '社区名称', '安全文明社区', '无毒社区', '无邪社区'],
    ...['本年刑事发案', '上年刑事发案', '本年治安发案', '上年治安发案'],
  ],
  compounds: [
    ...['年度', '街道代码', '街道名称', '社区代码', '社区名称'],
    ...['小区编号', '小区名称', '小区类型', '创建等级'],
  ],
};

/**
 * Writes streets.csv, communities.csv and compounds.csv; the same arguments give the same bytes.
 * @param {{ scale: string, times: number, seed: number, out: string }} options
 */
export const generate = ({ scale, times, seed, out }) => {
  const streets = SCALES[scale];
  if (streets === undefined) throw new RangeError(`no scale ${scale}: ${Object.keys(SCALES).join(', ')}`);
  mkdirSync(out, { recursive: true });
  const file = (/** @type {keyof typeof HEADINGS} */ table) => openCsvFile(join(out, `${table}.csv`), HEADINGS[table]);
  const files = { streets: file('streets'), communities: file('communities'), compounds: file('compounds') };
  for (const street of register({ streets: streets * times, seed })) {
    files.streets.write([YEAR, street.districtCode, street.district, street.code], street.name, street.vetoes);
    for (const community of street.communities) {
      const above = [YEAR, street.code, street.name, community.code];
      files.communities.write(above, community.name, [...community.titles, ...community.cases]);
      for (const { code, name, kind, level } of community.compounds) {
        files.compounds.write([...above, community.name, code], name, [kind, level]);
      }
    }
  }
  return { streets: files.streets.close(), communities: files.communities.close(), compounds: files.compounds.close() };
};

const runFromShell = () => {
  const { values } = parseArgs({
    options: {
      scale: { type: 'string', default: 'district' },
      times: { type: 'string', default: '1' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string' },
    },
  });
  if (values.out === undefined) throw new TypeError('--out DIR is missing');
  const { scale, out } = values;
  const rows = generate({ scale, out, times: Number(values.times), seed: Number(values.seed) });
  console.log(JSON.stringify(rows));
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) runFromShell();
