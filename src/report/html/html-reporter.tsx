import { judgedRules } from '../lookups.ts';
import type { Reporter } from '../reporter.ts';
import { reportWords } from '../words.ts';
import { AnswerBlock, FirstReasons, Masthead } from './answer.tsx';
import { Basis } from './basis.tsx';
import { Both } from './bilingual.tsx';
import { detailOf, showsSubjects, subjectsOf } from './detail.ts';
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
  const { judged, level } = facts.nouns;
  yield markup(
    <h2 id="cards-title">
      <Both of={pageWords.cards(judged)} />
    </h2>,
  );
  const { subjects } = facts.assessment.totals;
  if (detail({ scope: level, verdict: 'pass' }) === 'row')
    yield markup(
      <p class="hint screen">
        <Both of={pageWords.withoutCards(subjects.pass, judged)} />
      </p>,
    );
  const parts = cardParts(facts);
  yield '\n<div id="cards">\n';
  let index = 0;
  for (const subject of facts.assessment.subjects) {
    const id = subjectId(index++);
    if (detail(subject) !== 'card') continue;
    yield markup(<SubjectCard subject={subject} id={id} parts={parts} />);
    if (subject.scope === level && subject.verdict === 'fail')
      yield markup(<Notice subject={subject} id={id} facts={facts} parts={parts} />);
    yield '\n';
  }
  yield '</div>\n';
}

/**
 * One page that needs nothing but itself: first the answer and the subjects that fail, then the grid, the pictures, and
 * one by one what is signed and filed. Quiet: the answer, the errors and the fingerprints.
 */
export const htmlReporter: Reporter = function* (assessment, context) {
  const detail = detailOf(assessment);
  const isWhole = !context.quiet && showsSubjects(assessment);
  const rows = { judged: new PackedTexts(), pooled: new PackedTexts(), passing: new PackedTexts() };
  const rules = judgedRules(assessment.ruleset);
  const words = reportWords(assessment.ruleset);
  const look = survey(assessment, context, (subject, id) => {
    if (!isWhole) return;
    if (detail(subject) === 'name') rows.passing.add(markup(<PassingRow subject={subject} id={id} words={words} />));
    else
      rows[subject.scope === words.en.level ? 'judged' : 'pooled'].add(
        markup(<GridRow subject={subject} id={id} words={words} hasCard={detail(subject) === 'card'} rules={rules} />),
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
  if (!showsSubjects(assessment))
    yield markup(
      <p class="hint">
        <Both of={pageWords.tooMany(subjectsOf(assessment), facts.nouns.judged)} />
      </p>,
    );
  if (isJudged) {
    yield markup(<FirstReasons facts={facts} failing={look.failing} open={look.open} />);
    yield* summaryTable(facts, rows.judged, rows.pooled);
    if (rows.passing.count > 0) yield* passingTable(facts, rows.passing);
    if (look.shares.some(({ counts }) => counts.subjects > 0))
      yield markup(<ShareCharts of={look.shares} judged={facts.nouns.judged} />);
    yield* cards(facts, detail);
  }
  yield* problemList(facts, context.quiet ? ['error'] : ['error', 'warning', 'note'], context);
  yield markup(<Basis facts={facts} />);
  yield '\n</main>\n';
  yield closeDocument();
};
