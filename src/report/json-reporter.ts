import { messageOf } from '../diagnostics/message.ts';
import {
  type Assessment,
  cellsOf,
  type Finding,
  type InputFile,
  type Subject,
  type Witness,
  type WitnessCell,
} from '../model/assessment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { judgedLevel } from '../model/levels.ts';
import type { Place } from '../model/place.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { percentIn } from '../model/share.ts';
import type { Language, Text } from '../model/text.ts';
import { rememberedByFigures } from './findings.ts';
import { Entries, indented, indentedPieces, toData } from './json-text.ts';
import { ruleLookup } from './names.ts';
import { reasonContext, reasonOf } from './reasons.ts';
import type { Reporter } from './reporter.ts';

/** By which ruleset, and what is judged, by the level of the scheme. */
export const rulesetEntries = (ruleset: Ruleset | null) => {
  if (ruleset === null) return { ruleset, judged: null };
  const { id, version, sha256 } = ruleset;
  const { id: level, noun } = judgedLevel(ruleset);
  return { ruleset: { id, version, sha256 }, judged: { level, noun: { zh: noun.zh, en: noun.en } } };
};

/** Everything before the subjects; keys in the order of the published schema. */
export const head = (
  { command, ruleset, options, year, refusal, verdict, totals, inputs }: Assessment,
  tool: string,
) => ({
  format: 'streetcheck-report',
  version: 2,
  tool,
  command,
  ...rulesetEntries(ruleset),
  options: {
    year: options.year,
    subjects: options.subjects,
    onInvalid: options.onInvalid,
    witnesses: options.witnesses,
    encoding: options.encoding,
  },
  year,
  refusal,
  verdict,
  totals,
  inputs: inputs.map(({ path, table, encoding, records, skipped, leftOut, sha256 }: InputFile) => ({
    path,
    table,
    encoding,
    records,
    skipped,
    leftOut,
    sha256,
  })),
});

const onlyPlace = ({ path, line, column, cell, sheetCell }: Place): Place => ({
  ...{ path, line, column },
  ...(cell === undefined ? {} : { cell }),
  ...(sheetCell === undefined ? {} : { sheetCell }),
});

export const diagnosticEntry = (diagnostic: Diagnostic) => ({
  code: diagnostic.code,
  severity: diagnostic.severity,
  place: diagnostic.place && onlyPlace(diagnostic.place),
  text: diagnostic.text,
  message: { zh: messageOf(diagnostic, 'zh'), en: messageOf(diagnostic, 'en') },
  params: diagnostic.params,
  count: diagnostic.count,
  related: diagnostic.related.map(onlyPlace),
});

const cellEntry = ({ field, heading, text, place }: WitnessCell) => ({
  ...{ field, heading, text },
  place: place && onlyPlace(place),
});

const witnessEntry = (witness: Witness) => {
  const { code, name, within, place, field, heading, text } = witness;
  const cells = cellsOf(witness).map(cellEntry);
  return { code, name, ...(within && { within }), place: place && onlyPlace(place), field, heading, text, cells };
};

const figures = (finding: Finding) => {
  if (finding.kind === 'veto') return {};
  const { met, of, unknown, missing, source, effectiveTarget, shortfall, margin } = finding;
  const target = { atLeast: percentIn(finding.target), effectiveTarget, shortfall, margin };
  return { met, of, unknown, ...(missing > 0 && { missing }), source, ...target };
};

/** One of `findings`. */
const findingEntry = (finding: Finding, reason: Text) => {
  const { rule, kind, obligation, result, clause, witnesses } = finding;
  return {
    ...{ rule, kind, obligation, result },
    ...figures(finding),
    clause,
    reason: { code: finding.reason, zh: reason.zh, en: reason.en },
    witnesses: {
      failing: new Entries(witnesses.failing, witnessEntry),
      unknown: new Entries(witnesses.unknown, witnessEntry),
      omitted: witnesses.omitted,
    },
  };
};

/** What is pooled may list every subject of a register: more witnesses are not put together as one text. */
const MANY = 500;

const isLong = ({ witnesses: { failing, unknown } }: Finding): boolean => failing.length + unknown.length > MANY;

/** The whole report. Texts of findings are written in one go, and remembered where many are alike. */
const document = (assessment: Assessment, tool: string) => {
  const ruleOf = ruleLookup(assessment.ruleset);
  const context = reasonContext(assessment);
  const entryOf = (finding: Finding) => {
    const reasonIn = (language: Language) => reasonOf(finding, ruleOf(finding.rule), language, context);
    return findingEntry(finding, { zh: reasonIn('zh'), en: reasonIn('en') });
  };
  const write = rememberedByFigures((finding) => indented(entryOf(finding), 4));
  const subjectEntry = ({ scope, code, name, verdict, verdictWithoutVetoes, findings }: Subject) => ({
    ...{ scope, code, name, verdict, verdictWithoutVetoes },
    findings: new Entries(findings, entryOf, (finding) => (isLong(finding) ? null : write(finding))),
  });
  return {
    ...head(assessment, tool),
    subjects: new Entries(assessment.subjects, subjectEntry),
    diagnostics: new Entries(assessment.diagnostics, diagnosticEntry),
  };
};

/** JSON report, version 2, as `rules/schema/report.schema.json` describes it. */
export const jsonReporter: Reporter = function* (assessment, { tool }) {
  yield* indentedPieces(document(assessment, tool));
  yield '\n';
};

/** What a reader of the JSON report gets, of whatever length its text would be. */
export const reportData = (assessment: Assessment, tool: string) => toData(document(assessment, tool));

export type ReportData = ReturnType<typeof reportData>;
