import type { VNode } from 'preact';
import type { Text } from '../../model/text.ts';
import { onlySubjects } from '../headline.ts';
import { plain } from '../plain.ts';
import { shortPrint } from './digest.ts';
import { both } from './markup.tsx';
import type { Page } from './page.ts';
import { pageWords } from './page-words.ts';

/** Where some are asked for, that the others are left out: beside the answer, and on every form, which is filed alone. */
export const onlySubjectsNote = ({ assessment, tellers }: Page, className: 'only' | 'only paper' = 'only') => {
  const zh = onlySubjects(assessment, tellers.zh.words);
  const en = onlySubjects(assessment, tellers.en.words);
  return zh === null || en === null ? null : <p class={className}>{both({ zh: `${zh}。`, en: `${en}.` })}</p>;
};

/** The title of a printed form: what it is, of which scheme and year. */
export const sheetHead = (page: Page, title: Text): VNode => {
  const { scheme, source, say } = page;
  const { year } = page.assessment;
  return (
    <div class="sheet-head paper">
      <p class="sheet-title">{both(title)}</p>
      <p>
        {both(scheme)}
        {source !== '' && ` · ${source}`}
        {year !== null && <> · {say(({ words }) => words.year(year))}</>}
      </p>
      {onlySubjectsNote(page)}
    </div>
  );
};

/** Lines to be signed by hand, on paper only. */
export const signatures = (lines: readonly Text[]): VNode => (
  <ul class="sign">
    {lines.map(({ zh, en }, index) => (
      <li key={`${en}${index}`}>{both({ zh: `${zh}：`, en: `${en}:` })}</li>
    ))}
  </ul>
);

/** At the foot of every sheet: which report and which data it belongs to, and what judged. */
export const printMark = ({ assessment: { ruleset }, context, fingerprints }: Page): VNode => (
  <p class="mark">
    {both(pageWords.reportPrint)} <code>{shortPrint(fingerprints.report)}</code>
    {fingerprints.inputs !== null && (
      <>
        {' · '}
        {both(pageWords.inputsPrint)} <code>{shortPrint(fingerprints.inputs)}</code>
      </>
    )}
    {ruleset !== null && ` · ${plain(ruleset.id)} ${plain(ruleset.version)}`}
    {` · streetcheck ${plain(context.tool)}`}
  </p>
);
