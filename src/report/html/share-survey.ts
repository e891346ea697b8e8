import type { Result, ShareFinding } from '../../model/assessment.ts';
import type { ShareRule } from '../../model/ruleset.ts';
import { isAll } from '../../model/share.ts';
import { Lowest } from './lowest.ts';
import { type ShareFigures, shareFigures } from './share-figures.ts';

/** A picture has so many lines; beyond, the lowest streets are drawn, those one would look for. */
const DRAWN = 24;
/** So many names stand in the note on targets that mean all units. */
const NAMED = 3;

export interface ShareLine extends ShareFigures {
  readonly name: string;
  readonly result: Result;
}

/** What a picture of one rule shows, gathered street by street. */
export class ShareSurvey {
  readonly rule: ShareRule;
  readonly #lines = new Lowest<ShareLine>(DRAWN, (a, b) => a.met * b.of - b.met * a.of);
  readonly #meansAll: { name: string; of: number }[] = [];
  #meansAllCount = 0;
  #streets = 0;
  #reached = 0;
  #withFigures = 0;
  #full = 0;

  constructor(rule: ShareRule) {
    this.rule = rule;
  }

  add(name: string, finding: ShareFinding): void {
    this.#streets++;
    if (finding.result === 'pass') this.#reached++;
    const figures = shareFigures(finding);
    if (figures === null) return;
    this.#withFigures++;
    if (figures.met === figures.of) this.#full++;
    this.#lines.add({ ...figures, name, result: finding.result });
    if (finding.effectiveTarget !== finding.of || isAll(this.rule.atLeast)) return;
    this.#meansAllCount++;
    if (this.#meansAll.length < NAMED) this.#meansAll.push({ name, of: figures.of });
  }

  get lines(): readonly ShareLine[] {
    return this.#lines.items;
  }

  get counts() {
    return { streets: this.#streets, reached: this.#reached, withFigures: this.#withFigures };
  }

  /** Whether every street has all of its units: a picture would show a row of dots at 100 %. */
  get isFull(): boolean {
    return this.#streets > 0 && this.#full === this.#streets;
  }

  /** Streets so small that the target means all of their units. */
  get meansAll() {
    return { named: this.#meansAll, total: this.#meansAllCount };
  }
}
