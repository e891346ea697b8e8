import type { Subject } from '../model/assessment.ts';
import type { ToldApart } from '../model/tell-apart.ts';
import { plain } from './plain.ts';
import type { Words } from './words.ts';

/** The name people know a subject by; what is pooled without a name is all of them. */
export const subjectName = ({ scope, code, name }: Pick<Subject, 'scope' | 'code' | 'name'>, words: Words): string => {
  if (name !== null && name !== '') return plain(name);
  if (code !== null && code !== '') return plain(code);
  return scope === words.level ? words.nameless : words.allSubjects;
};

/** The code in front, where there are both: two may have one name. */
export const codedName = (subject: Pick<Subject, 'scope' | 'code' | 'name'>, words: Words): string => {
  const { code, name } = subject;
  const known = subjectName(subject, words);
  return code && name ? `${plain(code)} ${known}` : known;
};

/** A unit by code and name, as far as it has them; may be empty. Without a code it is told from others of its name. */
export const unitName = ({ code, name, within }: Pick<Subject, 'code' | 'name'> & ToldApart): string =>
  [...(code === null ? (within ?? []) : [code]), name]
    .flatMap((part) => (part === null || part === '' ? [] : [plain(part)]))
    .join(' ');
