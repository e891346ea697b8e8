import { cellName } from './cell-name.ts';
import { damaged } from './fault.ts';
import { numberText } from './number-text.ts';
import type { SheetCell, StoredKind } from './row-store.ts';
import type { SharedStrings } from './shared-strings.ts';
import { unescapeText } from './string-item.ts';
import type { NumberFormat } from './styles.ts';

/** What the cells of all sheets of a workbook refer to. */
export interface CellParts {
  readonly strings: SharedStrings;
  readonly formats: readonly NumberFormat[];
  readonly is1904: boolean;
}

/** The content of the cell at hand. */
export interface OpenCell {
  row: number;
  column: number;
  type: string;
  style: number;
  value: string | undefined;
  formula: string | undefined;
}

/** What a cell holds; undefined for a blank. Throws `XlsxFault` where it makes no sense. */
export const toCell = (
  { row, column, type, style, value, formula }: OpenCell,
  inline: string,
  { strings, formats, is1904 }: CellParts,
): SheetCell | undefined => {
  const at = () => cellName(row, column);
  const bare = value?.trim() ?? '';
  const cell = (kind: StoredKind, content: string | number): SheetCell | undefined =>
    content === '' ? undefined : { column, kind, content };
  if (type === 'inlineStr') return cell('text', inline);
  if (formula !== undefined && (value === undefined || (bare === '' && type !== 'str'))) {
    return { column, kind: 'no-value', content: `=${formula}` };
  }
  switch (type) {
    case 's': {
      if (bare === '') return undefined;
      const index = Number(bare);
      if (!/^\d+$/.test(bare) || index >= strings.size) throw damaged('string-index', bare, at());
      return strings.at(index) === '' ? undefined : { column, kind: 'shared', content: index };
    }
    case 'str':
      return cell('text', unescapeText(value ?? ''));
    case 'b':
      if (bare !== '' && bare !== '0' && bare !== '1') throw damaged('value', bare, at());
      return cell('text', bare === '' ? '' : bare === '1' ? 'TRUE' : 'FALSE');
    case 'e':
      return cell('error', bare);
    case 'd':
      return cell('date', bare);
    case 'n': {
      if (bare === '') return undefined;
      const read = numberText(bare, formats[style], is1904);
      if (read === undefined) throw damaged('value', bare.slice(0, 40), at());
      return cell(read.kind, read.text);
    }
    default:
      throw damaged('value', `t="${type}"`, at());
  }
};
