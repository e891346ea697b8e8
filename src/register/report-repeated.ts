import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import { NOTHING, type Occurrence, type Occurrences } from './occurrences.ts';
import type { RowIndex } from './row-index.ts';
import type { FoundRecord } from './witnesses.ts';

/** So many places of one unit are shown. */
const SHOWN = 1000;

type Indices = Pick<Uint32Array | number[], 'slice' | 'every' | 'length'> & Iterable<number>;

/**
 * Reports rows that are of one unit: of one code, of one name and codes that look alike, or of one name and parent where
 * one of them has no code.
 */
export const reportRepeated = (
  by: 'code' | 'alike' | 'name',
  occurrences: Occurrences,
  index: RowIndex,
  find: (row: number) => FoundRecord,
  diagnostics: Diagnostics,
): void => {
  /** Streets of one name in districts that are both known are different streets. */
  const groupByDistrict = (same: Uint32Array): Iterable<Indices> => {
    if (same.some((at) => occurrences.at(at).district === NOTHING)) return [same];
    const byDistrict = new Map<number, number[]>();
    for (const at of same) {
      const { district } = occurrences.at(at);
      const others = byDistrict.get(district);
      if (others) others.push(at);
      else byDistrict.set(district, [at]);
    }
    return byDistrict.values();
  };

  const report = (group: Indices): void => {
    const [first, ...others] = Array.from(group.slice(0, SHOWN), (at) => occurrences.at(at));
    if (first === undefined || others.length === 0) return;
    if (by === 'name' && group.every((at) => occurrences.at(at).hasCode)) return;
    /** A row of each name. */
    const names = new Map<number, number>();
    // Those of the very same code are told as that.
    if (by === 'alike' && others.every(({ row }) => find(row).code === find(first.row).code)) return;
    if (by === 'code') for (const at of group) names.set(occurrences.at(at).name, occurrences.at(at).row);
    names.delete(NOTHING);
    const code = names.size > 1 ? 'unit.other-name' : 'unit.duplicate';
    const { path } = index.find(first.row).table;
    if (!diagnostics.lists(code, path)) {
      diagnostics.addUnlisted(code, path);
      return;
    }
    const keyOf = ({ hasCode }: Occurrence) => (hasCode ? 'code' : 'name');
    const where = {
      ...index.whereWithText(first.row, keyOf(first)),
      related: () => others.map((other) => index.where(other.row, keyOf(other)).place!()),
    };
    const unit = find(first.row);
    if (code === 'unit.other-name') {
      const rows = [first, ...others].map(({ row }) => row);
      if (group.length > SHOWN) rows.push(...[...names.values()].slice(0, SHOWN));
      const shown = new Set(rows.flatMap((row) => find(row).name ?? []));
      diagnostics.add(code, { code: unit.code!, names: [...shown] }, where);
    } else {
      diagnostics.add(code, { unit: [unit.code, unit.name].filter((part) => part !== null).join(' ') }, where);
    }
  };

  for (const same of occurrences.repeated()) {
    for (const group of by === 'name' ? groupByDistrict(same) : [same]) report(group);
  }
};
