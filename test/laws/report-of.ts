import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AssessRequest, assess } from '../../src/assess.ts';
import { jsonReporter } from '../../src/report/json-reporter.ts';
import type { ReportContext } from '../../src/report/reporter.ts';
import { assertReport } from '../report/report-schema.ts';

export type Files = Readonly<Record<string, Uint8Array>>;

export interface ReportPlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly cell?: string;
}

export interface ReportWitness {
  readonly code: string | null;
  readonly name: string | null;
  readonly place: ReportPlace | null;
  readonly field: string;
  readonly heading: string | null;
  readonly text: string | null;
}

export interface ReportFinding {
  readonly rule: string;
  readonly kind: 'share' | 'veto';
  readonly obligation: 'required' | 'advisory';
  readonly result: 'pass' | 'fail' | 'unknown' | 'not-applicable';
  readonly met?: number | null;
  readonly of?: number | null;
  readonly unknown?: number | null;
  readonly source?: string | null;
  readonly atLeast?: string;
  readonly reason: { readonly code: string; readonly zh: string; readonly en: string };
  readonly witnesses: {
    readonly failing: readonly ReportWitness[];
    readonly unknown: readonly ReportWitness[];
    readonly omitted: { readonly failing: number; readonly unknown: number };
  };
}

export interface ReportSubject {
  readonly scope: 'street' | 'district';
  readonly code: string | null;
  readonly name: string | null;
  readonly verdict: ReportFinding['result'];
  readonly verdictWithoutVetoes: ReportFinding['result'];
  readonly findings: readonly ReportFinding[];
}

interface ReportDiagnostic {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'note';
  readonly place: ReportPlace | null;
  readonly text: string | null;
  readonly related: readonly ReportPlace[];
  readonly message: { readonly zh: string; readonly en: string };
}

export interface Report {
  readonly text: string;
  readonly verdict: ReportFinding['result'] | null;
  readonly subjects: readonly ReportSubject[];
  readonly diagnostics: readonly ReportDiagnostic[];
}

const CONTEXT: ReportContext = {
  tool: '0.0.0',
  language: 'zh',
  width: 80,
  color: false,
  quiet: false,
  summary: false,
  allResults: false,
};

/** What `use` makes of a new folder with these files. */
export const inFolder = async <T>(files: Files, use: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'streetcheck-'));
  try {
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** The JSON report of a request, held to the published schema. */
export const reportOn = async (request: AssessRequest): Promise<Report> => {
  const assessment = await assess({ witnesses: 0, ...request });
  try {
    const text = [...jsonReporter(assessment, CONTEXT)].join('');
    return { ...(assertReport(text) as unknown as Omit<Report, 'text'>), text };
  } finally {
  }
};

export const reportOf = (files: Files, over: Partial<AssessRequest> = {}): Promise<Report> =>
  inFolder(files, (folder) => reportOn({ paths: [folder], ...over }));
