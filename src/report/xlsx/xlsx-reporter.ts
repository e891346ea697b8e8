import type { Assessment } from '../../model/assessment.ts';
import type { Language, Text } from '../../model/text.ts';
import { sheetNames, type WrittenSheet, writeWorkbook } from '../../workbook/write-workbook.ts';
import {
  type Column,
  columnMaker,
  columnWords,
  diagnosticColumns,
  type FindingRow,
  findingColumns,
  findingRows,
} from '../columns.ts';
import { diagnosticGroups } from '../diagnostic-list.ts';
import type { WitnessList } from '../findings.ts';
import { titledHeadline } from '../headline.ts';
import type { Noun } from '../names.ts';
import { plain, visible } from '../plain.ts';
import type { WorkbookReporter } from '../reporter.ts';
import { summaryColumns, summaryRows } from '../summary-columns.ts';
import { type Evidence, joined, type Teller, type ToldCell, tellerOf, witnessLists } from '../teller.ts';
import { type SheetTable, tableSheets } from './table-sheets.ts';

const zh = {
  /** Names of the sheets. */
  sheets: { summary: '汇总', findings: '逐项', evidence: '依据', diagnostics: '数据问题' },
  titled: (scheme: string, sheet: string) => `${scheme} ${sheet}`,
  /** Why a record stands among the evidence. */
  listed: { failing: '不符合', unknown: '情况不明' },
  pooled: (outer: Noun, judged: Noun) => `“全${outer.zh}合计”按各${judged.zh}合并计算，供对照，不参与评定。`,
  /** Under a refusal: how to get a workbook in which the faulty cells are marked. */
  corrections: '用 validate 命令加 -o 改错表.xlsx，可得到标出每处错误的表格，在其中改好即可重新报送。',
};

type XlsxWords = typeof zh;

const en: XlsxWords = {
  sheets: { summary: 'summary', findings: 'findings', evidence: 'evidence', diagnostics: 'data problems' },
  titled: (scheme, sheet) => `${scheme}: ${sheet}`,
  listed: { failing: 'does not meet it', unknown: 'not known' },
  pooled: (outer, judged) =>
    `The ${outer.en} is counted over all its ${judged.plural}, for comparison; it does not decide.`,
  corrections:
    'The command validate with -o corrections.xlsx gives the tables with each faulty cell marked, to be put right and handed in again.',
};

export const xlsxWords = { zh, en } as const satisfies Record<Language, XlsxWords>;

/** A record behind a finding, or null for those that are not listed. */
interface EvidenceRow extends FindingRow {
  readonly which: WitnessList;
  readonly evidence: Evidence | null;
}

/** The witnesses of each finding, those that made the result what it is first. */
function* evidenceRows(assessment: Assessment, teller: Teller): Iterable<EvidenceRow> {
  for (const row of findingRows(assessment))
    for (const which of witnessLists(row.finding)) {
      for (const evidence of teller.evidenceIn(row.finding, which)) yield { ...row, which, evidence };
      if (row.finding.witnesses.omitted[which] > 0) yield { ...row, which, evidence: null };
    }
}

const evidenceColumns = (assessment: Assessment, teller: Teller): readonly Column<EvidenceRow>[] => {
  const { language, words } = teller;
  const { code, name, label, result } = findingColumns(assessment, teller);
  const column = columnMaker(language)<EvidenceRow>;
  const { listed } = xlsxWords[language];
  const why = ({ finding, which, evidence }: EvidenceRow) =>
    evidence === null ? words.omitted(finding.witnesses.omitted[which]) : listed[which];
  /** What is said of each cell that decided, in their order. */
  const ofCells = (heading: Text, width: number, tell: (cell: ToldCell) => string | null) =>
    column(
      heading,
      ({ evidence }) => evidence && joined(evidence.cells.map(tell), columnWords[language].semicolon),
      'long',
      width,
    );
  return [
    ...[code, name, label, result],
    column({ zh: '为何列出', en: 'why listed' }, why, 'long', 14),
    column({ zh: '单位代码', en: 'unit code' }, ({ evidence }) => evidence?.code ?? null, 'text', 20),
    column({ zh: '单位', en: 'unit' }, ({ evidence }) => evidence?.name ?? null, 'long', 24),
    ofCells({ zh: '位置', en: 'place' }, 36, ({ where }) => where),
    ofCells({ zh: '表头', en: 'heading' }, 16, ({ heading }) => heading),
    ofCells({ zh: '原文', en: 'text' }, 24, ({ text }) => text && visible(text)),
  ];
};

/** A workbook for the office: summary, findings, evidence and data problems; where nothing was judged, the last alone. */
export const xlsxReporter: WorkbookReporter = function* (assessment, context) {
  const { language } = context;
  const { year, ruleset, verdict } = assessment;
  const teller = tellerOf(assessment, language);
  const text = xlsxWords[language];
  const scheme = joined(
    [year === null ? null : teller.words.year(year), plain(ruleset?.label[language] ?? 'streetcheck')],
    ' ',
  );
  const sheetsOf = <Row>(title: string, { above, ...table }: Omit<SheetTable<Row>, 'title' | 'language'>) =>
    tableSheets({ title, language, above: [text.titled(scheme, title), ...above], ...table });
  const isJudged = verdict !== null;

  function* judgedSheets(): Iterable<WrittenSheet> {
    const { outer, judged } = teller.nouns;
    yield* sheetsOf(text.sheets.summary, {
      above: titledHeadline(assessment, context),
      columns: summaryColumns(assessment, teller),
      rows: summaryRows(assessment),
      frozenColumns: outer.length + 2,
      isFirst: true,
    });
    yield* sheetsOf(text.sheets.findings, {
      above: outer.map((noun) => text.pooled(noun, judged)),
      columns: Object.values(findingColumns(assessment, teller)),
      rows: findingRows(assessment),
      frozenColumns: 3,
    });
    yield* sheetsOf(text.sheets.evidence, {
      above: [],
      columns: evidenceColumns(assessment, teller),
      rows: evidenceRows(assessment, teller),
      frozenColumns: 2,
    });
  }

  /** Errors and warnings, those that say the same as one; notes only as far as they are asked for. */
  const diagnosticSheets = (): readonly WrittenSheet[] => {
    const listed = assessment.diagnostics.filter(({ severity }) => context.notes || severity !== 'note');
    const folded = assessment.diagnostics.length - listed.length;
    return sheetsOf(text.sheets.diagnostics, {
      above: [
        ...(isJudged ? [] : titledHeadline(assessment, context)),
        ...(assessment.refusal === 'data' ? [text.corrections] : []),
        ...(folded > 0 ? [teller.words.notesFolded(folded)] : []),
      ],
      columns: diagnosticColumns(teller),
      rows: diagnosticGroups(listed),
      isFirst: !isJudged,
    });
  };

  const sheets = [...(isJudged ? judgedSheets() : []), ...diagnosticSheets()];
  const names = sheetNames(sheets.map(({ name }) => name));
  yield* writeWorkbook(sheets.map((sheet, at) => ({ ...sheet, name: names[at]! })));
};
