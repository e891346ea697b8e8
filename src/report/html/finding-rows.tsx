import type { VNode } from 'preact';
import { type Finding, omittedOf } from '../../model/assessment.ts';
import { type Place, spotText } from '../../model/place.ts';
import type { Rule } from '../../model/ruleset.ts';
import { asked, askedBriefly } from '../asked.ts';
import type { WitnessList } from '../findings.ts';
import { plain, visible } from '../plain.ts';
import type { Evidence } from '../teller.ts';
import { both, type Content, marked, RESULT_CLASS } from './markup.tsx';
import { type Page, plainText, ruleLabel } from './page.ts';
import { pageWords } from './page-words.ts';
import { countText, partialCount, percentText, shareFigures } from './shares.tsx';

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
export const findingRows = (page: Page, finding: Finding, isPooled: boolean): VNode => {
  const rule = page.tellers.zh.ruleOf(finding);
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
