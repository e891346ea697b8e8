import { messageOf } from '../diagnostics/message.ts';
import type { Assessment, Finding, InputFile, Totals } from '../model/assessment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { judgedLevel } from '../model/levels.ts';
import type { Place } from '../model/place.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { figuresKey } from './finding-teller.ts';
import { findingPieces, isLong, writeFinding, writeSubjectHead } from './json-finding.ts';
import { indented } from './json-text.ts';
import { ruleLookup } from './lookups.ts';
import { reasonContext, reasonOf } from './reasons.ts';
import type { Reporter } from './reporter.ts';

/** In the order of the published schemas. */
export const subjectTotals = ({ subjects }: Totals) => ({
  pass: subjects.pass,
  fail: subjects.fail,
  unknown: subjects.unknown,
  'not-applicable': subjects['not-applicable'],
});

/** What is judged, by the level of the scheme. */
export const judgedEntry = (ruleset: Ruleset | null) => {
  if (ruleset === null) return null;
  const { id, noun } = judgedLevel(ruleset);
  return { level: id, noun: { zh: noun.zh, en: noun.en } };
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
  ruleset: ruleset && { id: ruleset.id, version: ruleset.version, sha256: ruleset.sha256 },
  judged: judgedEntry(ruleset),
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
  totals: {
    subjects: subjectTotals(totals),
    records: totals.records,
    skipped: totals.skipped,
  },
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

const REMEMBERED = 512;

/** Writes findings; those without witnesses, most of a large register, are remembered. */
const findingWriter = (assessment: Assessment) => {
  const ruleOf = ruleLookup(assessment.ruleset);
  const context = reasonContext(assessment);
  const known = new Map<string, string>();
  const reasonIn = (finding: Finding) => {
    const rule = ruleOf(finding.rule);
    return { zh: reasonOf(finding, rule, 'zh', context), en: reasonOf(finding, rule, 'en', context) };
  };
  const write = (finding: Finding): string => {
    const key = figuresKey(finding);
    if (key === null) return writeFinding(finding, reasonIn(finding));
    let written = known.get(key);
    if (written === undefined) {
      written = writeFinding(finding, reasonIn(finding));
      if (known.size < REMEMBERED) known.set(key, written);
    }
    return written;
  };
  return function* (finding: Finding): Iterable<string> {
    if (isLong(finding)) yield* findingPieces(finding, reasonIn(finding));
    else yield write(finding);
  };
};

function* subjectPieces(assessment: Assessment): Iterable<string> {
  const write = findingWriter(assessment);
  let before = '';
  for (const subject of assessment.subjects) {
    yield before + writeSubjectHead(subject);
    let separator = '';
    for (const finding of subject.findings) {
      if (separator !== '') yield separator;
      yield* write(finding);
      separator = ',';
    }
    yield separator === '' ? ']\n  }' : '\n   ]\n  }';
    before = ',';
  }
  yield before === '' ? ']' : '\n ]';
}

function* diagnosticPieces(diagnostics: readonly Diagnostic[]): Iterable<string> {
  let before = '';
  for (const diagnostic of diagnostics) {
    yield `${before}\n  ${indented(diagnosticEntry(diagnostic), 2)}`;
    before = ',';
  }
  yield before === '' ? ']' : '\n ]';
}

function* pieces(assessment: Assessment, tool: string): Iterable<string> {
  yield JSON.stringify(head(assessment, tool), null, 1).slice(0, -2);
  yield ',\n "subjects": [';
  yield* subjectPieces(assessment);
  yield ',\n "diagnostics": [';
  yield* diagnosticPieces(assessment.diagnostics);
  yield '\n}\n';
}

/** JSON report, version 2, as `rules/schema/report.schema.json` describes it. */
export const jsonReporter: Reporter = (assessment, { tool }) => pieces(assessment, tool);
