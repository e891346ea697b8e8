import type { Finding, Subject, Witness } from '../model/assessment.ts';
import type { Rule } from '../model/ruleset.ts';
import { byWeight } from './by-weight.ts';
import type { Colors } from './colors.ts';
import { MARKS } from './marks.ts';
import { plain, visible } from './plain.ts';
import { plainFinding } from './plain-finding.ts';
import type { ReasonContext } from './reasons/reason.ts';
import { reasonOf } from './reasons.ts';
import type { ReportContext } from './reporter.ts';
import type { ShownPlaces } from './shown-places.ts';
import { subjectName } from './subject-name.ts';
import { type WitnessList, witnessCell, witnessUnit } from './witness-text.ts';
import { type Words, words } from './words.ts';
import { type Piece, wrap } from './wrap.ts';

interface Details {
  readonly context: ReportContext;
  readonly colors: Colors;
  readonly ruleOf: (id: string) => Rule;
  readonly placeText: ShownPlaces;
  /** What people call a field whose column is absent. */
  readonly headingOf: (field: string) => string;
  readonly reasonContext: ReasonContext;
}

/** Whether the reasons of a subject belong in the report for people: whatever is not a plain pass. */
const needsReasons = (subject: Subject): boolean =>
  subject.verdict !== 'pass' || subject.findings.some(({ result }) => result !== 'pass');

/** What the grid has no column for, and what is not a pass. */
const isListed = (finding: Finding, rule: Rule): boolean =>
  finding.result !== 'pass' || !rule.scopes.includes('street');

/** A witness on one line where it fits, else its place on a line of its own. */
const witnessEntry = (
  witness: Witness,
  which: WitnessList,
  text: Words,
  { context: { width }, placeText, headingOf }: Details,
): string[] => {
  const unit = witnessUnit(witness);
  const facts = [unit, witnessCell(witness, which, text, headingOf)].filter((part) => part !== '').join(text.separator);
  const where: Piece = witness.place === null ? text.noPlace : { solid: placeText(witness.place) };
  const whole = wrap([where, text.separator, facts], width, '      ');
  return whole.length === 1 ? whole : [...wrap(where, width, '      '), ...wrap(facts, width, '        ')];
};

function* witnessLines(finding: Finding, which: WitnessList, details: Details): Iterable<string> {
  const { context, colors } = details;
  const text = words[context.language];
  const { [which]: witnesses, omitted } = finding.witnesses;
  const count = witnesses.length + omitted[which];
  if (count === 0) return;
  yield* wrap(text.counted(text[which], count) + text.colon.trimEnd(), context.width, '    ');
  for (const witness of witnesses) yield* witnessEntry(witness, which, text, details);
  if (omitted[which] > 0) yield* wrap(text.omitted(omitted[which]), context.width, '      ').map(colors.muted);
}

function* findingLines(finding: Finding, rule: Rule, details: Details): Iterable<string> {
  const { context, colors, reasonContext } = details;
  const { language, width } = context;
  const text = words[language];
  const mark = MARKS[finding.result];
  const reason = visible(reasonOf(plainFinding(finding), rule, language, reasonContext));
  const [first = '', ...rest] = wrap(`${mark} ${reason}`, width, '  ', '    ');
  yield first.replace(mark, colors[finding.result]);
  yield* rest;
  if (finding.result === 'fail' && rule.remedy !== undefined)
    yield* wrap(`${text.remedy}${text.colon}${visible(rule.remedy[language])}`, width, '    ');
  yield* witnessLines(finding, 'failing', details);
  yield* witnessLines(finding, 'unknown', details);
}

/** Why a subject is not a plain pass: each finding with its reason, what is missing and where it stands. */
export function* subjectDetails(subject: Subject, details: Details): Iterable<string> {
  const listed = byWeight(subject.findings).filter((finding) => isListed(finding, details.ruleOf(finding.rule)));
  if (!needsReasons(subject) && listed.length === 0) return;
  const { language, width } = details.context;
  const text = words[language];
  const title = [
    `${MARKS[subject.verdict]} ${subjectName(subject, text)}${text.colon}${text.results[subject.verdict]}`,
    ...(subject.code === null ? [] : [plain(subject.code)]),
    ...(subject.scope === 'district' ? [text.doesNotDecide] : []),
    ...(subject.verdictWithoutVetoes === subject.verdict
      ? []
      : [text.withoutVetoes(text.results[subject.verdictWithoutVetoes])]),
  ].join(text.separator);
  yield '';
  yield* wrap(title, width, '', '  ').map((line) => details.colors.strong(details.colors[subject.verdict](line)));
  for (const finding of listed) yield* findingLines(finding, details.ruleOf(finding.rule), details);
}
