import type { Text } from '../../model/text.ts';
import { type Words, words } from '../words.ts';

/** A text of the reports' common catalogue, in both languages. */
export const both = (pick: (text: Words) => string): Text => ({ zh: pick(words.zh), en: pick(words.en) });
