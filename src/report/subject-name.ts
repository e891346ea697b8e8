import type { Subject } from '../model/assessment.ts';
import { plain } from './plain.ts';
import type { Words } from './words.ts';

/** The name people know a subject by; a district without a name is all streets. */
export const subjectName = ({ scope, code, name }: Subject, words: Words): string => {
  if (name !== null && name !== '') return plain(name);
  if (code !== null && code !== '') return plain(code);
  return scope === 'district' ? words.allStreets : words.nameless;
};
