import { cellName, MOST_ROWS, parseCellName, parseRange } from '../../model/spreadsheet.ts';
import type { Archive } from '../source.ts';
import { type CellParts, type OpenCell, readStyles, toCell } from './cells.ts';
import { damaged, tooLarge } from './fault.ts';
import { decodeText, MAX_TEXT, readSharedStrings } from './shared-strings.ts';
import { blankSheet, type Sheet, type SheetCell } from './sheet.ts';
import { asksToCalculate, type Workbook } from './workbook.ts';
import { type Attributes, bareName, decodeEntities, isOff, isOn, parseXml } from './xml.ts';

const PART_BYTES = 2 ** 31;
/** A register has some dozens; what stands further right is none. */
const MAX_COLUMNS = 1024;
/** Of a workbook. A text may be shared by every cell: read one by one they would have no end. */
const MAX_CONTENT = 1 << 30;

export interface SheetParts extends CellParts {
  readonly archive: Archive;
  readonly part: string;
  /** In characters, of all sheets that were read so far: shared texts count wherever they stand. */
  readonly content: { read: number };
  readonly signal: AbortSignal | undefined;
  /** True to read no further than about `row`. */
  isEnough?(row: number): boolean;
}

/** What the sheets of a workbook share. */
export const readParts = async (
  archive: Archive,
  workbook: Workbook,
  signal: AbortSignal | undefined,
): Promise<Omit<SheetParts, 'part'>> => {
  const { is1904, recalculates } = workbook;
  const styles = await readStyles(archive, workbook.styles);
  const strings = await readSharedStrings(archive, workbook.strings, signal);
  return { archive, strings, styles, is1904, recalculates, content: { read: 0 }, signal };
};

/** What stands in one place of a sheet; elsewhere a program shows it, or not, by rules of its own. */
const IN_ONE_PLACE = new Set(['sheetData', 'mergeCells']);
const IN_ROWS = new Set(['row', 'c', 'v', 'is', 't']);
/** From this depth on a `row` of another namespace is that at which a control or picture is anchored. */
const ANCHORED = 6;

const isNought = (height: string): boolean => height.trim() !== '' && Number(height) === 0;

/**
 * Reads a worksheet from its beginning to its end into `sheet`. Throws `XlsxFault` where it makes no sense, is too
 * large, or holds something where the format has no place for it: what a program makes of that is not known.
 */
export const readSheet = async (parts: SheetParts, sheet = blankSheet(parts.strings)): Promise<Sheet> => {
  const { archive, part, content, signal } = parts;
  const { rows, merges, hidden } = sheet;
  const cell: OpenCell = {
    ...{ row: -1, column: -1, type: 'n', style: 0 },
    ...{ value: undefined, formula: undefined, inline: undefined },
  };
  const here = () => (cell.row < 0 ? undefined : cellName(cell.row, Math.max(0, cell.column)));
  const inline = decodeText(here);
  let cells: SheetCell[] = [];
  let root: string | undefined;
  const seen = new Set<string>();
  let section = '';
  let isHidden = false;
  /** The element inside a cell. */
  let inside = '';
  /** How deep the extension stands that is passed over; 0 outside. */
  let extension = 0;
  let hasFormulas = false;
  /** The sheet shows a blank for a 0. */
  let hidesNoughts = false;
  let { recalculates } = parts;
  /** The last row to which the results of one formula for several cells reach, by column. */
  const arrays = new Int32Array(MAX_COLUMNS).fill(-1);
  const stray = (what: string) => damaged('stray', what.slice(0, 40), here());

  /** Rows that say no height of their own have none. */
  let areFlat = false;

  const startRow = ({ r, hidden: hides, ht }: Attributes): void => {
    const row = r === undefined ? cell.row + 1 : Number(r) - 1;
    if (!Number.isInteger(row) || row < 0 || row >= MOST_ROWS) throw damaged('row', r ?? `${row + 1}`);
    if (row <= cell.row) throw damaged('row-order', r ?? `${row + 1}`, cellName(row, 0));
    cell.row = row;
    cell.column = -1;
    cells = [];
    isHidden = isOn(hides) || (ht === undefined ? areFlat : isNought(ht));
  };

  const startCell = ({ r, t, s }: Attributes): void => {
    let column = cell.column + 1;
    if (r !== undefined) {
      const place = parseCellName(r);
      if (place?.row !== cell.row)
        throw damaged('cell-row', `${r.slice(0, 20)}, ${cell.row + 1}`, cellName(cell.row, 0));
      if (place.column <= cell.column) throw damaged('cell-order', r, r);
      column = place.column;
    }
    cell.column = column;
    cell.type = t ?? 'n';
    cell.style = s === undefined ? 0 : Number(s);
    cell.value = undefined;
    cell.formula = undefined;
    cell.inline = undefined;
    inside = '';
  };

  const startFormula = ({ t, ref }: Attributes): void => {
    cell.formula = '';
    hasFormulas = true;
    if (ref === undefined || (t !== 'array' && t !== 'dataTable')) return;
    const range = parseRange(decodeEntities(ref));
    if (range === undefined) throw damaged('value', `ref="${ref.slice(0, 40)}"`, here());
    arrays.fill(range.bottom, range.left, range.right + 1);
  };

  /** What a cell is made of, each once. */
  const startPart = (name: string, attributes: () => Attributes): void => {
    if (name === 'v' && cell.value === undefined) cell.value = '';
    else if (name === 'f' && cell.formula === undefined) startFormula(attributes());
    else if (name === 'is' && cell.inline === undefined) inline.start();
    else throw stray(`<${name}>`);
    inside = name;
  };

  const longer = (before: string, text: string): string => {
    if (before.length + text.length > MAX_TEXT) throw tooLarge('text', here());
    return before + text;
  };

  const endCell = (): void => {
    const { row, column } = cell;
    if (cell.formula === undefined && arrays[column]! >= row) cell.formula = '';
    const read = toCell(cell, parts);
    if (read === undefined) return;
    if (hidesNoughts && read.kind === 'number' && read.content === '0') read.kind = 'disguised';
    if (column >= MAX_COLUMNS) throw tooLarge('columns', cellName(row, column));
    content.read += (typeof read.content === 'number' ? parts.strings.texts[read.content]! : read.content).length;
    if (content.read > MAX_CONTENT) throw tooLarge('content', cellName(row, column));
    cells.push(read);
  };

  const endRow = (): void => {
    if (cells.length === 0) return;
    rows.add(cell.row, cells);
    if (!isHidden) return;
    if (hidden.count === 0) hidden.first = cell.row;
    hidden.count++;
  };

  /** Below `sheetData`, from depth 3. */
  const openInData = (name: string, attributes: () => Attributes, depth: number): void => {
    if (depth === 3 && name === 'row') startRow(attributes());
    else if (depth === 4 && name === 'c') startCell(attributes());
    else if (depth === 5) startPart(name, attributes);
    else if (depth > 5 && inside === 'is') inline.open(name, attributes);
    else throw stray(`<${name}>`);
  };

  /** Outside `sheetData`. */
  const openAround = (name: string, attributes: () => Attributes, depth: number): void => {
    if (depth === 1) {
      root = name;
    } else if (depth === 2) {
      section = name;
      if (IN_ONE_PLACE.has(name) && seen.has(name)) throw stray(`<${name}>`);
      seen.add(name);
      if (name === 'sheetCalcPr') recalculates ||= asksToCalculate(attributes());
      if (name === 'sheetFormatPr') {
        const { zeroHeight, defaultRowHeight = '' } = attributes();
        areFlat = isOn(zeroHeight) || isNought(defaultRowHeight);
      }
    } else if (section === 'sheetViews' && name === 'sheetView') {
      hidesNoughts ||= isOff(attributes().showZeros ?? '1');
    } else if (section === 'mergeCells' && depth === 3 && name === 'mergeCell') {
      merges.add(decodeEntities(attributes().ref ?? ''));
    }
    const isPlaced = depth === 2 && IN_ONE_PLACE.has(name);
    const bare = bareName(name);
    if (IN_ONE_PLACE.has(bare) ? !isPlaced : IN_ROWS.has(name) || (IN_ROWS.has(bare) && depth < ANCHORED)) {
      throw stray(`<${name}>`);
    }
  };

  await parseXml(
    part,
    archive.read(part, PART_BYTES),
    {
      open: (name, attributes, depth) => {
        if (extension > 0) return;
        if (name === 'extLst' && (section !== 'sheetData' || depth === 4 || depth === 5)) extension = depth;
        else if (section === 'sheetData') openInData(name, attributes, depth);
        else openAround(name, attributes, depth);
      },
      close: (name, depth) => {
        if (extension > 0) {
          if (depth === extension) extension = 0;
        } else if (depth === 2) section = '';
        else if (section !== 'sheetData') return;
        else if (depth > 5) inline.close();
        else if (depth === 5) {
          if (inside === 'is') cell.inline = inline.end();
          inside = '';
        } else if (depth === 4 && name === 'c') endCell();
        else if (depth === 3) endRow();
      },
      text: (text) => {
        if (inside === 'v') cell.value = longer(cell.value!, text);
        else if (inside === 'f') cell.formula = longer(cell.formula!, text);
        else if (inside === 'is') inline.text(text);
        else if ((section === '' || section === 'sheetData') && extension === 0 && text.trim() !== '') {
          throw stray(text.trim());
        }
      },
      isEnough: () => parts.isEnough?.(cell.row) === true,
    },
    signal,
  );
  if (root !== 'worksheet') throw damaged('no-worksheet', part);
  // Said below the cells.
  if (recalculates && !parts.recalculates && hasFormulas) return await readSheet({ ...parts, recalculates });
  rows.end();
  merges.end();
  return sheet;
};
