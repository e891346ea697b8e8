import { levelOfTable, unitsNoun } from '../../model/levels.ts';
import type { Ruleset } from '../../model/ruleset.ts';
import { diagnosticList } from '../../report/diagnostic-list.ts';
import { plain, visible } from '../../report/plain.ts';
import type { ReportContext } from '../../report/reporter.ts';
import { shownPlaces } from '../../report/shown-places.ts';
import { wrap } from '../../report/wrap.ts';
import type { Draw, Drawn, SizeRule, Stratum } from '../sample.ts';
import { nameOf, type SampleContext, sampleContext, stratumName, whereIs } from './sample-context.ts';

/** A screen full; the form and the JSON have them all. */
const STRATA = 40;
const UNITS = 200;

const sizeText = (size: SizeRule, { text }: SampleContext): string => {
  switch (size.kind) {
    case 'rate':
      return text.sizes.rate(size);
    case 'plan':
      return text.sizes.plan(size);
    case 'refute':
      return text.sizes.refute(size);
    default:
      return size satisfies never;
  }
};

export function* drawHead(draw: Draw, context: SampleContext): Iterable<string> {
  const { text, lines, labelOf, ruleset, report } = context;
  const { table, units } = draw.register;
  const noun = unitsNoun(levelOfTable(ruleset, table), report.language, units);
  yield* lines(text.idAndSeed(draw.id, visible(draw.seed)), '  ');
  yield* lines(text.register(units, noun), '  ');
  yield* lines(text.fingerprint(draw.register.sha256), '  ');
  yield* lines(sizeText(draw.size, context), '  ', '    ');
  yield* lines(text.checkedFor(draw.rules.map(labelOf).join(text.list)), '  ', '    ');
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
  const name = stratumName(stratum, draw, context);
  const what = drawn === units ? text.all(name, units) : text.stratum(name, drawn, units);
  yield* lines(what + (accept === null ? '' : text.accept(accept)), '  ', '    ');
  if (draw.size.kind !== 'rate') return;
  for (const { bad, units: count, missed } of risks) {
    yield* lines(text.missed(bad, count, missed), '    ', '      ').map(colors.muted);
  }
}

function* unitLines(drawn: Drawn, draw: Draw, context: SampleContext): Iterable<string> {
  const { text, words, report, colors, headingOf, textOf, lines } = context;
  const placeText = shownPlaces(drawn);
  const fields = [...new Set(draw.units.flatMap(({ values }) => Object.keys(values)))];
  yield '';
  yield colors.strong(words.counted(text.units, draw.units.length));
  for (const [at, unit] of draw.units.slice(0, UNITS).entries()) {
    const rank = `${at + 1}. `.padStart(5);
    const indent = ' '.repeat(rank.length);
    yield* lines([nameOf(unit), whereIs(unit)].filter((part) => part !== '').join(words.separator), rank, indent);
    const says = fields.map((field) => words.cell(headingOf(field), textOf(field, unit.values[field])));
    const facts = says.join(words.comma);
    const where = unit.place === null ? words.noPlace : { solid: placeText(unit.place) };
    yield* wrap([where, words.separator, facts], report.width, indent, `${indent}  `);
  }
  if (draw.units.length > UNITS) yield* lines(text.moreUnits(draw.units.length - UNITS), '  ').map(colors.muted);
}

/** The draw for people: what was drawn how, the strata with what they leave open, the units in their order. */
export function* drawTable(drawn: Drawn, draw: Draw, ruleset: Ruleset, report: ReportContext): Iterable<string> {
  const context = sampleContext(ruleset, draw.register.table, report);
  const { text, words, colors, lines } = context;
  const title = [
    text.drawn,
    plain(ruleset.label[report.language]),
    ...(drawn.year === null ? [] : [words.year(drawn.year)]),
  ];
  const put = (all: Iterable<string>): string => [...all].map((line) => `${line}\n`).join('');
  yield put(lines(title.join(words.separator), '').map(colors.strong));
  yield put(drawHead(draw, context));
  yield put(earlierLines(draw, context));
  yield '\n';
  for (const stratum of draw.strata.slice(0, STRATA)) yield put(stratumLines(stratum, draw, context));
  if (draw.strata.length > STRATA)
    yield put(lines(text.moreStrata(draw.strata.length - STRATA), '  ').map(colors.muted));
  if (draw.strata.length > 1) {
    yield put(lines(text.total(draw.units.length, draw.register.units, draw.strata.length), '  '));
  }
  yield put(lines(text.reproducible, '  '));
  yield put(lines(text.toFill, '  '));
  yield put(unitLines(drawn, draw, context));
  yield put(diagnosticList(drawn.diagnostics, 'warning', report, shownPlaces(drawn), colors));
}
