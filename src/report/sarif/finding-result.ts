import type { Finding, Result, Subject } from '../../model/assessment.ts';
import type { Language } from '../../model/text.ts';
import { ciWords } from '../ci-words.ts';
import { type Evidence, type FindingTeller, isDecisive, isMoot } from '../finding-teller.ts';
import { plain } from '../plain.ts';
import { subjectName } from '../subject-name.ts';
import { words } from '../words.ts';
import { physicalLocation, relatedLocation, withPlace } from './sarif-places.ts';
import { sarifText } from './sarif-text.ts';

const KINDS = {
  pass: 'pass',
  fail: 'fail',
  unknown: 'open',
  'not-applicable': 'notApplicable',
} as const satisfies Record<Result, string>;

export const kindOf = (subject: Subject, finding: Finding): (typeof KINDS)[Result] =>
  isMoot(subject, finding) ? KINDS['not-applicable'] : KINDS[finding.result];

/** Of SARIF's levels only a fail may have one; what does not decide is a note. */
const levelOf = (subject: Subject, finding: Finding): string => {
  if (finding.result !== 'fail') return 'none';
  return isDecisive(subject, finding) ? 'error' : 'note';
};

const figures = (finding: Finding) =>
  finding.kind === 'veto'
    ? {}
    : {
        met: finding.met,
        of: finding.of,
        unknown: finding.unknown,
        atLeast: finding.atLeast,
        effectiveTarget: finding.effectiveTarget,
        shortfall: finding.shortfall,
        margin: finding.margin,
      };

/** What tells a finding from every other one, whatever line its records stand on. */
const fingerprint = ({ scope, code, name }: Subject, { rule }: Finding, year: number | null): string =>
  [year ?? '', scope, plain(code ?? name ?? ''), rule].join('/');

export const findingResult = (
  subject: Subject,
  finding: Finding,
  ruleIndex: number,
  year: number | null,
  teller: FindingTeller,
  language: Language,
) => {
  const { scope, code, name } = subject;
  const text = ciWords[language];
  const known = subjectName(subject, words[language]);
  const where = teller.whereOf(finding);
  const told = teller.reasonOf(finding);
  const reason = isMoot(subject, finding) ? text.streetDoesNotDecide(told) : told;
  const { failing, unknown, omitted } = finding.witnesses;
  const evidence = teller.evidenceOf(finding);
  const first = evidence.findIndex(({ place }) => place !== null);
  const says = ({ unit, cell }: Evidence) => [unit, cell].filter((part) => part !== '').join('  ');
  const others = evidence.flatMap((each, index) =>
    each.place === null || index === first ? [] : [{ place: each.place, message: says(each) }],
  );
  const here = evidence[first] === undefined ? '' : says(evidence[first]);
  return {
    ruleId: finding.rule,
    ruleIndex,
    kind: kindOf(subject, finding),
    level: levelOf(subject, finding),
    message: { text: sarifText(withPlace(text.ofSubject(known, reason), where, text)) },
    locations: [
      {
        physicalLocation: physicalLocation(where),
        ...(here === '' ? {} : { message: { text: sarifText(here) } }),
        logicalLocations: [
          { ...(name === null ? {} : { name }), ...(code === null ? {} : { fullyQualifiedName: code }), kind: scope },
        ],
      },
    ],
    ...(others.length === 0
      ? {}
      : {
          relatedLocations: others.map(({ place, message }, index) => relatedLocation(index + 1, place, message, text)),
        }),
    partialFingerprints: { 'finding/v1': fingerprint(subject, finding, year) },
    properties: {
      scope,
      code,
      name,
      verdict: subject.verdict,
      obligation: finding.obligation,
      clause: finding.clause,
      reason: finding.reason,
      ...figures(finding),
      failing: failing.length + omitted.failing,
      undecided: unknown.length + omitted.unknown,
    },
  };
};
