import type { Result, ShareFinding } from '../../model/assessment.ts';
import type { ShareRule } from '../../model/ruleset.ts';
import { formatPercent, isAll } from '../../model/share.ts';

/** A share that can be drawn: counts of the worst and the best case, and their percentages as printed. */
export interface ShareFigures {
  readonly met: number;
  readonly best: number;
  readonly of: number;
  readonly least: string;
  readonly most: string;
}

/** Null where counts are missing or there is nothing to count. */
export const shareFigures = ({ met, of, unknown, atLeast }: ShareFinding): ShareFigures | null => {
  if (met === null || of === null || of === 0) return null;
  const best = met + (unknown ?? 0);
  return { met, best, of, least: formatPercent(met, of, atLeast), most: formatPercent(best, of, atLeast) };
};

export const countText = ({ met, best, of }: ShareFigures): string =>
  best === met ? `${met}/${of}` : `${met}–${best}/${of}`;

export const percentText = ({ met, best, least, most }: ShareFigures): string =>
  best === met ? `${least}%` : `${least}–${most}%`;

/** As a submission gives it that is not whole. */
export const partialCount = ({ met, of }: ShareFinding): string =>
  met === null ? '' : of === null ? `${met}/?` : `${met}/${of}`;

/** A picture has so many lines; beyond, the lowest subjects are drawn, those one would look for. */
const DRAWN = 24;
/** So many names stand in the note on targets that mean all units. */
const NAMED = 3;

export interface ShareLine extends ShareFigures {
  readonly name: string;
  readonly result: Result;
}

const isLower = (a: ShareLine, b: ShareLine): boolean => a.met * b.of < b.met * a.of;

/** What a picture of one rule shows, gathered one by one. */
export class ShareSurvey {
  readonly rule: ShareRule;
  readonly #lines: ShareLine[] = [];
  readonly #meansAll: { name: string; of: number }[] = [];
  #meansAllCount = 0;
  #subjects = 0;
  #reached = 0;
  #withFigures = 0;
  #full = 0;

  constructor(rule: ShareRule) {
    this.rule = rule;
  }

  add(name: string, finding: ShareFinding): void {
    this.#subjects++;
    if (finding.result === 'pass') this.#reached++;
    const figures = shareFigures(finding);
    if (figures === null) return;
    this.#withFigures++;
    if (figures.met === figures.of) this.#full++;
    this.#draw({ ...figures, name, result: finding.result });
    if (finding.effectiveTarget !== finding.of || isAll(this.rule.atLeast)) return;
    this.#meansAllCount++;
    if (this.#meansAll.length < NAMED) this.#meansAll.push({ name, of: figures.of });
  }

  /** The lowest first; of equal ones the earlier. */
  get lines(): readonly ShareLine[] {
    return this.#lines;
  }

  get counts() {
    return { subjects: this.#subjects, reached: this.#reached, withFigures: this.#withFigures };
  }

  /** Whether every subject has all of its units: a picture would show a row of dots at 100 %. */
  get isFull(): boolean {
    return this.#subjects > 0 && this.#full === this.#subjects;
  }

  /** Subjects so small that the target means all of their units. */
  get meansAll() {
    return { named: this.#meansAll, total: this.#meansAllCount };
  }

  #draw(line: ShareLine): void {
    let at = this.#lines.length;
    while (at > 0 && isLower(line, this.#lines[at - 1]!)) at--;
    this.#lines.splice(at, 0, line);
    if (this.#lines.length > DRAWN) this.#lines.pop();
  }
}
