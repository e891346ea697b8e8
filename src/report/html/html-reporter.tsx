import type { Reporter } from '../reporter.ts';
import { AnswerBlock, FirstReasons, Masthead } from './answer.tsx';
import { Basis } from './basis.tsx';
import { Both } from './bilingual.tsx';
import { detailOf, showsStreets, streetsOf } from './detail.ts';
import { closeDocument, openDocument } from './document-frame.tsx';
import { GridRow } from './grid-row.tsx';
import { markup, PackedTexts } from './markup.ts';
import { Notice } from './notice.tsx';
import { type PageFacts, pageFacts } from './page-facts.ts';
import { pageWords } from './page-words.ts';
import { PassingRow, passingTable } from './passing-table.tsx';
import { problemList } from './problem-list.tsx';
import { ShareCharts } from './share-charts.tsx';
import { cardParts, SubjectCard } from './subject-card.tsx';
import { summaryTable } from './summary-table.tsx';
import { subjectId, survey } from './survey.ts';

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
  for (const subject of facts.assessment.subjects) {
    const id = subjectId(index++);
    if (detail(subject) !== 'card') continue;
    yield markup(<SubjectCard subject={subject} id={id} parts={parts} />);
    if (subject.scope === 'street' && subject.verdict === 'fail')
      yield markup(<Notice subject={subject} id={id} facts={facts} parts={parts} />);
    yield '\n';
  }
  yield '</div>\n';
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
      rows[`${subject.scope as 'street' | 'district'}s`].add(
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
    yield markup(<FirstReasons facts={facts} failing={look.failing} open={look.open} />);
    yield* summaryTable(facts, rows.streets, rows.districts);
    if (rows.passing.count > 0) yield* passingTable(facts, rows.passing);
    if (look.shares.some(({ counts }) => counts.streets > 0)) yield markup(<ShareCharts of={look.shares} />);
    yield* cards(facts, detail);
  }
  yield* problemList(facts, context.quiet ? ['error'] : ['error', 'warning', 'note'], context);
  yield markup(<Basis facts={facts} />);
  yield '\n</main>\n';
  yield closeDocument();
};
