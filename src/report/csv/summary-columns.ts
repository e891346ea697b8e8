import type { Finding, ShareFinding, Subject } from '../../model/assessment.ts';
import type { Rule } from '../../model/ruleset.ts';
import type { Language, Text } from '../../model/text.ts';
import { byWeight } from '../by-weight.ts';
import { isDecisive } from '../finding-teller.ts';
import { visible } from '../plain.ts';
import { words } from '../words.ts';
import type { CsvCell } from './csv-row.ts';
import { csvWords } from './csv-words.ts';
import { percentOf, type SheetLook } from './finding-columns.ts';

/** What a row of the summary is made of. */
interface SummaryRow {
  readonly year: number | null;
  readonly district: Subject | null;
  readonly street: Subject;
  readonly findings: ReadonlyMap<string, Finding>;
}

export interface SummaryColumn {
  readonly heading: string;
  /** In a workbook, under the name of its rule; without a look only in CSV. */
  readonly sheet?: SheetLook & { readonly group?: string; readonly heading: string };
  readonly cell: (row: SummaryRow) => CsvCell;
}

const HEADINGS = {
  year: { zh: '年度', en: 'year' },
  district: { zh: '区', en: 'district' },
  code: { zh: '街道代码', en: 'code' },
  name: { zh: '街道', en: 'street' },
  verdict: { zh: '评定', en: 'verdict' },
  withoutVetoes: { zh: '不计一票否决的评定', en: 'verdict without vetoes' },
  vetoes: { zh: '一票否决项', en: 'vetoes' },
  failed: { zh: '未达标项', en: 'shares not reached' },
  open: { zh: '待定项', en: 'undecided' },
} as const satisfies Record<string, Text>;

const gapOf = (finding: Finding, language: Language): string => {
  const text = csvWords[language];
  const lacks: Readonly<Record<string, string>> = text.lacks;
  const lack = lacks[finding.reason];
  if (lack !== undefined) return lack;
  const { shortfall, unknown } = finding as ShareFinding;
  return unknown ? text.shortAndOpen(shortfall ?? 0, unknown) : text.short(shortfall ?? 0);
};

const ruleColumns = (rule: Rule, language: Language): SummaryColumn[] => {
  const text = csvWords[language];
  const group = visible(rule.label[language]);
  const column = (heading: string, look: SheetLook, cell: (finding: Finding) => CsvCell): SummaryColumn => ({
    heading: text.ofRule(group, heading),
    sheet: { ...look, group, heading },
    cell: ({ findings }) => {
      const finding = findings.get(rule.id);
      return finding === undefined ? null : cell(finding);
    },
  });
  const share = (heading: string, look: SheetLook, cell: (finding: ShareFinding) => CsvCell) =>
    column(heading, look, (finding) => (finding.kind === 'share' ? cell(finding) : null));
  return [
    column(text.result, { kind: 'result', width: 9 }, ({ result, obligation }) => {
      const told = words[language].results[result];
      return obligation === 'advisory' ? text.advisory(told) : told;
    }),
    ...(rule.kind === 'veto'
      ? []
      : [
          share(text.met, { kind: 'count', width: 7 }, ({ met }) => met),
          share(text.unknown, { kind: 'count', width: 7 }, ({ unknown }) => unknown),
          share(text.of, { kind: 'count', width: 7 }, ({ of }) => of),
          share(text.share, { kind: 'share', width: 8 }, (finding) => percentOf(finding, finding.met)),
        ]),
  ];
};

/** One row per street, as the office's overall assessment (一并考核) takes it. */
export const summaryColumns = (rules: readonly Rule[], language: Language): SummaryColumn[] => {
  const text = csvWords[language];
  const { results } = words[language];
  const asked = rules.filter(({ scopes }) => scopes.includes('street'));
  const labels = new Map(asked.map(({ id, label }) => [id, visible(label[language])]));
  const column = (heading: keyof typeof HEADINGS, cell: SummaryColumn['cell'], look?: SheetLook): SummaryColumn => ({
    heading: HEADINGS[heading][language],
    ...(look !== undefined && { sheet: { ...look, heading: HEADINGS[heading][language] } }),
    cell,
  });
  const listed = (
    heading: keyof typeof HEADINGS,
    isListed: (finding: Finding) => boolean,
    item: (label: string, finding: Finding) => string,
  ): SummaryColumn =>
    column(
      heading,
      ({ street }) =>
        byWeight(street.findings)
          .filter((finding) => isDecisive(street, finding) && isListed(finding))
          .map((finding) => item(labels.get(finding.rule) ?? finding.rule, finding))
          .join(text.semicolon),
      { kind: 'long', width: 26 },
    );
  const withGap = (label: string, finding: Finding) => text.ofRule(label, gapOf(finding, language));

  return [
    column('year', ({ year }) => year),
    column('district', ({ district }) => district && (district.name ?? district.code), { kind: 'text', width: 10 }),
    column('code', ({ street }) => street.code, { kind: 'text', width: 12 }),
    column('name', ({ street }) => street.name, { kind: 'text', width: 18 }),
    column('verdict', ({ street }) => results[street.verdict], { kind: 'result', width: 9 }),
    column('withoutVetoes', ({ street }) => results[street.verdictWithoutVetoes], { kind: 'result', width: 11 }),
    ...asked.flatMap((rule) => ruleColumns(rule, language)),
    listed(
      'vetoes',
      ({ kind, result }) => kind === 'veto' && result === 'fail',
      (label) => label,
    ),
    listed('failed', ({ kind, result }) => kind === 'share' && result === 'fail', withGap),
    listed('open', ({ result }) => result === 'unknown', withGap),
  ];
};
