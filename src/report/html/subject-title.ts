import type { Subject } from '../../model/assessment.ts';
import type { Text } from '../../model/text.ts';
import { subjectName } from '../subject-name.ts';
import { words } from '../words.ts';

export const nameOf = (subject: Subject): Text => ({
  zh: subjectName(subject, words.zh),
  en: subjectName(subject, words.en),
});
