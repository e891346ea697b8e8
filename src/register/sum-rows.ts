import { judgedLevel, outerLevels } from '../model/levels.ts';
import type { Level } from '../model/ruleset.ts';
import { type Codes, codesOf } from './codes.ts';
import type { Column, Columns } from './columns.ts';
import { foldWidth } from './fold-name.ts';
import type { TotalsCheck } from './totals-check.ts';

/**
 * What a row is that does not say 合计 but goes by the name or code of what its units are in: the sum of its subject
 * (`part`) or of what is around that (`total`), or a unit that may be a sum.
 */
type Likeness = 'part' | 'total' | 'doubtful';

type LikeSum = (cells: readonly string[], last: string) => Likeness | undefined;

const DIGITS = /^\d+$/;

/** A figure among codes that show where a unit lies is no code. */
export const isMerelyFigure = (code: string, last: string, { least }: Codes): boolean =>
  last.length >= least && DIGITS.test(last) && code.length < least && DIGITS.test(code);

/** Whether a name is more than one of these endings and ends in it. */
const endsIn = (name: string, endings: readonly string[]): string | undefined =>
  endings.find((ending) => name.length > ending.length && name.endsWith(ending));

const endingsOf = ({ noun, endings, marks }: Level): readonly string[] => [...endings, noun.zh, ...marks];

/**
 * Tells rows of sums by what they are named. `last` is the code of the record above. One without figures is no sum: its
 * row may be torn.
 */
export const sumRowTest = (
  columns: Columns,
  isJudged: (cells: readonly string[]) => boolean,
  totals: Pick<TotalsCheck, 'fits' | 'hasFigures'>,
): LikeSum => {
  const { ruleset, level } = columns;
  const judged = judgedLevel(ruleset);
  const codes = codesOf(ruleset);
  const read = (column: Column | undefined, cells: readonly string[]): string =>
    foldWidth(column?.text(cells[column.cell] ?? '') ?? '');

  /** Units named as what they are in are nothing rare (沙头角): the full name of the subject counts. */
  const fullEndings = endingsOf(judged).filter((ending) => ending.includes(judged.noun.zh));
  const bare = (name: string): string => name.slice(0, name.length - (endsIn(name, fullEndings)?.length ?? 0));

  const inSubject: LikeSum = (cells, last) => {
    const [parent] = columns.parents;
    const name = read(columns.name, cells);
    const subject = read(parent?.name, cells);
    const code = read(columns.code, cells);
    const isFull = endsIn(name, fullEndings) !== undefined;
    const amongLonger =
      code.length === judged.digits && (last === '' ? isFull : last.length > (judged.digits ?? last.length));
    const isPadded = codes.isOf(code, judged) && code.length > judged.digits!;
    const isOfSubject =
      code !== '' && (code === read(parent?.code, cells) || isPadded || (DIGITS.test(code) && amongLonger));
    if (code !== '' && !isOfSubject && !isMerelyFigure(code, last, codes)) return undefined;
    const isItsOwn = isFull && (subject === '' || bare(subject) === bare(name));
    if (!isFull && !isOfSubject && (name === '' || name !== subject)) return undefined;
    if (isJudged(cells) || endsIn(name, endingsOf(level)) !== undefined) return 'doubtful';
    const saysSum = isItsOwn || (isOfSubject && !isFull) || totals.fits(cells);
    return saysSum && totals.hasFigures(cells) ? 'part' : 'doubtful';
  };

  const outer = outerLevels(ruleset).at(-1);
  const marks = outer?.marks ?? [];
  const isOfOuter = (code: string): boolean => {
    const digits = outer?.digits ?? null;
    return digits !== null && code.length >= digits && /^[1-9]\d*$/.test(code) && /^0*$/.test(code.slice(digits));
  };

  const ofSubjects: LikeSum = (cells, last) => {
    const name = read(columns.name, cells);
    const code = read(columns.code, cells);
    const isAlike = name !== '' && name === read(columns.parents.at(-1)?.name, cells);
    const isMarked = endsIn(name, marks) !== undefined;
    const isWhole = marks.some((mark) => name === `全${mark}`) || (isAlike && isMarked);
    const isCoded = isOfOuter(code) && (code.length > outer!.digits! || last.length !== outer!.digits);
    if (code !== '' && !isCoded && !isMerelyFigure(code, last, codes)) return isWhole ? 'doubtful' : undefined;
    if (isWhole) return 'total';
    if (isCoded && endsIn(`.${name}`, endingsOf(judged)) !== undefined) return 'doubtful';
    if (isCoded && (isMarked || !isJudged(cells))) return totals.hasFigures(cells) ? 'total' : 'doubtful';
    if (isAlike && !isJudged(cells) && totals.fits(cells)) return 'total';
    return isCoded || isAlike || (isMarked && !isJudged(cells)) ? 'doubtful' : undefined;
  };

  if (level.judged) return ofSubjects;
  return columns.parents.length === 1 ? inSubject : () => undefined;
};
