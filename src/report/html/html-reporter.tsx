import type { Severity } from '../../model/diagnostic.ts';
import { diagnosticGroups } from '../diagnostic-groups.ts';
import { plain } from '../plain.ts';
import type { ReportContext, Reporter } from '../reporter.ts';
import { AnswerBlock } from './answer.tsx';
import { Basis } from './basis.tsx';
import { Both } from './bilingual.tsx';
import { both } from './both.ts';
import { cardParts } from './card-parts.tsx';
import { detailOf, showsStreets, streetsOf } from './detail.ts';
import { closeDocument, openDocument } from './document-frame.tsx';
import { GridRow } from './grid-row.tsx';
import { markup } from './markup.ts';
import { Masthead } from './masthead.tsx';
import { Notice } from './notice.tsx';
import { PackedTexts } from './packed-texts.ts';
import { type PageFacts, pageFacts } from './page-facts.ts';
import { pageWords } from './page-words.ts';
import { PassingRow, passingTable } from './passing-table.tsx';
import { Problem, ProblemHeading } from './problem-list.tsx';
import { type FirstReason, ReasonList } from './reason-list.tsx';
import { ShareCharts } from './share-charts.tsx';
import { SubjectCard } from './subject-card.tsx';
import { nameOf } from './subject-title.ts';
import { summaryTable } from './summary-table.tsx';
import { type Survey, subjectId, survey, type Undone } from './survey.ts';

const firstReason = ({ id, subject, first, others }: Undone, { reasonOf }: PageFacts): FirstReason => ({
  id,
  name: nameOf(subject),
  code: plain(subject.code ?? ''),
  reason: reasonOf(first),
  others,
});

function* firstReasons(facts: PageFacts, { failing, open }: Survey): Iterable<string> {
  const { options, totals } = facts.assessment;
  const { streets } = totals;
  const listed = (undone: readonly Undone[]) => undone.map((each) => firstReason(each, facts));
  if (streets.fail > 0)
    yield markup(<ReasonList title={pageWords.failing} kind="f" streets={listed(failing)} total={streets.fail} />);
  else
    yield markup(
      <p class="hint">
        <Both of={options.street.length === 0 ? pageWords.noneFails : pageWords.noneOfThoseFails} />
      </p>,
    );
  if (streets.unknown > 0)
    yield markup(<ReasonList title={pageWords.open} kind="u" streets={listed(open)} total={streets.unknown} />);
}

function* cards(facts: PageFacts, detail: ReturnType<typeof detailOf>): Iterable<string> {
  yield markup(
    <h2 id="cards-title">
      <Both of={pageWords.cards} />
    </h2>,
  );
  const { streets } = facts.assessment.totals;
  if (detail({ scope: 'street', verdict: 'pass' }) === 'row')
    yield markup(
      <p class="hint screen">
        <Both of={pageWords.withoutCards(streets.pass)} />
      </p>,
    );
  const parts = cardParts(facts);
  yield '\n<div id="cards">\n';
  let index = 0;
  for (const subject of facts.assessment.subjects()) {
    const id = subjectId(index++);
    if (detail(subject) !== 'card') continue;
    yield markup(<SubjectCard subject={subject} id={id} parts={parts} />);
    if (subject.scope === 'street' && subject.verdict === 'fail')
      yield markup(<Notice subject={subject} id={id} facts={facts} parts={parts} />);
    yield '\n';
  }
  yield '</div>\n';
}

function* problems(
  { assessment, placeText }: PageFacts,
  severities: readonly Severity[],
  { notes = false }: ReportContext,
): Iterable<string> {
  yield '<section id="problems" aria-labelledby="problems-title">\n';
  yield markup(
    <h2 id="problems-title">
      <Both of={pageWords.problems} />
    </h2>,
  );
  if (assessment.diagnostics.length === 0)
    yield markup(
      <p>
        <Both of={pageWords.noProblems} />
      </p>,
    );
  for (const severity of severities) {
    const listed = assessment.diagnostics.filter((each) => each.severity === severity);
    if (listed.length === 0) continue;
    const groups = diagnosticGroups(listed);
    if (severity === 'note') {
      yield `<details class="brief"${notes ? ' open' : ''}>`;
      yield markup(
        <summary>
          <Both of={both((text) => text.notesFolded(listed.length))} />
        </summary>,
      );
    } else yield markup(<ProblemHeading severity={severity} count={listed.length} entries={groups.length} />);
    yield '\n<ul class="problems">\n';
    for (const each of groups) yield `${markup(<Problem of={each} placeText={placeText} />)}\n`;
    yield severity === 'note' ? '</ul></details>\n' : '</ul>\n';
  }
  yield '</section>\n';
}

/**
 * One page that needs nothing but itself: first the answer and the streets that fail, then the grid, the pictures, and
 * street by street what is signed and filed. Quiet: the answer, the errors and the fingerprints.
 */
export const htmlReporter: Reporter = function* (assessment, context) {
  const detail = detailOf(assessment);
  const isWhole = !context.quiet && showsStreets(assessment);
  const rows = { streets: new PackedTexts(), districts: new PackedTexts(), passing: new PackedTexts() };
  const rules = (assessment.ruleset?.rules ?? []).filter(({ scopes }) => scopes.includes('street'));
  const look = survey(assessment, context, (subject, id) => {
    if (!isWhole) return;
    if (detail(subject) === 'name') rows.passing.add(markup(<PassingRow subject={subject} id={id} />));
    else
      rows[`${subject.scope}s`].add(
        markup(<GridRow subject={subject} id={id} hasCard={detail(subject) === 'card'} rules={rules} />),
      );
  });
  const facts = pageFacts(assessment, context, look.fingerprints);
  const isJudged = assessment.verdict !== null && isWhole;

  yield openDocument(
    {
      zh: `${facts.scheme.zh} ${assessment.year === null ? '' : pageWords.year(assessment.year).zh}`.trim(),
      en: `${facts.scheme.en} ${assessment.year === null ? '' : pageWords.year(assessment.year).en}`.trim(),
    },
    context,
    look.fingerprints,
  );
  if (isJudged)
    yield markup(
      <a class="skip" href="#summary">
        <Both of={pageWords.skip} />
      </a>,
    );
  yield markup(<Masthead facts={facts} />);
  yield '\n<main>\n';
  yield markup(<AnswerBlock assessment={assessment} />);
  if (!showsStreets(assessment))
    yield markup(
      <p class="hint">
        <Both of={pageWords.tooManyStreets(streetsOf(assessment))} />
      </p>,
    );
  if (isJudged) {
    yield* firstReasons(facts, look);
    yield* summaryTable(facts, rows.streets, rows.districts);
    if (rows.passing.count > 0) yield* passingTable(facts, rows.passing);
    if (look.shares.some(({ counts }) => counts.streets > 0)) yield markup(<ShareCharts of={look.shares} />);
    yield* cards(facts, detail);
  }
  yield* problems(facts, context.quiet ? ['error'] : ['error', 'warning', 'note'], context);
  yield markup(<Basis facts={facts} />);
  yield '\n</main>\n';
  yield closeDocument();
};
