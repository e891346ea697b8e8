import { plainWidth } from '../model/fold.ts';
import { remembered } from '../model/remembered.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { levelWords, oneOf } from './level-words.ts';
import { rowKinds } from './row-kind.ts';

/** Whether a text, as it stands alone in a cell, is a value that the table knows, such as 标兵. */
export type ValueTest = (text: string) => boolean;

/** What a row may be held together by where its cells are not parted as those of the table are. */
const DELIMITERS = [/[,，]/, /[;；]/, /、/, /\t/, /[|｜]/];
/** In titles and signatures the name of a subject and a year stand side by side. */
const SPACES = /\s+/;
const CLAUSES = /[,，;；、|｜。\t]/;
const CELLS = 3;
const YEAR = /^(?:19|20)\d\d(?:年度?)?$/;

const DAY = '(?:19|20)?\\d\\d[-./年]\\d{1,2}(?:[-./月](?:\\d{1,2}[日号]?)?)?';
const DAY_BEHIND = new RegExp(`${DAY}$`);
const WRITTEN_DAY =
  '[〇零○一二三四五六七八九]{2,4}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}[日号])?';
const DATE = new RegExp(`^(?:${DAY}|(?:19|20)\\d{6}|${WRITTEN_DAY}|年?月日)$`);
const PAGE =
  /^(?:第\d+页|共\d+页|第\d+页[,/;]?共\d+页|共\d+页[,/;]?第\d+页|[-—–]+\d+[-—–]+|page\d+(?:(?:of|\/)\d+)?)$/i;
/** What sentences and what stands in brackets have at either end. */
const EDGES = /^[(（【〔[]+|[)）】〕\]。.]+$/g;
const BRACKETED = /^(?:[(（][^()（）]*[)）]|[【〔[][^【】〔〕[\]]*[】〕\]])$/;
/** Words that no unit is named by. */
const SAID =
  /^(?:本[表页册]|[此该]表|本台账|经(?:核|审|查)|注意)|以上|以下|上述|其中|截[至止]|表示|属实|一式|详见|特此|不在此列|统计口径|数据来源|供参考|解释权/;
const SENTENCE = 12;
/** Committees of residents are no offices here: units are named after them. */
const OFFICES =
  '办公室|领导小组|指挥部|综治[办委]|[办局]|政府|党工委|政法委|[区市县]委|(?<!居民?|村民?|业主|业)委员会|服务中心|管理中心|派出所|[大支]队';
const NOBODY = /(?!)/;

const plain = (text: string): string => plainWidth(text).replace(/\s+/gu, '');

/** What stands behind a label: of 备注：甲，乙 what stands behind the colon. */
const withoutLabel = (text: string): string => text.replace(/^[^:：]{1,16}[:：]/, '');

/** A date, a page mark or the like. */
export const isDate = (cell: string): boolean => DATE.test(plain(cell));

/** What the lines around a table say, in the words of a ruleset. */
export interface NoteLines {
  /** Whether a cell holds the code of a unit. */
  holdsCode(cell: string): boolean;
  /** Whether one cell holds what looks like a row: the code of a unit, or several cells between delimiters. */
  holdsRow(cell: string, isValue: ValueTest): boolean;
  /** Whether a line within a cell is a row of the file that a quote took in: several cells, a code or what rows hold among them. */
  isRowOfCells(line: string, isValue: ValueTest): boolean;
  /** Whether the only filled cell of a row is known, by what it says, as a line of the form around the table. */
  isNote(cell: string, isValue: ValueTest): boolean;
  /** Whether a cell is the name of an office that signs, its seal or a date behind it or not; the smallest units sign nothing. */
  isOffice(cell: string): boolean;
}

export const noteLines = remembered((ruleset: Ruleset): NoteLines => {
  const { units, inner, innermost, offices, codes } = levelWords(ruleset);
  const { isFormLine, isLabel } = rowKinds(ruleset);
  /** Codes of subjects, of what lies in them and of what is numbered after that; neither a date nor a telephone is one. */
  const code = codes && `[1-9]\\d{${codes.least - 1}}(?:\\d{${codes.step}}){0,3}`;
  const UNIT_CODE = code === null ? NOBODY : new RegExp(`(?<![\\d.-])${code}(?!\\d)`);
  const CODE_ALONE = code === null ? NOBODY : new RegExp(`^${code}$`);
  const UNIT = new RegExp(`.${oneOf(units)}$`);
  const OWNER = inner.length === 0 ? NOBODY : new RegExp(`^(?!填报|填表|报送|所属|所在).+${oneOf(inner)}$`);
  const OFFICE = new RegExp(`(?:${[OFFICES, ...offices].join('|')})(?:[(（][^()（）]{1,8}[)）])?$`);

  /**
   * Whether pieces are the cells of a row: a year, the name of a unit and a value, two of them. A list of values alone
   * is what a note explains.
   */
  const areCells = (pieces: readonly string[], isValue: ValueTest): boolean => {
    const values = pieces.some(isValue);
    const years = pieces.some((piece) => YEAR.test(plain(piece)));
    const named = pieces.some((piece) => UNIT.test(piece));
    return values ? years || named : years && named && pieces.length > 2;
  };

  const holdsCode = (cell: string): boolean => UNIT_CODE.test(plainWidth(cell));

  const holdsRow = (cell: string, isValue: ValueTest): boolean => {
    if (holdsCode(cell)) return true;
    const text = withoutLabel(cell);
    const split = (delimiter: RegExp) => text.split(delimiter).map((piece) => piece.trim().replace(EDGES, ''));
    if (DELIMITERS.some((delimiter) => areCells(split(delimiter), isValue))) return true;
    const words = split(SPACES);
    return words.some(isValue) && areCells(words, isValue);
  };

  const isSentence = (text: string, isValue: ValueTest): boolean => {
    if (SAID.test(text)) return true;
    if (!/[。；;]/.test(text)) return false;
    const pieces = text.split(CLAUSES).filter((piece) => piece.trim() !== '');
    const isCell = (piece: string) => isValue(piece) || UNIT.test(piece) || YEAR.test(plain(piece));
    // 第6小区先进。 is a record; the shortest labels have two characters.
    const isList = pieces.some((piece) => isCell(piece) || isValue(piece.trim().slice(-2)));
    return !isList && (text.endsWith('。') || text.length >= SENTENCE);
  };

  return {
    holdsCode,
    holdsRow,
    isRowOfCells: (line, isValue) =>
      DELIMITERS.some((delimiter) => {
        const pieces = line.split(delimiter).map((piece) => piece.trim().replace(EDGES, ''));
        return (
          pieces.length >= CELLS && (pieces.some((piece) => CODE_ALONE.test(plain(piece))) || areCells(pieces, isValue))
        );
      }),
    isNote: (cell, isValue) => {
      const text = cell.trim();
      if (holdsRow(text, isValue)) return false;
      if (isFormLine(text)) return true;
      if (isLabel(text)) return !isValue(withoutLabel(text).trim()) && !OWNER.test(text.split(/[:：]/)[0]!.trim());
      return isDate(text) || PAGE.test(plain(text)) || BRACKETED.test(text) || isSentence(text, isValue);
    },
    isOffice: (cell) => {
      const name = plain(cell).replace(DAY_BEHIND, '');
      return OFFICE.test(name) && !name.includes(innermost);
    },
  };
});
