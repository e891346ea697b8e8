import { Diagnostics } from '../diagnostics/diagnostics.ts';
import { TABLE_LABELS } from '../diagnostics/nouns.ts';
import type { OpenTable } from '../intake/open-table.ts';
import type { Ruleset, TableName } from '../model/ruleset.ts';
import { toColumns } from './columns.ts';
import { LEFT_OUT } from './communities.ts';
import { fingerprint } from './fingerprints.ts';
import { foldWidth } from './fold-name.ts';
import { isNamed, parentNames } from './parent-names.ts';
import { parentFinder } from './parents.ts';
import { type Entry, type ReadOptions, readTable } from './read-table.ts';
import { Pass } from './reading.ts';
import { labelOf, type Street, type StreetReference } from './street.ts';
import { streetTaker, unitTaker } from './take-units.ts';
import { groupOf, JudgedUnits, OtherUnits } from './year-units.ts';

/** Places listed of units that are not in the year judged. */
const MOST_PLACES = 20;
/** A unit without a code that another year names twice: one of the years is mistyped. */
interface Repeated {
  readonly name: string;
  readonly rows: readonly [number, number];
}

/** A street that another year names, and where first. */
interface Missing extends StreetReference {
  readonly year: number;
  readonly row: number;
}

/** Reads all years once more: those of the year judged as they are, the others as if they were of that year. */
const readYears = async (
  tables: readonly OpenTable[],
  judgedYear: number,
  ruleset: Ruleset,
  options: Pick<ReadOptions, 'onInvalid' | 'signal'>,
) => {
  const judged = new JudgedUnits();
  const others = new OtherUnits();
  /** Streets that another year names by a row of their own, or that could not be told yet. */
  const named = new Map<string, Missing>();
  /** Units without a code by their year, parent and name; codes are told of in every year. */
  const firsts = new Map<number, number>();
  const repeated: Repeated[] = [];
  const pass = new Pass(ruleset, tables, judgedYear, judged);
  const { streets, communities, fold, leftOut, index, refused, misses } = pass;
  const known = { streets, communities, fold, leftOut, index, refused, misses, ofYear: new Diagnostics() };

  const find = ({ code, name }: StreetReference): Street | undefined => {
    const byCode = code === null ? undefined : streets.peek({ code, name });
    return byCode ?? (name === null ? undefined : streets.peek({ code: null, name }));
  };
  const note = ({ code, name }: StreetReference, year: number, row: number): void => {
    const key = `${year} ${code ?? ''} ${fold(name ?? '')}`;
    if (!named.has(key)) named.set(key, { code, name, year, row });
  };

  let base = 0;
  for (const table of tables) {
    const { table: name } = table;
    const columns = toColumns(table, ruleset);
    index.open(table, base);
    const first = base;
    const counts = { records: 0, leftOut: 0 };
    const takeJudged = (name === 'streets' ? streetTaker : unitTaker)(table, columns, base, pass, counts);
    const names = parentNames(columns);
    const hasCommunities = name === 'compounds' && pass.hasTable('communities');
    const parents = name === 'streets' ? undefined : parentFinder(table, names, base, hasCommunities, known);
    const streetNames = parentNames(columns);

    const takeOther = (entry: Entry, year: number): void => {
      const row = first + entry.row;
      if (parents === undefined) {
        if (entry.code === null || leftOut(entry.code) === undefined) note(entry, year, row);
        return;
      }
      const own = streetNames.read('street', entry.cells);
      const parent = parents.of(entry);
      const street = parent?.street ?? find(own)?.index;
      if (street === undefined) {
        if (isNamed(own)) note(own, year, row);
      } else if (street !== LEFT_OUT) {
        others.add(year, name, street, row, entry);
        if (entry.code !== null || entry.name === null) return;
        const folded = foldWidth(entry.name);
        const print = fingerprint(`${year} ${name} ${street} ${parent?.key ?? ''}\n${folded}`);
        const before = firsts.get(print);
        if (before === undefined) firsts.set(print, row);
        else if (foldWidth(index.whereWithText(before, 'name').text ?? '') === folded) {
          repeated.push({ name: entry.name, rows: [before, row] });
        }
      }
    };
    const take = (entry: Entry): void => {
      takeJudged(entry);
      if (entry.year === null || entry.year === judgedYear) parents?.pass(entry);
      else takeOther(entry, entry.year);
    };
    const quiet = { ...options, diagnostics: new Diagnostics(), onRows: () => {} };
    base += (await readTable(table, columns, quiet, take)).rows;
  }
  const missing = [...named.values()].filter((street) => find(street) === undefined && !streets.isLeftOut(street));
  return { judged, others, missing, repeated, pass };
};

interface Group {
  readonly year: number;
  readonly table: TableName;
  readonly street: number;
  readonly gone: number[];
  size: number;
}

/**
 * Holds the other years that a submission names against the one judged. One mistyped year must not make a street or a
 * unit disappear: a street that another year names and this one does not is refused, and so are units of another year
 * none of which is in this one, since those of a year before come again for the most part. With the year asked for it
 * is the user who chose, and both are warnings.
 */
export const checkOtherYears = async (
  tables: readonly OpenTable[],
  judgedYear: number,
  ruleset: Ruleset,
  options: Pick<ReadOptions, 'onInvalid' | 'signal'> & { readonly year: number | null },
  diagnostics: Diagnostics,
): Promise<void> => {
  // What was refused is missing in its year, and is told.
  if (diagnostics.hasErrors) return;
  const isAsked = options.year !== null;
  const { judged, others, missing, repeated, pass } = await readYears(tables, judgedYear, ruleset, options);
  const { index, streets } = pass;
  const yearCell = (row: number) => index.whereWithText(row, 'year');
  const placesOf = (rows: readonly number[]) => () => rows.slice(0, MOST_PLACES).map((row) => yearCell(row).place!());
  const [firstJudged] = streets.list.filter((street) => judged.streets.has(street.index)).map(({ row }) => row);

  const tellMissing = ({ code, name, year, row }: Missing): void => {
    const slots = { street: labelOf({ code, name }), year: judgedYear, other: year };
    const related = placesOf(firstJudged === undefined ? [] : [firstJudged]);
    diagnostics.add(isAsked ? 'year.street-elsewhere' : 'year.street-missing', slots, { ...yearCell(row), related });
  };
  for (const street of missing) tellMissing(street);
  for (const { name, rows } of repeated) {
    const where = { ...yearCell(rows[1]), related: placesOf([rows[0]]) };
    diagnostics.add('unit.duplicate', { unit: name }, where);
  }

  const groups = new Map<string, Group>();
  const told = new Set<string>();
  for (const { year, table, street, row, code, name } of others.all()) {
    if (!judged.streets.has(street)) {
      const found = streets.list[street]!;
      const key = `${year} ${street}`;
      if (!told.has(key)) tellMissing({ code: found.code, name: found.name, year, row });
      told.add(key);
      continue;
    }
    // A table without units of the street in the year judged is told of as that.
    if (!judged.has(table, street)) continue;
    const key = `${year} ${groupOf(table, street)}`;
    const group = groups.get(key) ?? { year, table, street, gone: [], size: 0 };
    groups.set(key, group);
    group.size++;
    if (!judged.knows(table, street, code, name)) group.gone.push(row);
  }
  for (const { year, table, street, gone, size } of groups.values()) {
    if (gone.length === 0) continue;
    const slots = {
      ...{ street: labelOf(streets.list[street]!), table: TABLE_LABELS[table] },
      ...{ year: judgedYear, other: year, count: gone.length },
    };
    const where = { ...yearCell(gone[0]!), related: placesOf(gone.slice(1)) };
    diagnostics.add(gone.length === size && !isAsked ? 'year.strays' : 'year.units-gone', slots, where);
  }
};
