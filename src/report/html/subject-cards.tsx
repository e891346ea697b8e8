import type { VNode } from 'preact';
import type { Subject } from '../../model/assessment.ts';
import { byWeight, rememberedByFigures } from '../findings.ts';
import { plain } from '../plain.ts';
import { findingRows } from './finding-rows.tsx';
import { both, headings, marked, markup, RESULT_CLASS, rendered } from './markup.tsx';
import { notice } from './notice.tsx';
import { type Page, subjectId } from './page.ts';
import { pageWords } from './page-words.ts';
import { printMark, sheetHead, signatures } from './sheet.tsx';

/** What the cards of a scope have in common, rendered once: a page may have 100,000. */
const frameOf = (page: Page, scope: string) => {
  const { nouns } = page;
  const isJudged = scope === nouns.level;
  const signed = isJudged ? [pageWords.inspector, pageWords.head(nouns.judged)] : [pageWords.preparedBy];
  const title = isJudged ? pageWords.card(nouns.judged) : pageWords.pooledCard(nouns.of(scope));
  return {
    head: markup(sheetHead(page, title)),
    columns: markup(headings([pageWords.rule, pageWords.required, pageWords.actual, pageWords.finding])),
    foot: markup(
      <div class="paper foot">
        {signatures([...signed, pageWords.reviewedBy, pageWords.headOfOffice, pageWords.signedOn])}
        {printMark(page)}
      </div>,
    ),
  };
};

/** One subject with all its findings: on the screen a card, on paper the form that is signed and filed. */
const card = (page: Page, subject: Subject, id: string, frame: ReturnType<typeof frameOf>, rows: string): VNode => {
  const { nouns, say, nameOf } = page;
  const { scope, verdict, verdictWithoutVetoes: without } = subject;
  return (
    <article id={id} data-s={id} class={`card ${RESULT_CLASS[verdict]}`} aria-labelledby={`${id}-name`}>
      {rendered(frame.head)}
      <h3 id={`${id}-name`}>
        {both(nameOf(subject))} {subject.name && <small>{plain(subject.code ?? '')}</small>}{' '}
        <span class={RESULT_CLASS[verdict]}>{marked(verdict)}</span>
      </h3>
      {without !== verdict && <p class="aside">{say(({ words }) => words.withoutVetoes(words.results[without]))}</p>}
      {scope !== nouns.level && <p class="aside">{say(({ words }) => words.doesNotDecide(scope))}</p>}
      <table>
        {rendered(frame.columns)}
        {rendered(rows)}
      </table>
      {rendered(frame.foot)}
    </article>
  );
};

/** The cards of the subjects, each that fails with the draft of a notice behind it. */
export function* subjectCards(page: Page): Iterable<string> {
  const { assessment, nouns, detailOf, hasEveryCard } = page;
  const { pass } = assessment.totals.subjects;
  yield markup(<h2 id="cards-title">{both(pageWords.cards(nouns.judged))}</h2>);
  if (detailOf({ scope: nouns.level, verdict: 'pass' }) === 'row')
    yield markup(<p class="hint screen">{both(pageWords.withoutCards(pass, nouns.judged))}</p>);
  const writeRows = rememberedByFigures((finding) => markup(findingRows(page, finding, false)));
  const writePooled = rememberedByFigures((finding) => markup(findingRows(page, finding, hasEveryCard)));
  const frames = new Map<string, ReturnType<typeof frameOf>>();
  yield '\n<div id="cards">\n';
  for (const [index, subject] of assessment.subjects.entries()) {
    if (detailOf(subject) !== 'card') continue;
    const { scope, verdict, findings } = subject;
    const isJudged = scope === nouns.level;
    const id = subjectId(index);
    const frame = frames.get(scope) ?? frameOf(page, scope);
    frames.set(scope, frame);
    const rows = byWeight(findings).map(isJudged ? writeRows : writePooled);
    yield markup(card(page, subject, id, frame, rows.join('')));
    if (isJudged && verdict === 'fail') yield markup(notice(page, subject, id));
    yield '\n';
  }
  yield '</div>\n';
}
