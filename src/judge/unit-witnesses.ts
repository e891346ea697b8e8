import { type CountSource, type Counts, NO_WITNESSES, type Witness, type Witnesses } from '../model/assessment.ts';
import { tellApart } from '../model/tell-apart.ts';
import { holderNames } from '../register/register.ts';
import type { Subject } from '../register/subjects.ts';
import type { CountedIndicator } from './indicator-counts.ts';

interface Look {
  /** Bound of each list. */
  readonly limit: number;
  /** The record of a unit, by the cells at which the indicator was decided. */
  find(unit: number): Witness;
  /** The names of what a unit lies in. */
  around(unit: number): readonly string[];
  /** The subject's own cell of a field. */
  ownCell(subject: Subject, field: string): Witness;
}

interface Part {
  readonly subject: Subject;
  readonly counts: Counts;
}

/** The first of those that fail, or of those that are open. */
interface Listed {
  readonly listed: readonly Witness[];
  readonly omitted: number;
  /** What the one at a position lies in. */
  around(at: number): readonly string[];
}

/** Both lists, those of one name told apart in the two together. */
export const witnessesOf = (failing: Listed, unknown: Listed): Witnesses => {
  const { length } = failing.listed;
  const all = [...failing.listed, ...unknown.listed];
  if (all.length === 0) return NO_WITNESSES;
  const told = tellApart(all, (_, at) => (at < length ? failing.around(at) : unknown.around(at - length)));
  return {
    failing: told.slice(0, length),
    unknown: told.slice(length),
    omitted: { failing: failing.omitted, unknown: unknown.omitted },
  };
};

const isClear = ({ met, of }: Counts): boolean => of !== null && met === of;

/**
 * The units that fail an indicator or leave it open, of one subject or of several together; for a subject
 * that gives only a summary, or nothing, the subject itself. Units that are missing from a register have no row: behind
 * the others stands the total in which their subject declares them.
 */
export const unitWitnesses = (counted: CountedIndicator, subjects: readonly Subject[], look: Look): Witnesses => {
  const parts = subjects
    .map((subject): Part => ({ subject, counts: counted.counts(subject) }))
    .filter(({ counts }) => !isClear(counts));
  if (parts.length === 0) return NO_WITNESSES;
  const from = (source: CountSource) => parts.filter(({ counts }) => counts.source === source);
  const registered = from('register');
  const summarised = from('summary');
  const silent = from(null).filter(({ subject }) => subjects.length > 1 || subject.fromTable);
  const short = summarised.filter(({ counts }) => counts.unknown === 0);
  const open = summarised.filter(({ counts }) => counts.unknown !== 0);
  const declaring = registered.filter(({ counts }) => counts.missing > 0);

  const ownCell = ({ subject, counts: { source } }: Part) =>
    look.ownCell(subject, counted.indicator.counted?.[source === 'summary' ? 'met' : 'of'] ?? 'name');

  const list = (outcome: 'no' | 'unknown', others: readonly Part[]): Listed => {
    const found = registered.flatMap(({ subject }) => counted.which(subject, outcome)).sort((a, b) => a - b);
    const units = found.slice(0, look.limit);
    const themselves = others.slice(0, look.limit - units.length);
    return {
      listed: [...units.map(look.find), ...themselves.map(ownCell)],
      around: (at: number) =>
        at < units.length ? look.around(units[at]!) : holderNames(themselves[at - units.length]!.subject.outer),
      omitted: found.length + others.length - units.length - themselves.length,
    };
  };

  return witnessesOf(list('no', short), list('unknown', [...declaring, ...open, ...silent]));
};
