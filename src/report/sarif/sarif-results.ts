import type { Finding, Result, Subject } from '../../model/assessment.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { fileOf, type Place } from '../../model/place.ts';
import { percentIn } from '../../model/share.ts';
import { type CiWords, ciWords, isStandardInput, untold } from '../ci-text.ts';
import { subjectName } from '../names.ts';
import { plain, visible } from '../plain.ts';
import { type Evidence, joined, type Teller } from '../teller.ts';

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

/** A message, with the place that the location beside it does not tell. */
const placedMessage = (message: string, place: Place | null, text: CiWords) => {
  const at = untold(place, text);
  return { text: sarifText(at === null ? message : `${message}${text.at(at)}`) };
};

const relatedLocation = (id: number, place: Place, message: string, text: CiWords) => ({
  id,
  ...(isStandardInput(place) ? {} : { physicalLocation: physicalLocation(place) }),
  message: placedMessage(message, place, text),
});

/** Notes say what was done and find nothing wrong. */
export const isInformational = ({ severity }: Diagnostic): boolean => severity === 'note';

/** `place` is the one shown; `repeated` tells equal ones apart. */
export const diagnosticResult = (
  diagnostic: Diagnostic,
  ruleIndex: number,
  place: Place | null,
  repeated: number,
  teller: Teller,
) => {
  const { code, severity, text, count, related } = diagnostic;
  const ci = ciWords[teller.language];
  const isNote = isInformational(diagnostic);
  const others = related.map((other, index) =>
    relatedLocation(index + 1, teller.shown(other), teller.words.related, ci),
  );
  return {
    ruleId: code,
    ruleIndex,
    kind: isNote ? 'informational' : 'fail',
    level: isNote ? 'none' : severity,
    message: placedMessage(joined([teller.messageOf(diagnostic), teller.foundOf(diagnostic)], ' '), place, ci),
    locations: [{ physicalLocation: physicalLocation(place) }],
    ...(others.length > 0 && { relatedLocations: others }),
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

export const kindOf = (subject: Subject, finding: Finding, teller: Teller): (typeof KINDS)[Result] =>
  teller.isMoot(subject, finding) ? KINDS['not-applicable'] : KINDS[finding.result];

/** Of SARIF's levels only a fail may have one; what does not decide is a note. */
const levelOf = (subject: Subject, finding: Finding, teller: Teller): string => {
  if (finding.result !== 'fail') return 'none';
  return teller.decides(subject, finding) ? 'error' : 'note';
};

const figures = (finding: Finding) => {
  if (finding.kind === 'veto') return {};
  const { met, of, unknown, target, effectiveTarget, shortfall, margin } = finding;
  return { met, of, unknown, atLeast: percentIn(target), effectiveTarget, shortfall, margin };
};

/** What tells a finding from every other one, whatever line its records stand on. */
const fingerprint = ({ scope, code, name }: Subject, { rule }: Finding, year: number | null): string =>
  [year ?? '', scope, plain(code ?? name ?? ''), rule].join('/');

const says = ({ unit, cell }: Evidence): string => joined([unit, cell], '  ');

export const findingResult = (
  subject: Subject,
  finding: Finding,
  ruleIndex: number,
  year: number | null,
  teller: Teller,
) => {
  const { scope, code, name } = subject;
  const { nouns, words, language } = teller;
  const text = ciWords[language];
  const where = teller.whereOf(finding);
  const told = teller.reasonOf(finding);
  const reason = teller.isMoot(subject, finding) ? text.doesNotDecide(told, nouns.judged) : told;
  const { failing, unknown, omitted } = finding.witnesses;
  const [here, ...others] = teller.evidenceOf(finding).filter(({ place }) => place !== null);
  const said = here === undefined ? '' : says(here);
  return {
    ruleId: finding.rule,
    ruleIndex,
    kind: kindOf(subject, finding, teller),
    level: levelOf(subject, finding, teller),
    message: placedMessage(words.labelled(subjectName(subject, words), reason), where, text),
    locations: [
      {
        physicalLocation: physicalLocation(where),
        ...(said !== '' && { message: { text: sarifText(said) } }),
        logicalLocations: [
          { ...(name !== null && { name }), ...(code !== null && { fullyQualifiedName: code }), kind: scope },
        ],
      },
    ],
    ...(others.length > 0 && {
      relatedLocations: others.map((each, index) => relatedLocation(index + 1, each.place!, says(each), text)),
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
