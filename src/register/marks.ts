import { foldLabel } from '../model/fold.ts';
import type { Field, Value } from '../model/ruleset.ts';
import type { Column, ColumnGroup } from './columns.ts';
import { cellReader, type Reading } from './normalize-cell.ts';

/** How offices mark the column of the value that holds (标兵小区 | 先进小区), and the columns of those that do not. */
const MARKED = ['√', '✓', '✔', '☑', '是', '有', '1', 'yes', 'true'];
const UNMARKED = ['×', '✗', '✘', '☒', '☐', '□', '否', '无', '0', 'no', 'false'];

/** Those that messages name. */
export const MARKS: readonly string[] = ['√', '是', '×', '否'];

/** Reads the cells of a column that stands for one value of a field: a mark is that value, none says nothing. */
export const markReader = (field: Field, value: Value, unknowns: ReadonlySet<string>): ((text: string) => Reading) => {
  const own = [...field.labels].flatMap(([label, other]) => (other === value ? [label] : []));
  const labels = new Map([...MARKED, ...own].map((label) => [foldLabel(label), value] as const));
  const unmarked = UNMARKED.map(foldLabel).filter((mark) => !labels.has(mark));
  return cellReader({ ...field, labels, labelTexts: MARKS }, new Set([...unknowns, ...unmarked]));
};

/** What several columns of one field say together; `column` is the one that says it, `others` what contradicts it. */
export interface Joint {
  readonly column: Column;
  readonly reading: Reading;
  readonly others: readonly Column[];
}

/** The columns of one field, of a row whose texts are looked up by cell: one value, or none where no cell says anything. */
export const jointReading = ({ columns }: Pick<ColumnGroup, 'columns'>, text: (cell: number) => string): Joint => {
  const read = columns.map((column) => ({ column, reading: column.read(text(column.cell)) }));
  const said = read.filter(({ reading }) => reading.value !== undefined);
  const { column, reading } = said[0] ?? read.find(({ reading: { problem } }) => problem !== undefined) ?? read[0]!;
  const others = said.flatMap((other) => (other.reading.value === reading.value ? [] : [other.column]));
  return { column, reading, others };
};
