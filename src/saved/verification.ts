import type { AssessOptions } from '../model/assessment.ts';
import type { ReportHead } from './open-report.ts';

/** The first line in which a report and the run that should reproduce it differ; '' where one has ended. */
export interface LineDifference {
  readonly line: number;
  readonly recorded: string;
  readonly computed: string;
}

export type DataCause =
  | { readonly change: 'changed'; readonly path: string; readonly recorded: string; readonly found: string }
  /** Recorded, and not among the inputs; or the other way round. */
  | { readonly change: 'missing' | 'extra'; readonly path: string; readonly sha256: string }
  | { readonly change: 'renamed'; readonly path: string; readonly found: string }
  /** The inputs are the same, but not the files beside them that the notes of the report name. */
  | { readonly change: 'beside' };

export type RulesetId = NonNullable<ReportHead['ruleset']>;

/** What a run was asked for: the recorded options, and the command. */
export type Asked = AssessOptions & Pick<ReportHead, 'command'>;

export type Cause =
  | ({ readonly kind: 'data' } & DataCause)
  | { readonly kind: 'ruleset'; readonly recorded: RulesetId | null; readonly found: RulesetId | null }
  /** With this value instead of the recorded one the rest of the report is reproduced. */
  | { readonly kind: 'option'; readonly option: keyof Asked; readonly recorded: unknown; readonly reproduces: unknown }
  /** `rest` is what differs besides the version itself. */
  | {
      readonly kind: 'tool';
      readonly recorded: string;
      readonly found: string;
      readonly rest: LineDifference | null;
    }
  /**
   * Data, ruleset, options and tool are the same, so the report itself was altered: its content, or its layout alone.
   * Lines of a content count as reports are laid out.
   */
  | ({ readonly kind: 'report' | 'layout' } & LineDifference);

export interface Verification {
  readonly head: ReportHead;
  /** None: reproduced byte for byte. */
  readonly causes: readonly Cause[];
}
