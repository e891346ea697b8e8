import {
  type Assessment,
  cellsOf,
  type Finding,
  type Subject,
  type Witness,
  type WitnessCell,
} from '../../model/assessment.ts';
import { placeText } from '../../model/place.ts';
import type { Language } from '../../model/text.ts';
import { sheetNames, type WrittenSheet, writeWorkbook } from '../../workbook/write-workbook.ts';
import { csvWords } from '../csv/csv-words.ts';
import { type Column, diagnosticColumns, findingColumns } from '../csv/finding-columns.ts';
import { summaryColumns } from '../csv/summary-columns.ts';
import { diagnosticGroups, elsewhere } from '../diagnostic-list.ts';
import { type FindingTeller, findingTeller, type WitnessList } from '../finding-teller.ts';
import { headingLookup } from '../lookups.ts';
import { plain, visible } from '../plain.ts';
import type { ReportContext } from '../reporter.ts';
import { shownPaths, shownPlaces } from '../shown-places.ts';
import { words } from '../words.ts';
import { headlines, resultStyles, type TableColumn, TableSheet } from './table-sheet.ts';
import { xlsxWords } from './xlsx-words.ts';

/** A record behind a finding, or how many are not listed. */
export interface EvidenceRow {
  readonly subject: Subject;
  readonly finding: Finding;
  readonly which: WitnessList;
  readonly witness: Witness | null;
  readonly omitted: number;
  readonly teller: FindingTeller;
  readonly language: Language;
  readonly pathOf: (path: string) => string;
  readonly headingOf: (field: string) => string;
}

const VERDICT = 'verdict';

/** What is said of each cell that decided, in their order. */
const ofCells =
  (tell: (cell: WitnessCell, row: EvidenceRow) => string | null) =>
  (row: EvidenceRow): string | null => {
    if (row.witness === null) return null;
    const told = cellsOf(row.witness).flatMap((cell) => tell(cell, row) ?? []);
    return told.length === 0 ? null : told.join(csvWords[row.language].semicolon);
  };

const placeOf = ofCells(({ place }, { pathOf }) =>
  place === null ? null : visible(placeText({ ...place, path: pathOf(place.path) })),
);

const headingOf = ofCells(({ place, field, heading }, { headingOf, language }) => {
  if (field === VERDICT) return words[language].verdict;
  if (heading !== null) return plain(heading);
  return place === null ? null : words[language].absent(plain(headingOf(field)));
});

const textOf = ofCells(({ field, heading, text }, { which, language }) => {
  const { results, blank } = words[language];
  if (field === VERDICT) return results[which === 'failing' ? 'fail' : 'unknown'];
  if (heading === null) return null;
  return text === null || text.trim() === '' ? blank : visible(text);
});

/** Of the subject, its code and name, the rule and its result: as in the sheet of findings. */
const OF_FINDING = new Set(['代码', '名称', '考核规则', '单项结论']);
const ofFinding = findingColumns
  .filter(({ heading }) => OF_FINDING.has(heading.zh))
  .map(
    (column): Column<EvidenceRow> => ({
      ...column,
      cell: ({ subject, finding, teller, language }) => column.cell({ year: null, subject, finding, teller, language }),
    }),
  );

export const evidenceColumns: readonly Column<EvidenceRow>[] = [
  ...ofFinding,
  {
    heading: { zh: '为何列出', en: 'why listed' },
    cell: ({ which, witness, omitted, language }) =>
      witness === null ? words[language].omitted(omitted) : xlsxWords[language].listed[which],
    sheet: { kind: 'long', width: 14 },
  },
  {
    heading: { zh: '单位代码', en: 'unit code' },
    cell: ({ witness }) => witness?.code ?? null,
    sheet: { kind: 'text', width: 20 },
  },
  {
    heading: { zh: '单位', en: 'unit' },
    cell: ({ witness }) => witness?.name ?? null,
    sheet: { kind: 'long', width: 24 },
  },
  { heading: { zh: '位置', en: 'place' }, cell: placeOf, sheet: { kind: 'long', width: 36 } },
  { heading: { zh: '表头', en: 'heading' }, cell: headingOf, sheet: { kind: 'long', width: 16 } },
  { heading: { zh: '原文', en: 'text' }, cell: textOf, sheet: { kind: 'long', width: 24 } },
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
function* evidenceRows(
  subject: Subject,
  finding: Finding,
  facts: Omit<EvidenceRow, 'subject' | 'finding' | 'which' | 'witness' | 'omitted'>,
): Generator<EvidenceRow> {
  const order: readonly WitnessList[] = finding.result === 'unknown' ? ['unknown', 'failing'] : ['failing', 'unknown'];
  for (const which of order) {
    const omitted = finding.witnesses.omitted[which];
    for (const witness of finding.witnesses[which]) {
      yield { ...facts, subject, finding, which, witness, omitted };
    }
    if (omitted > 0) yield { ...facts, subject, finding, which, witness: null, omitted };
  }
}

/** Summary, findings and evidence, written in one pass over the subjects. */
const judgedSheets = (assessment: Assessment, context: ReportContext): WrittenSheet[] => {
  const { language } = context;
  const { year, ruleset } = assessment;
  const open = sheetOpener(assessment, context);
  const summarised = summaryColumns(ruleset?.rules ?? [], language).flatMap(({ cell, sheet }) =>
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
    ...{ isFirst: true, frozenColumns: 3 },
    above: headlines(assessment, context),
  });
  const findings = open('findings', columnsOf(found), { frozenColumns: 3, above: [xlsxWords[language].pooled] });
  const evidence = open('evidence', columnsOf(evident), { frozenColumns: 2 });
  const teller = findingTeller(assessment, language);
  const pathOf = shownPaths(assessment);
  const facts = { teller, language, pathOf, headingOf: headingLookup(ruleset, language) };
  const addStreets = (streets: readonly Subject[], district: Subject | null): void => {
    for (const street of streets) {
      const byRule = new Map(street.findings.map((finding) => [finding.rule, finding]));
      summary.add(summarised.map(({ cell }) => cell({ year, district, street, findings: byRule })));
    }
  };
  // A district follows its streets.
  let streets: Subject[] = [];
  for (const subject of assessment.subjects) {
    for (const finding of subject.findings) {
      findings.add(found.map(({ cell }) => cell({ year, subject, finding, teller, language })));
      for (const row of evidenceRows(subject, finding, facts)) evidence.add(evident.map(({ cell }) => cell(row)));
    }
    if (subject.scope === 'street') streets.push(subject);
    else {
      addStreets(streets, subject);
      streets = [];
    }
  }
  addStreets(streets, null);
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
