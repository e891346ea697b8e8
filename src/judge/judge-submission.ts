import { type AssessOptions, type NearStreets, NO_WITNESSES, type Result, type Subject } from '../model/assessment.ts';
import type { StreetState } from '../model/plan.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { askedStreets } from '../register/asked-streets.ts';
import type { Records } from '../register/read-records.ts';
import { witnessFinder } from '../register/witnesses.ts';
import { districtFacts } from './district-facts.ts';
import type { District } from './districts.ts';
import { evidenceOf } from './evidence.ts';
import { subjectJudge } from './judge-subject.ts';
import type { CountedIndicator } from './street-counts.ts';
import { streetFacts } from './street-facts.ts';
import { streetStates } from './street-states.ts';

export interface Judged {
  /** The deciding streets by verdict. */
  readonly streets: Record<Result, number>;
  /** Streets asked for that there are not. */
  readonly unmatched: readonly string[];
  near(): NearStreets;
  /** Judged again and looked up again at each call, so that no list of a nation's witnesses is held. */
  subjects(): Iterable<Subject>;
  /** The deciding streets in the same order, with all that a plan asks of them. */
  states(): Iterable<StreetState>;
}

/**
 * Judges every street and district of the year. `--street` limits which streets are shown and decide; of the districts
 * those of a shown street are shown, and stay whole.
 */
export const judgeSubmission = (
  indicators: readonly CountedIndicator[],
  records: Records,
  districts: readonly District[],
  ruleset: Ruleset,
  options: AssessOptions,
): Judged => {
  const judge = subjectJudge(ruleset);
  const find = witnessFinder(records.index, ruleset);
  const newEvidence = () => evidenceOf(indicators, find, ruleset, options.witnesses);
  const { isShown, unmatched, near } = askedStreets(options.street, records.streets, ruleset);

  const whole = newEvidence();
  const verdicts = records.streets.map((street) => judge.verdict(streetFacts(street, records, whole)));
  const streets: Record<Result, number> = { pass: 0, fail: 0, unknown: 0, 'not-applicable': 0 };
  for (const street of records.streets) if (isShown(street)) streets[verdicts[street.index]!]++;

  return {
    streets,
    unmatched,
    near,
    *subjects() {
      for (const district of districts) {
        if (!district.streets.some(isShown)) continue;
        const evidence = newEvidence();
        for (const street of district.streets) {
          if (isShown(street)) yield judge.subject(streetFacts(street, records, evidence));
        }
        yield judge.subject(districtFacts(district, verdicts, records, evidence));
      }
    },
    *states() {
      const toState = streetStates(indicators, records, ruleset);
      for (const { streets: own } of districts) {
        for (const street of own) {
          if (isShown(street))
            yield toState(
              street,
              judge.subject({ ...streetFacts(street, records, whole), witnesses: () => NO_WITNESSES }),
            );
        }
      }
    },
  };
};
