import { judgedLevel, levelOfTable, tableLabel, unitsNoun } from '../../model/levels.ts';
import type { Blocked, Obstacle, Undecided, Visit, Way } from '../../model/plan.ts';
import { plain } from '../../report/plain.ts';
import { cellLines, cellText, firstOf, headingText, moreLines, placedLines, rawText, unitName } from './cell-lines.ts';
import type { PlanContext } from './plan-context.ts';
import { valueLabel } from './value-label.ts';

function* visitLines({ table, code, name, changes }: Visit, indent: string, context: PlanContext): Iterable<string> {
  const { text, ruleset, report, words } = context;
  const texts = changes.map(({ cell, to }) => {
    const label = plain(valueLabel(ruleset, table, cell.field, to, report.language));
    return text.change(headingText(cell, context), rawText(cell, context), label);
  });
  const [only] = changes;
  if (changes.length === 1) {
    const facts = [unitName({ code, name }), texts[0]!].filter((part) => part !== '').join(words.separator);
    yield* placedLines(only!.cell, facts, indent, context);
    return;
  }
  yield* context.lines(unitName({ code, name }), indent);
  for (const [at, { cell }] of changes.entries()) yield* placedLines(cell, texts[at]!, `${indent}  `, context);
}

function* obstacleLines(obstacle: Obstacle, context: PlanContext): Iterable<string> {
  const { cells, nextYear } = obstacle;
  const { text, words } = context;
  const [first] = cells;
  if (first === undefined) return;
  const facts = cells.map((cell) => cellText(cell, context)).join(words.comma);
  yield* placedLines(
    first,
    [unitName(obstacle), facts].filter((part) => part !== '').join(words.separator),
    '    ',
    context,
  );
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
export function* wayLines(way: Way, withOpen: boolean, context: PlanContext): Iterable<string> {
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
