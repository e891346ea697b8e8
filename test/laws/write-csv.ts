import fc from 'fast-check';
import type { RecordSchema } from '../../src/model/ruleset.ts';
import { ENCODINGS, encode } from './encode.ts';
import type { Row } from './submission.ts';

/** A way to write a table, as offices differ in it. */
export interface CsvDialect {
  readonly encoding: (typeof ENCODINGS)[number];
  readonly delimiter: ',' | ';' | '\t';
  readonly breaks: readonly ('\n' | '\r\n' | '\r')[];
  readonly finalBreak: boolean;
  readonly quoteAll: boolean;
  readonly separatorLine: boolean;
  readonly above: readonly string[];
  readonly below: readonly string[];
  readonly codeMarker: 'none' | 'formula' | 'apostrophe';
  readonly year: string;
  /** Decides the order of the columns, the headings, cells of no field and blank cells at the end. */
  readonly seed: readonly number[];
}

export const dialects: fc.Arbitrary<CsvDialect> = fc.record({
  encoding: fc.constantFrom(...ENCODINGS),
  delimiter: fc.constantFrom(',', ';', '\t'),
  breaks: fc.constantFrom(['\n'], ['\r\n'], ['\n', '\r\n'], ['\r']),
  finalBreak: fc.boolean(),
  quoteAll: fc.boolean(),
  separatorLine: fc.boolean(),
  above: fc.subarray(['2012年度考核台账', '填报单位：某某“办公室”', '', '填表日期："2012年"\n第二行'], {
    minLength: 0,
  }),
  below: fc.subarray(['', '填表人：张三', '审核人：李四'], { minLength: 0 }),
  codeMarker: fc.constantFrom('none', 'none', 'formula', 'apostrophe'),
  year: fc.constantFrom('2012', '2012年', '２０１２', '2012年度'),
  seed: fc.array(fc.nat(9999), { minLength: 40, maxLength: 40 }),
});

export const PLAIN: CsvDialect = {
  ...{ encoding: 'utf-8', delimiter: ',', breaks: ['\n'], finalBreak: true, quoteAll: false, separatorLine: false },
  ...{ above: [], below: [], codeMarker: 'none', year: '2012', seed: Array.from({ length: 40 }, () => 0) },
};

/** Canonical headings that every table knows say nothing about which table it is. */
const COMMON = new Set(['code', 'name']);
/** A code as spreadsheets force it to be text, written without further quotes. */
const FORMULA = /^="\w+"$/;
const EXTRA = '联系"电话"\n及备用';

const marked = (code: string, marker: CsvDialect['codeMarker']): string =>
  marker === 'formula' ? `="${code}"` : marker === 'apostrophe' ? `'${code}` : code;

export const writeCsv = (rows: readonly Row[], schema: RecordSchema, dialect: CsvDialect): Buffer => {
  const { delimiter, breaks, seed, quoteAll } = dialect;
  const pick = (at: number) => seed[at % seed.length]!;
  const names = schema.fields.map(({ name }) => name).filter((name) => rows.some((row) => name in row));
  const columns = [...names, ...(pick(0) % 2 === 1 ? [''] : [])]
    .map((name, at) => ({ name, rank: pick(at + 1) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ name }) => name);
  const headingOf = (name: string, at: number): string => {
    if (name === '') return EXTRA;
    const { headings, kind } = schema.fields.find((field) => field.name === name)!;
    const usable = COMMON.has(name) ? headings.slice(1) : headings;
    const heading = usable[pick(at + 7) % usable.length]!;
    const style = pick(at + 13) % 4;
    if (style === 1 && kind === 'count') return `${heading}（起）`;
    return style === 2 ? `${heading.slice(0, 2)}\n${heading.slice(2)}` : heading;
  };
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const cell = (text: string) =>
    quoteAll || (/["\r\n]/.test(text) && !FORMULA.test(text)) || text.includes(delimiter) ? quote(text) : text;
  const textOf = (row: Row, name: string, at: number): string => {
    if (name === '') return pick(at) % 3 === 0 ? '' : `t,"${pick(at)}"\n;`;
    const text = row[name] ?? '';
    if (name === 'year' && text === '2012') return dialect.year;
    return name === 'code' ? marked(text, dialect.codeMarker) : text;
  };
  const lines = [
    ...(dialect.separatorLine ? [`sep=${delimiter}`] : []),
    ...dialect.above.map((text) => cell(text) + delimiter.repeat(columns.length - 1)),
    columns.map((name, at) => cell(headingOf(name, at))).join(delimiter),
    ...rows.map((row, at) => {
      const cells = columns.map((name, column) => cell(textOf(row, name, at + column)));
      return cells.join(delimiter) + delimiter.repeat(pick(at + 20) % 5 === 0 ? 2 : 0);
    }),
    ...dialect.below.map((text) => cell(text) + delimiter.repeat(columns.length - 1)),
  ];
  const text = lines.map((line, at) => line + breaks[at % breaks.length]).join('');
  return encode(dialect.finalBreak ? text : text.replace(/\r?\n$|\r$/, ''), dialect.encoding);
};
