import type { VNode } from 'preact';
import type { Finding, Subject } from '../../model/assessment.ts';
import type { Text } from '../../model/text.ts';
import { byWeight } from '../findings.ts';
import { NAMED } from '../reasons.ts';
import { both, headings } from './markup.tsx';
import { onlySubjectsNote, type Page, plainText, sheetFoot } from './page.tsx';
import { pageWords } from './page-words.ts';

const SIGNED = [pageWords.issuedBy, pageWords.signedOn, pageWords.receivedBy, pageWords.signedOn];

/** What to mend or supply, with the units concerned where they are more than the reason names. */
const matter = ({ tellers, say }: Page, finding: Finding): VNode => {
  const which = finding.result === 'fail' ? 'failing' : 'unknown';
  const omitted = finding.witnesses.omitted[which];
  const isListed = finding.kind === 'share' && finding.source === 'register';
  // They stand once, so between signs of no language.
  const units = tellers.zh.evidenceIn(finding, which).flatMap(({ unit }) => (unit === '' ? [] : [unit]));
  const isApart = isListed && units.length + omitted > NAMED;
  return (
    <>
      <p>{say((teller) => (isApart ? teller.figuresOf(finding) : teller.reasonOf(finding)))}</p>
      {isApart && (
        <p>
          {both(pageWords.affected)}
          {units.join(' · ')}
          {omitted > 0 && (
            <>
              <br />
              {both(pageWords.moreUnitsOnPaper(omitted))}
            </>
          )}
        </p>
      )}
      {tellers.zh.remedyOf(finding) !== null && <p>{say((teller) => teller.remedyOf(finding)!)}</p>}
    </>
  );
};

/** Numbered from `first`; without a title where there is one group alone, which the column names. */
const items = (page: Page, title: Text | null, findings: readonly Finding[], first: number): VNode => (
  <tbody>
    {title !== null && (
      <tr class="group">
        <th colSpan={4} scope="rowgroup">
          {both(title)}
        </th>
      </tr>
    )}
    {findings.map((finding, index) => (
      <tr key={finding.rule}>
        <td>{first + index}</td>
        <td>{matter(page, finding)}</td>
        <td>{both(plainText(page.tellers.zh.ruleOf(finding.rule).clauseText))}</td>
        <td class="blank">{both(pageWords.date)}</td>
      </tr>
    ))}
  </tbody>
);

/** A draft of the notice to a failing subject: what to mend, under which clause; deadlines are left blank. */
export const notice = (page: Page, subject: Subject, id: string): VNode => {
  const { assessment, source, scheme, nouns, tellers, nameOf } = page;
  const decisive = byWeight(subject.findings).filter((finding) => tellers.zh.decides(subject, finding));
  const mend = decisive.filter(({ result }) => result === 'fail');
  const supply = decisive.filter(({ result }) => result === 'unknown');
  const isMixed = supply.length > 0;
  const columns = isMixed
    ? [pageWords.item, pageWords.matter, pageWords.basis, pageWords.dueDate]
    : [pageWords.item, pageWords.toMend, pageWords.basis, pageWords.deadline];
  const name = nameOf(subject);
  return (
    <article class="notice" data-s={id} aria-labelledby={`${id}-notice`}>
      <h4 id={`${id}-notice`}>
        {both(pageWords.notice)}
        <span class="draft">{both({ zh: `（${pageWords.draft.zh}）`, en: ` (${pageWords.draft.en})` })}</span>
      </h4>
      {onlySubjectsNote(page, 'only paper')}
      <p class="number">{both(pageWords.noticeNumber)} ____________</p>
      <p>{both({ zh: pageWords.addressee(name.zh).zh, en: pageWords.addressee(name.en).en })}</p>
      <p class="body">{both(pageWords.noticeText(assessment.year, source, scheme, isMixed, nouns.judged))}</p>
      <table>
        {headings(columns)}
        {items(page, isMixed ? pageWords.toMend : null, mend, 1)}
        {isMixed && items(page, pageWords.toSupply, supply, mend.length + 1)}
      </table>
      <p class="note">{both(pageWords.draftNote)}</p>
      {sheetFoot(page, SIGNED)}
    </article>
  );
};
