import type { Assessment } from '../model/assessment.ts';
import type { Language } from '../model/text.ts';

/** What a reporter may know besides the result. */
export interface ReportContext {
  /** Version of streetcheck. */
  readonly tool: string;
  readonly language: Language;
  /** Columns of the terminal. */
  readonly width: number;
  readonly color?: boolean;
  readonly quiet?: boolean;
  /** Notes one by one; else only how many there are. */
  readonly notes?: boolean;
  /** `csv`: a row for each that is judged instead of one per subject and rule. */
  readonly summary?: boolean;
  /** `sarif`: what passes and what does not apply, too. */
  readonly allResults?: boolean;
  /** More warnings than this are taken as an error, which reports for people say. */
  readonly maxWarnings?: number;
}

/** Yields the report in pieces, ending in exactly one newline; nothing holds the whole of it. */
export type Reporter = (assessment: Assessment, context: ReportContext) => Iterable<string>;

/** Yields a report that is no text. */
export type WorkbookReporter = (assessment: Assessment, context: ReportContext) => Iterable<Uint8Array>;
