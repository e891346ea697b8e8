import type { Assessment } from '../../model/assessment.ts';
import { placeText as recordedPlace } from '../../model/place.ts';
import { remembered } from '../../model/remembered.ts';
import type { Ruleset } from '../../model/ruleset.ts';
import { tellUncodedApart } from '../../model/tell-apart.ts';
import type { Text } from '../../model/text.ts';
import { holderNames } from '../../register/register.ts';
import { diagnosticList } from '../../report/diagnostic-list.ts';
import { diagnosticEntry } from '../../report/json-reporter.ts';
import { unitName } from '../../report/names.ts';
import { plain, visible } from '../../report/plain.ts';
import { asked } from '../../report/reasons.ts';
import type { ReportContext } from '../../report/reporter.ts';
import { schemeText, type VerbHead, verbContext, verbReporters } from '../../report/verb-report.ts';
import { MARKS } from '../../report/words.ts';
import { wrap } from '../../report/wrap.ts';
import type { Contradicted, Draw, Judged, JudgedForms, Judgement, RecordChange, StratumJudgement } from '../sample.ts';
import { drawLines, fieldText, type SampleContext, stratumText, valueText } from './draw-report.ts';
import { sampleWords } from './sample-words.ts';

const OF_CLAIM = { yes: 'fail', no: 'pass', unknown: 'unknown' } as const satisfies Record<Contradicted, string>;
const OF_PLAN = { yes: 'pass', no: 'fail', unknown: 'unknown' } as const satisfies Record<Contradicted, string>;

function* boundLines(judgement: Judgement, drawn: number, units: number, context: SampleContext): Iterable<string> {
  const { text, lines } = context;
  const { bad, unchecked, mostBad, mostBadAtWorst } = judgement;
  yield* lines(text.found(bad, drawn) + (unchecked === 0 ? '' : text.unchecked(unchecked)), '    ');
  const [one, between] = drawn === units ? [text.exactly, text.exactlyBetween] : [text.atMost, text.atMostBetween];
  const bound = mostBad === mostBadAtWorst ? one(mostBad, units) : between(mostBad, mostBadAtWorst, units);
  yield* lines(bound, '    ', '      ');
}

function* claimLines(judgement: StratumJudgement, accept: number | null, context: SampleContext): Iterable<string> {
  const { text, words, lines, colors, ruleOf, report } = context;
  const { rule, target, register, accepted } = judgement;
  for (const [claim, says] of [
    [text.target(asked(ruleOf(rule), report.language), target.allowed), target.contradicted],
    [text.registerSays(register.allowed), register.contradicted],
  ] as const) {
    const mark = OF_CLAIM[says];
    yield* lines(`${MARKS[mark]} ${claim}${words.colon}${text.contradicted[says]}`, '    ', '      ').map(colors[mark]);
  }
  if (accepted === null || accept === null) return;
  const mark = OF_PLAN[accepted];
  yield* lines(`${MARKS[mark]} ${text.accepted[accepted](accept)}`, '    ', '      ').map(colors[mark]);
}

function* strataLines({ draw, strata, whole }: Judged, context: SampleContext): Iterable<string> {
  const { text, words, colors, labelOf, lines } = context;
  for (const [at, stratum] of draw.strata.entries()) {
    yield '';
    yield* lines(stratumText(stratum, draw, context), '').map(colors.strong);
    for (const judgement of strata[at]!) {
      yield* lines(labelOf(judgement.rule) + words.colon, '  ');
      yield* boundLines(judgement, stratum.drawn, stratum.units, context);
      yield* claimLines(judgement, stratum.accept, context);
    }
  }
  yield '';
  const isSeveral = draw.strata.length * draw.rules.length > 1;
  yield* lines(text.reading, '').map(colors.muted);
  if (isSeveral) yield* lines(text.readingSeveral, '').map(colors.muted);
  if (draw.strata.length === 1) return;
  yield '';
  yield* lines(text.wholeBound(draw.strata.length), '').map(colors.strong);
  for (const judgement of whole) {
    yield* lines(labelOf(judgement.rule) + words.colon, '  ');
    yield* boundLines(judgement, draw.units.length, draw.register.units, context);
  }
}

/** How the units of a draw are called, told from others of their name. */
const unitNames = remembered(({ units }: Draw): readonly string[] =>
  tellUncodedApart(
    units.map(({ code, name }) => ({ code, name })),
    (_, at) => holderNames(units[at]!.within),
  ).map(unitName),
);

/** The register's place is as the draw recorded it, that of the form as it was given. */
function* changeLines(change: RecordChange, draw: Draw, context: SampleContext): Iterable<string> {
  const { text, words, report, placeText, lines } = context;
  const { field, from, to, found } = change;
  const unit = draw.units[change.unit]!;
  const [was, is] = [valueText(draw, field, from, context), valueText(draw, field, to, context)];
  const facts = text.change(fieldText(field, context), was, is);
  yield* lines([unitNames(draw)[change.unit]!, facts].join(words.separator), '  ', '    ');
  const registered = unit.place === null ? words.noPlace : visible(recordedPlace(unit.place));
  const place = found.place === null ? words.noPlace : placeText(found.place);
  const places = [{ solid: text.registerPlace(registered) }, words.separator, { solid: text.formPlace(place) }];
  yield* wrap(places, report.width, '    ');
}

/** Units that no longer meet what they met by the register, and what the scheme proposes of them. */
function* slidLines({ draw, changes }: Judged, context: SampleContext): Iterable<string> {
  const { text, lines, colors, labelOf, ruleset, report } = context;
  const { slidBack } = ruleset;
  const lost = new Map(changes.filter((change) => change.lost.length > 0).map((change) => [change.unit, change.lost]));
  if (lost.size === 0) return;
  const inLanguage = (written: Text) => plain(written[report.language]);
  yield '';
  yield* lines(slidBack ? text.proposals : text.slidBack, '').map(colors.strong);
  for (const [unit, rules] of lost) {
    const slid = text.slidBackIn(unitNames(draw)[unit]!, rules.map(labelOf).join(text.list));
    yield* lines(slidBack ? text.proposal(slid, inLanguage(slidBack.proposal)) : slid, '  ', '    ');
  }
  if (slidBack) {
    yield* lines(text.proposalBasis(inLanguage(slidBack.cited), inLanguage(slidBack.basis)), '  ').map(colors.muted);
  }
}

type ToldForms = JudgedForms & { readonly judged: Judged; readonly ruleset: Ruleset };

/** What a filled form shows, for people: the answer, the strata, the records that change. */
function* judgedTable(forms: ToldForms, report: ReportContext): Iterable<string> {
  const context = verbContext(forms, report, sampleWords);
  const { text, words, colors, lines, placeText } = context;
  const { judged, diagnostics } = forms;
  const { draw, changes, unchecked } = judged;
  const mark = forms.verdict!;
  yield* lines(`${MARKS[mark]} ${text.judged[judged.result]}`, '').map(colors[mark]);
  yield* lines(schemeText(context, forms.year).join(words.separator), '  ');
  yield* drawLines(draw, context);
  yield* strataLines(judged, context);
  yield '';
  if (changes.length > 0) yield* lines(words.counted(text.changes, changes.length), '').map(colors.strong);
  else if (unchecked.length < draw.units.length) yield* lines(text.noChanges, '');
  for (const change of changes) yield* changeLines(change, draw, context);
  yield* lines(text.onlyThese, '').map(colors.muted);
  yield* slidLines(judged, context);
  if (unchecked.length > 0)
    yield* ['', ...lines(words.counted(text.notChecked, unchecked.length), '').map(colors.strong)];
  for (const at of unchecked) yield* lines(unitNames(draw)[at]!, '  ', '    ');
  yield* diagnosticList(diagnostics, 'warning', report, placeText, colors);
  yield* diagnosticList(diagnostics, 'note', { ...report, notes: true }, placeText, colors);
}

/** JSON judgement, version 1, as `rules/schema/sample.schema.json` describes it. */
const judgedDocument = ({ judged, diagnostics }: ToldForms, { tool, ruleset, year }: VerbHead) => {
  const { draw, strata, whole, changes, unchecked, result } = judged;
  const unitAt = (at: number) => {
    const { key, code, name } = draw.units[at]!;
    return { key, code, name };
  };
  return {
    ...{ format: 'streetcheck-judgement', version: 1, tool, ruleset, year },
    ...{ draw: draw.id, seed: draw.seed, register: draw.register, result },
    strata: draw.strata.map(({ of, units, drawn, accept }, at) => ({ of, units, drawn, accept, rules: strata[at] })),
    whole,
    changes: changes.map(({ unit, field, from, to, found: { place, heading, text }, lost }) => ({
      ...unitAt(unit),
      ...{ field, from, to, registered: draw.units[unit]!.place, found: place, heading, text, lost },
    })),
    unchecked: unchecked.map(unitAt),
    diagnostics: diagnostics.map(diagnosticEntry),
  };
};

const isTold = (assessment: Assessment): assessment is ToldForms =>
  'judged' in assessment && assessment.judged !== null && assessment.ruleset !== null;

export const JUDGED_REPORTERS = verbReporters(isTold, judgedTable, judgedDocument);
