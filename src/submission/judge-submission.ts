import { judgeSubject } from '../judge/judge-subject.ts';
import {
  type AssessOptions,
  type Counts,
  NO_WITNESSES,
  type Result,
  type Subject,
  type Witness,
  type Witnesses,
} from '../model/assessment.ts';
import type { Rule, Ruleset } from '../model/ruleset.ts';
import { foldWidth, nameFolder } from '../records/fold-name.ts';
import type { Records } from '../records/read-records.ts';
import type { Street } from '../records/streets.ts';
import { witnessFinder } from '../records/witnesses.ts';
import { NOTHING, poolCounts } from '../tally/choose-counts.ts';
import type { Tallies } from '../tally/tallies.ts';
import { groupDistricts } from './districts.ts';
import { countedIndicators } from './street-counts.ts';
import { unitWitnesses } from './unit-witnesses.ts';

export interface Judged {
  /** The deciding streets by verdict. */
  readonly streets: Record<Result, number>;
  readonly unmatched: readonly string[];
  /** Judged again and looked up again at each call, so that no list of a nation's witnesses is held. */
  subjects(): Iterable<Subject>;
}

/** Judges every street and district of the year; `--street` limits which streets are shown and decide. */
export const judgeSubmission = (
  records: Records,
  tallies: Tallies,
  ruleset: Ruleset,
  { street: asked, witnesses: limit }: AssessOptions,
): Judged => {
  const year = records.year!;
  const fold = nameFolder(ruleset.aliases);
  const find = witnessFinder(records.index, ruleset);
  const isAsked = (street: Street, wish: string) => street.code === foldWidth(wish) || street.folded === fold(wish);
  const isShown = (street: Street) => asked.length === 0 || asked.some((wish) => isAsked(street, wish));
  const districts = groupDistricts(records.streets);
  const indicatorOf = (rule: string) => ruleset.indicators.find(({ id }) => id === rule);
  const bounded = (count: number) => (limit === 0 ? count : Math.min(count, limit));

  const countedById = new Map(
    countedIndicators(ruleset, records, tallies).map((counted) => [counted.indicator.id, counted] as const),
  );
  const countsOf = (rule: string, street: Street) => {
    const counted = countedById.get(rule);
    return counted === undefined
      ? { counts: NOTHING, whyMissing: 'share.not-submitted' as const }
      : { counts: counted.counts(street), whyMissing: counted.whyMissing };
  };

  const unplaced = (street: Street, field: string): Witness => ({
    code: street.code,
    name: street.name,
    place: null,
    field,
    heading: null,
    text: null,
  });

  /** The street's own cell of `field`; without a row in a streets table there is none. */
  const ownCell = (street: Street, field: string): Witness =>
    street.fromTable ? find(street.row, field) : unplaced(street, field);

  const look = { limit, find, ownCell };
  const witnessesOf = (rule: Rule, streets: readonly Street[]): Witnesses => {
    const counted = countedById.get(rule.id);
    return counted === undefined ? NO_WITNESSES : unitWitnesses(counted, streets, look);
  };

  const judgeStreet = (street: Street): Subject =>
    judgeSubject(
      {
        scope: 'street',
        code: street.code,
        name: street.name,
        year,
        counts: (rule) => countsOf(rule, street),
        veto: (field) => ({
          value: street.values[field] ?? null,
          whyMissing: !street.fromTable
            ? 'veto.not-submitted'
            : records.hasColumns('streets', [field])
              ? 'veto.blank'
              : 'veto.column-absent',
        }),
        witnesses: (rule) => {
          if (rule.kind === 'share') return witnessesOf(rule, [street]);
          const value = street.values[rule.field];
          if (value !== undefined && rule.holds(value)) return NO_WITNESSES;
          const own = [ownCell(street, rule.field)];
          return { ...NO_WITNESSES, ...(value === undefined ? { unknown: own } : { failing: own }) };
        },
      },
      ruleset,
    );

  const verdicts = records.streets.map((street) => judgeStreet(street).verdict);

  const judgeDistrict = ({ code, name, streets }: (typeof districts)[number]): Subject => {
    const byVerdict = (verdict: Result) => streets.filter((street) => verdicts[street.index] === verdict);
    const named = (): Counts => {
      const [met, failed, unknown] = [byVerdict('pass'), byVerdict('fail'), byVerdict('unknown')].map(
        ({ length }) => length,
      );
      return { met: met!, of: met! + failed! + unknown!, unknown: unknown!, source: 'register' };
    };
    const streetList = (verdict: Result) => {
      const all = byVerdict(verdict);
      const shown = all.slice(0, bounded(all.length)).map((street) => ownCell(street, 'verdict'));
      return { shown, omitted: all.length - shown.length };
    };
    return judgeSubject(
      {
        scope: 'district',
        code,
        name,
        year,
        counts: (rule) => {
          if (indicatorOf(rule)?.of === 'streets') return { counts: named() };
          const counts = poolCounts(streets.map((street) => countsOf(rule, street).counts));
          return { counts, whyMissing: 'share.street-not-submitted' };
        },
        veto: () => ({ value: null, whyMissing: 'veto.not-submitted' }),
        witnesses: (rule) => {
          if (indicatorOf(rule.id)?.of !== 'streets') return witnessesOf(rule, streets);
          const [failing, unknown] = [streetList('fail'), streetList('unknown')];
          return {
            failing: failing.shown,
            unknown: unknown.shown,
            omitted: { failing: failing.omitted, unknown: unknown.omitted },
          };
        },
      },
      ruleset,
    );
  };

  const streets: Record<Result, number> = { pass: 0, fail: 0, unknown: 0, 'not-applicable': 0 };
  for (const street of records.streets) if (isShown(street)) streets[verdicts[street.index]!]++;
  return {
    streets,
    unmatched: asked.filter((wish) => !records.streets.some((street) => isAsked(street, wish))),
    *subjects() {
      for (const district of districts) {
        for (const street of district.streets) if (isShown(street)) yield judgeStreet(street);
        yield judgeDistrict(district);
      }
    },
  };
};
