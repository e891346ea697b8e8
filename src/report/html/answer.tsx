import { countWarnings } from '../../diagnostics/diagnostics.ts';
import { type Assessment, RESULTS, type Result } from '../../model/assessment.ts';
import type { Text } from '../../model/text.ts';
import { fitness } from '../headline.ts';
import { MARKS } from '../marks.ts';
import { Both, RESULT_CLASS, resultText } from './bilingual.tsx';
import { both } from './both.ts';
import { OnlyStreetsNote } from './only-streets-note.tsx';
import { pageWords } from './page-words.ts';

interface Answer {
  readonly result: Result;
  readonly text: Text;
}

const answerOf = (assessment: Assessment): Answer => {
  const { command, options, refusal, verdict, totals } = assessment;
  const { streets } = totals;
  if (command === 'validate' && refusal === null) {
    return { result: 'pass', text: { zh: fitness(assessment, 'zh'), en: fitness(assessment, 'en') } };
  }
  if (command === 'validate' && refusal === 'data') return { result: 'fail', text: both(({ unfit }) => unfit) };
  if (refusal !== null) return { result: 'fail', text: both((text) => text.refused(text.refusals[refusal])) };
  const result = verdict ?? 'not-applicable';
  const all = RESULTS.reduce((sum, each) => sum + streets[each], 0);
  const text = pageWords.answer[result](streets, all);
  return { result, text: options.street.length === 0 ? text : pageWords.ofThoseAskedFor(text) };
};

/** The answer in one line, and how many streets have each verdict. */
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
              <b>{assessment.totals.streets[each]}</b> <span aria-hidden="true">{MARKS[each]}</span>{' '}
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
      <OnlyStreetsNote facts={{ assessment }} />
    </div>
  );
};
