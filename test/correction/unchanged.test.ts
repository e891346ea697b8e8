import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findingsOf } from '../laws/findings.ts';
import { type HandedIn, passing, toFiles } from '../laws/handed-in.ts';
import { lose, losses } from '../laws/lose.ts';
import type { Report } from '../laws/report-of.ts';
import { handedInAgain } from './corrections-of.ts';

const RED = 'FFC7CE';

/** What a cell may hold in place of what it should; the numbers choose where. */
const WRONG = [
  '优秀',
  '3起',
  '-3',
  '4.40308E+11',
  '９９',
  '#REF!',
  '=1+1',
  "'",
  '2012年底',
  '标兵,先进',
  '两\n行',
  '_x0041_',
  '   ',
];
const spoiled = (given: HandedIn, draws: readonly (readonly [number, number, number, number])[]): HandedIn => ({
  ...given,
  grids: given.grids.map((grid, nth) => ({
    ...grid,
    lines: grid.lines.map((line, row) => ({
      ...line,
      cells: line.cells.map((cell, column) => {
        const draw = draws.find(
          ([g, r, c]) =>
            g % given.grids.length === nth && r % grid.lines.length === row && c % line.cells.length === column,
        );
        return draw === undefined ? cell : WRONG[draw[3] % WRONG.length]!;
      }),
    })),
  })),
});

const draws = fc.array(fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99), fc.nat(99)), { maxLength: 3 });

/** Sheet and cell of each error, as links say them; a row without its key, or whose cells have shifted, is wrong in all of them. */
const isWrongIn = ({ diagnostics }: Report) => {
  const errors = diagnostics.filter(({ severity, place }) => severity === 'error' && place?.cell !== undefined);
  const cellOf = ({ place }: (typeof errors)[number]) => `${place!.path.replace(/^.*#/, '')}!${place!.cell}`;
  const rowOf = (cell: string) => cell.replace(/![A-Z]+/, '!');
  const cells = new Set(errors.map(cellOf));
  const rows = new Set(
    errors.filter(({ code }) => /^(?:xlsx\.error-value|csv\.|table\.)/.test(code)).map((error) => rowOf(cellOf(error))),
  );
  return (cell: string): boolean => cells.has(cell) || rows.has(rowOf(cell));
};

/** How many submissions are tried; more by hand. */
const RUNS = Number(process.env.LOSSES ?? 150);

test('a correction copy that nobody corrected is refused for the same cells, and says the same where nothing is wrong', {
  timeout: 600_000,
}, async () => {
  const property = fc.asyncProperty(
    passing,
    fc.option(losses, { nil: [] }),
    draws,
    fc.constantFrom('csv' as const, 'xlsx' as const),
    async (given, lost, wrong, format) => {
      await handedInAgain(toFiles(spoiled(lose(given, lost), wrong), format), (original, { sheets, above }, again) => {
        // What is not in the copy is told, and corrected in the file itself.
        fc.pre(!above.some((line) => line.includes('没有抄入')));
        const errors = original.diagnostics.filter(({ severity }) => severity === 'error');
        if (errors.length === 0) {
          expect(findingsOf(again)).toEqual(findingsOf(original));
          return;
        }
        expect(again.verdict).toBeNull();
        const tables = sheets.slice(1);
        const isWrong = isWrongIn(again);
        const red = tables.flatMap(({ name, cells }) =>
          [...cells].flatMap(([ref, { fill }]) => (fill === RED ? [`${name}!${ref}`] : [])),
        );
        expect(red.filter((cell) => !isWrong(cell))).toEqual([]);
      });
    },
  );
  await fc.assert(property, { numRuns: RUNS });
});
