import { type Counts, NO_WITNESSES, type Witness, type Witnesses } from '../model/assessment.ts';
import type { Street } from '../register/street.ts';
import type { Deciding } from '../register/witnesses.ts';
import type { CountedIndicator } from './street-counts.ts';
import { decisionOf } from './weigh.ts';

interface Look {
  /** Bound of each list; 0 = all. */
  readonly limit: number;
  find(row: number, deciding: Deciding): Witness;
  /** The street's own cell of a field. */
  ownCell(street: Street, field: string): Witness;
}

interface Part {
  readonly street: Street;
  readonly counts: Counts;
}

const isClear = ({ met, of }: Counts): boolean => of !== null && met === of;

const decidingOf = ({ indicator: { condition } }: CountedIndicator): Deciding =>
  condition.fields.length === 1
    ? condition.fields[0]!
    : { fields: condition.fields, decide: (record) => decisionOf(condition, record) };

/**
 * The units that fail an indicator or leave it open, of one street or of a district's streets together; for a street
 * that gives only a summary, or nothing, the street itself. Units that are missing from a register have no row: behind
 * the others stands the total in which their street declares them.
 */
export const unitWitnesses = (counted: CountedIndicator, streets: readonly Street[], look: Look): Witnesses => {
  if (streets.every((street) => isClear(counted.counts(street)))) return NO_WITNESSES;
  const parts = streets
    .map((street): Part => ({ street, counts: counted.counts(street) }))
    .filter(({ counts }) => !isClear(counts));
  const { limit } = look;
  const deciding = decidingOf(counted);
  const registered = parts.filter(({ counts }) => counts.source === 'register');
  const summarised = parts.filter(({ counts }) => counts.source === 'summary');
  const silent = parts.filter(
    ({ street, counts }) => counts.source === null && (streets.length > 1 || street.fromTable),
  );
  const open = summarised.filter(({ counts: { unknown, of } }) => of === null || unknown! > 0);
  const short = summarised.filter((part) => !open.includes(part));
  const declaring = registered.filter(({ counts }) => counts.missing > 0);

  const fields = counted.indicator.counted;
  const ownCell = ({ street, counts: { source } }: Part) =>
    look.ownCell(street, (source === 'summary' ? fields?.met : fields?.of) ?? 'name');

  const list = (outcome: 'no' | 'unknown', total: number, others: readonly Part[]) => {
    const rows = registered.flatMap(({ street }) => counted.tally.rows(street.index, outcome));
    if (registered.length > 1) rows.sort((a, b) => a - b);
    const room = limit === 0 ? Number.POSITIVE_INFINITY : limit;
    const units = rows.slice(0, room).map((row) => look.find(row, deciding));
    const streetsThemselves = others.slice(0, room - units.length).map(ownCell);
    const listed = [...units, ...streetsThemselves];
    return { listed, omitted: total + others.length - listed.length };
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
  return {
    failing: failing.listed,
    unknown: unknown.listed,
    omitted: { failing: failing.omitted, unknown: unknown.omitted },
  };
};
