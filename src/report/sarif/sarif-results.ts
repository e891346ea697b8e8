import { messageOf } from '../../diagnostics/message.ts';
import type { Finding, Result, Subject } from '../../model/assessment.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { fileOf, type Place } from '../../model/place.ts';
import type { Language } from '../../model/text.ts';
import { type CiWords, ciWords, clickable, isStandardInput } from '../ci-text.ts';
import { type Evidence, type FindingTeller, isDecisive, isMoot } from '../finding-teller.ts';
import { plain, plainDiagnostic, visible } from '../plain.ts';
import { subjectName } from '../subject-name.ts';
import { words } from '../words.ts';

/** SARIF takes `{0}` for a placeholder and `[text](target)` for a link: braces are doubled, brackets escaped (§3.11). */
export const sarifText = (text: string): string => text.replace(/[\\[\]]/g, '\\$&').replace(/[{}]/g, '$&$&');

const ABSOLUTE = /^(?:\/|[A-Za-z]:\/)/;

const encoded = (segment: string): string =>
  encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** A path with `/` as a URI: relative to where the command ran, or `file:` where it was given from the root. */
export const toUri = (path: string): string => {
  if (!ABSOLUTE.test(path))
    return path
      .replace(/^(?:\.\/+)+/, '')
      .split('/')
      .map(encoded)
      .join('/');
  const [drive, rest] = path.startsWith('/') ? ['', path] : [`/${path.slice(0, 2)}`, path.slice(2)];
  return `file://${drive}${rest.split('/').map(encoded).join('/')}`;
};

/** The base of places that are in no input: the folder of the ruleset, which a report does not know. */
export const RULESET_BASE = 'RULESET';
const RULESET_FILE = 'ruleset.yaml';

/** A place whose path is the one shown; null and what is in no file stand for the ruleset. */
export const physicalLocation = (place: Place | null) =>
  place === null || isStandardInput(place)
    ? { artifactLocation: { uri: RULESET_FILE, uriBaseId: RULESET_BASE }, region: { startLine: 1, startColumn: 1 } }
    : {
        artifactLocation: { uri: toUri(fileOf(place)) },
        region: { startLine: place.line, startColumn: place.column },
      };

/** Adds to a message where it is about what is in no file, or a cell, which a line and column do not name. */
const withPlace = (message: string, place: Place | null, text: CiWords): string =>
  place !== null && (isStandardInput(place) || place.cell !== undefined)
    ? `${message}${text.at(clickable(place, text))}`
    : message;

const relatedLocation = (id: number, place: Place, message: string, text: CiWords) => ({
  id,
  ...(isStandardInput(place) ? {} : { physicalLocation: physicalLocation(place) }),
  message: { text: sarifText(withPlace(message, place, text)) },
});

/** Notes say what was done and find nothing wrong. */
export const isInformational = ({ severity }: Diagnostic): boolean => severity === 'note';

/** `place` and `related` have the paths that are shown; `repeated` tells equal ones apart. */
export const diagnosticResult = (
  diagnostic: Diagnostic,
  ruleIndex: number,
  place: Place | null,
  related: readonly Place[],
  repeated: number,
  language: Language,
) => {
  const { code, severity, text, count } = diagnostic;
  const told = visible(messageOf(plainDiagnostic(diagnostic), language));
  const found = text === null || text === '' ? '' : ` ${words[language].found(plain(text))}`;
  return {
    ruleId: code,
    ruleIndex,
    kind: isInformational(diagnostic) ? 'informational' : 'fail',
    level: isInformational(diagnostic) ? 'none' : severity,
    message: { text: sarifText(withPlace(told + found, place, ciWords[language])) },
    locations: [{ physicalLocation: physicalLocation(place) }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((other, index) =>
            relatedLocation(index + 1, other, words[language].related, ciWords[language]),
          ),
        }),
    partialFingerprints: {
      'diagnostic/v1': [code, place === null ? '' : visible(place.path), plain(text ?? ''), repeated].join('/'),
    },
    properties: { text, count },
  };
};

const KINDS = {
  pass: 'pass',
  fail: 'fail',
  unknown: 'open',
  'not-applicable': 'notApplicable',
} as const satisfies Record<Result, string>;

export const kindOf = (subject: Subject, finding: Finding, judged: string): (typeof KINDS)[Result] =>
  isMoot(subject, finding, judged) ? KINDS['not-applicable'] : KINDS[finding.result];

/** Of SARIF's levels only a fail may have one; what does not decide is a note. */
const levelOf = (subject: Subject, finding: Finding, judged: string): string => {
  if (finding.result !== 'fail') return 'none';
  return isDecisive(subject, finding, judged) ? 'error' : 'note';
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
  const { nouns } = teller;
  const known = subjectName(subject, teller.words);
  const where = teller.whereOf(finding);
  const told = teller.reasonOf(finding);
  const reason = isMoot(subject, finding, nouns.level) ? text.doesNotDecide(told, nouns.judged) : told;
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
    kind: kindOf(subject, finding, nouns.level),
    level: levelOf(subject, finding, nouns.level),
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
