import type { Facts } from '../judge/judge-subject.ts';
import type { Counts, Result, Witnesses } from '../model/assessment.ts';
import type { Records } from '../records/read-records.ts';
import type { Street } from '../records/streets.ts';
import { poolCounts } from '../tally/choose-counts.ts';
import type { District } from './districts.ts';
import type { Evidence } from './evidence.ts';

/** The streets of a district as units of an indicator over streets; those that are not applicable are not in it. */
const countVerdicts = (verdicts: readonly Result[]): Counts => {
  const count = (verdict: Result) => verdicts.filter((other) => other === verdict).length;
  const [met, unknown] = [count('pass'), count('unknown')];
  return { met, of: met + count('fail') + unknown, unknown, source: 'register' };
};

/** A district as a subject: its streets' units pooled, its streets' verdicts (by index of the street); it has no vetoes. */
export const districtFacts = (
  { code, name, streets }: District,
  verdicts: readonly Result[],
  records: Records,
  evidence: Evidence,
): Facts => {
  const verdictOf = ({ index }: Street): Result => verdicts[index]!;

  const streetsThatAre = (verdict: Result) => {
    const all = streets.filter((street) => verdictOf(street) === verdict);
    const listed = all.slice(0, evidence.limit === 0 ? all.length : evidence.limit);
    return { listed: listed.map((street) => evidence.ownCell(street, 'verdict')), omitted: all.length - listed.length };
  };

  const verdictWitnesses = (): Witnesses => {
    const [failing, unknown] = [streetsThatAre('fail'), streetsThatAre('unknown')];
    return {
      failing: failing.listed,
      unknown: unknown.listed,
      omitted: { failing: failing.omitted, unknown: unknown.omitted },
    };
  };

  return {
    scope: 'district',
    code,
    name,
    year: records.year!,
    counts: (rule) =>
      evidence.isOverStreets(rule)
        ? { counts: countVerdicts(streets.map(verdictOf)) }
        : {
            counts: poolCounts(streets.map((street) => evidence.counts(rule, street).counts)),
            whyMissing: 'share.street-not-submitted',
          },
    veto: () => ({ value: null, whyMissing: 'veto.not-submitted' }),
    witnesses: ({ id }) => (evidence.isOverStreets(id) ? verdictWitnesses() : evidence.witnesses(id, streets)),
  };
};
