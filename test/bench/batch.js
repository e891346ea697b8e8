import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openCsvFile } from './csv-file.js';
import { HEADINGS, YEAR } from './generate.js';
import { register } from './register.js';

const COMMUNITIES = 3;
const COMPOUNDS = 12;

/**
 * Writes so many small submissions, each a folder of three files with 16 records: a street, its first communities and
 * their first compounds. Streets with fewer are passed over.
 * @param {{ submissions: number, seed: number, out: string }} options
 */
export const generateBatch = ({ submissions, seed, out }) => {
  let made = 0;
  for (const street of register({ streets: 10 * submissions, seed })) {
    const communities = street.communities.slice(0, COMMUNITIES);
    const compounds = communities.flatMap((community) => community.compounds.map((each) => ({ community, ...each })));
    if (communities.length < COMMUNITIES || compounds.length < COMPOUNDS) continue;
    const folder = join(out, street.code);
    mkdirSync(folder, { recursive: true });
    const file = (/** @type {keyof typeof HEADINGS} */ table) =>
      openCsvFile(join(folder, `${table}.csv`), HEADINGS[table]);
    const files = { streets: file('streets'), communities: file('communities'), compounds: file('compounds') };
    files.streets.write([YEAR, street.districtCode, street.district, street.code], street.name, street.vetoes);
    for (const { code, name, titles, cases } of communities) {
      files.communities.write([YEAR, street.code, street.name, code], name, [...titles, ...cases]);
    }
    for (const { community, code, name, kind, level } of compounds.slice(0, COMPOUNDS)) {
      const above = [YEAR, street.code, street.name, community.code, community.name, code];
      files.compounds.write(above, name, [kind, level]);
    }
    for (const { close } of Object.values(files)) close();
    if (++made === submissions) return;
  }
  throw new RangeError(`${made} streets are large enough, ${submissions} were asked for`);
};
