import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import type { Pass } from './pass.ts';

export interface Occurrence {
  readonly row: number;
  readonly code: string | null;
  readonly name: string | null;
  /** Of a street; blank where its row does not say. */
  readonly district: string;
}

/** Streets of one name in districts that are both known are different streets. */
const groupByDistrict = (occurrences: readonly Occurrence[]): (readonly Occurrence[])[] => {
  if (occurrences.some(({ district }) => district === '')) return [occurrences];
  const districts = [...new Set(occurrences.map(({ district }) => district))];
  return districts.map((district) => occurrences.filter((other) => other.district === district));
};

/** Reports rows that are of one unit: of one code, or of one name and parent where one of them has no code. */
export const reportRepeated = (
  byName: boolean,
  occurrences: readonly Occurrence[],
  { index, fold }: Pass,
  diagnostics: Diagnostics,
): void => {
  for (const group of byName ? groupByDistrict(occurrences) : [occurrences]) {
    const [first, ...others] = group;
    if (first === undefined || others.length === 0) continue;
    if (byName && group.every(({ code }) => code !== null)) continue;
    const keyOf = ({ code }: Occurrence) => (code === null ? 'name' : 'code');
    const where = {
      ...index.whereWithText(first.row, keyOf(first)),
      related: () => others.map((other) => index.where(other.row, keyOf(other)).place!()),
    };
    const names = [...new Set(group.flatMap(({ name }) => (name === null ? [] : [name])))];
    if (!byName && new Set(names.map(fold)).size > 1) {
      diagnostics.add('unit.other-name', { code: first.code!, names }, where);
    } else {
      const unit = [first.code, first.name].filter((part) => part !== null).join(' ');
      diagnostics.add('unit.duplicate', { unit }, where);
    }
  }
};
