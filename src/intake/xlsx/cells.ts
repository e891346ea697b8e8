import { cellName } from '../../model/spreadsheet.ts';
import type { Archive } from '../source.ts';
import { damaged } from './fault.ts';
import {
  builtIn,
  formatOfCode,
  type NumberFormat,
  numberText,
  PLAIN,
  type Sections,
  sectionsOf,
  shownNumber,
  showsText,
} from './number-format.ts';
import { isWithdrawing, type SharedStrings, type StringItem, unescapeText } from './shared-strings.ts';
import type { CellKind, SheetCell } from './sheet.ts';
import { bareName, decodeEntities, parseXml } from './xml.ts';

const PART_BYTES = 16 << 20;
/** In characters; Excel takes no longer ones. */
const MAX_CODE = 255;

export interface CellStyle {
  readonly format: NumberFormat;
  /** What the format shows; undefined for those that the program itself brings, which show the number. */
  readonly sections: Sections | undefined;
  /** Texts are shown otherwise than they are, or not at all. */
  readonly hidesText: boolean;
  /** The whole cell is struck out or raised. */
  readonly isWithdrawn: boolean;
}

/** One that no program takes shows nothing that is known. */
const toFormat = (code: string) => {
  const sections = code === '' ? undefined : sectionsOf(code.length > MAX_CODE ? ';;;' : code);
  return {
    format: code.length > MAX_CODE ? PLAIN : formatOfCode(code),
    sections,
    hidesText: sections !== undefined && !showsText(sections),
  };
};

/** What is listed, and what each of it is. Cells count the styles: one passed over would give them those of others. */
const ENTRIES: Readonly<Record<string, string>> = { fonts: 'font', cellStyleXfs: 'xf', cellXfs: 'xf' };

/** The styles of cells by their index. */
export const readStyles = async (archive: Archive, part: string | null): Promise<readonly CellStyle[]> => {
  if (part === null || !archive.has(part)) return [];
  const codes = new Map<number, Pick<CellStyle, 'format' | 'sections' | 'hidesText'>>();
  const fonts: boolean[] = [];
  /** Fonts of the named styles. */
  const named: (string | undefined)[] = [];
  const styles: CellStyle[] = [];
  let section = '';
  await parseXml(part, archive.read(part, PART_BYTES), {
    open: (name, attributes, depth) => {
      if (depth === 2) section = name;
      else if (section === 'numFmts' && bareName(name) === 'numFmt') {
        const { numFmtId, formatCode = '' } = attributes();
        codes.set(Number(numFmtId), toFormat(decodeEntities(formatCode)));
      } else if (depth === 3 && ENTRIES[section] !== undefined && name !== ENTRIES[section]) {
        throw damaged('stray', `<${name}>`);
      } else if (section === 'fonts') {
        if (depth === 3) fonts.push(false);
        else if (isWithdrawing(name, attributes)) fonts[fonts.length - 1] = true;
      } else if (depth === 3 && section === 'cellStyleXfs') named.push(attributes().fontId);
      else if (depth === 3 && section === 'cellXfs') {
        const { numFmtId = 0, fontId, xfId = 0 } = attributes();
        const id = Number(numFmtId);
        const font = Number(fontId ?? named[Number(xfId)] ?? 0);
        const format = codes.get(id) ?? { format: builtIn(id), sections: undefined, hidesText: false };
        styles.push({ ...format, isWithdrawn: fonts[font] === true });
      }
    },
  });
  return styles;
};

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
