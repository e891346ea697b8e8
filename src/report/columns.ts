import { type Assessment, type Finding, omittedOf, type ShareFinding, type Subject } from '../model/assessment.ts';
import { percentIn } from '../model/share.ts';
import { type Language, type Text, withArticle } from '../model/text.ts';
import { type DiagnosticGroup, elsewhere } from './diagnostic-list.ts';
import { shareFigures } from './findings.ts';
import type { Noun } from './names.ts';
import { plain } from './plain.ts';
import { joined, type Teller } from './teller.ts';

const zh = {
  severities: { error: '错误', warning: '警告', note: '提示' },
  obligations: { required: '必达', advisory: '仅供参考' },
  /** The result of a rule that does not decide. */
  advisory: (result: string) => `${result}（仅供参考）`,
  /** Of a rule, in a table of one row for each subject. */
  result: '结论',
  short: (shortfall: number) => `还差 ${shortfall} 个`,
  shortAndOpen: (shortfall: number, unknown: number) => `还差 ${shortfall} 个，另有 ${unknown} 个情况不明`,
  /** Why a finding is undecided where no count says it, of what is judged. */
  lacks: {
    'share.total-unknown': () => '未报总数',
    'share.not-submitted': () => '未报送',
    'share.no-units': ({ zh }: Noun) => `台账中没有本${zh}`,
    'share.column-absent': () => '台账缺列',
    'share.subject-not-submitted': ({ zh }: Noun) => `有${zh}未报送`,
    'veto.blank': () => '结果未填',
    'veto.column-absent': ({ zh }: Noun) => `${zh}表缺列`,
    'veto.not-submitted': ({ zh }: Noun) => `未报送${zh}表`,
  },
  more: (count: number) => `另有 ${count} 条`,
  semicolon: '；',
};

/** The words of tables for spreadsheets, besides the headings of their columns. */
type ColumnWords = typeof zh;

const en: ColumnWords = {
  severities: { error: 'error', warning: 'warning', note: 'note' },
  obligations: { required: 'required', advisory: 'advisory' },
  advisory: (result) => `${result} (advisory)`,
  result: 'result',
  short: (shortfall) => `${shortfall} short`,
  shortAndOpen: (shortfall, unknown) => `${shortfall} short, ${unknown} not known`,
  lacks: {
    'share.total-unknown': () => 'no total handed in',
    'share.not-submitted': () => 'nothing handed in',
    'share.no-units': ({ en }) => `${en} not in the register`,
    'share.column-absent': () => 'no such column in the register',
    'share.subject-not-submitted': ({ en }) => `${withArticle(en)} handed in nothing`,
    'veto.blank': () => 'result left blank',
    'veto.column-absent': ({ plural }) => `no such column in the ${plural} table`,
    'veto.not-submitted': ({ plural }) => `no ${plural} table handed in`,
  },
  more: (count) => `${count} more`,
  semicolon: '; ',
};

export const columnWords = { zh, en } as const satisfies Record<Language, ColumnWords>;

export type Cell = string | number | null;

/** How a column looks in a workbook: what its cells hold, and its width in characters. */
export interface SheetLook {
  readonly kind: 'text' | 'long' | 'link' | 'count' | 'share' | 'result';
  readonly width: number;
  /** Where it stands under a heading of several columns: that heading, and its own one. */
  readonly group?: string;
  readonly heading?: string;
}

/** A column of a table for spreadsheets; without a look only in CSV. */
export interface Column<Row, Content = Cell> {
  readonly heading: string;
  readonly cell: (row: Row) => Content;
  readonly sheet?: SheetLook;
}

/** Makes columns with headings in one language. */
export const columnMaker =
  (language: Language) =>
  <Row>(heading: Text, cell: (row: Row) => Cell, kind?: SheetLook['kind'], width = 0): Column<Row> => ({
    heading: heading[language],
    cell,
    ...(kind !== undefined && { sheet: { kind, width } }),
  });

/** What a row of findings is made of. */
export interface FindingRow {
  readonly subject: Subject;
  readonly finding: Finding;
}

export function* findingRows({ subjects }: Assessment): Iterable<FindingRow> {
  for (const subject of subjects) for (const finding of subject.findings) yield { subject, finding };
}

/** As many records behind a finding as one cell takes. */
const LISTED = 3;

const evidenceText = (finding: Finding, teller: Teller): string => {
  const text = columnWords[teller.language];
  const evidence = teller.evidenceOf(finding);
  const listed = evidence.slice(0, LISTED).map(({ where, unit, cell }) => joined([where, unit, cell], ' '));
  const more = evidence.length + omittedOf(finding) - listed.length;
  return joined([...listed, more > 0 ? text.more(more) : null], text.semicolon);
};

/** The columns of findings by what they tell, in their order. */
export const findingColumns = ({ year }: Assessment, teller: Teller) => {
  const { language, words, nouns } = teller;
  const { obligations } = columnWords[language];
  const ofSubject = columnMaker(language)<Pick<FindingRow, 'subject'>>;
  const column = columnMaker(language)<FindingRow>;
  const share = (heading: Text, cell: (finding: ShareFinding) => Cell, kind?: SheetLook['kind'], width?: number) =>
    column(heading, ({ finding }) => (finding.kind === 'share' ? cell(finding) : null), kind, width);
  const scopeOf = (scope: string) => (scope === words.level ? nouns.judged[language] : words.pooledRow(scope));
  const nameOf = ({ scope, code, name }: Subject) =>
    scope !== words.level && code === null ? (name ?? words.allSubjects) : name;
  return {
    year: ofSubject({ zh: '年度', en: 'year' }, () => year),
    scope: ofSubject({ zh: '层级', en: 'scope' }, ({ subject }) => scopeOf(subject.scope), 'text', 10),
    code: ofSubject({ zh: '代码', en: 'code' }, ({ subject }) => subject.code, 'text', 12),
    name: ofSubject({ zh: '名称', en: 'name' }, ({ subject }) => nameOf(subject), 'text', 18),
    verdict: ofSubject({ zh: '评定', en: 'verdict' }, ({ subject }) => words.results[subject.verdict], 'result', 9),
    withoutVetoes: ofSubject(
      { zh: '不计一票否决的评定', en: 'verdict without vetoes' },
      ({ subject }) => words.results[subject.verdictWithoutVetoes],
    ),
    rule: column({ zh: '规则编号', en: 'rule' }, ({ finding }) => finding.rule),
    label: column({ zh: '考核规则', en: 'rule name' }, ({ finding }) => teller.labelOf(finding.rule), 'long', 24),
    clause: column({ zh: '依据条款', en: 'clause' }, ({ finding }) => finding.clause, 'text', 10),
    obligation: column(
      { zh: '约束力', en: 'obligation' },
      ({ finding }) => obligations[finding.obligation],
      'text',
      10,
    ),
    result: column({ zh: '单项结论', en: 'result' }, ({ finding }) => words.results[finding.result], 'result', 9),
    met: share({ zh: '符合数', en: 'met' }, ({ met }) => met, 'count', 8),
    of: share({ zh: '总数', en: 'of' }, ({ of }) => of, 'count', 8),
    unknown: share({ zh: '不明数', en: 'unknown' }, ({ unknown }) => unknown, 'count', 8),
    share: share({ zh: '达标率（%）', en: 'share (%)' }, (each) => shareFigures(each)?.least ?? null, 'share', 9),
    best: share(
      { zh: '不明的都符合时（%）', en: 'share if all unknown meet it (%)' },
      (each) => shareFigures(each)?.most ?? null,
    ),
    atLeast: share({ zh: '应达（%）', en: 'target (%)' }, ({ target }) => percentIn(target), 'share', 9),
    target: share({ zh: '应达数', en: 'effective target' }, ({ effectiveTarget }) => effectiveTarget, 'count', 8),
    shortfall: share({ zh: '还差', en: 'shortfall' }, ({ shortfall }) => shortfall, 'count', 8),
    margin: share({ zh: '超出', en: 'margin' }, ({ margin }) => margin),
    reason: column({ zh: '说明', en: 'reason' }, ({ finding }) => teller.reasonOf(finding), 'long', 60),
    remedy: column({ zh: '建议', en: 'what to do' }, ({ finding }) => teller.remedyOf(finding), 'long', 36),
    evidence: column({ zh: '依据记录', en: 'records' }, ({ finding }) => evidenceText(finding, teller)),
  };
};

/** A row for each diagnostic, or for those that say the same. */
export const diagnosticColumns = (teller: Teller): readonly Column<DiagnosticGroup>[] => {
  const { language, words, placeText } = teller;
  const { severities, semicolon } = columnWords[language];
  const column = columnMaker(language)<DiagnosticGroup>;
  const alsoAt = (group: DiagnosticGroup) =>
    joined([...group.first.related.map(placeText), elsewhere(group, words, placeText)], semicolon);
  return [
    column({ zh: '级别', en: 'severity' }, ({ first }) => severities[first.severity], 'result', 9),
    column({ zh: '代码', en: 'code' }, ({ first }) => first.code, 'text', 24),
    column({ zh: '位置', en: 'place' }, ({ first: { place } }) => place && placeText(place), 'long', 36),
    column({ zh: '原文', en: 'text' }, ({ first: { text } }) => (text === null ? null : plain(text)), 'long', 24),
    column({ zh: '说明', en: 'message' }, ({ first }) => teller.messageOf(first), 'long', 70),
    column({ zh: '处数', en: 'count' }, ({ first }) => first.count, 'count', 8),
    column({ zh: '相关位置', en: 'see also' }, alsoAt, 'long', 36),
  ];
};
