import type { Assessment, Finding, Subject } from '../../model/assessment.ts';
import type { Language } from '../../model/text.ts';
import { sheetNames, type WrittenSheet, writeWorkbook } from '../../workbook/write-workbook.ts';
import { csvWords } from '../csv/csv-words.ts';
import { type Column, diagnosticColumns, findingColumns } from '../csv/finding-columns.ts';
import { summaryColumns, summaryRows } from '../csv/summary-columns.ts';
import { diagnosticGroups, elsewhere } from '../diagnostic-list.ts';
import type { WitnessList } from '../findings.ts';
import { plain, visible } from '../plain.ts';
import type { ReportContext } from '../reporter.ts';
import { shownPlaces } from '../shown-places.ts';
import { type Evidence, joined, type Teller, type ToldCell, tellerOf, witnessLists } from '../teller.ts';
import { words } from '../words.ts';
import { headlines, resultStyles, type TableColumn, TableSheet } from './table-sheet.ts';
import { xlsxWords } from './xlsx-words.ts';

/** A record behind a finding, or how many are not listed. */
interface EvidenceRow {
  readonly subject: Subject;
  readonly finding: Finding;
  readonly which: WitnessList;
  readonly evidence: Evidence | null;
  readonly teller: Teller;
}

/** What is said of each cell that decided, in their order. */
const ofCells =
  (tell: (cell: ToldCell) => string | null) =>
  ({ evidence, teller: { language } }: EvidenceRow): string | null =>
    evidence && joined(evidence.cells.map(tell), csvWords[language].semicolon);

/** Of the subject, its code and name, the rule and its result: as in the sheet of findings. */
const OF_FINDING = new Set(['代码', '名称', '考核规则', '单项结论']);
const ofFinding = findingColumns
  .filter(({ heading }) => OF_FINDING.has(heading.zh))
  .map(
    (column): Column<EvidenceRow> => ({
      ...column,
      cell: ({ subject, finding, teller }) =>
        column.cell({ year: null, subject, finding, teller, language: teller.language }),
    }),
  );

export const evidenceColumns: readonly Column<EvidenceRow>[] = [
  ...ofFinding,
  {
    heading: { zh: '为何列出', en: 'why listed' },
    cell: ({ finding, which, evidence, teller: { words, language } }) =>
      evidence === null ? words.omitted(finding.witnesses.omitted[which]) : xlsxWords[language].listed[which],
    sheet: { kind: 'long', width: 14 },
  },
  {
    heading: { zh: '单位代码', en: 'unit code' },
    cell: ({ evidence }) => evidence?.code ?? null,
    sheet: { kind: 'text', width: 20 },
  },
  {
    heading: { zh: '单位', en: 'unit' },
    cell: ({ evidence }) => evidence?.name ?? null,
    sheet: { kind: 'long', width: 24 },
  },
  { heading: { zh: '位置', en: 'place' }, cell: ofCells(({ where }) => where), sheet: { kind: 'long', width: 36 } },
  {
    heading: { zh: '表头', en: 'heading' },
    cell: ofCells(({ heading }) => heading),
    sheet: { kind: 'long', width: 16 },
  },
  {
    heading: { zh: '原文', en: 'text' },
    cell: ofCells(({ text }) => text && visible(text)),
    sheet: { kind: 'long', width: 24 },
  },
];

type SheetKey = keyof (typeof xlsxWords)['zh']['sheets'];

/** The columns of a table that stand in the workbook. */
const shownOf = <Row>(columns: readonly Column<Row>[], language: Language) =>
  columns.flatMap(({ heading, cell, sheet }) =>
    sheet === undefined ? [] : [{ cell, column: { heading: heading[language], look: sheet } satisfies TableColumn }],
  );

/** Opens the tables of a report, each with its title and the lines that belong above it. */
const sheetOpener = (assessment: Assessment, { language }: ReportContext) => {
  const { ruleset, year } = assessment;
  const text = xlsxWords[language];
  const scheme = [
    ...(year === null ? [] : [words[language].year(year)]),
    plain(ruleset?.label[language] ?? 'streetcheck'),
  ].join(' ');
  const styles = resultStyles(language);
  return (
    key: SheetKey,
    columns: readonly TableColumn[],
    {
      isFirst = false,
      frozenColumns = 0,
      above = [],
    }: { isFirst?: boolean; frozenColumns?: number; above?: readonly string[] },
  ): TableSheet => {
    const title = text.sheets[key];
    const look = { title, above: [text.titled(scheme, title), ...above], columns, frozenColumns, styles };
    return new TableSheet(look, isFirst);
  };
};

/** The witnesses of a finding, those that made the result what it is first, and how many are not listed. */
function* evidenceRows(subject: Subject, finding: Finding, teller: Teller): Iterable<EvidenceRow> {
  for (const which of witnessLists(finding)) {
    const row = { subject, finding, which, teller };
    for (const evidence of teller.evidenceIn(finding, which)) yield { ...row, evidence };
    if (finding.witnesses.omitted[which] > 0) yield { ...row, evidence: null };
  }
}

/** Summary, findings and evidence. */
const judgedSheets = (assessment: Assessment, context: ReportContext): WrittenSheet[] => {
  const { language } = context;
  const { year, ruleset } = assessment;
  const teller = tellerOf(assessment, language);
  const { outer, judged } = teller.nouns;
  const open = sheetOpener(assessment, context);
  const summarised = summaryColumns(ruleset, language, teller).flatMap(({ cell, sheet }) =>
    sheet === undefined
      ? []
      : [
          {
            cell,
            column: { heading: sheet.heading, look: sheet, ...(sheet.group !== undefined && { group: sheet.group }) },
          },
        ],
  );
  const found = shownOf(findingColumns, language);
  const evident = shownOf(evidenceColumns, language);
  const columnsOf = (shown: readonly { readonly column: TableColumn }[]) => shown.map(({ column }) => column);
  const summary = open('summary', columnsOf(summarised), {
    ...{ isFirst: true, frozenColumns: outer.length + 2 },
    above: headlines(assessment, context),
  });
  const pooledNotes = outer.map((noun) => xlsxWords[language].pooled(noun, judged));
  const findings = open('findings', columnsOf(found), { frozenColumns: 3, above: pooledNotes });
  const evidence = open('evidence', columnsOf(evident), { frozenColumns: 2 });
  for (const subject of assessment.subjects)
    for (const finding of subject.findings) {
      findings.add(found.map(({ cell }) => cell({ year, subject, finding, teller, language })));
      for (const row of evidenceRows(subject, finding, teller)) evidence.add(evident.map(({ cell }) => cell(row)));
    }
  for (const row of summaryRows(assessment)) summary.add(summarised.map(({ cell }) => cell(row)));
  return [summary, findings, evidence].flatMap((sheet) => sheet.end());
};

/** Errors and warnings, those that say the same as one; notes only as far as they are asked for. */
const diagnosticSheets = (assessment: Assessment, context: ReportContext): readonly WrittenSheet[] => {
  const { language, notes = false } = context;
  const text = words[language];
  const isFirst = assessment.verdict === null;
  const shown = shownOf(diagnosticColumns, language);
  const listed = assessment.diagnostics.filter(({ severity }) => notes || severity !== 'note');
  const folded = assessment.diagnostics.length - listed.length;
  const above = [
    ...(isFirst ? headlines(assessment, context) : []),
    ...(isFirst && assessment.refusal === 'data' ? [xlsxWords[language].corrections] : []),
    ...(folded > 0 ? [text.notesFolded(folded)] : []),
  ];
  const columns = shown.map(({ column }) => column);
  const sheet = sheetOpener(assessment, context)('diagnostics', columns, { isFirst, above });
  const placeText = shownPlaces(assessment);
  for (const group of diagnosticGroups(listed)) {
    const others = elsewhere(group, text, placeText);
    sheet.add(shown.map(({ cell }) => cell({ diagnostic: group.first, placeText, language, others })));
  }
  return sheet.end();
};

/** A workbook for the office: summary, findings, evidence and data problems; where nothing was judged, the last alone. */
export const xlsxReporter = function* (assessment: Assessment, context: ReportContext): Generator<Uint8Array> {
  const judged = assessment.verdict === null ? [] : judgedSheets(assessment, context);
  const sheets = [...judged, ...diagnosticSheets(assessment, context)];
  const names = sheetNames(sheets.map(({ name }) => name));
  yield* writeWorkbook(sheets.map((sheet, at) => ({ ...sheet, name: names[at]! })));
};
