import { judgedLevel, unitsNoun } from '../../model/levels.ts';
import type { Fragile } from '../../model/plan.ts';
import { plain } from '../../report/plain.ts';
import { subjectName } from '../../report/subject-name.ts';
import { firstOf, moreLines } from './cell-lines.ts';
import type { PlanContext } from './plan-context.ts';

function* entry({ code, name, changes, rules, margins }: Fragile, at: number, context: PlanContext): Iterable<string> {
  const { text, words, shortOf, lines, labelOf, ruleset } = context;
  const rank = `${at + 1}. `;
  const indent = ' '.repeat(rank.length + 2);
  const who = [
    subjectName({ scope: judgedLevel(ruleset).id, code, name }, words),
    ...(code === null ? [] : [plain(code)]),
  ];
  yield* lines(who.join(words.separator), `  ${rank}`, indent);
  yield* lines(changes === null ? text.cannotLose : text.losesBy(changes, rules.map(labelOf).join(text.list)), indent);
  if (margins.length === 0) return;
  const listed = margins.map(({ rule, margin }) => text.margin(shortOf(rule), margin));
  yield* lines(text.margins(listed.join(words.comma)), indent);
}

/** The subjects that pass, the most fragile first. */
export function* fragileLines(fragile: readonly Fragile[], context: PlanContext): Iterable<string> {
  if (fragile.length === 0) return;
  const { text, colors, lines, ruleset, report } = context;
  yield '';
  yield colors.strong(text.fragile);
  yield* lines(text.fragileHint(unitsNoun(judgedLevel(ruleset), report.language)), '  ');
  for (const [at, each] of firstOf(fragile).entries()) yield* entry(each, at, context);
  yield* moreLines(fragile.length, '  ', context);
  yield* lines(text.vetoesApart, '  ').map(colors.muted);
}
