import type { Finding, Subject } from '../model/assessment.ts';
import type { CiWords } from './ci-words.ts';
import { isMoot } from './finding-teller.ts';

/** The reason, which says where a required rule does not decide after all. */
export const ciReason = (subject: Subject, finding: Finding, reason: string, text: CiWords): string => {
  if (isMoot(subject, finding)) return text.streetDoesNotDecide(reason);
  return subject.scope === 'district' && finding.obligation === 'required' ? text.doesNotDecide(reason) : reason;
};
