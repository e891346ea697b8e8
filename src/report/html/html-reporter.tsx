import type { VNode } from 'preact';
import type { Language } from '../../model/text.ts';
import type { Reporter } from '../reporter.ts';
import { answerBlock, firstReasons } from './answer.tsx';
import script from './client.js?raw';
import { basis, problemList } from './data-sections.tsx';
import { cspSource, type Fingerprints, shortPrint } from './digest.ts';
import { both, markup } from './markup.tsx';
import pageStyle from './page.css?raw';
import { type Page, pageOf } from './page.tsx';
import { pageWords } from './page-words.ts';
import { shareCharts } from './shares.tsx';
import { subjectCards } from './subject-cards.tsx';
import { passingTable, summaryTable } from './summary-table.tsx';

const LANGUAGE_TAGS = { zh: 'zh-CN', en: 'en' } as const;

/** Nothing may be loaded and nothing may run but the one style sheet and the one script below. */
const policy = (style: string): string =>
  [
    "default-src 'none'",
    "img-src 'none'",
    `style-src ${cspSource(style)}`,
    `script-src ${cspSource(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

const footText = ({ report, inputs }: Fingerprints, language: Language): string =>
  [
    `${pageWords.reportPrint[language]} ${shortPrint(report)}`,
    ...(inputs === null ? [] : [`${pageWords.inputsPrint[language]} ${shortPrint(inputs)}`]),
  ].join(' · ');

/** The fingerprints in the margin of each sheet: only a style sheet writes there. Fixed words and digits, so no escapes. */
const footStyle = (prints: Fingerprints): string =>
  `:root{--foot:"${footText(prints, 'zh')}"}:root[lang="en"]{--foot:"${footText(prints, 'en')}"}\n`;

/** Everything before the body's content. */
const openDocument = ({ assessment: { year }, context: { language }, fingerprints, scheme, tellers }: Page): string => {
  const style = footStyle(fingerprints) + pageStyle;
  const titleIn = (each: Language) => `${scheme[each]} ${year === null ? '' : tellers[each].words.year(year)}`.trim();
  const title = (
    <title data-zh={titleIn('zh')} data-en={titleIn('en')}>
      {titleIn(language)}
    </title>
  );
  return [
    '<!doctype html>',
    `<html lang="${LANGUAGE_TAGS[language]}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy(style)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    markup(title),
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '',
  ].join('\n');
};

/** Scheme, year, source; the buttons are the script's, which shows them. */
const masthead = ({ assessment: { year, command }, scheme, source, say }: Page): VNode => (
  <header>
    <div>
      <h1>
        {both(scheme)}
        {year !== null && (
          <>
            {' '}
            <span class="year">{say(({ words }) => words.year(year))}</span>
          </>
        )}
      </h1>
      <p class="source">
        {both(command === 'validate' ? pageWords.validation : pageWords.results)}
        {source !== '' && ` · ${source}`}
      </p>
    </div>
    <div class="tools screen" data-script hidden>
      <button type="button" id="language">
        <span lang="zh">
          <span lang="en-GB">English</span>
        </span>
        <span lang="en">
          <span lang="zh-CN">中文</span>
        </span>
      </button>
      <button type="button" id="print">
        {both(pageWords.print)}
      </button>
    </div>
  </header>
);

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
  yield `\n</main>\n<script>${script}</script>\n</body>\n</html>\n`;
};
