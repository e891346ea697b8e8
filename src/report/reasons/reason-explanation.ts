import type { Explanation } from '../../diagnostics/entry.ts';
import type { Text } from '../../model/text.ts';
import type { ReasonExample } from './example-finding.ts';

export interface ReasonExplanation extends Explanation {
  /** `input` is data, or what the data says. */
  readonly example: { readonly input: string | Text } & ReasonExample;
}
