import type { Reporter } from '../reporter.ts';
import { answerBlock, firstReasons } from './answer.tsx';
import { basis, problemList } from './data-sections.tsx';
import { closeDocument, masthead, openDocument } from './document-frame.tsx';
import { both, markup } from './markup.tsx';
import { pageOf } from './page.ts';
import { pageWords } from './page-words.ts';
import { shareCharts } from './shares.tsx';
import { subjectCards } from './subject-cards.tsx';
import { passingTable, summaryTable } from './summary-table.tsx';

/**
 * One page that needs nothing but itself: first the answer and the subjects that fail, then the grid, the pictures, and
 * one by one what is signed and filed. Quiet: the answer, the errors and the fingerprints.
 */
export const htmlReporter: Reporter = function* (assessment, context) {
  const page = pageOf(assessment, context);
  const { judged, nouns, showsSubjects } = page;
  const isJudged = assessment.verdict !== null && !context.quiet && showsSubjects;
  const skip = (
    <a class="skip" href="#summary">
      {both(pageWords.skip)}
    </a>
  );
  yield openDocument(page);
  if (isJudged) yield markup(skip);
  yield markup(masthead(page));
  yield '\n<main>\n';
  yield markup(answerBlock(page));
  if (!showsSubjects) yield markup(<p class="hint">{both(pageWords.tooMany(judged, nouns.judged))}</p>);
  if (isJudged) {
    yield markup(firstReasons(page));
    yield* summaryTable(page);
    yield* passingTable(page);
    const charts = shareCharts(page);
    if (charts !== null) yield markup(charts);
    yield* subjectCards(page);
  }
  yield* problemList(page);
  yield markup(basis(page));
  yield '\n</main>\n';
  yield closeDocument();
};
