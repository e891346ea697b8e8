import type { Assessment } from '../../model/assessment.ts';
import { levelOf, levelOfTable, unitsNoun } from '../../model/levels.ts';
import type { Ruleset, Value } from '../../model/ruleset.ts';
import { diagnosticList } from '../../report/diagnostic-list.ts';
import { diagnosticEntry } from '../../report/json-reporter.ts';
import { Entries } from '../../report/json-text.ts';
import { unitName } from '../../report/names.ts';
import { plain, visible } from '../../report/plain.ts';
import type { ReportContext } from '../../report/reporter.ts';
import {
  schemeText,
  type VerbContext,
  type VerbHead,
  verbContext,
  verbData,
  verbReporters,
} from '../../report/verb-report.ts';
import type { Words } from '../../report/words.ts';
import { wrap } from '../../report/wrap.ts';
import type { Draw, Drawn, SizeRule, Stratum } from '../sample.ts';
import { type SampleWords, sampleWords } from './sample-words.ts';

export type SampleContext = VerbContext<SampleWords>;

/** A screen full; the form and the JSON have them all. */
const STRATA = 40;
const UNITS = 200;

/** Of a subject that was drawn: what stands in its record is its verdict. */
const VERDICT = 'verdict';

export const fieldText = (field: string, { text, headingOf }: SampleContext): string =>
  field === VERDICT ? text.verdict : headingOf(field);

export const valueText = (
  { register }: Draw,
  field: string,
  value: Value | null | undefined,
  { words, valueLabel }: SampleContext,
): string => {
  if (value === null || value === undefined) return words.blank;
  return field === VERDICT && Object.hasOwn(words.results, value)
    ? words.results[value as keyof Words['results']]
    : valueLabel(register.table, field, value);
};

export const stratumText = ({ of }: Stratum, { stratifiedBy }: Draw, { text, ruleset, report }: SampleContext) =>
  of === null || stratifiedBy === null
    ? text.whole
    : unitName(of) || text.notNamed(levelOf(ruleset, stratifiedBy).noun[report.language]);

const sizeText = (size: SizeRule, { sizes }: SampleWords): string =>
  size.kind === 'rate' ? sizes.rate(size) : size.kind === 'plan' ? sizes.plan(size) : sizes.refute(size);

/** What was drawn from what, and how. */
export function* drawLines({ id, seed, register, size, rules }: Draw, context: SampleContext): Iterable<string> {
  const { text, lines, labelOf, ruleset, report } = context;
  const noun = unitsNoun(levelOfTable(ruleset, register.table), report.language, register.units);
  yield* lines(text.idAndSeed(id, visible(seed)), '  ');
  yield* lines(text.register(register.units, noun), '  ');
  yield* lines(text.fingerprint(register.sha256), '  ');
  yield* lines(sizeText(size, text), '  ', '    ');
  yield* lines(text.checkedFor(rules.map(labelOf).join(text.list)), '  ', '    ');
}

function* earlierLines({ earlier }: Draw, { text, lines, colors }: SampleContext): Iterable<string> {
  if (earlier === null) {
    yield* lines(text.noJournal, '  ').map(colors.muted);
    return;
  }
  const { sameRegister, otherRegisters } = earlier;
  const seeds = sameRegister.map(({ seed }) => plain(seed)).join(text.list);
  if (sameRegister.length === 0) yield* lines(text.first, '  ');
  else yield* lines(text.again(sameRegister.length + 1, seeds), '  ').map(colors.warning);
  if (otherRegisters > 0) yield* lines(text.otherRegisters(otherRegisters), '  ').map(colors.warning);
}

function* stratumLines(stratum: Stratum, draw: Draw, context: SampleContext): Iterable<string> {
  const { text, lines, colors } = context;
  const { units, drawn, accept, risks } = stratum;
  const name = stratumText(stratum, draw, context);
  const what = drawn === units ? text.all(name, units) : text.stratum(name, drawn, units);
  yield* lines(what + (accept === null ? '' : text.accept(accept)), '  ', '    ');
  if (draw.size.kind !== 'rate') return;
  for (const { bad, units: count, missed } of risks) {
    yield* lines(text.missed(bad, count, missed), '    ', '      ').map(colors.muted);
  }
}

function* unitLines(draw: Draw, context: SampleContext): Iterable<string> {
  const { text, words, report, colors, placeText, lines } = context;
  const { units } = draw;
  const fields = [...new Set(units.flatMap(({ values }) => Object.keys(values)))];
  yield '';
  yield colors.strong(words.counted(text.units, units.length));
  for (const [at, unit] of units.slice(0, UNITS).entries()) {
    const rank = `${at + 1}. `.padStart(5);
    const indent = ' '.repeat(rank.length);
    const within = unit.within.map(({ code, name }) => plain(name ?? code ?? '')).join(' ');
    const { code, name } = unit;
    yield* lines([unitName({ code, name }), within].filter((part) => part !== '').join(words.separator), rank, indent);
    const says = fields.map((field) =>
      words.labelled(fieldText(field, context), valueText(draw, field, unit.values[field], context)),
    );
    const where = unit.place === null ? words.noPlace : { solid: placeText(unit.place) };
    yield* wrap([where, words.separator, says.join(words.comma)], report.width, indent, `${indent}  `);
  }
  if (units.length > UNITS) yield* lines(text.moreUnits(units.length - UNITS), '  ').map(colors.muted);
}

type ToldDraw = Drawn & { readonly draw: Draw; readonly ruleset: Ruleset };

/** The draw for people: what was drawn how, the strata with what they leave open, the units in their order. */
function* drawTable(drawn: ToldDraw, report: ReportContext): Iterable<string> {
  const context = verbContext(drawn, report, sampleWords);
  const { text, words, colors, lines, placeText } = context;
  const { draw } = drawn;
  const { strata, units, register } = draw;
  yield* lines([text.drawn, ...schemeText(context, drawn.year)].join(words.separator), '').map(colors.strong);
  yield* drawLines(draw, context);
  yield* earlierLines(draw, context);
  yield '';
  for (const stratum of strata.slice(0, STRATA)) yield* stratumLines(stratum, draw, context);
  if (strata.length > STRATA) yield* lines(text.moreStrata(strata.length - STRATA), '  ').map(colors.muted);
  if (strata.length > 1) yield* lines(text.total(units.length, register.units, strata.length), '  ');
  yield* lines(text.reproducible, '  ');
  yield* lines(text.toFill, '  ');
  yield* unitLines(draw, context);
  yield* diagnosticList(drawn.diagnostics, 'warning', report, placeText, colors);
}

/** JSON draw, version 2, as `rules/schema/sample.schema.json` describes it: with the keys of all units. */
export const drawDocument = ({ draw, diagnostics }: ToldDraw, { tool, ruleset, options, year, inputs }: VerbHead) => {
  const { strata, units, ...how } = draw;
  return {
    ...({ format: 'streetcheck-draw', version: 2 } as const),
    ...{ tool, ruleset, options, year, inputs },
    ...how,
    strata: new Entries(strata, ({ frame, ...stratum }) => ({ ...stratum, frame: new Entries(frame, (key) => key) })),
    units: new Entries(units, (unit) => unit),
    diagnostics: new Entries(diagnostics, diagnosticEntry),
  };
};

export const isDrawn = (assessment: Assessment): assessment is ToldDraw =>
  'draw' in assessment && assessment.draw !== null && assessment.ruleset !== null;

export const DRAW_REPORTERS = verbReporters(isDrawn, drawTable, drawDocument);
export const drawData = verbData(isDrawn, drawDocument);
