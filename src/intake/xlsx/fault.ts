import type { XLSX_DAMAGES, XLSX_LIMITS } from '../../diagnostics/entries/spreadsheets.ts';

/** A workbook that cannot be read: damaged, or larger than what is read. */
type Problem =
  | { readonly kind: 'damaged'; readonly damage: keyof typeof XLSX_DAMAGES; readonly detail: string }
  | { readonly kind: 'too-large'; readonly limit: keyof typeof XLSX_LIMITS };

/** Thrown by what reads a workbook; `openXlsx` makes a diagnostic of it. */
export class XlsxFault extends Error {
  readonly problem: Problem;
  /** The cell at which it shows, as `F18`. */
  readonly cell: string | null;

  constructor(problem: Problem, cell: string | null = null) {
    super(problem.kind === 'damaged' ? `${problem.damage}: ${problem.detail}` : `too large: ${problem.limit}`);
    this.name = 'XlsxFault';
    this.problem = problem;
    this.cell = cell;
  }
}

export const damaged = (damage: keyof typeof XLSX_DAMAGES, detail: string, cell?: string): XlsxFault =>
  new XlsxFault({ kind: 'damaged', damage, detail }, cell);

export const tooLarge = (limit: keyof typeof XLSX_LIMITS, cell?: string): XlsxFault =>
  new XlsxFault({ kind: 'too-large', limit }, cell);
