import { judgedLevel, tableOf, unitsNoun } from '../../model/levels.ts';
import type { Ruleset } from '../../model/ruleset.ts';
import { diagnosticList } from '../../report/diagnostic-list.ts';
import { plain } from '../../report/plain.ts';
import type { ReportContext } from '../../report/reporter.ts';
import { shownPlaces } from '../../report/shown-places.ts';
import { wrap } from '../../report/wrap.ts';
import type { Target, Targeted, TargetReason } from '../sample.ts';
import { nameOf, sampleContext } from './sample-context.ts';
import { type TargetWords, targetWords } from './target-words.ts';

const LISTED = 20;

type Carrying = Extract<TargetReason, { kind: 'carries' }>;
type Turning = Extract<TargetReason, { kind: 'turns' }>;

/** One sentence for all rules that a unit carries. */
const carryingText = (reasons: readonly Carrying[], labelOf: (rule: string) => string, text: TargetWords): string[] => {
  const [first] = reasons;
  if (first === undefined) return [];
  const subject = plain(first.subject.name ?? first.subject.code ?? '');
  return [text.carries(reasons.map(({ rule }) => labelOf(rule)).join(text.list), subject)];
};

/** One line for all rules that as few units turn. */
const turningTexts = (reasons: readonly Turning[], labelOf: (rule: string) => string, text: TargetWords): string[] => {
  const groups = new Map<string, Turning[]>();
  for (const reason of reasons) {
    const key = `${reason.changes} ${reason.result}`;
    groups.set(key, [...(groups.get(key) ?? []), reason]);
  }
  return [...groups.values()].map((group) => {
    const { changes, result } = group[0]!;
    const rules = group.map(({ rule }) => labelOf(rule)).join(text.list);
    return (result === 'pass' ? text.losesRules : text.lacksRules)(rules, changes);
  });
};

const reasonText = (
  reason: Exclude<TargetReason, Carrying | Turning>,
  labelOf: (rule: string) => string,
  text: TargetWords,
) => {
  switch (reason.kind) {
    case 'zero':
      return text.zero(labelOf(reason.rule), reason.before);
    case 'limit':
      return text.limit(labelOf(reason.rule), reason.at);
    case 'diagnostic':
      return text.warning(reason.code);
    default:
      return reason satisfies never;
  }
};

const isTurning = (reason: TargetReason): reason is Turning => reason.kind === 'turns';
const isCarrying = (reason: TargetReason): reason is Carrying => reason.kind === 'carries';

/** For people: no inference first, then the subjects, then the units, each with its reasons. */
export function* targetTable(targeted: Targeted, ruleset: Ruleset, report: ReportContext): Iterable<string> {
  const { words, colors, lines, labelOf } = sampleContext(ruleset, tableOf(judgedLevel(ruleset)), report);
  const text = targetWords[report.language];
  const placeText = shownPlaces(targeted);

  function* entry(target: Target, at: number, before: readonly string[]): Iterable<string> {
    const rank = `${at + 1}. `;
    const indent = ' '.repeat(rank.length + 2);
    yield* lines(nameOf(target), `  ${rank}`, indent);
    if (target.place !== null) yield* wrap({ solid: placeText(target.place) }, report.width, indent);
    const others = target.reasons.flatMap((reason) =>
      isCarrying(reason) || isTurning(reason) ? [] : reasonText(reason, labelOf, text),
    );
    const turning = turningTexts(target.reasons.filter(isTurning), labelOf, text);
    const carried = carryingText(target.reasons.filter(isCarrying), labelOf, text);
    for (const line of [...before, ...turning, ...others, ...carried]) yield* lines(line, `${indent}- `, `${indent}  `);
  }

  function* section<T extends Target>(title: string, all: readonly T[], before: (target: T) => readonly string[]) {
    yield '';
    yield* lines(words.counted(title, all.length), '').map(colors.strong);
    if (all.length === 0) yield* lines(text.none, '  ');
    for (const [at, target] of all.slice(0, LISTED).entries()) yield* entry(target, at, before(target));
    if (all.length > LISTED) yield* lines(text.more(all.length - LISTED), '  ').map(colors.muted);
  }

  const scheme = [
    plain(ruleset.label[report.language]),
    ...(targeted.year === null ? [] : [words.year(targeted.year)]),
  ];
  const noun = unitsNoun(judgedLevel(ruleset), report.language);
  const put = (all: Iterable<string>): string => [...all].map((line) => `${line}\n`).join('');
  yield put(lines([text.title, ...scheme].join(words.separator), '').map(colors.strong));
  yield put(lines(text.noInference, '  ').map(colors.warning));
  yield put(
    section(
      text.subjects(noun.charAt(0).toUpperCase() + noun.slice(1)),
      targeted.targets.subjects,
      ({ verdict, changes }) => [
        text.verdict(words.results[verdict]),
        ...(changes === null ? [] : [text.turnsVerdict(changes)]),
      ],
    ),
  );
  yield put(section(text.units, targeted.targets.units, () => []));
  yield put(diagnosticList(targeted.diagnostics, 'warning', report, placeText, colors));
}
