import type { Assessment, Finding, ShareFinding, Subject } from '../../model/assessment.ts';
import type { Rule, Ruleset } from '../../model/ruleset.ts';
import type { Language, Text } from '../../model/text.ts';
import { byWeight } from '../findings.ts';
import { judgedRules } from '../lookups.ts';
import { type Noun, nounsOf } from '../nouns.ts';
import { visible } from '../plain.ts';
import type { Teller } from '../teller.ts';
import { words } from '../words.ts';
import type { CsvCell } from './csv-row.ts';
import { csvWords } from './csv-words.ts';
import { percentOf, type SheetLook } from './finding-columns.ts';

/** What a row of the summary is made of. */
interface SummaryRow {
  readonly year: number | null;
  readonly subject: Subject;
  /** What lies around it, by scope. */
  readonly outer: ReadonlyMap<string, Subject>;
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
  verdict: { zh: '评定', en: 'verdict' },
  withoutVetoes: { zh: '不计一票否决的评定', en: 'verdict without vetoes' },
  vetoes: { zh: '一票否决项', en: 'vetoes' },
  failed: { zh: '未达标项', en: 'shares not reached' },
  open: { zh: '待定项', en: 'undecided' },
} as const satisfies Record<string, Text>;

const gapOf = (finding: Finding, judged: Noun, language: Language): string => {
  const text = csvWords[language];
  const lacks: Readonly<Record<string, (judged: Noun) => string>> = text.lacks;
  const lack = lacks[finding.reason];
  if (lack !== undefined) return lack(judged);
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

/** One row per subject, as the office's overall assessment (一并考核) takes it. */
export const summaryColumns = (ruleset: Ruleset | null, language: Language, teller: Teller): SummaryColumn[] => {
  const nouns = nounsOf(ruleset);
  const text = csvWords[language];
  const { results } = words[language];
  const asked = judgedRules(ruleset);
  const labels = new Map(asked.map(({ id, label }) => [id, visible(label[language])]));
  const headed = (heading: string, cell: SummaryColumn['cell'], look?: SheetLook): SummaryColumn => ({
    heading,
    ...(look !== undefined && { sheet: { ...look, heading } }),
    cell,
  });
  const column = (heading: keyof typeof HEADINGS, cell: SummaryColumn['cell'], look?: SheetLook): SummaryColumn =>
    headed(HEADINGS[heading][language], cell, look);
  const listed = (
    heading: keyof typeof HEADINGS,
    isListed: (finding: Finding) => boolean,
    item: (label: string, finding: Finding) => string,
  ): SummaryColumn =>
    column(
      heading,
      ({ subject }) =>
        byWeight(subject.findings)
          .filter((finding) => teller.decides(subject, finding) && isListed(finding))
          .map((finding) => item(labels.get(finding.rule) ?? finding.rule, finding))
          .join(text.semicolon),
      { kind: 'long', width: 26 },
    );
  const withGap = (label: string, finding: Finding) => text.ofRule(label, gapOf(finding, nouns.judged, language));

  return [
    column('year', ({ year }) => year),
    ...nouns.outer.map((noun) =>
      headed(noun[language], ({ outer }) => outer.get(noun.id)?.name ?? outer.get(noun.id)?.code ?? null, {
        kind: 'text',
        width: 10,
      }),
    ),
    headed(text.code(nouns.judged), ({ subject }) => subject.code, { kind: 'text', width: 12 }),
    headed(nouns.judged[language], ({ subject }) => subject.name, { kind: 'text', width: 18 }),
    column('verdict', ({ subject }) => results[subject.verdict], { kind: 'result', width: 9 }),
    column('withoutVetoes', ({ subject }) => results[subject.verdictWithoutVetoes], { kind: 'result', width: 11 }),
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

/** Those that are judged, each with what lies around it: that comes after them, the outermost last. */
export function* summaryRows({ subjects, ruleset, year }: Assessment): Iterable<SummaryRow> {
  const { level, outer } = nounsOf(ruleset);
  let rows: { readonly subject: Subject; readonly outer: Map<string, Subject> }[] = [];
  function* flush(): Iterable<SummaryRow> {
    for (const row of rows) {
      yield { year, ...row, findings: new Map(row.subject.findings.map((finding) => [finding.rule, finding])) };
    }
    rows = [];
  }
  for (const subject of subjects) {
    if (subject.scope === level) rows.push({ subject, outer: new Map() });
    else for (const row of rows) if (!row.outer.has(subject.scope)) row.outer.set(subject.scope, subject);
    if (subject.scope === outer[0]?.id) yield* flush();
  }
  yield* flush();
}
