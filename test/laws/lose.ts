import fc from 'fast-check';
import { type Grid, type HandedIn, type Line, textOf } from './handed-in.ts';

/** One thing that gets lost or damaged; the numbers choose where. */
export interface Loss {
  readonly kind: keyof typeof LOSSES;
  readonly grid: number;
  readonly line: number;
  readonly cell: number;
  readonly more: number;
}

type Where = Omit<Loss, 'kind'>;

const at = <T>(list: readonly T[], draw: number): number => (list.length === 0 ? -1 : draw % list.length);

const inGrid = (given: HandedIn, { grid }: Where, change: (grid: Grid) => Grid | null): HandedIn => {
  const chosen = at(given.grids, grid);
  return { ...given, grids: given.grids.flatMap((each, nth) => (nth === chosen ? (change(each) ?? []) : each)) };
};

const inLines = (given: HandedIn, where: Where, change: (lines: readonly Line[], grid: Grid) => readonly Line[]) =>
  inGrid(given, where, (grid) => ({ ...grid, lines: change(grid.lines, grid) }));

const inLine = (given: HandedIn, where: Where, change: (line: Line, grid: Grid) => Line) =>
  inLines(given, where, (lines, grid) =>
    lines.map((line, nth) => (nth === at(lines, where.line) ? change(line, grid) : line)),
  );

const withCell = (line: Line, cell: number, text: string): Line => ({
  ...line,
  cells: line.cells.map((each, nth) => (nth === cell ? text : each)),
});

/** The year is the first column of the tables that have one. */
const withYear = (line: Line, grid: Grid, year: string): Line =>
  grid.headings[0] === '年度' && line.raw === undefined ? withCell(line, 0, year) : line;

const YEARS = ['2011', '2013', '2021', '2010', '2102', ''];
const yearOf = ({ more }: Where): string => YEARS[more % YEARS.length]!;

const insert = (text: string, where: number, what: string): string => {
  const position = where % (text.length + 1);
  return text.slice(0, position) + what + text.slice(position);
};

const damage = (change: (line: Line, where: Where, grid: Grid) => string) => (given: HandedIn, where: Where) =>
  inLine(given, where, (line, grid) => ({ ...line, raw: change(line, where, grid) }));

const LOSSES = {
  row: (given: HandedIn, where: Where) =>
    inLines(given, where, (lines) => lines.filter((_, nth) => nth !== at(lines, where.line))),
  rows: (given: HandedIn, where: Where) =>
    inLines(given, where, (lines) => {
      const from = at(lines, where.line);
      return lines.filter((_, nth) => nth < from || nth > from + (where.more % 8));
    }),
  'row blank': (given: HandedIn, where: Where) =>
    inLine(given, where, (line) => ({ ...line, cells: line.cells.map(() => '') })),
  cell: (given: HandedIn, where: Where) =>
    inLine(given, where, (line) =>
      withCell(line, at(line.cells, where.cell), ['', ' ', '-', '未报', '/'][where.more % 5]!),
    ),
  file: (given: HandedIn, where: Where) => inGrid(given, where, () => null),
  'table blank': (given: HandedIn, where: Where) => inLines(given, where, () => []),
  'table of blank rows': (given: HandedIn, where: Where) =>
    inLines(given, where, (lines) => lines.map((line) => ({ ...line, cells: line.cells.map(() => '') }))),
  column: (given: HandedIn, where: Where) =>
    inGrid(given, where, (grid) => {
      const cell = at(grid.headings, where.cell);
      const keep = (_: unknown, nth: number) => nth !== cell;
      return {
        ...grid,
        headings: grid.headings.filter(keep),
        lines: grid.lines.map((line) => ({ ...line, cells: line.cells.filter(keep) })),
      };
    }),
  'column blank': (given: HandedIn, where: Where) =>
    inLines(given, where, (lines, grid) => lines.map((line) => withCell(line, at(grid.headings, where.cell), ''))),
  'one year': (given: HandedIn, where: Where) =>
    inLine(given, where, (line, grid) => withYear(line, grid, yearOf(where))),
  'years of a street': (given: HandedIn, where: Where) => {
    const street = at(given.streets, where.line);
    const change = (grid: Grid): Grid => ({
      ...grid,
      lines: grid.lines.map((line) => (line.street === street ? withYear(line, grid, yearOf(where)) : line)),
    });
    return { ...given, grids: given.grids.map(change) };
  },
  'years of a street in a table': (given: HandedIn, where: Where) =>
    inLines(given, where, (lines, grid) =>
      lines.map((line) => (line.street === at(given.streets, where.line) ? withYear(line, grid, yearOf(where)) : line)),
    ),
  'a comma more': damage((line, { cell }) => insert(textOf(line), cell, ',')),
  'a quote more': damage((line, { cell }) => insert(textOf(line), cell, '"')),
  'a quote over rows': (given: HandedIn, where: Where) =>
    inLines(given, where, (lines) => {
      const from = at(lines, where.line);
      const to = Math.min(lines.length - 1, from + 1 + (where.more % 4));
      const quoted = (line: Line, change: (cell: string) => string): Line => {
        const cells = textOf(line).split(',');
        return {
          ...line,
          raw: cells.map((cell, nth) => (nth === at(cells, where.cell) ? change(cell) : cell)).join(','),
        };
      };
      if (from < 0 || from >= to) return lines;
      return lines.map((line, nth) =>
        nth === from ? quoted(line, (cell) => `"${cell}`) : nth === to ? quoted(line, (cell) => `${cell}"`) : line,
      );
    }),
  'a quote in front': damage((line) => `"${textOf(line)}`),
  'all in quotes': damage((line) => `"${textOf(line)}"`),
  'commas of full width': damage((line) => textOf(line).replaceAll(',', '，')),
  'another delimiter': damage((line, { more }) => textOf(line).replaceAll(',', [';', '\t', '、', '|'][more % 4]!)),
  'the name alone': damage(({ unit }, { more }, { headings }) =>
    more % 2 === 0 ? unit : headings.map((_, nth) => (nth === more % headings.length ? unit : '')).join(','),
  ),
  'a cell alone': damage(({ cells }, { cell }) => cells[at(cells, cell)] ?? ''),
  'torn off': damage((line, { cell }) => textOf(line).slice(0, cell % (textOf(line).length + 1))),
  'torn in two': damage((line, { cell }) => insert(textOf(line), cell, '\n')),
  'a form line in front': damage(
    (line, { more }) => `${['填表人：', '备注：', '注', '合计'][more % 4]!}${textOf(line)}`,
  ),
} satisfies Readonly<Record<string, (given: HandedIn, where: Where) => HandedIn>>;

const KINDS = Object.keys(LOSSES) as (keyof typeof LOSSES)[];

export const losses: fc.Arbitrary<readonly Loss[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...KINDS),
    ...{ grid: fc.nat(99), line: fc.nat(99), cell: fc.nat(99), more: fc.nat(99) },
  }),
  { minLength: 1, maxLength: 3 },
);

export const lose = (given: HandedIn, all: readonly Loss[]): HandedIn =>
  all.reduce((left, { kind, ...where }) => LOSSES[kind](left, where), given);
