import type { VNode } from 'preact';
import { type Assessment, RESULTS, type Subject } from '../../model/assessment.ts';
import type { Rule } from '../../model/ruleset.ts';
import { capitalized, type Text } from '../../model/text.ts';
import { onlySubjects } from '../headline.ts';
import { judgedRules, subjectName } from '../names.ts';
import { plain } from '../plain.ts';
import type { ReportContext } from '../reporter.ts';
import { type Teller, tellerOf } from '../teller.ts';
import { fingerprintsOf, shortPrint } from './digest.ts';
import { both, type Content } from './markup.tsx';
import { pageWords } from './page-words.ts';

/**
 * How much of a subject the page has: `card` all of it, `row` its figures in the summary table, `name` its name, code
 * and verdict.
 */
type Detail = 'card' | 'row' | 'name';

/** Beyond so many subjects those that pass have no card of their own. */
const WITH_CARDS = 500;
/** Beyond so many those that pass are listed by name. */
const WITH_ROWS = 2_500;
/** More than the nation has (41,352 in 2023): a page of them, a gigabyte, is opened by nothing. */
const WITH_SUBJECTS = 50_000;

export const plainText = ({ zh, en }: Text): Text => ({ zh: plain(zh), en: plain(en) });

/** As a heading: rulesets write English labels as parts of a sentence. */
export const ruleLabel = ({ label }: Rule): Text => ({ zh: plain(label.zh), en: capitalized(plain(label.en)) });

/** Subjects are numbered in the order of the report. */
export const subjectId = (index: number): string => `s${index + 1}`;

/** What every part of the page may say, besides what it is about. */
export const pageOf = (assessment: Assessment, context: ReportContext) => {
  const { ruleset, options, totals } = assessment;
  const tellers = { zh: tellerOf(assessment, 'zh'), en: tellerOf(assessment, 'en') };
  const { nouns } = tellers.zh;
  /** What the tellers of both languages say. */
  const textOf = (tell: (teller: Teller) => string): Text => ({ zh: tell(tellers.zh), en: tell(tellers.en) });
  const judged = RESULTS.reduce((sum, result) => sum + totals.subjects[result], 0);
  const passing: Detail = judged > WITH_ROWS ? 'name' : judged > WITH_CARDS ? 'row' : 'card';
  return {
    assessment,
    context,
    fingerprints: fingerprintsOf(assessment, context),
    nouns,
    /** Title of the scheme, or of the tool where the ruleset was refused. */
    scheme: ruleset === null ? { zh: 'streetcheck', en: 'streetcheck' } : plainText(ruleset.label),
    /** Number of the document. */
    source: plain(ruleset?.source.number ?? ''),
    /** The rules that subjects are judged by, as the grid has them. */
    rules: judgedRules(ruleset),
    /** How many subjects are judged. */
    judged,
    /** Only subjects that pass are ever reduced; the limits are explained in NOTES.md. */
    detailOf: ({ scope, verdict }: Pick<Subject, 'scope' | 'verdict'>): Detail =>
      scope === nouns.level && verdict === 'pass' ? passing : 'card',
    /** Whether the subjects are shown one by one, or only what is true of all. */
    showsSubjects: judged <= WITH_SUBJECTS,
    /** Whether each subject of the submission has its card, so that what is pooled from them stands on the page already. */
    hasEveryCard: options.subjects.length === 0 && judged <= WITH_CARDS,
    tellers,
    textOf,
    /** The same on the page. */
    say: (tell: (teller: Teller) => string): Content => both(textOf(tell)),
    nameOf: (subject: Subject): Text => textOf(({ words }) => subjectName(subject, words)),
  };
};

export type Page = ReturnType<typeof pageOf>;

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

/** The foot of a sheet, on paper only: lines to be signed by hand, and its mark. */
export const sheetFoot = (page: Page, lines: readonly Text[]): VNode => (
  <div class="paper foot">
    <ul class="sign">
      {lines.map(({ zh, en }, index) => (
        <li key={`${en}${index}`}>{both({ zh: `${zh}：`, en: `${en}:` })}</li>
      ))}
    </ul>
    {printMark(page)}
  </div>
);
