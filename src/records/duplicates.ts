import { Diagnostics } from '../diagnostics/diagnostics.ts';
import type { OpenTable } from '../intake/open-table.ts';
import { TABLES } from '../model/ruleset.ts';
import { toColumns } from './columns.ts';
import { codePrint } from './fingerprints.ts';
import { foldWidth } from './fold-name.ts';
import type { Pass } from './pass.ts';
import { type Entry, readTable } from './read-table.ts';
import type { RowIndex } from './row-index.ts';

interface Occurrence {
  readonly row: number;
  readonly year: number | null;
  readonly code: string | null;
  readonly name: string | null;
}

/** A unit given more than once is an error that shows all its places; equal fingerprints are confirmed by a second look. */
export const findRepeated = async (
  bases: ReadonlyMap<OpenTable, number>,
  { prints, index, fold, ruleset }: Pass,
  options: { readonly signal: AbortSignal | undefined },
  diagnostics: Diagnostics,
): Promise<void> => {
  for (const name of TABLES) {
    const suspects = new Map(
      [...prints.years(name)].map(([year, { coded, named }]) => {
        const mixed = coded.size > 0 && named.size > 0;
        return [year, { coded: coded.repeated(), byName: mixed || named.repeated().size > 0, mixed }] as const;
      }),
    );
    if ([...suspects.values()].every(({ coded, byName }) => coded.size === 0 && !byName)) continue;
    const byKey = new Map<string, Occurrence[]>();
    const remember = (key: string, occurrence: Occurrence) => {
      const same = byKey.get(key);
      if (same) same.push(occurrence);
      else byKey.set(key, [occurrence]);
    };
    for (const [table, base] of bases) {
      if (table.table !== name) continue;
      const columns = toColumns(table, ruleset);
      const foldUnit = name === 'compounds' ? foldWidth : fold;
      const look = ({ row, year, code, name: unit, cells }: Entry) => {
        const occurrence = { row: base + row, year, code, name: unit };
        const suspect = suspects.get(year);
        if (code !== null && suspect?.coded.has(codePrint(code))) remember(`code ${year} ${code}`, occurrence);
        if (unit === null || !suspect?.byName || (code !== null && !suspect.mixed)) return;
        const parents = ['streetCode', 'street', 'communityCode', 'community', 'district'].map((field) => {
          const column = columns.key[field];
          return column === undefined ? '' : fold(cells[column.cell]!);
        });
        remember(`name ${year} ${parents.join('\t')}\t${foldUnit(unit)}`, occurrence);
      };
      const quiet = { ...options, onInvalid: 'refuse' as const, diagnostics: new Diagnostics(), onRows: () => {} };
      await readTable(table, columns, quiet, look);
    }
    for (const [key, occurrences] of byKey) report(key, occurrences, index, fold, diagnostics);
  }
};

const report = (
  key: string,
  occurrences: readonly Occurrence[],
  index: RowIndex,
  fold: (name: string) => string,
  diagnostics: Diagnostics,
): void => {
  const [first, ...others] = occurrences;
  if (first === undefined || others.length === 0) return;
  const isByName = key.startsWith('name');
  if (isByName && occurrences.every(({ code }) => code !== null)) return;
  const field = first.code === null ? 'name' : 'code';
  const where = {
    ...index.where(first.row, field, first.code ?? first.name ?? ''),
    related: () => others.map(({ row, code }) => index.where(row, code === null ? 'name' : 'code').place!()),
  };
  const names = [...new Set(occurrences.flatMap(({ name }) => (name === null ? [] : [name])))];
  if (!isByName && new Set(names.map(fold)).size > 1) {
    diagnostics.add('unit.other-name', { code: first.code!, names }, where);
  } else {
    diagnostics.add(
      'unit.duplicate',
      { unit: [first.code, first.name].filter((part) => part !== null).join(' ') },
      where,
    );
  }
};
