import { isAll } from '../../model/share.ts';
import type { ReasonWords } from './reason-words.ts';

const SOURCES = { register: '', summary: ', from the summary', mixed: ', partly from the summary' } as const;

export const en: ReasonWords = {
  sentence: (label, cited, body) =>
    `${label.charAt(0).toUpperCase()}${label.slice(1)}${cited === '' ? '' : ` (${cited})`}: ${body}.`,
  target: (atLeast, target, of) => {
    const share = isAll(atLeast) ? '100% required' : `at least ${atLeast}% required`;
    if (target === null || of === null) return share;
    return target === of ? `${share}, that is all ${of}` : `${share}, that is ${target} of ${of}`;
  },
  figures: (met, of, percent, source) => `${met}/${of} (${percent}%${SOURCES[source ?? 'register']})`,
  names: (names, total) =>
    total > names.length ? `${names.join(', ')} and ${total - names.length} more` : names.join(', '),
  nameless: '(no name)',
  failing: (names) => `; not met by ${names}`,
  unknown: (names) => `; not known of ${names}`,
  missing: (count) => `; of the units not known ${count} were not handed in`,
  pass: (figures, margin) => `; reached with ${figures}${margin > 0 ? `, ${margin} more than needed` : ''}`,
  passDespiteUnknown: (figures, unknown) => `; reached with ${figures} whatever becomes of the ${unknown} not known`,
  fail: (figures, shortfall) => `; missed with ${figures}, ${shortfall} short`,
  failDespiteUnknown: (figures, shortfall, unknown, best) =>
    `; missed with ${figures}, ${shortfall} short, and the ${unknown} not known would make it ${best} at best`,
  open: (figures, unknown, worst, best, shortfall) =>
    `; so far ${figures} with ${unknown} not known, so between ${worst}% and ${best}%: undecided, it takes ${shortfall} of them`,
  totalUnknown: (met) =>
    met === null
      ? '; undecided, the total is not given or cannot be read'
      : `; undecided, ${met} are given that meet it, but the total is not given or cannot be read`,
  notSubmitted:
    '; undecided, neither records nor summary counts of this year were handed in, and one of them has to be',
  noUnits:
    '; undecided, the records handed in have no unit of this street and there are no summary counts: hand them in, or declare a total of 0 if there are none',
  columnAbsent: '; undecided, the records lack a column that this needs',
  streetNotSubmitted: '; undecided, the counts of a street are missing or incomplete, so the district has no sum',
  empty: '; not applicable, there is no unit to count (0/0)',
  vetoPass: 'passed, no veto',
  vetoFail: 'failed, and this veto fails the year',
  vetoBlank: 'undecided, the result was left blank and must be filled in',
  vetoColumnAbsent: 'undecided, the streets table has no column for it',
  vetoNotSubmitted: 'undecided, no streets table with this street was handed in',
  notInForce: (year, from) =>
    `not applicable${year === null ? '' : ` to ${year}`}, the scheme ${from === undefined ? 'was not in force' : `is in force from ${from}`}`,
  requiredFrom: (from) => `; within the target period, advisory until it is required from ${from}`,
  advisory: '; advisory only, it does not decide',
};
