import type { ReasonWords } from './reason-words.ts';

export const en: ReasonWords = {
  sentence: (label, clause, body) => `${label} (clause ${clause}): ${body}.`,
  target: (atLeast, target, of) => {
    const share = atLeast.startsWith('100') ? '100% required' : `at least ${atLeast}% required`;
    if (target === null || of === null) return share;
    return target === of ? `${share}, that is all ${of}` : `${share}, that is ${target} of ${of}`;
  },
  figures: (met, of, percent, fromSummary) => `${met}/${of} (${percent}%${fromSummary ? ', from the summary' : ''})`,
  names: (names, total) =>
    total > names.length ? `${names.join(', ')} and ${total - names.length} more` : names.join(', '),
  nameless: '(no name)',
  failing: (names) => `; not met by ${names}`,
  unknown: (names) => `; not known of ${names}`,
  missing: (names) => `; nothing from ${names}`,
  pass: (figures, margin) => `; reached with ${figures}${margin > 0 ? `, ${margin} more than needed` : ''}`,
  passDespiteUnknown: (figures, unknown) =>
    `; reached with ${figures} whatever becomes of the ${unknown} not known`,
  fail: (figures, shortfall) => `; missed with ${figures}, ${shortfall} short`,
  failDespiteUnknown: (figures, shortfall, unknown, best) =>
    `; missed with ${figures}, ${shortfall} short, and the ${unknown} not known would make it ${best} at best`,
  open: (figures, unknown, worst, best, shortfall) =>
    `; so far ${figures} with ${unknown} not known, so between ${worst}% and ${best}%: undecided, reached if ${shortfall} of them meet it`,
  totalUnknown: (met) =>
    met === null
      ? '; undecided, the summary does not give the total'
      : `; undecided, the summary gives ${met} that meet it but not the total`,
  notSubmitted: '; undecided, neither records nor summary counts of this year were handed in',
  columnAbsent: (of) =>
    of === null
      ? '; undecided, the records lack a column that this needs'
      : `; undecided, the records lack a column that this needs, so all ${of} are not known`,
  streetNotSubmitted: (sofar) =>
    `; undecided, a street handed in nothing${sofar === null ? '' : ` (the others have ${sofar})`}`,
  empty: '; not applicable, the records were handed in but hold no unit to count (0/0)',
  vetoPass: 'passed, no veto',
  vetoFail: 'failed, which vetoes the year: the verdict is fail',
  vetoBlank: 'undecided, the result was left blank and must be filled in',
  vetoColumnAbsent: 'undecided, the streets table has no column for it',
  vetoNotSubmitted: 'undecided, the streets table has no record of this street and year',
  notInForce: (year, from) =>
    `not applicable${year === null ? '' : ` to ${year}`}, the scheme ${from === undefined ? 'was not in force' : `is in force from ${from}`}`,
  requiredFrom: (from) => `; within the target period, advisory until it is required from ${from}`,
  advisory: '; advisory only, it does not decide',
};
