import type { Place } from './place.ts';
import type { Text } from './text.ts';

export type Severity = 'error' | 'warning' | 'note';

export type Slot = string | number | Text | readonly string[];

/** Something wrong with an input, never with a subject. Notes of one kind in one column are counted, not repeated. */
export interface Diagnostic {
  /** A key of the catalogue in `diagnostics/`. */
  readonly code: string;
  readonly severity: Severity;
  readonly place: Place | null;
  /** The other places that belong to it. */
  readonly related: readonly Place[];
  /** Raw text found at the place. */
  readonly text: string | null;
  /** How many like it it stands for; `place` is the first. */
  readonly count: number;
  readonly params: Readonly<Record<string, Slot>>;
}
