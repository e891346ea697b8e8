import type { Severity, Slot } from '../model/diagnostic.ts';
import type { Language, Text } from '../model/text.ts';

/** A field as people know it, e.g. the heading in the file. */
export type Heading = string;

/** What a code means at length. */
export interface Explanation {
  readonly title: Text;
  /** What it means, and why the tool is strict or only warns. */
  readonly text: Text;
  /** What to do. */
  readonly remedy: Text;
}

/** With an example in which the tool says what it says. */
export interface Explained<Slots> extends Explanation {
  readonly example: {
    /** Lines as they stand in the file of `at`, or a command line. */
    readonly input: string;
    /** Other files that belong to it, by name. */
    readonly others?: Readonly<Record<string, string>>;
    /** Where it is found, as it is printed. */
    readonly at?: string;
    /** Of the sentence that is printed. */
    readonly slots: Slots;
  };
}

/** One self-contained sentence in each language. Slots are quoted as they come; the reporter sanitises them. */
type Message<Slots> = { readonly [L in Language]: (slots: Slots) => string };

/** All there is to say of a diagnostic: its sentence, and when asked what it means at length. */
interface Told<Slots> extends Message<Slots> {
  readonly explain: () => Explained<Slots>;
}

export interface Entry<Slots> extends Told<Slots> {
  readonly severity: Severity;
  /** Something could not be opened, so that nothing is said of its data: exit 66. */
  readonly isUnopened: boolean;
}

export type AnySlots = Readonly<Record<string, Slot>>;

const entryOf =
  (severity: Severity, isUnopened = false) =>
  <Slots extends AnySlots = Record<string, never>>(told: NoInfer<Told<Slots>>): Entry<Slots> => ({
    severity,
    isUnopened,
    ...told,
  });

/** An error: an input, report or ruleset that cannot be opened. */
export const unopened = entryOf('error', true);
/** Nothing is judged until it is corrected. */
export const error = entryOf('error');
/** Judged, but to be checked. */
export const warning = entryOf('warning');
/** What was changed, skipped, filled or ignored. */
export const note = entryOf('note');

/** A sentence names this many; the rest is counted. */
const NAMED = 20;

export const listZh = (items: readonly string[]): string => {
  const named = items.slice(0, NAMED).map((item) => `“${item}”`);
  return items.length > NAMED ? `${named.join('、')}等 ${items.length} 项` : named.join('、');
};

export const listEn = (items: readonly string[]): string => {
  const named = items.slice(0, NAMED).map((item) => `"${item}"`);
  return items.length > NAMED ? `${named.join(', ')} and ${items.length - NAMED} more` : named.join(', ');
};

export const orEn = (items: readonly string[]): string => listEn(items).replaceAll('", "', '" or "');
