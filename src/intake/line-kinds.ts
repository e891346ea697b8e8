import { plainWidth } from '../model/fold.ts';
import { innerLevels, judgedLevel, outerLevels } from '../model/levels.ts';
import { remembered } from '../model/remembered.ts';
import type { Level, Ruleset } from '../model/ruleset.ts';

export type RowKind =
  | { readonly kind: 'record' | 'blank' | 'single' }
  /** One that is not `sure` only looks like one by its colon: a unit may be named so. */
  | { readonly kind: 'form'; readonly sure: boolean }
  /** One that is not `sure` says so in other words, which a unit with a code of its own may be named. */
  | { readonly kind: 'total'; readonly part: boolean; readonly sure: boolean };

/** Whether a text, as it stands alone in a cell, is a value that the table knows, such as 标兵. */
export type ValueTest = (text: string) => boolean;

/** With spaces between the characters or not, as forms are spaced out. */
const spaced = (...words: readonly string[]): string => `(?:${words.map((word) => [...word].join('\\s*')).join('|')})`;

/** Pattern for one of the words, the longest first. */
const oneOf = (words: readonly string[]): string =>
  `(?:${[...new Set(words)]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
    .join('|')})`;

const SIGNERS: readonly string[] = [
  ...['填报单位', '填表单位', '报送单位', '制表单位', '填报人', '填表人', '报送人', '制表人', '填表', '制表'],
  ...['经办人', '联系人', '联系电话', '汇总人', '校对', '签发'],
  ...['单位负责人', '负责人', '分管领导', '主管领导', '主要领导', '统计员', '统计人'],
  ...['审核人', '复核人', '审核', '复核', '数据来源', '盖章'],
];
const DATED = spaced('填报日期', '填表日期', '报送日期', '填报时间', '填表时间', '报送时间', '日期');
const NOTE = spaced('填表说明', '填报说明', '说明', '备注', '附注', '附件', '附表', '附', '注');
const SIGNED = spaced('签字', '签名', '签章', '盖章', '公章', '联系电话', '电话', '手机');
const END = '(?=[\\s:：;；、，,.．。()（）[【〔_＿—-]|$)';
const DIGIT = '[0-9０-９]';

/** A name may begin with these words too (日期花园, 注册公园): what follows must end the word, sign it or number it. */
const formLine = (signers: string): RegExp =>
  new RegExp(
    `^[\\s"“”*＊※]*(?:${[
      `${signers}(?:${SIGNED}|${END})`,
      `${DATED}(?:${DIGIT}{4}[年.．/-]|${END})`,
      `[(（]${SIGNED}[)）]`,
      `${NOTE}(?:[①-⑳]|(?:${DIGIT}+|[一二两三四五六七八九十]+)?${END})`,
    ].join('|')})`,
    'u',
  );
/** A word or two before a colon, as 单位：件 or 负责人（签字）：. */
const LABEL = /^[\s"“”*＊※]*\p{Script=Han}(?:\s*\p{Script=Han}){0,7}\s*(?:[(（][^()（）]{1,6}[)）]\s*)?[:：]/u;

/** The first and last characters of 总数 and 汇总. */
const ALL = '总';
const NUMBER = '数';
const maySum = (cell: string): boolean =>
  cell.includes('计') || cell[0] === ALL || cell.endsWith(ALL) || cell.endsWith(NUMBER);

/** In UTF-16 units: no sum and no line of a form says later what it is, and matching takes stack for the length of a text. */
const LOOKED_AT = 1000;
const beginning = (cell: string): string => (cell.length > LOOKED_AT ? cell.slice(0, LOOKED_AT) : cell);

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

/** A date, a page mark or the like. */
export const isDate = (cell: string): boolean => DATE.test(plain(cell));

/** What stands behind a label: of 备注：甲，乙 what stands behind the colon. */
const withoutLabel = (text: string): string => text.replace(/^[^:：]{1,16}[:：]/, '');

const splitAt = (text: string, delimiter: RegExp): string[] =>
  text.split(delimiter).map((piece) => piece.trim().replace(EDGES, ''));

const nounOf = ({ noun }: Level): string => noun.zh;

/** What the lines of a file are before they are read as records, in the words of a ruleset. */
export const lineKinds = remembered((ruleset: Pick<Ruleset, 'levels'>) => {
  const judged = judgedLevel(ruleset);
  const inside = innerLevels(ruleset);
  const inner = inside.map(nounOf);
  const units = [nounOf(judged), ...inner];
  const innermost = units.at(-1)!;
  const all = ruleset.levels.flatMap(({ noun, endings, marks }) => [noun.zh, ...endings, ...marks]);

  const FORM_LINE = formLine(spaced(...units.map((noun) => `${noun}负责人`), ...SIGNERS));
  /** Behind the word may stand how many units it is of: 合计（9个）, 合计9个社区. */
  const counted = `(?:\\([^()]*\\)|(?:共|为)?[0-9一二两三四五六七八九十百]+个?${oneOf([...units, '单位'])}?)?`;
  const of = oneOf([...all, '市', '本页']);
  const TOTAL = new RegExp(`^(合计|总计|小计)$|${of}(合计|总计|小计)$`);
  const LIKE_TOTAL = new RegExp(`(?:^|${of})(?:(小计)|合计|总计|共计|累计|总数|汇总)数?${counted}$`, 'u');

  const UNIT = new RegExp(`.${oneOf(units)}$`);
  const OWNER = inner.length === 0 ? NOBODY : new RegExp(`^(?!填报|填表|报送|所属|所在).+${oneOf(inner)}$`);
  /** How the office of a subject ends: 街道办事处. */
  const offices = judged.endings.filter((ending) => ending.startsWith(nounOf(judged)) && ending !== nounOf(judged));
  const OFFICE = new RegExp(`(?:${[OFFICES, ...offices].join('|')})(?:[(（][^()（）]{1,8}[)）])?$`);

  const least = judged.digits;
  const next = inside.find(({ digits }) => digits !== null)?.digits ?? null;
  const step = least === null || next === null ? 3 : Math.max(1, next - least);
  /** Codes of subjects, of what lies in them and of what is numbered after that; neither a date nor a telephone is one. */
  const code = least === null ? null : `[1-9]\\d{${least - 1}}(?:\\d{${step}}){0,3}`;
  const UNIT_CODE = code === null ? NOBODY : new RegExp(`(?<![\\d.-])${code}(?!\\d)`);
  const CODE_ALONE = code === null ? NOBODY : new RegExp(`^${code}$`);
  const INNER_CODE = least === null ? NOBODY : new RegExp(`^[1-9]\\d{${least + step - 1}}(?:\\d{3})*$`);
  const reporting = [...outerLevels(ruleset), judged].flatMap(({ digits }) =>
    digits === null ? [] : [`\\d{${digits - 1}}`],
  );
  const REPORT =
    reporting.length === 0 ? NOBODY : new RegExp(`[:：(（]\\s*[1-9](?:${reporting.join('|')})\\s*[)）]?\\s*$`);

  const toTotal = (cell: string): RowKind | null => {
    if (cell.length > LOOKED_AT || !maySum(cell)) return null;
    const word = plainWidth(cell).normalize('NFKC').replace(/[\s:]/gu, '');
    const sure = TOTAL.exec(word);
    if (sure) return { kind: 'total', part: (sure[1] ?? sure[2]) === '小计', sure: true };
    const like = LIKE_TOTAL.exec(word);
    return like && { kind: 'total', part: like[1] !== undefined, sure: false };
  };
  /** Whether a cell begins as lines of the form do: 填表人, 备注 …. */
  const isFormLine = (cell: string): boolean => FORM_LINE.test(beginning(cell));
  /** Whether a cell is a line of the form, or looks like one by its colon. */
  const isLabel = (cell: string): boolean => {
    const text = beginning(cell);
    return ((text.includes('：') || text.includes(':')) && LABEL.test(text)) || FORM_LINE.test(text);
  };

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
  /** Whether a cell holds the code of a unit. */
  const holdsCode = (cell: string): boolean => UNIT_CODE.test(plainWidth(cell));
  /** Whether one cell holds what looks like a row: the code of a unit, or several cells between delimiters. */
  const holdsRow = (cell: string, isValue: ValueTest): boolean => {
    if (holdsCode(cell)) return true;
    const text = withoutLabel(cell);
    if (DELIMITERS.some((delimiter) => areCells(splitAt(text, delimiter), isValue))) return true;
    const words = splitAt(text, SPACES);
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
    /**
     * What a row is before it is read: a record, a blank line, a sum (合计, 总计; 小计 sums a part), a line of the form
     * around the table (填表人 …), or a line with a single filled cell, which is only known as a note at the table's end.
     * A sum says so in its first filled cell or, behind a year or a code, where a unit has one of its `names`.
     */
    rowKind: (cells: readonly string[], names: readonly number[] = []): RowKind => {
      const filled = cells.filter((cell) => cell.trim() !== '');
      const first = filled[0];
      if (first === undefined) return { kind: 'blank' };
      let total = toTotal(first);
      for (const name of names) total ??= toTotal(cells[name] ?? '');
      if (total) return total;
      if (isFormLine(first)) return { kind: 'form', sure: true };
      if (filled.length === 1) return { kind: 'single' };
      return isLabel(first) ? { kind: 'form', sure: false } : { kind: 'record' };
    },
    /** Whether a cell says that its row is a sum: 合计, 小计 or 总计, of all or of a subject, or the like. */
    isTotal: (cell: string): boolean => toTotal(cell) !== null,
    isFormLine,
    isLabel,
    /** Whether the only filled cell of a row is known, by what it says, as a line of the form around the table. */
    isNote: (cell: string, isValue: ValueTest): boolean => {
      const text = cell.trim();
      if (holdsRow(text, isValue)) return false;
      if (isFormLine(text)) return true;
      if (isLabel(text)) return !isValue(withoutLabel(text).trim()) && !OWNER.test(text.split(/[:：]/)[0]!.trim());
      return isDate(text) || PAGE.test(plain(text)) || BRACKETED.test(text) || isSentence(text, isValue);
    },
    /** Whether a cell is the name of an office that signs, its seal or a date behind it or not; the smallest units sign nothing. */
    isOffice: (cell: string): boolean => {
      const name = plain(cell).replace(DAY_BEHIND, '');
      return OFFICE.test(name) && !name.includes(innermost);
    },
    holdsCode,
    holdsRow,
    /** Whether a line within a cell is a row of the file that a quote took in: several cells, a code or what rows hold among them. */
    isRowOfCells: (line: string, isValue: ValueTest): boolean =>
      DELIMITERS.some((delimiter) => {
        const pieces = splitAt(line, delimiter);
        return (
          pieces.length >= CELLS && (pieces.some((piece) => CODE_ALONE.test(plain(piece))) || areCells(pieces, isValue))
        );
      }),
    /** Whether a text ends in the code of one who may report for the units of a table, behind a name. */
    isReport: (text: string): boolean => REPORT.test(text),
    /** Whether it is a code of what lies in subjects: nobody reports for one. */
    isInnerCode: (text: string): boolean => INNER_CODE.test(text),
  };
});
