import type { Assessment, Finding, ShareFinding, Subject } from '../model/assessment.ts';
import type { Rule } from '../model/ruleset.ts';
import type { Text } from '../model/text.ts';
import {
  type Cell,
  type Column,
  columnMaker,
  columnWords,
  type FindingRow,
  findingColumns,
  type SheetLook,
} from './columns.ts';
import { byWeight } from './findings.ts';
import { judgedRules, type Noun, nounsOf } from './names.ts';
import { visible } from './plain.ts';
import type { Teller } from './teller.ts';

/** What a row of the summary is made of. */
interface SummaryRow {
  readonly subject: Subject;
  /** What lies around it, by scope. */
  readonly outer: ReadonlyMap<string, Subject>;
  readonly findings: ReadonlyMap<string, Finding>;
}

const gapOf = (finding: Finding, { language, nouns }: Teller): string => {
  const text = columnWords[language];
  const lacks: Readonly<Record<string, (judged: Noun) => string>> = text.lacks;
  const lack = lacks[finding.reason];
  if (lack !== undefined) return lack(nouns.judged);
  const { shortfall, unknown } = finding as ShareFinding;
  return unknown ? text.shortAndOpen(shortfall ?? 0, unknown) : text.short(shortfall ?? 0);
};

type FindingColumns = ReturnType<typeof findingColumns>;

const ruleColumns = (rule: Rule, told: FindingColumns, { language, words }: Teller): Column<SummaryRow>[] => {
  const text = columnWords[language];
  const group = visible(rule.label[language]);
  const column = (heading: string, kind: SheetLook['kind'], width: number, cell: (row: FindingRow) => Cell) => ({
    heading: words.labelled(group, heading),
    sheet: { kind, width, group, heading },
    cell: ({ subject, findings }: SummaryRow) => {
      const finding = findings.get(rule.id);
      return finding === undefined ? null : cell({ subject, finding });
    },
  });
  const result = column(text.result, 'result', 9, ({ finding: { result, obligation } }) =>
    obligation === 'advisory' ? text.advisory(words.results[result]) : words.results[result],
  );
  if (rule.kind === 'veto') return [result];
  const { met, unknown, of, share } = told;
  const counts = [met, unknown, of].map(({ heading, cell }) => column(heading, 'count', 7, cell));
  return [result, ...counts, column(share.heading, 'share', 8, share.cell)];
};

/** One row per subject, as the office's overall assessment (一并考核) takes it. */
export const summaryColumns = (assessment: Assessment, teller: Teller): readonly Column<SummaryRow>[] => {
  const { language, nouns, words } = teller;
  const told = findingColumns(assessment, teller);
  const text = columnWords[language];
  const asked = judgedRules(assessment.ruleset);
  const labels = new Map(asked.map(({ id, label }) => [id, visible(label[language])]));
  const column = columnMaker(language)<SummaryRow>;
  const listed = (
    heading: Text,
    isListed: (finding: Finding) => boolean,
    item: (label: string, finding: Finding) => string,
  ) => {
    const decisive = ({ subject }: SummaryRow) =>
      byWeight(subject.findings).filter((finding) => teller.decides(subject, finding) && isListed(finding));
    const told = (row: SummaryRow) =>
      decisive(row).map((finding) => item(labels.get(finding.rule) ?? finding.rule, finding));
    return column(heading, (row) => told(row).join(text.semicolon), 'long', 26);
  };
  const withGap = (label: string, finding: Finding) => words.labelled(label, gapOf(finding, teller));

  return [
    told.year,
    ...nouns.outer.map((noun) =>
      column(noun, ({ outer }) => outer.get(noun.id)?.name ?? outer.get(noun.id)?.code ?? null, 'text', 10),
    ),
    column({ zh: `${nouns.judged.zh}代码`, en: 'code' }, ({ subject }) => subject.code, 'text', 12),
    column(nouns.judged, ({ subject }) => subject.name, 'text', 18),
    told.verdict,
    { ...told.withoutVetoes, sheet: { kind: 'result', width: 11 } },
    ...asked.flatMap((rule) => ruleColumns(rule, told, teller)),
    listed(
      { zh: '一票否决项', en: 'vetoes' },
      ({ kind, result }) => kind === 'veto' && result === 'fail',
      (label) => label,
    ),
    listed(
      { zh: '未达标项', en: 'shares not reached' },
      ({ kind, result }) => kind === 'share' && result === 'fail',
      withGap,
    ),
    listed({ zh: '待定项', en: 'undecided' }, ({ result }) => result === 'unknown', withGap),
  ];
};

/** Those that are judged, each with what lies around it: that comes after them, the outermost last. */
export const summaryRows = ({ subjects, ruleset }: Assessment): readonly SummaryRow[] => {
  const { level, outer } = nounsOf(ruleset);
  const rows: (SummaryRow & { readonly outer: Map<string, Subject> })[] = [];
  let begun = 0;
  for (const subject of subjects) {
    const { scope, findings } = subject;
    if (scope === level) {
      rows.push({ subject, outer: new Map(), findings: new Map(findings.map((finding) => [finding.rule, finding])) });
      continue;
    }
    for (const row of rows.slice(begun)) if (!row.outer.has(scope)) row.outer.set(scope, subject);
    if (scope === outer[0]?.id) begun = rows.length;
  }
  return rows;
};
