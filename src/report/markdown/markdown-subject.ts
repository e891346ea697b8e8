import type { Finding, Subject, Witness } from '../../model/assessment.ts';
import type { Language } from '../../model/text.ts';
import { byWeight } from '../by-weight.ts';
import type { FindingTeller } from '../finding-teller.ts';
import { MARKS } from '../marks.ts';
import { plain } from '../plain.ts';
import type { ShownPlaces } from '../shown-places.ts';
import { subjectName } from '../subject-name.ts';
import { type WitnessList, witnessCell, witnessUnit } from '../witness-text.ts';
import { type Words, words } from '../words.ts';
import { code, md } from './markdown-text.ts';

/** What the sections of all subjects share. */
export interface SectionTools {
  readonly language: Language;
  readonly teller: FindingTeller;
  readonly placeText: ShownPlaces;
  readonly headingOf: (field: string) => string;
}

const witnessItem = (witness: Witness, which: WitnessList, text: Words, tools: SectionTools): string => {
  const where = witness.place === null ? md(text.noPlace) : code(tools.placeText(witness.place));
  const facts = [witnessUnit(witness), witnessCell(witness, which, text, tools.headingOf)];
  return [where, ...facts.filter((fact) => fact !== '').map(md)].join(' ');
};

function* witnessItems(finding: Finding, which: WitnessList, tools: SectionTools): Iterable<string> {
  const text = words[tools.language];
  const { [which]: witnesses, omitted } = finding.witnesses;
  const count = witnesses.length + omitted[which];
  if (count === 0) return;
  yield `  - ${md(text.counted(text[which], count) + text.colon.trimEnd())}`;
  for (const witness of witnesses) yield `    - ${witnessItem(witness, which, text, tools)}`;
  if (omitted[which] > 0) yield `    - ${md(text.omitted(omitted[which]))}`;
}

function* findingItems(finding: Finding, tools: SectionTools): Iterable<string> {
  const { language, teller } = tools;
  const text = words[language];
  yield `- ${MARKS[finding.result]} ${md(teller.reasonOf(finding))}`;
  const remedy = teller.remedyOf(finding);
  if (remedy !== null) yield `  - ${md(`${text.remedy}${text.colon}${remedy}`)}`;
  yield* witnessItems(finding, 'failing', tools);
  yield* witnessItems(finding, 'unknown', tools);
}

/** What the grid has no column for, and what is not a pass. */
const isListed = (finding: Finding, { ruleOf }: FindingTeller): boolean =>
  finding.result !== 'pass' || !ruleOf(finding).scopes.includes('street');

/** Why a subject is not a plain pass: a section with its findings, their clauses, remedies and records. */
export function* markdownSubject(subject: Subject, tools: SectionTools): Iterable<string> {
  const listed = byWeight(subject.findings).filter((finding) => isListed(finding, tools.teller));
  if (subject.verdict === 'pass' && listed.length === 0) return;
  const text = words[tools.language];
  const facts = [
    ...(subject.code === null ? [] : [plain(subject.code)]),
    ...(subject.scope === 'district' ? [text.doesNotDecide] : []),
    ...(subject.verdictWithoutVetoes === subject.verdict
      ? []
      : [text.withoutVetoes(text.results[subject.verdictWithoutVetoes])]),
  ];
  yield '';
  yield `### ${MARKS[subject.verdict]} ${md(subjectName(subject, text) + text.colon + text.results[subject.verdict])}`;
  if (facts.length > 0) yield* ['', md(facts.join(text.comma))];
  if (listed.length > 0) yield '';
  for (const finding of listed) yield* findingItems(finding, tools);
}
