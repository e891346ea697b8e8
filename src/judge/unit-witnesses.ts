import { type Counts, NO_WITNESSES, type Witness, type Witnesses } from '../model/assessment.ts';
import { tellApart } from '../model/tell-apart.ts';
import { holderNames } from '../register/register.ts';
import type { Subject } from '../register/subjects.ts';
import type { CountedIndicator } from './indicator-counts.ts';

interface Look {
  /** Bound of each list; 0 = all. */
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

const isClear = ({ met, of }: Counts): boolean => of !== null && met === of;

/**
 * The units that fail an indicator or leave it open, of one subject or of several together; for a subject
 * that gives only a summary, or nothing, the subject itself. Units that are missing from a register have no row: behind
 * the others stands the total in which their subject declares them.
 */
export const unitWitnesses = (counted: CountedIndicator, subjects: readonly Subject[], look: Look): Witnesses => {
  if (subjects.every((subject) => isClear(counted.counts(subject)))) return NO_WITNESSES;
  const parts = subjects
    .map((subject): Part => ({ subject, counts: counted.counts(subject) }))
    .filter(({ counts }) => !isClear(counts));
  const { limit } = look;
  const registered = parts.filter(({ counts }) => counts.source === 'register');
  const summarised = parts.filter(({ counts }) => counts.source === 'summary');
  const silent = parts.filter(
    ({ subject, counts }) => counts.source === null && (subjects.length > 1 || subject.fromTable),
  );
  const open = summarised.filter(({ counts: { unknown, of } }) => of === null || unknown! > 0);
  const short = summarised.filter((part) => !open.includes(part));
  const declaring = registered.filter(({ counts }) => counts.missing > 0);

  const fields = counted.indicator.counted;
  const ownCell = ({ subject, counts: { source } }: Part) =>
    look.ownCell(subject, (source === 'summary' ? fields?.met : fields?.of) ?? 'name');

  const list = (outcome: 'no' | 'unknown', total: number, others: readonly Part[]) => {
    const found = registered.flatMap(({ subject }) => counted.which(subject, outcome));
    if (registered.length > 1) found.sort((a, b) => a - b);
    const room = limit === 0 ? Number.POSITIVE_INFINITY : limit;
    const units = found.slice(0, room);
    const subjectsThemselves = others.slice(0, room - units.length);
    const listed = [...units.map(look.find), ...subjectsThemselves.map(ownCell)];
    const around = [
      ...units.map((unit) => () => look.around(unit)),
      ...subjectsThemselves.map(
        ({ subject }) =>
          () =>
            holderNames(subject.outer),
      ),
    ];
    return { listed, around, omitted: total + others.length - listed.length };
  };

  const sum = (count: (counts: Counts) => number) => registered.reduce((total, { counts }) => total + count(counts), 0);
  const failing = list(
    'no',
    sum(({ met, of, unknown }) => of! - met! - unknown!),
    short,
  );
  const unknown = list(
    'unknown',
    sum((counts) => counts.unknown! - counts.missing),
    [...declaring, ...open, ...silent],
  );
  const around = [...failing.around, ...unknown.around];
  const told = tellApart([...failing.listed, ...unknown.listed], (_, at) => around[at]!());
  return {
    failing: told.slice(0, failing.listed.length),
    unknown: told.slice(failing.listed.length),
    omitted: { failing: failing.omitted, unknown: unknown.omitted },
  };
};
