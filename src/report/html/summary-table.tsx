import type { VNode } from 'preact';
import { type Finding, RESULTS, type Subject } from '../../model/assessment.ts';
import type { Text } from '../../model/text.ts';
import { partialCount, shareFigures } from '../findings.ts';
import { plain } from '../plain.ts';
import { MARKS } from '../words.ts';
import { both, type Content, headings, marked, markup, RESULT_CLASS, resultText } from './markup.tsx';
import { onlySubjectsNote, type Page, plainText, printMark, sheetFoot, subjectId } from './page.tsx';
import { pageWords } from './page-words.ts';
import { countText, percentText } from './shares.tsx';

/** An option holds one language at a time; the script changes it with the page's. */
const choice = (value: string, { zh, en }: Text, shown: string): VNode => (
  <option key={value} value={value} data-zh={zh} data-en={en}>
    {shown}
  </option>
);

/** Which subjects are shown: by their verdict or by their finding of one rule, and by name. The script's alone. */
const filterBar = ({ rules, nouns: { judged }, context: { language } }: Page): VNode => (
  <form id="filter" class="screen" data-script hidden aria-labelledby="filter-title">
    <h3 id="filter-title" class="h">
      {both(pageWords.filter)}
    </h3>
    <label>
      {both(pageWords.search(judged))} <input id="search" type="search" autocomplete="off" spellcheck={false} />
    </label>
    <label>
      {both(pageWords.filterBy)}{' '}
      <select id="by">
        {choice('v', pageWords.overall, pageWords.overall[language])}
        {rules.map(({ short }, index) => choice(String(index), plainText(short), plain(short[language])))}
      </select>
    </label>
    <fieldset>
      <legend class="h">{both(pageWords.show)}</legend>
      {RESULTS.map((result) => (
        <label key={result} class={RESULT_CLASS[result]}>
          <input type="checkbox" name="result" value={RESULT_CLASS[result]} checked /> {marked(result)}
        </label>
      ))}
    </fieldset>
    <button type="reset">{both(pageWords.reset)}</button>
    <p id="shown" role="status" data-zh={pageWords.shown(judged).zh} data-en={pageWords.shown(judged).en} />
  </form>
);

const figures = (finding: Finding): Content | null => {
  if (finding.kind === 'veto' || finding.reason === 'rule.not-in-force') return null;
  const drawn = shareFigures(finding);
  if (drawn === null) return ` ${partialCount(finding)}`;
  return (
    <>
      {' '}
      {countText(drawn)} <small>{percentText(drawn)}</small>
    </>
  );
};

/** The share by which a column is sorted: that of the worst case. */
const sortKey = (finding: Finding): string | undefined =>
  finding.kind === 'share' ? shareFigures(finding)?.least : undefined;

/** One field of the grid: mark and figures; the word of whatever is no pass for those who do not see the mark. */
const gridCell = (rule: string, finding: Finding | undefined): VNode =>
  finding === undefined ? (
    <td key={rule}>
      <span class="h">{both(pageWords.notAsked)}</span>
    </td>
  ) : (
    <td key={rule} class={RESULT_CLASS[finding.result]} data-k={sortKey(finding)}>
      {MARKS[finding.result]}
      {finding.obligation === 'advisory' && '*'}
      {finding.result !== 'pass' && <span class="h">{both(resultText(finding.result))}</span>}
      {figures(finding)}
    </td>
  );

/** A subject, or what lies around it, in the summary table; `id` is that of its card. */
const gridRow = (page: Page, subject: Subject, id: string): VNode => {
  const { rules, nouns, say, nameOf } = page;
  const byRule = new Map(subject.findings.map((finding) => [finding.rule, finding]));
  const findings = rules.map((rule) => byRule.get(rule.id));
  const letter = RESULT_CLASS[subject.verdict];
  // For the filter, a letter per rule: that of the result, `-` where it is not asked.
  const letters = findings.map((finding) => (finding === undefined ? '-' : RESULT_CLASS[finding.result])).join('');
  const name = both(nameOf(subject));
  return (
    <tr data-s={id} data-v={letter} data-r={letters}>
      <th scope="row">
        {page.detailOf(subject) === 'card' ? <a href={`#${id}`}>{name}</a> : name}{' '}
        <small>
          {subject.scope === nouns.level
            ? plain(subject.code ?? '')
            : say(({ words }) => words.pooledRow(subject.scope))}
        </small>
      </th>
      <td class={letter}>{marked(subject.verdict)}</td>
      {findings.map((finding, index) => gridCell(rules[index]!.id, finding))}
    </tr>
  );
};

const SIGNED = [pageWords.preparedBy, pageWords.reviewedBy, pageWords.headOfOffice, pageWords.signedOn];

/** The rows of some subjects, each with the id of its card. */
function* rowsOf(
  { assessment }: Page,
  isListed: (subject: Subject) => boolean,
  row: (subject: Subject, id: string) => VNode,
): Iterable<string> {
  for (const [index, subject] of assessment.subjects.entries())
    if (isListed(subject)) yield `${markup(row(subject, subjectId(index)))}\n`;
}

/** Subjects × rules, row by row: on the screen filtered and sorted, on paper the form of all. */
export function* summaryTable(page: Page): Iterable<string> {
  const { nouns, rules, say, textOf, detailOf } = page;
  const row = (subject: Subject, id: string) => gridRow(page, subject, id);
  const isJudged = ({ scope }: Subject) => scope === nouns.level;
  yield '<section id="summary" aria-labelledby="summary-title">\n';
  yield markup(
    <>
      <h2 id="summary-title">{both(pageWords.summary)}</h2>
      {onlySubjectsNote(page, 'only paper')}
      <p id="summary-hint" class="hint screen">
        {both(pageWords.summaryHint(nouns.judged))}
      </p>
      {filterBar(page)}
      <p id="filtered" class="paper" hidden>
        {both(pageWords.printed(nouns.judged))}
      </p>
      <p class="hint scrolls" aria-hidden="true">
        {both(pageWords.scrolls)}
      </p>
    </>,
  );
  yield '\n<section class="scroll" tabindex="0" aria-labelledby="summary-hint"><table id="grid">\n';
  yield markup(
    headings([
      textOf(({ words }) => words.subject),
      textOf(({ words }) => words.verdict),
      ...rules.map(({ short }) => plainText(short)),
    ]),
  );
  yield '\n<tbody id="judged">\n';
  yield* rowsOf(page, (subject) => isJudged(subject) && detailOf(subject) !== 'name', row);
  yield '</tbody><tbody id="pooled">\n';
  yield* rowsOf(page, (subject) => !isJudged(subject), row);
  yield '</tbody></table></section>\n';
  yield markup(
    <>
      <p class="note">
        {both(pageWords.legend)}
        <br />
        {say(({ words }) => words.pooled.join(' '))}
      </p>
      {sheetFoot(page, SIGNED)}
    </>,
  );
  yield '\n</section>\n';
}

/** A passing subject of a large register: name, code, verdict. */
const passingRow = ({ nameOf }: Page, subject: Subject, id: string): VNode => (
  <tr data-s={id} data-v={RESULT_CLASS[subject.verdict]}>
    <th scope="row">{both(nameOf(subject))}</th>
    <td>{plain(subject.code ?? '')}</td>
    <td>{marked(subject.verdict)}</td>
  </tr>
);

/** The subjects that are listed by name, where there are any. */
export function* passingTable(page: Page): Iterable<string> {
  const { assessment, nouns, textOf, detailOf } = page;
  const isListed = (subject: Subject) => detailOf(subject) === 'name';
  const count = assessment.subjects.filter(isListed).length;
  if (count === 0) return;
  yield '<section id="passing" aria-labelledby="passing-title">\n';
  yield markup(
    <>
      <h2 id="passing-title">{both(pageWords.passing(nouns.judged))}</h2>
      <p class="hint screen">{both(pageWords.reduced(count, nouns.judged))}</p>
      <p class="hint paper">{both(pageWords.reducedOnPaper(count, nouns.judged))}</p>
      {onlySubjectsNote(page, 'only paper')}
    </>,
  );
  yield '\n<table class="compact">';
  yield markup(headings([textOf(({ words }) => words.subject), pageWords.code, textOf(({ words }) => words.verdict)]));
  yield '\n<tbody>\n';
  yield* rowsOf(page, isListed, (subject, id) => passingRow(page, subject, id));
  yield '</tbody></table>\n';
  yield markup(<div class="paper">{printMark(page)}</div>);
  yield '\n</section>\n';
}
