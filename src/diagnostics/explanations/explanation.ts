import type { Text } from '../../model/text.ts';
import type { DiagnosticCode, DiagnosticSlots } from '../slots.ts';

/** What a code means at length, for `streetcheck explain`. */
export interface Explanation {
  readonly title: Text;
  /** What it means, and why the tool is strict or only warns. */
  readonly text: Text;
  /** What to do. */
  readonly remedy: Text;
}

export interface DiagnosticExplanation<C extends DiagnosticCode> extends Explanation {
  readonly example: {
    /** Lines as they stand in the file of `at`, or a command line. */
    readonly input: string;
    /** Other files that belong to it, by name. */
    readonly others?: Readonly<Record<string, string>>;
    /** Where it is found, as it is printed. */
    readonly at?: string;
    /** Of the sentence that is printed, so that the example says what the tool says. */
    readonly slots: DiagnosticSlots[C];
  };
}

/** The explanations of the codes that begin with one of the families. */
export type DiagnosticExplanations<Family extends string> = {
  readonly [C in Extract<DiagnosticCode, `${Family}.${string}`>]: DiagnosticExplanation<C>;
};
