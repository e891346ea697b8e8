import type { CountSource } from '../../model/assessment.ts';
import type { Percent } from '../../model/share.ts';

/** Slots come in as ready figures and lists of names; every text is a part of one sentence. */
export interface ReasonWords {
  /** `cited` is blank where the clause stands beside the sentence. */
  readonly sentence: (label: string, cited: string, body: string) => string;
  readonly target: (atLeast: Percent, target: number | null, of: number | null) => string;
  readonly figures: (met: number, of: number, percent: string, source: CountSource) => string;
  readonly names: (names: readonly string[], total: number) => string;
  readonly nameless: string;
  readonly failing: (names: string) => string;
  readonly unknown: (names: string) => string;
  /** Of the units that are not known, how many no record tells of. */
  readonly missing: (count: number) => string;
  readonly pass: (figures: string, margin: number) => string;
  readonly passDespiteUnknown: (figures: string, unknown: number) => string;
  readonly fail: (figures: string, shortfall: number) => string;
  readonly failDespiteUnknown: (figures: string, shortfall: number, unknown: number, best: string) => string;
  readonly open: (figures: string, unknown: number, worst: string, best: string, shortfall: number) => string;
  readonly totalUnknown: (met: number | null) => string;
  readonly notSubmitted: string;
  readonly noUnits: string;
  readonly columnAbsent: string;
  readonly streetNotSubmitted: string;
  readonly empty: string;
  readonly vetoPass: string;
  readonly vetoFail: string;
  readonly vetoBlank: string;
  readonly vetoColumnAbsent: string;
  readonly vetoNotSubmitted: string;
  readonly notInForce: (year: number | null, from: number | undefined) => string;
  readonly requiredFrom: (from: number) => string;
  readonly advisory: string;
}
