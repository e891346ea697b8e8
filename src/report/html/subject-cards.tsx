import type { VNode } from 'preact';
import { type Finding, omittedOf, type Subject } from '../../model/assessment.ts';
import { type Place, spotText } from '../../model/place.ts';
import { getOrInsert } from '../../model/remembered.ts';
import type { Rule } from '../../model/ruleset.ts';
import { byWeight, partialCount, rememberedByFigures, shareFigures, type WitnessList } from '../findings.ts';
import { plain, visible } from '../plain.ts';
import { asked, askedBriefly } from '../reasons.ts';
import type { Evidence } from '../teller.ts';
import { both, type Content, headings, marked, markup, RESULT_CLASS, rendered } from './markup.tsx';
import { notice } from './notice.tsx';
import { type Page, plainText, ruleLabel, sheetFoot, sheetHead, subjectId } from './page.tsx';
import { pageWords } from './page-words.ts';
import { countText, percentText } from './shares.tsx';

/** `≥ 80%` and the count that comes to, `41/51`. */
const target = ({ say }: Page, finding: Finding, rule: Rule): Content => {
  if (finding.kind === 'veto') return say(({ language }) => asked(rule, language));
  const { effectiveTarget, of } = finding;
  return (
    <>
      {askedBriefly(finding.target)}
      {effectiveTarget !== null && of !== null && <small>{`${effectiveTarget}/${of}`}</small>}
    </>
  );
};

const found = (finding: Finding): Content => {
  if (finding.kind === 'veto') return '—';
  const figures = shareFigures(finding);
  if (figures === null) return partialCount(finding) || '—';
  const { met, best } = figures;
  return (
    <>
      {countText(figures)} <small>{percentText(figures)}</small>
      {best > met && <small>{both(pageWords.unknownUnits(best - met))}</small>}
    </>
  );
};

/** A heading and a text of the file stand once; the style sheet writes the colon of the language between them. */
const cell = (zh: Evidence, en: Evidence): Content => {
  const [[of, ...others], [same]] = [zh.cells, en.cells];
  const stands = others.length === 0 && of?.heading === same?.heading && of?.text === same?.text;
  if (!stands || !of?.heading || of.text === null) return both({ zh: zh.cell, en: en.cell });
  return (
    <>
      <b>{of.heading}</b> {plain(of.text)}
    </>
  );
};

/** The path under which all that are listed stand, which is then said once; null where there are several or one entry. */
const commonPath = ([first, ...others]: readonly { readonly place: Place | null }[]): string | null => {
  const path = first?.place?.path;
  return path !== undefined && others.length > 0 && others.every(({ place }) => place?.path === path) ? path : null;
};

/**
 * The records behind a finding, with their places; those of a pass are folded away on the screen. Those pooled from
 * subjects that are all on the page stay folded on paper too: each stands in its subject's form.
 */
const evidenceList = (page: Page, finding: Finding, which: WitnessList, isPooled: boolean): VNode | null => {
  const { tellers, nouns, say } = page;
  const listed = tellers.zh.evidenceIn(finding, which);
  const english = tellers.en.evidenceIn(finding, which);
  const omitted = finding.witnesses.omitted[which];
  const count = listed.length + omitted;
  if (count === 0) return null;
  const path = commonPath(listed);
  const spot = ({ place, where }: Evidence): VNode | Content =>
    place === null ? say(({ words }) => words.noPlace) : <code>{path === null ? where : spotText(place)}</code>;
  const list = (
    <ul class={path === null ? undefined : 'spots'}>
      {listed.map((each, index) => (
        <li key={index}>
          {each.unit} <q>{cell(each, english[index]!)}</q> {spot(each)}
        </li>
      ))}
      {omitted > 0 && (
        <li>
          <span class="screen">{both(pageWords.moreUnits(omitted))}</span>
          <span class="paper">{both(pageWords.moreUnitsOnPaper(omitted))}</span>
        </li>
      )}
    </ul>
  );
  const title = (
    <>
      {say(({ words }) => words.counted(words[which], count))}
      {path !== null && (
        <>
          {' '}
          <code>{visible(path)}</code>
        </>
      )}
    </>
  );
  return isPooled || finding.result === 'pass' || finding.result === 'not-applicable' ? (
    <details class={isPooled ? 'brief' : undefined}>
      <summary>
        {title}
        {isPooled && both(pageWords.underSubjects(nouns.judged))}
      </summary>
      {list}
    </details>
  ) : (
    <div class="units">
      <p>{title}</p>
      {list}
    </div>
  );
};

const why = (page: Page, finding: Finding, isPooled: boolean): VNode => {
  const { tellers, say } = page;
  return (
    <tr class="why">
      <td colSpan={4}>
        {finding.result !== 'pass' && <p>{say((teller) => teller.figuresOf(finding))}</p>}
        {tellers.zh.remedyOf(finding) !== null && (
          <p class="remedy">
            {say(({ words }) => words.remedy + words.colon)}
            {say((teller) => teller.remedyOf(finding)!)}
          </p>
        )}
        {evidenceList(page, finding, 'failing', isPooled)}
        {evidenceList(page, finding, 'unknown', isPooled)}
      </td>
    </tr>
  );
};

/**
 * One finding: what was asked, what was found, the finding; below it, unless it is a plain pass, why. `isPooled`, where
 * its units stand on the page under their subjects.
 */
const findingRows = (page: Page, finding: Finding, isPooled: boolean): VNode => {
  const rule = page.tellers.zh.ruleOf(finding.rule);
  const { failing, unknown } = finding.witnesses;
  const hasEvidence = failing.length + unknown.length + omittedOf(finding) > 0;
  return (
    <tbody class={RESULT_CLASS[finding.result]}>
      <tr>
        <th scope="row">
          {both(ruleLabel(rule))}
          <small>{both(plainText(rule.clauseText))}</small>
        </th>
        <td>{target(page, finding, rule)}</td>
        <td>{found(finding)}</td>
        <td class={RESULT_CLASS[finding.result]}>
          {marked(finding.result)}
          {finding.obligation === 'advisory' && <small>{both(pageWords.advisory)}</small>}
        </td>
      </tr>
      {(finding.result !== 'pass' || hasEvidence) && why(page, finding, isPooled)}
    </tbody>
  );
};

/** What the cards of a scope have in common, rendered once: a page may have 100,000. */
const frameOf = (page: Page, scope: string) => {
  const { nouns } = page;
  const isJudged = scope === nouns.level;
  const signed = isJudged ? [pageWords.inspector, pageWords.head(nouns.judged)] : [pageWords.preparedBy];
  const title = isJudged ? pageWords.card(nouns.judged) : pageWords.pooledCard(nouns.of(scope));
  return {
    head: markup(sheetHead(page, title)),
    columns: markup(headings([pageWords.rule, pageWords.required, pageWords.actual, pageWords.finding])),
    foot: markup(sheetFoot(page, [...signed, pageWords.reviewedBy, pageWords.headOfOffice, pageWords.signedOn])),
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
    const frame = getOrInsert(frames, scope, () => frameOf(page, scope));
    const rows = byWeight(findings).map(isJudged ? writeRows : writePooled);
    yield markup(card(page, subject, id, frame, rows.join('')));
    if (isJudged && verdict === 'fail') yield markup(notice(page, subject, id));
    yield '\n';
  }
  yield '</div>\n';
}
