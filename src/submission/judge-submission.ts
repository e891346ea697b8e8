import { judgeSubject } from '../judge/judge-subject.ts';
import type { AssessOptions, Counts, Result, Subject, Witness, Witnesses } from '../model/assessment.ts';
import type { Rule, Ruleset } from '../model/ruleset.ts';
import { foldWidth, nameFolder } from '../records/fold-name.ts';
import type { Records } from '../records/read-records.ts';
import type { Street } from '../records/streets.ts';
import { witnessFinder } from '../records/witnesses.ts';
import { NOTHING, poolCounts } from '../tally/choose-counts.ts';
import type { Tallies } from '../tally/tallies.ts';
import { decidingField } from '../tally/weigh.ts';
import { groupDistricts } from './districts.ts';
import { countedIndicators } from './street-counts.ts';

export interface Judged {
  /** The deciding streets by verdict. */
  readonly streets: Record<Result, number>;
  readonly unmatched: readonly string[];
  /** Judged again and looked up again at each call, so that no list of a nation's witnesses is held. */
  subjects(): Iterable<Subject>;
}

const NONE: Witnesses = { failing: [], unknown: [], omitted: { failing: 0, unknown: 0 } };

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

  const unitWitnesses = (rule: Rule, streets: readonly Street[]): Witnesses => {
    const indicator = indicatorOf(rule.id);
    if (!indicator) return NONE;
    const decide = (record: Parameters<typeof indicator.condition.outcome>[0]) =>
      decidingField(indicator.condition, record);
    const sources = streets.map((street) => ({ street, counts: countsOf(rule.id, street).counts }));
    const list = (outcome: 'no' | 'unknown') => {
      const rows = sources
        .filter((part) => part.counts.source === 'register')
        .flatMap(({ street }) => countedById.get(rule.id)!.tally.rows(street.index, outcome));
      const total = sources.reduce((sum, { counts: { source, met, of, unknown } }) => {
        if (source !== 'register') return sum;
        return sum + (outcome === 'unknown' ? unknown! : of! - met! - unknown!);
      }, 0);
      const kept = streets.length === 1 ? rows : rows.sort((a, b) => a - b);
      const units = kept.slice(0, bounded(kept.length)).map((row) => find(row, decide));
      return { units, omitted: total - units.length };
    };
    const summaries = sources.filter(({ counts: { source } }) => source === 'summary');
    const short = summaries.filter(({ counts: { met, of } }) => met !== null && of !== null && met < of);
    const missing = streets.length > 1 ? sources.filter(({ counts: { source } }) => source === null) : [];
    const open = summaries.filter(({ counts: { unknown, of } }) => of === null || unknown! > 0);
    const failing = list('no');
    const unknown = list('unknown');
    const summed = (parts: typeof summaries, room: number) =>
      parts
        .slice(0, limit === 0 ? parts.length : room)
        .map(({ street }) => ownCell(street, indicator.counted?.met ?? 'name'));
    const shortOnly = short.filter((part) => !open.includes(part));
    const moreFailing = summed(shortOnly, limit - failing.units.length);
    const moreUnknown = summed([...open, ...missing], limit - unknown.units.length);
    return {
      failing: [...failing.units, ...moreFailing],
      unknown: [...unknown.units, ...moreUnknown],
      omitted: {
        failing: failing.omitted + shortOnly.length - moreFailing.length,
        unknown: unknown.omitted + open.length + missing.length - moreUnknown.length,
      },
    };
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
          if (rule.kind === 'share') return unitWitnesses(rule, [street]);
          const value = street.values[rule.field];
          if (value !== undefined && rule.holds(value)) return NONE;
          const own = [ownCell(street, rule.field)];
          return { ...NONE, ...(value === undefined ? { unknown: own } : { failing: own }) };
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
          if (indicatorOf(rule.id)?.of !== 'streets') return unitWitnesses(rule, streets);
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
