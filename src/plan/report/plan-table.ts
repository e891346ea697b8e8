import type { Witness } from '../../model/assessment.ts';
import { judgedLevel, levelOfTable, tableLabel, unitsNoun } from '../../model/levels.ts';
import type {
  Blocked,
  Fragile,
  Obstacle,
  Planned,
  Questions,
  SubjectPlan,
  Undecided,
  Visit,
  Way,
} from '../../model/plan.ts';
import type { Ruleset } from '../../model/ruleset.ts';
import { headline } from '../../report/headline.ts';
import { subjectName, unitName } from '../../report/names.ts';
import { plain } from '../../report/plain.ts';
import type { ReportContext } from '../../report/reporter.ts';
import { placedLines } from '../../report/table-reporter.ts';
import { type VerbContext, verbContext } from '../../report/verb-report.ts';
import { MARKS } from '../../report/words.ts';
import { type PlanWords, planWords } from './plan-words.ts';

type PlanContext = VerbContext<PlanWords>;

const LISTED = 20;

const firstOf = <T>(items: readonly T[]): readonly T[] => items.slice(0, LISTED);

/** How many of so many are not listed. */
const moreLines = (count: number, indent: string, { lines, text, colors }: PlanContext): string[] =>
  count > LISTED ? lines(text.more(count - LISTED), indent).map(colors.muted) : [];

/** What stands in a cell, or that there is no such column. */
const rawText = ({ text }: Witness, { words }: PlanContext): string =>
  text === null || text.trim() === '' ? words.blank : plain(text);

const headingText = ({ heading, field }: Witness, { headingOf }: PlanContext): string =>
  heading === null ? headingOf(field) : plain(heading);

const cellText = (cell: Witness, context: PlanContext): string =>
  cell.heading === null
    ? context.words.absent(context.headingOf(cell.field))
    : context.words.labelled(headingText(cell, context), rawText(cell, context));

/** The place of a cell, and what is to be said of it. */
const placed = (
  { place }: Witness,
  facts: readonly string[],
  indent: string,
  { words, placeText, report }: PlanContext,
): string[] => placedLines(place && placeText(place), facts, words, report.width, indent);

/** Cells with their units, the first of many. */
function* cellLines(cells: readonly Witness[], indent: string, context: PlanContext): Iterable<string> {
  for (const cell of firstOf(cells)) {
    yield* placed(cell, [unitName(cell), cellText(cell, context)], indent, context);
  }
  yield* moreLines(cells.length, indent, context);
}

function* visitLines(visit: Visit, indent: string, context: PlanContext): Iterable<string> {
  const { text, valueLabel } = context;
  const { table, changes } = visit;
  const unit = unitName(visit);
  const isOne = changes.length === 1;
  if (!isOne) yield* context.lines(unit, indent);
  for (const { cell, to } of changes) {
    const value = valueLabel(table, cell.field, to);
    const change = text.change(headingText(cell, context), rawText(cell, context), value);
    yield* placed(cell, isOne ? [unit, change] : [change], isOne ? indent : `${indent}  `, context);
  }
}

function* obstacleLines(obstacle: Obstacle, context: PlanContext): Iterable<string> {
  const { cells, nextYear } = obstacle;
  const { text, words } = context;
  const [first] = cells;
  if (first === undefined) return;
  const facts = cells.map((cell) => cellText(cell, context)).join(words.comma);
  yield* placed(first, [unitName(obstacle), facts], '    ', context);
  if (nextYear.length === 0) return;
  const allowances = nextYear.map(({ cells, atMost }) =>
    text.allowance(cells.map((cell) => headingText(cell, context)).join(text.plus), atMost),
  );
  yield* context.lines(text.nextYear(allowances.join(words.comma)), '      ');
}

function* blockedLines({ rule, allowed, obstacles }: Blocked, context: PlanContext): Iterable<string> {
  const { text, labelOf, ruleOf, colors, report } = context;
  const cited = plain(ruleOf(rule).cited[report.language]);
  const title =
    allowed === null
      ? text.blockedSubject(labelOf(rule), cited)
      : text.blockedUnits(labelOf(rule), cited, allowed, obstacles.length);
  yield* context.lines(title, '  ', '    ').map(colors.fail);
  for (const obstacle of firstOf(obstacles)) yield* obstacleLines(obstacle, context);
  yield* moreLines(obstacles.length, '    ', context);
}

function* undecidedLines({ rule, needed, cells }: Undecided, context: PlanContext): Iterable<string> {
  const { text, labelOf } = context;
  const title =
    needed === null ? text.undecidedSubject(labelOf(rule)) : text.undecided(labelOf(rule), needed, cells.length);
  yield* context.lines(title, '  ', '    ');
  yield* cellLines(cells, '    ', context);
}

/** What to do: the visits, what no visit mends, and what is still open after them (`withOpen`). */
function* wayLines(way: Way, withOpen: boolean, context: PlanContext): Iterable<string> {
  const { text, lines, labelOf, headingOf, colors, ruleset, report } = context;
  const { language } = report;
  const { leadsTo, visits, unnamed, lacking, blocked, undecided, conflicts } = way;
  const fields = visits.reduce((sum, { changes }) => sum + changes.length, 0);
  if (leadsTo === 'no-way-out') yield* lines(text.noWayOut, '  ').map(colors.fail);
  for (const each of blocked) yield* blockedLines(each, context);
  if (conflicts.length > 0) yield* lines(text.conflict(conflicts.map(labelOf).join(text.list)), '  ', '    ');
  if (leadsTo === 'not-searched') yield* lines(text.notSearched, '  ', '    ');
  if (visits.length > 0) {
    const titles = {
      pass: text.visits,
      undecided: text.visitsLeavingOpen,
      'no-way-out': text.visitsForTheRest,
      'not-searched': text.visitsForTheRest,
    } as const satisfies Record<Way['leadsTo'], (units: number, fields: number) => string>;
    yield* lines(titles[leadsTo](visits.length, fields), '  ', '    ');
    for (const visit of visits) yield* visitLines(visit, '    ', context);
  }
  for (const { rule, count, table } of unnamed) {
    const noun = unitsNoun(levelOfTable(ruleset, table), language, count);
    yield* lines(text.unnamed(labelOf(rule), count, noun), '  ', '    ');
  }
  for (const { rule, table, fields: columns, units } of lacking) {
    const level = levelOfTable(ruleset, table);
    const named = tableLabel(level)[language];
    const what =
      units > 0
        ? text.unitsLacking(labelOf(rule), units, unitsNoun(level, language, units))
        : columns.length === 0
          ? text.tableLacking(labelOf(rule), named, tableLabel(judgedLevel(ruleset))[language])
          : text.columnsLacking(labelOf(rule), named, columns.map(headingOf).join(text.list));
    yield* lines(what, '  ', '    ');
  }
  if (leadsTo === 'undecided' && visits.length === 0 && unnamed.length === 0) yield* lines(text.nothingToMend, '  ');
  if (withOpen) for (const each of undecided) yield* undecidedLines(each, context);
}

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
