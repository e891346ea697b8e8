import fc from 'fast-check';
import { workbook } from '../xlsx/workbook.ts';
import type { Files } from './report-of.ts';

/** A row of a table, with the street and the unit that it is about. `raw` is its text once it was damaged. */
export interface Line {
  readonly street: number;
  readonly community: string | null;
  readonly unit: string;
  /** Of the register of the year before, which names units of that year only. */
  readonly isOld: boolean;
  readonly cells: readonly string[];
  readonly raw?: string;
}

export interface Grid {
  readonly file: string;
  readonly table: 'streets' | 'communities' | 'compounds';
  readonly headings: readonly string[];
  readonly lines: readonly Line[];
}

export interface HandedIn {
  readonly streets: readonly { readonly code: string; readonly name: string }[];
  readonly grids: readonly Grid[];
}

const YEAR = '2012';
const serial = (at: number) => String(at + 1).padStart(3, '0');

/** How the units of a submission are named and what stands beside them. */
const layouts = fc.record({
  named: fc.constantFrom('codes', 'names', 'community only'),
  declared: fc.constantFrom('nothing', 'totals', 'totals and counts'),
  lastYear: fc.boolean(),
  yearIn: fc.constantFrom('all', 'streets and communities'),
  split: fc.boolean(),
  end: fc.constantFrom('level', 'evidence', 'name'),
});

const sizes = fc.array(fc.array(fc.integer({ min: 2, max: 5 }), { minLength: 1, maxLength: 3 }), {
  minLength: 1,
  maxLength: 3,
});

type Layout = typeof layouts extends fc.Arbitrary<infer T> ? T : never;

/** Columns with a heading and what each line says under it. */
type Columns = readonly (readonly [heading: string, text: (line: Line, at: number) => string])[];

const gridOf = (file: string, table: Grid['table'], columns: Columns, lines: readonly Line[]): Grid => ({
  ...{ file, table },
  headings: columns.map(([heading]) => heading),
  lines: lines.map((line, at) => ({ ...line, cells: columns.map(([, text]) => text(line, at)) })),
});

const build = (size: readonly (readonly number[])[], layout: Layout): HandedIn => {
  const withCodes = layout.named === 'codes';
  const streets = size.map((_, at) => ({ code: `990101${serial(at)}`, name: `${'春夏秋'[at]}山街道` }));
  const line = (street: number, community: string | null, unit: string): Line => ({
    ...{ street, community, unit, isOld: false, cells: [] },
  });
  const communityName = (street: number, at: number) => `${'春夏秋'[street]}${'甲乙丙'[at]}社区`;
  const communities = size.flatMap((own, s) => own.map((_, c) => line(s, communityName(s, c), communityName(s, c))));
  const compounds = size.flatMap((own, s) =>
    own.flatMap((count, c) =>
      Array.from({ length: count }, (_, u) => line(s, communityName(s, c), `${communityName(s, c)}${u + 1}号院`)),
    ),
  );
  const ofStreet = (lines: readonly Line[], street: number) => lines.filter((each) => each.street === street);
  const notModel = (street: number) => Math.floor(ofStreet(compounds, street).length / 5);
  const isModel = (unit: Line) => ofStreet(compounds, unit.street).indexOf(unit) >= notModel(unit.street);
  const model = (street: number) => ofStreet(compounds, street).filter(isModel).length;
  const count = (lines: readonly Line[]) => (each: Line) => String(ofStreet(lines, each.street).length);
  const codeOf = (lines: readonly Line[]) => (each: Line) =>
    `${streets[each.street]!.code}${serial(ofStreet(lines, each.street).findIndex(({ unit }) => unit === each.unit))}`;
  const communityCode = (each: Line) => codeOf(communities)(communities.find(({ unit }) => unit === each.community)!);

  const year = (of: string): Columns => [['年度', () => of]];
  const streetRef: Columns = [
    ...(withCodes ? [['街道代码', ({ street }: Line) => streets[street]!.code] as const] : []),
    ['街道名称', ({ street }) => streets[street]!.name],
  ];
  const streetColumns = (of: string): Columns => [
    ...year(of),
    ...streetRef,
    ...(['维稳综治专项考核', '安全专项考核', '计生专项考核'] as const).map(
      (heading) => [heading, () => '达标'] as const,
    ),
    ...(layout.declared === 'nothing'
      ? []
      : ([
          ['小区总数', count(compounds)],
          ['社区总数', count(communities)],
        ] as const)),
    ...(layout.declared === 'totals and counts'
      ? ([
          ['标兵小区数', ({ street }: Line) => String(model(street))],
          ...['安全文明社区数', '无毒社区数', '无邪社区数', '稳中有降社区数'].map(
            (heading) => [heading, count(communities)] as const,
          ),
        ] as const)
      : []),
  ];
  const communityColumns = (of: string): Columns => [
    ...year(of),
    ...streetRef,
    ...(withCodes ? [['社区代码', codeOf(communities)] as const] : []),
    ['社区名称', ({ unit }) => unit],
    ...['安全文明社区', '无毒社区', '无邪社区'].map((heading) => [heading, () => '是'] as const),
    ...['本年刑事发案', '上年刑事发案', '本年治安发案', '上年治安发案'].map((heading) => [heading, () => '3'] as const),
  ];
  const compoundColumns = (of: string): Columns => {
    const name = ['小区名称', ({ unit }: Line) => unit] as const;
    const level = ['创建等级', (unit: Line) => (isModel(unit) ? '标兵' : '先进')] as const;
    const evidence = ['佐证材料', (_: Line, at: number) => (at % 2 === 0 ? '' : `档案${at}`)] as const;
    return [
      ...(layout.yearIn === 'all' ? year(of) : []),
      ...(layout.named === 'community only' ? [] : streetRef),
      ...(withCodes ? ([['社区代码', communityCode]] as const) : []),
      ['社区名称', ({ community }) => community!],
      ...(layout.end === 'name'
        ? [level, evidence, name]
        : layout.end === 'level'
          ? [name, level]
          : [name, level, evidence]),
    ];
  };
  const subjectLines = streets.map(({ name }, at) => line(at, null, name));
  const inYear = (of: string): Grid[] => [
    gridOf('街道.csv', 'streets', streetColumns(of), subjectLines),
    gridOf('社区.csv', 'communities', communityColumns(of), communities),
    gridOf('小区.csv', 'compounds', compoundColumns(of), compounds),
  ];
  const both = layout.lastYear && layout.yearIn === 'all';
  const whole = inYear(YEAR).map((grid, at) =>
    both
      ? { ...grid, lines: [...inYear('2011')[at]!.lines.map((each) => ({ ...each, isOld: true })), ...grid.lines] }
      : grid,
  );
  const parts = (grid: Grid): Grid[] =>
    streets.map(({ name }, at) => ({ ...grid, file: `${name}${grid.file}`, lines: ofStreet(grid.lines, at) }));
  return { streets, grids: layout.split ? [whole[0]!, ...whole.slice(1).flatMap(parts)] : whole };
};

/** A submission in which every street passes: three tables, or those of communities and compounds a file a street. */
export const passing: fc.Arbitrary<HandedIn> = fc.tuple(sizes, layouts).map(([size, layout]) => build(size, layout));

export const textOf = ({ cells, raw }: Line): string => raw ?? cells.join(',');

const FORMATS = ['csv', 'xlsx', 'json'] as const;
type Format = (typeof FORMATS)[number];
export const formats: fc.Arbitrary<Format> = fc.constantFrom(...FORMATS);

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** In a workbook what was damaged stands in the first cell; in JSON it is no record but a text. */
const WRITERS: Readonly<Record<Format, (grid: Grid) => Buffer>> = {
  csv: ({ headings, lines }) =>
    Buffer.from([headings.map(quoted).join(','), ...lines.map(textOf)].map((text) => `${text}\n`).join('')),
  xlsx: ({ headings, lines }) => {
    const rows = lines.map(({ cells, raw }) => (raw === undefined ? cells : [raw]));
    return workbook({ name: '表', rows: [headings, ...rows].map((row) => row.map((cell) => cell || null)) });
  },
  json: ({ table, headings, lines }) => {
    const toRecord = ({ cells, raw }: Line) =>
      raw ?? Object.fromEntries(headings.map((heading, at) => [heading, cells[at]!]));
    return Buffer.from(JSON.stringify({ [table]: lines.map(toRecord) }, null, 1));
  },
};

export const toFiles = ({ grids }: HandedIn, format: Format): Files =>
  Object.fromEntries(grids.map((grid) => [grid.file.replace('csv', format), WRITERS[format](grid)]));
