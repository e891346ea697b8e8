import { messageOf } from '../../diagnostics/message.ts';
import type { Finding, ShareFinding, Subject } from '../../model/assessment.ts';
import type { Diagnostic, Severity } from '../../model/diagnostic.ts';
import { formatPercent } from '../../model/share.ts';
import type { Language, Text } from '../../model/text.ts';
import { omittedOf } from '../findings.ts';
import { plain, plainDiagnostic, visible } from '../plain.ts';
import type { ShownPlaces } from '../shown-places.ts';
import { type Evidence, joined, type Teller } from '../teller.ts';
import { words } from '../words.ts';
import type { CsvCell } from './csv-row.ts';
import { csvWords } from './csv-words.ts';

/** What a row of findings is made of. */
export interface FindingRow {
  readonly year: number | null;
  readonly subject: Subject;
  readonly finding: Finding;
  readonly teller: Teller;
  readonly language: Language;
}

/** How a column looks in a workbook: what its cells hold, and its width in characters. */
export interface SheetLook {
  readonly kind: 'text' | 'long' | 'link' | 'count' | 'share' | 'result';
  readonly width: number;
}

export interface Column<Row> {
  readonly heading: Text;
  readonly cell: (row: Row) => CsvCell;
  /** Only in CSV without it. */
  readonly sheet?: SheetLook;
}

/** As many records behind a finding as one cell takes. */
const LISTED = 3;

const recordText = ({ where, unit, cell }: Evidence): string => joined([where, unit, cell], ' ');

const evidenceText = ({ finding, teller, language }: FindingRow): string => {
  const evidence = teller.evidenceOf(finding);
  const text = csvWords[language];
  const listed = evidence.slice(0, LISTED).map((each) => recordText(each));
  const more = evidence.length + omittedOf(finding) - listed.length;
  return [...listed, ...(more > 0 ? [text.more(more)] : [])].join(text.semicolon);
};

const share =
  (cell: (finding: ShareFinding) => CsvCell) =>
  ({ finding }: FindingRow): CsvCell =>
    finding.kind === 'share' ? cell(finding) : null;

/** Per cent cut off; null where there is nothing to divide. */
export const percentOf = ({ of, atLeast }: ShareFinding, count: number | null): string | null =>
  of === null || of === 0 || count === null ? null : formatPercent(count, of, atLeast);

export const findingColumns: readonly Column<FindingRow>[] = [
  { heading: { zh: '年度', en: 'year' }, cell: ({ year }) => year },
  {
    heading: { zh: '层级', en: 'scope' },
    cell: ({ subject: { scope }, teller: { nouns, words }, language }) =>
      scope === words.level ? nouns.judged[language] : words.pooledRow(scope),
    sheet: { kind: 'text', width: 10 },
  },
  { heading: { zh: '代码', en: 'code' }, cell: ({ subject }) => subject.code, sheet: { kind: 'text', width: 12 } },
  {
    heading: { zh: '名称', en: 'name' },
    cell: ({ subject: { scope, code, name }, teller: { words } }) =>
      scope !== words.level && code === null ? (name ?? words.allSubjects) : name,
    sheet: { kind: 'text', width: 18 },
  },
  {
    heading: { zh: '评定', en: 'verdict' },
    cell: ({ subject, language }) => words[language].results[subject.verdict],
    sheet: { kind: 'result', width: 9 },
  },
  {
    heading: { zh: '不计一票否决的评定', en: 'verdict without vetoes' },
    cell: ({ subject, language }) => words[language].results[subject.verdictWithoutVetoes],
  },
  { heading: { zh: '规则编号', en: 'rule' }, cell: ({ finding }) => finding.rule },
  {
    heading: { zh: '考核规则', en: 'rule name' },
    cell: ({ finding, teller }) => teller.labelOf(finding),
    sheet: { kind: 'long', width: 24 },
  },
  {
    heading: { zh: '依据条款', en: 'clause' },
    cell: ({ finding }) => finding.clause,
    sheet: { kind: 'text', width: 10 },
  },
  {
    heading: { zh: '约束力', en: 'obligation' },
    cell: ({ finding, language }) => csvWords[language].obligations[finding.obligation],
    sheet: { kind: 'text', width: 10 },
  },
  {
    heading: { zh: '单项结论', en: 'result' },
    cell: ({ finding, language }) => words[language].results[finding.result],
    sheet: { kind: 'result', width: 9 },
  },
  { heading: { zh: '符合数', en: 'met' }, cell: share(({ met }) => met), sheet: { kind: 'count', width: 8 } },
  { heading: { zh: '总数', en: 'of' }, cell: share(({ of }) => of), sheet: { kind: 'count', width: 8 } },
  {
    heading: { zh: '不明数', en: 'unknown' },
    cell: share(({ unknown }) => unknown),
    sheet: { kind: 'count', width: 8 },
  },
  {
    heading: { zh: '达标率（%）', en: 'share (%)' },
    cell: share((finding) => percentOf(finding, finding.met)),
    sheet: { kind: 'share', width: 9 },
  },
  {
    heading: { zh: '不明的都符合时（%）', en: 'share if all unknown meet it (%)' },
    cell: share((finding) => percentOf(finding, (finding.met ?? 0) + (finding.unknown ?? 0))),
  },
  {
    heading: { zh: '应达（%）', en: 'target (%)' },
    cell: share(({ atLeast }) => atLeast),
    sheet: { kind: 'share', width: 9 },
  },
  {
    heading: { zh: '应达数', en: 'effective target' },
    cell: share(({ effectiveTarget }) => effectiveTarget),
    sheet: { kind: 'count', width: 8 },
  },
  {
    heading: { zh: '还差', en: 'shortfall' },
    cell: share(({ shortfall }) => shortfall),
    sheet: { kind: 'count', width: 8 },
  },
  { heading: { zh: '超出', en: 'margin' }, cell: share(({ margin }) => margin) },
  {
    heading: { zh: '说明', en: 'reason' },
    cell: ({ finding, teller }) => teller.reasonOf(finding),
    sheet: { kind: 'long', width: 60 },
  },
  {
    heading: { zh: '建议', en: 'what to do' },
    cell: ({ finding, teller }) => teller.remedyOf(finding),
    sheet: { kind: 'long', width: 36 },
  },
  { heading: { zh: '依据记录', en: 'records' }, cell: evidenceText },
];

/** What a row of diagnostics is made of. */
export interface DiagnosticRow {
  readonly diagnostic: Diagnostic;
  readonly placeText: ShownPlaces;
  readonly language: Language;
  /** Where else the same was found, where the row stands for several. */
  readonly others?: string;
}

export const SEVERITY_WORDS = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  note: { zh: '提示', en: 'note' },
} as const satisfies Record<Severity, Text>;

export const diagnosticColumns: readonly Column<DiagnosticRow>[] = [
  {
    heading: { zh: '级别', en: 'severity' },
    cell: ({ diagnostic, language }) => SEVERITY_WORDS[diagnostic.severity][language],
    sheet: { kind: 'result', width: 9 },
  },
  {
    heading: { zh: '代码', en: 'code' },
    cell: ({ diagnostic }) => diagnostic.code,
    sheet: { kind: 'text', width: 24 },
  },
  {
    heading: { zh: '位置', en: 'place' },
    cell: ({ diagnostic: { place }, placeText }) => (place === null ? null : placeText(place)),
    sheet: { kind: 'long', width: 36 },
  },
  {
    heading: { zh: '原文', en: 'text' },
    cell: ({ diagnostic: { text } }) => (text === null ? null : plain(text)),
    sheet: { kind: 'long', width: 24 },
  },
  {
    heading: { zh: '说明', en: 'message' },
    cell: ({ diagnostic, language }) => visible(messageOf(plainDiagnostic(diagnostic), language)),
    sheet: { kind: 'long', width: 70 },
  },
  {
    heading: { zh: '处数', en: 'count' },
    cell: ({ diagnostic }) => diagnostic.count,
    sheet: { kind: 'count', width: 8 },
  },
  {
    heading: { zh: '相关位置', en: 'see also' },
    cell: ({ diagnostic: { related }, placeText, language, others = '' }) =>
      [...related.map(placeText), ...(others === '' ? [] : [others])].join(csvWords[language].semicolon),
    sheet: { kind: 'long', width: 36 },
  },
];
