import type { Assessment } from '../../model/assessment.ts';
import { judgedLevel, unitsNoun } from '../../model/levels.ts';
import type { Ruleset } from '../../model/ruleset.ts';
import { capitalized } from '../../model/text.ts';
import { diagnosticList } from '../../report/diagnostic-list.ts';
import { diagnosticEntry } from '../../report/json-reporter.ts';
import { Entries } from '../../report/json-text.ts';
import { unitName } from '../../report/names.ts';
import { plain } from '../../report/plain.ts';
import type { ReportContext } from '../../report/reporter.ts';
import { schemeText, type VerbContext, type VerbHead, verbContext, verbReporters } from '../../report/verb-report.ts';
import { wrap } from '../../report/wrap.ts';
import type { Target, Targeted, TargetReason } from '../sample.ts';
import { type TargetWords, targetWords } from './sample-words.ts';

const LISTED = 20;

type TargetContext = VerbContext<TargetWords>;

/** One text for all rules that as few units turn, one for each doubt, and one for all rules that a unit carries. */
const reasonTexts = (reasons: readonly TargetReason[], { text, labelOf }: TargetContext): readonly string[] => {
  const labels = (of: readonly { readonly rule: string }[]) => of.map(({ rule }) => labelOf(rule)).join(text.list);
  const turns = reasons.filter((reason) => reason.kind === 'turns');
  const turning = turns.flatMap((reason) => {
    const { changes, result } = reason;
    const alike = turns.filter((other) => other.changes === changes && other.result === result);
    if (alike[0] !== reason) return [];
    return (result === 'pass' ? text.losesRules : text.lacksRules)(labels(alike), changes);
  });
  const doubts = reasons.flatMap((reason) => {
    if (reason.kind === 'zero') return text.zero(labelOf(reason.rule), reason.before);
    if (reason.kind === 'limit') return text.limit(labelOf(reason.rule), reason.at);
    return reason.kind === 'diagnostic' ? text.warning(reason.code) : [];
  });
  const carried = reasons.filter((reason) => reason.kind === 'carries');
  const [first] = carried;
  const { code = null, name = null } = first?.subject ?? {};
  return [
    ...turning,
    ...doubts,
    ...(first === undefined ? [] : [text.carries(labels(carried), plain(name ?? code ?? ''))]),
  ];
};

function* targetLines(target: Target, at: number, before: readonly string[], context: TargetContext): Iterable<string> {
  const { lines, placeText, report } = context;
  const rank = `${at + 1}. `;
  const indent = ' '.repeat(rank.length + 2);
  yield* lines(unitName(target), `  ${rank}`, indent);
  if (target.place !== null) yield* wrap({ solid: placeText(target.place) }, report.width, indent);
  for (const line of [...before, ...reasonTexts(target.reasons, context)])
    yield* lines(line, `${indent}- `, `${indent}  `);
}

function* section<T extends Target>(
  title: string,
  targets: readonly T[],
  before: (target: T) => readonly string[],
  context: TargetContext,
): Iterable<string> {
  const { text, words, lines, colors } = context;
  yield '';
  yield* lines(words.counted(title, targets.length), '').map(colors.strong);
  if (targets.length === 0) yield* lines(text.none, '  ');
  for (const [at, target] of targets.slice(0, LISTED).entries())
    yield* targetLines(target, at, before(target), context);
  if (targets.length > LISTED) yield* lines(text.more(targets.length - LISTED), '  ').map(colors.muted);
}

type ToldTargets = Targeted & { readonly ruleset: Ruleset };

/** For people: no inference first, then the subjects, then the units, each with its reasons. */
function* targetTable(targeted: ToldTargets, report: ReportContext): Iterable<string> {
  const context = verbContext(targeted, report, targetWords);
  const { text, words, colors, lines, placeText, ruleset } = context;
  const { targets, year, diagnostics } = targeted;
  const subjects = capitalized(unitsNoun(judgedLevel(ruleset), report.language));
  yield* lines([text.title, ...schemeText(context, year)].join(words.separator), '').map(colors.strong);
  yield* lines(text.noInference, '  ').map(colors.warning);
  const standing = ({ verdict, changes }: Targeted['targets']['subjects'][number]) => [
    text.verdict(words.results[verdict]),
    ...(changes === null ? [] : [text.turnsVerdict(changes)]),
  ];
  yield* section(text.subjects(subjects), targets.subjects, standing, context);
  yield* section(text.units, targets.units, () => [], context);
  yield* diagnosticList(diagnostics, 'warning', report, placeText, colors);
}

/** A diagnostic stands in full in the list of diagnostics. */
const reasonEntry = (reason: TargetReason) =>
  reason.kind === 'diagnostic' ? { kind: reason.kind, code: reason.code } : reason;

/** JSON targets, version 2, as `rules/schema/sample.schema.json` describes them. */
const targetDocument = (
  { targets, diagnostics }: ToldTargets,
  { tool, ruleset, options, year, verdict, inputs }: VerbHead,
) => ({
  ...{ format: 'streetcheck-targets', version: 2, tool, ruleset, options, year, verdict, inputs, inference: false },
  subjects: new Entries(targets.subjects, ({ code, name, within, verdict, changes, place, reasons }) => ({
    ...{ code, name },
    ...(within && { within }),
    ...{ verdict, changes, place },
    reasons: reasons.map(reasonEntry),
  })),
  units: new Entries(targets.units, ({ table, code, name, within, place, reasons }) => ({
    ...{ table, code, name },
    ...(within && { within }),
    place,
    reasons: reasons.map(reasonEntry),
  })),
  diagnostics: new Entries(diagnostics, diagnosticEntry),
});

const isTold = (assessment: Assessment): assessment is ToldTargets =>
  'targets' in assessment && assessment.refusal === null && assessment.ruleset !== null;

export const TARGET_REPORTERS = verbReporters(isTold, targetTable, targetDocument);
