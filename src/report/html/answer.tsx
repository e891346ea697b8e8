import { countWarnings } from '../../diagnostics/diagnostics.ts';
import { type Assessment, RESULTS, type Result } from '../../model/assessment.ts';
import type { Text } from '../../model/text.ts';
import { fitness } from '../headline.ts';
import { nounsOf } from '../nouns.ts';
import { plain } from '../plain.ts';
import { MARKS } from '../words.ts';
import { Both, both, nameOf, RESULT_CLASS, resultText } from './bilingual.tsx';
import type { PageFacts } from './page-facts.ts';
import { pageWords } from './page-words.ts';
import { OnlySubjectsNote } from './sheet.tsx';
import type { Undone } from './survey.ts';

/** Scheme, year, source; the buttons are the script's, which shows them. */
export const Masthead = ({ facts: { assessment, scheme, source } }: { readonly facts: PageFacts }) => (
  <header>
    <div>
      <h1>
        <Both of={scheme} />
        {assessment.year !== null && (
          <>
            {' '}
            <span class="year">
              <Both of={pageWords.year(assessment.year)} />
            </span>
          </>
        )}
      </h1>
      <p class="source">
        <Both of={assessment.command === 'validate' ? pageWords.validation : pageWords.results} />
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
        <Both of={pageWords.print} />
      </button>
    </div>
  </header>
);

interface Answer {
  readonly result: Result;
  readonly text: Text;
}

const answerOf = (assessment: Assessment): Answer => {
  const { command, options, refusal, verdict, totals } = assessment;
  const { subjects } = totals;
  const { judged } = nounsOf(assessment.ruleset);
  if (command === 'validate' && refusal === null) {
    return { result: 'pass', text: { zh: fitness(assessment, 'zh'), en: fitness(assessment, 'en') } };
  }
  if (command === 'validate' && refusal === 'data') return { result: 'fail', text: both(({ unfit }) => unfit) };
  if (refusal !== null) return { result: 'fail', text: both((text) => text.refused(text.refusals[refusal])) };
  const result = verdict ?? 'not-applicable';
  const all = RESULTS.reduce((sum, each) => sum + subjects[each], 0);
  const text = pageWords.answer[result](subjects, all, judged);
  return { result, text: options.subjects.length === 0 ? text : pageWords.ofThoseAskedFor(text, judged) };
};

/** The answer in one line, and how many subjects have each verdict. */
export const AnswerBlock = ({ assessment }: { readonly assessment: Assessment }) => {
  const { result, text } = answerOf(assessment);
  const warnings = countWarnings(assessment.diagnostics);
  return (
    <div class="answer">
      <p class={`verdict ${RESULT_CLASS[result]}`}>
        <span aria-hidden="true">{MARKS[result]}</span> <Both of={text} />
      </p>
      {assessment.verdict !== null && (
        <ul class="counts">
          {RESULTS.map((each) => (
            <li key={each} class={RESULT_CLASS[each]}>
              <b>{assessment.totals.subjects[each]}</b> <span aria-hidden="true">{MARKS[each]}</span>{' '}
              <Both of={resultText(each)} />
            </li>
          ))}
        </ul>
      )}
      {warnings > 0 && (
        <p class="u">
          <a href="#problems">
            <Both of={pageWords.warnings(warnings)} />
          </a>
        </p>
      )}
      <OnlySubjectsNote facts={{ assessment }} />
    </div>
  );
};

/** The subjects of one verdict with their first reasons; `total` counts those that are not listed as well. */
const ReasonList = ({
  title,
  kind,
  subjects,
  total,
  facts: { nouns, words, reasonOf },
}: {
  readonly title: Text;
  readonly kind: 'f' | 'u';
  readonly subjects: readonly Undone[];
  readonly total: number;
  readonly facts: PageFacts;
}) => (
  <section class={`reasons ${kind}`} aria-labelledby={`reasons-${kind}`}>
    <h2 id={`reasons-${kind}`}>
      <Both of={title} />
    </h2>
    <ul>
      {subjects.map(({ id, subject, first, others }) => (
        <li key={id}>
          <a href={`#${id}`}>
            <Both of={nameOf(subject, words)} />
          </a>{' '}
          <small>{plain(subject.code ?? '')}</small> <Both of={reasonOf(first)} />
          {others > 0 && (
            <small class="more">
              {' '}
              <Both of={pageWords.otherReasons(others)} />
            </small>
          )}
        </li>
      ))}
    </ul>
    {total > subjects.length && (
      <p>
        <Both of={pageWords.otherSubjects(total - subjects.length, nouns.judged)} />
      </p>
    )}
  </section>
);

/** The subjects that fail and those that are open, each with the first of its reasons. */
export const FirstReasons = ({
  facts,
  failing,
  open,
}: {
  readonly facts: PageFacts;
  readonly failing: readonly Undone[];
  readonly open: readonly Undone[];
}) => {
  const { options, totals } = facts.assessment;
  const { judged } = facts.nouns;
  const { fail, unknown } = totals.subjects;
  return (
    <>
      {fail > 0 ? (
        <ReasonList title={pageWords.failing(judged)} kind="f" subjects={failing} total={fail} facts={facts} />
      ) : (
        <p class="hint">
          <Both of={options.subjects.length === 0 ? pageWords.noneFails(judged) : pageWords.noneOfThoseFails(judged)} />
        </p>
      )}
      {unknown > 0 && (
        <ReasonList title={pageWords.open(judged)} kind="u" subjects={open} total={unknown} facts={facts} />
      )}
    </>
  );
};
