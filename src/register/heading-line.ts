import type { OpenTable } from '../intake/open-table.ts';
import { foldHeading } from '../model/fold.ts';

/** Cells that are headings make a row a line of headings; a record has none, or a name that is one by chance. */
const LIKELY = 3;

/**
 * Whether a row among the records is the headings over again, as where files were joined, or those of another table or
 * order, under which the cells of the records below no longer stand.
 */
export const headingLineTest = ({
  headings,
}: OpenTable): ((cells: readonly string[]) => 'repeated' | 'other' | undefined) => {
  const folded = headings.map(foldHeading);
  const known = new Set(folded.filter((heading) => heading !== ''));
  const least = Math.min(LIKELY, known.size);
  return (cells) => {
    const isKnown = (cell: string): boolean => cell !== '' && known.has(foldHeading(cell));
    // Of most rows one cell tells that they are none.
    if (!isKnown(cells.find((cell) => cell.trim() !== '') ?? '')) return undefined;
    const found = cells.filter(isKnown).length;
    if (found < least) return undefined;
    const isSame = Array.from({ length: Math.max(cells.length, folded.length) }).every(
      (_, at) => foldHeading(cells[at] ?? '') === (folded[at] ?? ''),
    );
    if (isSame) return 'repeated';
    return found >= LIKELY ? 'other' : undefined;
  };
};
