import type { Witness } from '../model/assessment.ts';
import { tablesOf } from '../model/levels.ts';
import type { Questions, SubjectState } from '../model/plan.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { canAllPass, canFail } from './ask-summaries.ts';
import { askUnits } from './ask-units.ts';
import type { OpenRules } from './rule-states.ts';

/** The fewest blank cells that can settle an undecided subject as a pass, and as a fail. */
export const questionsOf = (state: SubjectState, open: OpenRules, ruleset: Ruleset): Questions => {
  const { units, summaries, absent, vetoes } = open;
  const asked = tablesOf(ruleset).flatMap((table) => {
    const rules = units.get(table);
    if (rules === undefined) return [];
    const lacking = state.lacking(rules.map(({ id }) => id));
    return [askUnits(rules, lacking, ruleset.records[table]!)];
  });
  const own = new Set(summaries.flatMap(({ missing }) => missing));
  const canPass = absent.length === 0 && asked.every((each) => each.pass !== null) && canAllPass(summaries, state);
  const pass = [
    ...vetoes.map(({ cell }) => cell),
    ...[...own].map((field) => state.cell(field)),
    ...asked.flatMap((each) => each.pass ?? []),
  ];

  const waysToFail = new Map<string, readonly Witness[]>([
    ...vetoes.map(({ rule, cell }) => [rule.id, [cell]] as const),
    ...summaries
      .filter(canFail)
      .map(({ rule, missing }) => [rule.id, missing.map((field) => state.cell(field))] as const),
    ...asked.flatMap(({ fail }) => [...fail]),
  ]);
  const fail = ruleset.rules
    .flatMap(({ id }) => (waysToFail.has(id) ? [waysToFail.get(id)!] : []))
    .reduce<readonly Witness[] | null>((best, cells) => (best && best.length <= cells.length ? best : cells), null);
  return { pass: canPass ? pass : null, fail, searched: asked.every(({ searched }) => searched) };
};
