import { cellName } from './cell-name.ts';
import { damaged } from './fault.ts';
import { numberText, shownNumber } from './number-format.ts';
import { type SharedStrings, type StringItem, unescapeText } from './shared-strings.ts';
import type { CellKind, SheetCell } from './sheet.ts';
import type { CellStyle } from './styles.ts';

/** What the cells of all sheets of a workbook refer to. */
export interface CellParts {
  readonly strings: SharedStrings;
  readonly styles: readonly CellStyle[];
  readonly is1904: boolean;
  /** The workbook asks to be calculated on opening: the results saved with its formulas are none. */
  readonly recalculates: boolean;
}

/** The content of the cell at hand. */
export interface OpenCell {
  row: number;
  column: number;
  type: string;
  style: number;
  value: string | undefined;
  formula: string | undefined;
  inline: StringItem | undefined;
}

const hasResult = ({ type, value, inline }: OpenCell): boolean =>
  type === 'inlineStr' ? inline !== undefined : value !== undefined && (value.trim() !== '' || type === 'str');

/** What a cell holds; undefined for a blank. Throws `XlsxFault` where it makes no sense. */
export const toCell = (open: OpenCell, parts: CellParts): SheetCell | undefined => {
  const { column, formula } = open;
  const read = toContent(open, parts);
  if (formula !== undefined && (parts.recalculates || !hasResult(open))) {
    return { column, kind: 'no-value', content: `=${formula}` };
  }
  return read;
};

/** By its type, whatever its formula. */
const toContent = (
  { row, column, type, style, value, inline }: OpenCell,
  { strings, styles, is1904 }: CellParts,
): SheetCell | undefined => {
  const wrong = (damage: 'value' | 'stray' | 'string-index', text: string) =>
    damaged(damage, text.slice(0, 40), cellName(row, column));
  const bare = value?.trim() ?? '';
  const { format, sections, hidesText = false, isWithdrawn = false } = styles[style] ?? {};
  const cell = (kind: CellKind, text: string, withdrawn = isWithdrawn): SheetCell | undefined => {
    if (text === '') return undefined;
    if (text.trim() === '') return { column, kind, content: text };
    if (withdrawn) return { column, kind: 'withdrawn', content: text };
    return { column, kind: hidesText && kind === 'text' ? 'disguised' : kind, content: text };
  };
  if (type === 'inlineStr') {
    if (bare !== '') throw wrong('stray', `<v>${bare}`);
    return cell('text', inline?.text ?? '', isWithdrawn || inline?.isWithdrawn);
  }
  if (inline !== undefined && inline.text.trim() !== '') throw wrong('stray', `<is>${inline.text}`);
  switch (type) {
    case 's': {
      if (bare === '') return undefined;
      const index = Number(bare);
      if (!/^\d+$/.test(bare) || index >= strings.texts.length) throw wrong('string-index', bare);
      const text = strings.texts[index]!;
      const read = cell('text', text, isWithdrawn || strings.withdrawn.has(index));
      return read?.kind === 'text' ? { ...read, content: index } : read;
    }
    case 'str':
      return cell('text', unescapeText(value ?? ''));
    case 'b':
      if (bare !== '' && bare !== '0' && bare !== '1') throw wrong('value', bare);
      return cell('text', bare === '' ? '' : bare === '1' ? 'TRUE' : 'FALSE');
    case 'e':
      return { column, kind: 'error', content: bare };
    case 'd':
      return cell('date', bare);
    case 'n': {
      if (bare === '') return undefined;
      const read = numberText(bare, format, is1904);
      if (read === undefined) throw wrong('value', bare);
      if (sections === undefined || (read.kind !== 'number' && read.kind !== 'long-number')) {
        return cell(read.kind, read.text);
      }
      const shown = shownNumber(sections, Number(bare));
      if (shown === 'itself') return cell(read.kind, read.text);
      return shown === null ? cell('disguised', read.text) : cell('affixed', shown.text);
    }
    default:
      throw wrong('value', `t="${type}"`);
  }
};
