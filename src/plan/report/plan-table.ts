import type { Witness } from '../../model/assessment.ts';
import { judgedLevel, unitsNoun } from '../../model/levels.ts';
import type { Fragile, Planned, Questions, SubjectPlan } from '../../model/plan.ts';
import type { Ruleset } from '../../model/ruleset.ts';
import { headline } from '../../report/headline.ts';
import { plain } from '../../report/plain.ts';
import type { ReportContext } from '../../report/reporter.ts';
import { subjectName } from '../../report/subject-name.ts';
import { verbContext } from '../../report/verb-report.ts';
import { MARKS } from '../../report/words.ts';
import { planWords } from './plan-words.ts';
import { cellLines, firstOf, moreLines, type PlanContext, wayLines } from './way-lines.ts';

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
  if (pass !== null && JSON.stringify(pass) === JSON.stringify(fail)) {
    yield* ask(pass, text.askForBoth, '');
    return;
  }
  yield* ask(pass, text.askToPass, text.nothingPasses);
  yield* ask(fail, text.askToFail, text.nothingFails);
  if (!searched) yield* lines(text.notSearched, '  ', '    ');
}

/** What a subject that does not pass can do, and what to ask of it. */
function* subjectLines({ subject, way, questions }: SubjectPlan, context: PlanContext): Iterable<string> {
  const { words, colors, lines, text } = context;
  const { code, verdict } = subject;
  const title = [
    `${MARKS[verdict]} ${words.labelled(subjectName(subject, words), words.results[verdict])}`,
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

function* fragileEntry(fragile: Fragile, at: number, context: PlanContext): Iterable<string> {
  const { text, words, lines, labelOf, ruleOf, ruleset, report } = context;
  const { code, name, changes, rules, margins } = fragile;
  const rank = `${at + 1}. `;
  const indent = ' '.repeat(rank.length + 2);
  const who = [
    subjectName({ scope: judgedLevel(ruleset).id, code, name }, words),
    ...(code === null ? [] : [plain(code)]),
  ];
  yield* lines(who.join(words.separator), `  ${rank}`, indent);
  yield* lines(changes === null ? text.cannotLose : text.losesBy(changes, rules.map(labelOf).join(text.list)), indent);
  if (margins.length === 0) return;
  const listed = margins.map(({ rule, margin }) => text.margin(plain(ruleOf(rule).short[report.language]), margin));
  yield* lines(text.margins(listed.join(words.comma)), indent);
}

/** The subjects that pass, the most fragile first. */
function* fragileLines(fragile: readonly Fragile[], context: PlanContext): Iterable<string> {
  if (fragile.length === 0) return;
  const { text, colors, lines, ruleset, report } = context;
  yield '';
  yield colors.strong(text.fragile);
  yield* lines(text.fragileHint(unitsNoun(judgedLevel(ruleset), report.language)), '  ');
  for (const [at, each] of firstOf(fragile).entries()) yield* fragileEntry(each, at, context);
  yield* moreLines(fragile.length, '  ', context);
  yield* lines(text.vetoesApart, '  ').map(colors.muted);
}

/** The plan for people: each subject that does not pass with its way out, then where to check those that do. */
export function* planTable(planned: Planned & { readonly ruleset: Ruleset }, report: ReportContext): Iterable<string> {
  const context = verbContext(planned, report, planWords);
  const { colors, text } = context;
  yield* headline(planned, report, colors);
  const listed = planned.plans.filter(({ subject }) => subject.verdict !== 'pass');
  if (listed.length > 0) yield* ['', colors.strong(text.waysOut)];
  for (const each of listed) yield* subjectLines(each, context);
  yield* fragileLines(planned.fragile, context);
}
