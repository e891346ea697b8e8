import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import { byteDiagnostics } from './entries/bytes.ts';
import { csvDiagnostics } from './entries/csv.ts';
import { inputDiagnostics } from './entries/inputs.ts';
import { recordDiagnostics } from './entries/records.ts';
import { reportDiagnostics } from './entries/reports.ts';
import { rowDiagnostics } from './entries/rows.ts';
import { rulesetDiagnostics } from './entries/rulesets.ts';
import { sampleDiagnostics } from './entries/samples.ts';
import { spreadsheetDiagnostics } from './entries/spreadsheets.ts';
import { summaryDiagnostics } from './entries/summaries.ts';
import { tableDiagnostics } from './entries/tables.ts';
import { unitDiagnostics } from './entries/units.ts';
import { yamlDiagnostics } from './entries/yaml.ts';
import { yearDiagnostics } from './entries/years.ts';
import { type AnySlots, type Explained, note } from './entry.ts';

/** Every diagnostic there is, as `explain` suggests them. */
export const catalogue = {
  ...inputDiagnostics,
  ...byteDiagnostics,
  'diagnostics.more': note<{ code: string; more: number }>({
    zh: ({ code, more }) => `同类问题（${code}）另有 ${more} 处，未逐一列出。`,
    en: ({ code, more }) => `Not listed are ${more} more of this kind (${code}).`,
    explain: () => ({
      title: { zh: '同类问题过多', en: 'Too many of one kind' },
      text: {
        zh: '同一文件中同一类问题超过 1 万处时，只列出前 1 万处，其余计数。通常是整列填法有误，改正一处原因即可全部消除。',
        en: 'Of one kind in one file the first 10,000 are listed and the rest is counted. Mostly a whole column is filled in another way, and one correction removes them all.',
      },
      remedy: {
        zh: '先按已列出的处理，再用 streetcheck validate 重新检查。',
        en: 'Deal with those that are listed, then check again with streetcheck validate.',
      },
      example: {
        input: '$ streetcheck validate 小区.csv',
        at: '小区.csv:1:1',
        slots: { code: 'record.unknown-value', more: 2345 },
      },
    }),
  }),
  ...csvDiagnostics,
  ...spreadsheetDiagnostics,
  ...yamlDiagnostics,
  ...rowDiagnostics,
  ...tableDiagnostics,
  ...yearDiagnostics,
  ...summaryDiagnostics,
  ...recordDiagnostics,
  ...unitDiagnostics,
  ...rulesetDiagnostics,
  ...reportDiagnostics,
  ...sampleDiagnostics,
};

export type DiagnosticCode = keyof typeof catalogue;

/** The slots of each: those of its sentence. */
export type DiagnosticSlots = {
  readonly [C in DiagnosticCode]: Parameters<(typeof catalogue)[C]['zh']>[0];
};

export const DIAGNOSTIC_CODES = Object.keys(catalogue) as readonly DiagnosticCode[];

export const isDiagnosticCode = (code: string): code is DiagnosticCode => Object.hasOwn(catalogue, code);

export const severityOf = (code: DiagnosticCode): Severity => catalogue[code].severity;

export const isUnopened = ({ code }: Diagnostic): boolean => catalogue[code as DiagnosticCode].isUnopened;

/** What a code means at length; its example has a value of the right kind in every slot. */
export const explanationOf = (code: DiagnosticCode): Explained<AnySlots> => catalogue[code].explain();
