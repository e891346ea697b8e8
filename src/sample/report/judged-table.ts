import type { Ruleset } from '../../model/ruleset.ts';
import type { Text } from '../../model/text.ts';
import { diagnosticList } from '../../report/diagnostic-list.ts';
import { plain } from '../../report/plain.ts';
import type { ReportContext } from '../../report/reporter.ts';
import { type ShownPlaces, shownPlaces } from '../../report/shown-places.ts';
import { MARKS } from '../../report/words.ts';
import { wrap } from '../../report/wrap.ts';
import type { Contradicted, Judged, JudgedForms, Judgement, RecordChange, StratumJudgement } from '../sample.ts';
import { drawHead } from './draw-table.ts';
import { nameOf, type SampleContext, sampleContext, stratumName } from './sample-context.ts';

const RESULTS = { consistent: 'pass', contradicted: 'fail', undecided: 'unknown' } as const;
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
  const { text, words, lines, colors } = context;
  const { target, register, accepted } = judgement;
  for (const [claim, says] of [
    [text.target(plain(target.atLeast), target.allowed), target.contradicted],
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
    yield* lines(stratumName(stratum, draw, context), '').map(colors.strong);
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

/** Places of the register as the draw recorded them, those of the form as it was given. */
interface Places {
  readonly register: ShownPlaces;
  readonly form: ShownPlaces;
}

function* changeLine(change: RecordChange, judged: Judged, places: Places, context: SampleContext) {
  const { text, words, report, headingOf, textOf, lines } = context;
  const unit = judged.draw.units[change.unit]!;
  const { field, from, to, found } = change;
  const facts = text.change(headingOf(field), textOf(field, from), textOf(field, to));
  yield* lines([nameOf(unit), facts].join(words.separator), '  ', '    ');
  const registered = unit.place === null ? words.noPlace : places.register(unit.place);
  const place = found.place === null ? words.noPlace : places.form(found.place);
  yield* wrap(
    [{ solid: text.registerPlace(registered) }, words.separator, { solid: text.formPlace(place) }],
    report.width,
    '    ',
  );
}

function* changeLines(judged: Judged, places: Places, ruleset: Ruleset, context: SampleContext): Iterable<string> {
  const { text, words, lines, colors, labelOf } = context;
  const { draw, changes, unchecked } = judged;
  yield '';
  if (changes.length > 0) yield* lines(words.counted(text.changes, changes.length), '').map(colors.strong);
  else if (unchecked.length < draw.units.length) yield* lines(text.noChanges, '');
  for (const change of changes) yield* changeLine(change, judged, places, context);
  yield* lines(text.onlyThese, '').map(colors.muted);
  const lost = new Map(changes.filter((change) => change.lost.length > 0).map((change) => [change.unit, change.lost]));
  if (lost.size > 0) {
    yield '';
    const { slidBack } = ruleset;
    const inLanguage = (written: Text) => plain(written[context.report.language]);
    yield* lines(slidBack ? text.proposals : text.slidBack, '').map(colors.strong);
    const proposal = slidBack && inLanguage(slidBack.proposal);
    for (const [unit, rules] of lost) {
      const slid = text.slidBackIn(nameOf(draw.units[unit]!), rules.map(labelOf).join(text.list));
      yield* lines(proposal === undefined ? slid : text.proposal(slid, proposal), '  ', '    ');
    }
    if (slidBack) {
      const basis = inLanguage(slidBack.basis);
      yield* lines(text.proposalBasis(inLanguage(slidBack.cited), basis), '  ').map(colors.muted);
    }
  }
  if (unchecked.length === 0) return;
  yield '';
  yield* lines(words.counted(text.notChecked, unchecked.length), '').map(colors.strong);
  for (const at of unchecked) yield* lines(nameOf(draw.units[at]!), '  ', '    ');
}

/** What a filled form shows, for people: the answer, the strata, the records that change. */
export function* judgedTable(
  forms: JudgedForms,
  judged: Judged,
  ruleset: Ruleset,
  report: ReportContext,
): Iterable<string> {
  const context = sampleContext(ruleset, judged.draw.register.table, report);
  const { text, words, colors, lines } = context;
  const mark = RESULTS[judged.result];
  const placeText = shownPlaces(forms);
  const put = (all: Iterable<string>): string => [...all].map((line) => `${line}\n`).join('');
  yield put(lines(`${MARKS[mark]} ${text.judged[judged.result]}`, '').map(colors[mark]));
  const scheme = [plain(ruleset.label[report.language]), ...(forms.year === null ? [] : [words.year(forms.year)])];
  yield put(lines(scheme.join(words.separator), '  '));
  yield put(drawHead(judged.draw, context));
  yield put(strataLines(judged, context));
  const places = { register: shownPlaces({ ...forms, inputs: [] }), form: placeText };
  yield put(changeLines(judged, places, ruleset, context));
  yield put(diagnosticList(forms.diagnostics, 'warning', report, placeText, colors));
  yield put(diagnosticList(forms.diagnostics, 'note', { ...report, notes: true }, placeText, colors));
}
