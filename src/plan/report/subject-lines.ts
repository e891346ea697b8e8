import type { Witness } from '../../model/assessment.ts';
import type { Questions, SubjectPlan } from '../../model/plan.ts';
import { plain } from '../../report/plain.ts';
import { subjectName } from '../../report/subject-name.ts';
import { MARKS } from '../../report/words.ts';
import { cellLines } from './cell-lines.ts';
import type { PlanContext } from './plan-context.ts';
import { wayLines } from './way-lines.ts';

const isSame = (left: readonly Witness[], right: readonly Witness[]): boolean =>
  left.length === right.length && left.every((cell, at) => JSON.stringify(cell) === JSON.stringify(right[at]));

function* questionLines({ pass, fail, searched }: Questions, context: PlanContext): Iterable<string> {
  const { text, lines } = context;
  const ask = function* (cells: readonly Witness[] | null, title: (cells: number) => string, none: string) {
    if (cells === null) {
      if (searched) yield* lines(none, '  ', '    ');
      return;
    }
    yield* lines(title(cells.length), '  ', '    ');
    yield* cellLines(cells, '    ', context);
  };
  if (pass !== null && fail !== null && isSame(pass, fail)) {
    yield* ask(pass, text.askForBoth, '');
    return;
  }
  yield* ask(pass, text.askToPass, text.nothingPasses);
  yield* ask(fail, text.askToFail, text.nothingFails);
  if (!searched) yield* lines(text.notSearched, '  ', '    ');
}

/** What a subject that does not pass can do, and what to ask of it. */
export function* subjectLines({ subject, way, questions }: SubjectPlan, context: PlanContext): Iterable<string> {
  const { words, colors, lines, text } = context;
  const { code, verdict } = subject;
  const title = [
    `${MARKS[verdict]} ${subjectName(subject, words)}${words.colon}${words.results[verdict]}`,
    ...(code === null ? [] : [plain(code)]),
  ].join(words.separator);
  yield '';
  yield* lines(title, '', '  ').map((line) => colors.strong(colors[verdict](line)));
  if (way === null) {
    yield* lines(text.notApplicable, '  ');
    return;
  }
  // What is asked for a pass is what is open, where nothing else is to be done.
  yield* wayLines(way, way.visits.length > 0 || !questions?.pass, context);
  if (questions !== null) yield* questionLines(questions, context);
}
