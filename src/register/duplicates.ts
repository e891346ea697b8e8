import { Diagnostics } from '../diagnostics/diagnostics.ts';
import type { OpenTable } from '../intake/open-table.ts';
import { lastWhere } from '../model/last-where.ts';
import { TABLES, type TableName } from '../model/ruleset.ts';
import { alikeCode } from './alike-code.ts';
import { type Columns, toColumns } from './columns.ts';
import { LEFT_OUT } from './communities.ts';
import { codePrint, fingerprint, repeatedIn, sortedPrints } from './fingerprints.ts';
import { foldWidth } from './fold-name.ts';
import { textOf } from './normalize-cell.ts';
import { NOTHING, Occurrences } from './occurrences.ts';
import { parentNames } from './parent-names.ts';
import { parentFinder } from './parents.ts';
import { type Entry, readTable } from './read-table.ts';
import type { Pass } from './reading.ts';
import { reportRepeated } from './report-repeated.ts';
import { unitNamePrint } from './units.ts';
import { recordFinder } from './witnesses.ts';

/** Fingerprints that occur more than once, and so may be one unit. */
interface Suspects {
  readonly codes: Float64Array;
  /** Of units without a code; where others of the year have one, all of them, as these may be the same. */
  readonly names: Float64Array;
  /** What codes of another spelling were meant to be. */
  readonly alike: Float64Array;
}

/** Whether a print is among sorted ones. */
const has = (sorted: Float64Array, print: number): boolean =>
  sorted[lastWhere(sorted.length, (at) => sorted[at]! <= print)] === print;

/** Rows of tables without a year column are of the year judged. */
const suspectsByYear = ({ prints, years }: Pass, table: TableName): Map<number | null, Suspects> => {
  const all = [...prints.years(table)].map(([year, units]) => ({ year: year ?? years.current, ...units }));
  return new Map(
    [...new Set(all.map(({ year }) => year))].map((year) => {
      const ofYear = all.filter((units) => units.year === year);
      const named = ofYear.map((units) => units.named);
      const isMixed = ofYear.some(({ coded }) => coded.size > 0);
      const names = isMixed ? sortedPrints(named) : repeatedIn(named);
      const alike = sortedPrints(ofYear.map((units) => units.alike));
      return [year, { codes: repeatedIn(ofYear.map(({ coded }) => coded)), names, alike }];
    }),
  );
};

/** By what a unit without a code is known: its parent and its name. */
const nameKeyOf = (table: OpenTable, columns: Columns, base: number, pass: Pass) => {
  const { table: name } = table;
  if (name === 'streets') {
    return { of: ({ name: street }: Entry) => ({ parent: '', folded: pass.fold(street!) }), pass: () => {} };
  }
  const quiet = new Diagnostics();
  const { streets, communities, fold, leftOut, index, refused, misses } = pass;
  const hasCommunities = name === 'compounds' && pass.hasTable('communities');
  const known = { streets, communities, fold, leftOut, index, refused, misses, ofYear: quiet };
  const parents = parentFinder(table, parentNames(columns), base, hasCommunities, known);
  const of = (entry: Entry) => {
    const parent = parents.of(entry);
    if (entry.name === null || parent === undefined || parent.street === LEFT_OUT) return undefined;
    const unit = entry.name;
    return { parent: `${parent.street} ${parent.key}`, folded: name === 'compounds' ? foldWidth(unit) : fold(unit) };
  };
  return { of, pass: parents.pass };
};

/** A unit given more than once is an error that shows all its places; equal fingerprints are confirmed by a second look. */
export const findRepeated = async (
  bases: ReadonlyMap<OpenTable, number>,
  pass: Pass,
  options: { readonly signal: AbortSignal | undefined },
  diagnostics: Diagnostics,
): Promise<void> => {
  const { current } = pass.years;
  const find = recordFinder(pass.index, pass.ruleset);
  for (const name of TABLES) {
    const suspects = suspectsByYear(pass, name);
    if ([...suspects.values()].every(({ codes, names, alike }) => codes.length + names.length + alike.length === 0))
      continue;
    const looksAtNames = (suspects.get(current)?.names.length ?? 0) > 0;
    const byCode = new Occurrences();
    const byName = new Occurrences();
    const byAlike = new Occurrences();
    for (const [table, base] of bases) {
      if (table.table !== name) continue;
      const columns = toColumns(table, pass.ruleset);
      const nameKey = nameKeyOf(table, columns, base, pass);
      const { district } = columns.key;
      const look = (entry: Entry) => {
        const { code, name: unit, cells } = entry;
        const year = entry.year ?? current;
        const { codes, names, alike } = suspects.get(year)!;
        const occurrence = () => ({
          row: base + entry.row,
          hasCode: code !== null,
          name: unit === null ? NOTHING : fingerprint(pass.fold(unit)),
          district: fingerprint(foldWidth((district && textOf(district.read(cells[district.cell]!))) ?? '')),
        });
        if (code !== null && has(codes, codePrint(code))) byCode.add(`${year} ${code}`, occurrence());
        if (code !== null && alike.length > 0) {
          const meant = alikeCode(code) ?? code;
          const folded = pass.fold(unit ?? '');
          if (has(alike, codePrint(meant))) byAlike.add(`${year} ${meant}\n${folded}`, occurrence());
        }
        if (name === 'streets' ? names.length === 0 : !looksAtNames) return;
        if (name !== 'streets' && year !== current) {
          nameKey.pass(entry);
          return;
        }
        const key = unit === null && name === 'streets' ? undefined : nameKey.of(entry);
        if (key === undefined) return;
        if (name === 'streets' || has(names, unitNamePrint(key.parent, key.folded))) {
          byName.add(`${year} ${key.parent}\n${key.folded}`, occurrence());
        }
      };
      const quiet = { ...options, onInvalid: 'refuse' as const, diagnostics: new Diagnostics(), onRows: () => {} };
      await readTable(table, columns, quiet, look);
    }
    reportRepeated('code', byCode, pass.index, find, diagnostics);
    reportRepeated('alike', byAlike, pass.index, find, diagnostics);
    reportRepeated('name', byName, pass.index, find, diagnostics);
  }
};
