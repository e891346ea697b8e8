import type { VNode } from 'preact';
import { countWarnings } from '../../diagnostics/diagnostics.ts';
import { type Finding, RESULTS, type Result, type Subject } from '../../model/assessment.ts';
import type { Text } from '../../model/text.ts';
import { byWeight } from '../findings.ts';
import { fitness } from '../headline.ts';
import { plain } from '../plain.ts';
import { MARKS } from '../words.ts';
import { both, RESULT_CLASS, resultText } from './markup.tsx';
import { onlySubjectsNote, type Page, subjectId } from './page.tsx';
import { pageWords } from './page-words.ts';

interface Answer {
  readonly result: Result;
  readonly text: Text;
}

const answerOf = ({ assessment, judged, nouns, textOf }: Page): Answer => {
  const { command, options, refusal, verdict, totals } = assessment;
  if (command === 'validate' && refusal === null)
    return { result: 'pass', text: textOf(({ language }) => fitness(assessment, language)) };
  if (command === 'validate' && refusal === 'data') return { result: 'fail', text: textOf(({ words }) => words.unfit) };
  if (refusal !== null) return { result: 'fail', text: textOf(({ words }) => words.refused(words.refusals[refusal])) };
  const result = verdict ?? 'not-applicable';
  const text = pageWords.answer[result](totals.subjects, judged, nouns.judged);
  return { result, text: options.subjects.length === 0 ? text : pageWords.ofThoseAskedFor(text, nouns.judged) };
};

/** The answer in one line, and how many subjects have each verdict. */
export const answerBlock = (page: Page): VNode => {
  const { verdict, totals, diagnostics } = page.assessment;
  const { result, text } = answerOf(page);
  const warnings = countWarnings(diagnostics);
  return (
    <div class="answer">
      <p class={`verdict ${RESULT_CLASS[result]}`}>
        <span aria-hidden="true">{MARKS[result]}</span> {both(text)}
      </p>
      {verdict !== null && (
        <ul class="counts">
          {RESULTS.map((each) => (
            <li key={each} class={RESULT_CLASS[each]}>
              <b>{totals.subjects[each]}</b> <span aria-hidden="true">{MARKS[each]}</span> {both(resultText(each))}
            </li>
          ))}
        </ul>
      )}
      {warnings > 0 && (
        <p class="u">
          <a href="#problems">{both(pageWords.warnings(warnings))}</a>
        </p>
      )}
      {onlySubjectsNote(page)}
    </div>
  );
};

/** So many subjects of each verdict are listed above the summary table. */
const LISTED = 20;

/** A subject that is no pass, and the findings that make it so. */
interface Undone {
  readonly id: string;
  readonly subject: Subject;
  readonly first: Finding;
  readonly others: number;
}

/** The first subjects of a verdict. */
const undone = ({ assessment, nouns, tellers }: Page, result: 'fail' | 'unknown'): Undone[] => {
  const listed: Undone[] = [];
  for (const [index, subject] of assessment.subjects.entries()) {
    if (subject.scope !== nouns.level || subject.verdict !== result) continue;
    const [first, ...others] = byWeight(subject.findings).filter(
      (finding) => finding.result === result && tellers.zh.decides(subject, finding),
    );
    if (first !== undefined) listed.push({ id: subjectId(index), subject, first, others: others.length });
    if (listed.length === LISTED) break;
  }
  return listed;
};

/** The subjects of one verdict with their first reasons. */
const reasonList = (page: Page, result: 'fail' | 'unknown', title: Text): VNode => {
  const { assessment, nouns, nameOf, say } = page;
  const letter = RESULT_CLASS[result];
  const listed = undone(page, result);
  const more = assessment.totals.subjects[result] - listed.length;
  return (
    <section class={`reasons ${letter}`} aria-labelledby={`reasons-${letter}`}>
      <h2 id={`reasons-${letter}`}>{both(title)}</h2>
      <ul>
        {listed.map(({ id, subject, first, others }) => (
          <li key={id}>
            <a href={`#${id}`}>{both(nameOf(subject))}</a> <small>{plain(subject.code ?? '')}</small>{' '}
            {say((teller) => teller.reasonOf(first))}
            {others > 0 && <small class="more"> {both(pageWords.otherReasons(others))}</small>}
          </li>
        ))}
      </ul>
      {more > 0 && <p>{both(pageWords.otherSubjects(more, nouns.judged))}</p>}
    </section>
  );
};

/** The subjects that fail and those that are open, each with the first of its reasons. */
export const firstReasons = (page: Page): VNode => {
  const { options, totals } = page.assessment;
  const { judged } = page.nouns;
  const none = options.subjects.length === 0 ? pageWords.noneFails : pageWords.noneOfThoseFails;
  return (
    <>
      {totals.subjects.fail > 0 ? (
        reasonList(page, 'fail', pageWords.failing(judged))
      ) : (
        <p class="hint">{both(none(judged))}</p>
      )}
      {totals.subjects.unknown > 0 && reasonList(page, 'unknown', pageWords.open(judged))}
    </>
  );
};
