import type { Assessment } from '../model/assessment.ts';
import type { CannotEditError } from './cells.ts';
import type { SheetCopy } from './copy-sheets.ts';

/** What keeps files from being audited. */
export type Obstacle =
  /** Not fit to be judged, or not there: what cannot be read is not audited. */
  | { readonly kind: 'refused'; readonly assessment: Assessment }
  | { readonly kind: 'too-large' }
  /** What could be audited instead of spreadsheets, whose cells cannot be changed in place, and as which paths. */
  | { readonly kind: 'spreadsheets'; readonly copies: readonly SheetCopy[]; readonly paths: readonly string[] }
  | { readonly kind: 'not-editable'; readonly file: string; readonly reason: CannotEditError['reason'] }
  /** Another audit has the file. */
  | { readonly kind: 'locked'; readonly lock: string; readonly pid: number; readonly host: string }
  /** The journal was begun under another ruleset, whose rows and labels may be others. */
  | { readonly kind: 'other-ruleset'; readonly journal: string; readonly ruleset: string }
  /** The journal is about cells that the file never had. */
  | { readonly kind: 'other-file'; readonly journal: string };

export class AuditError extends Error {
  readonly obstacle: Obstacle;

  constructor(obstacle: Obstacle) {
    super(`no audit: ${obstacle.kind}`);
    this.obstacle = obstacle;
  }
}
