import type { ShareFinding } from '../model/assessment.ts';
import type { Rule } from '../model/ruleset.ts';
import { isAll, type Target } from '../model/share.ts';
import type { Language } from '../model/text.ts';

const zh = {
  target: ({ atLeast }: Target) => (isAll(atLeast) ? '应达 100%' : `应达 ${atLeast}% 以上`),
  /** What a target comes to. */
  units: (target: number, of: number) => (target === of ? `（即全部 ${of} 个）` : `（即 ${of} 个中至少 ${target} 个）`),
  veto: '一票否决',
};

const en: typeof zh = {
  target: ({ atLeast }) => (isAll(atLeast) ? '100% required' : `at least ${atLeast}% required`),
  units: (target, of) => (target === of ? `, that is all ${of}` : `, that is ${target} of ${of}`),
  veto: 'veto',
};

export const askedWords = { zh, en } as const satisfies Record<Language, typeof zh>;

/** What a rule asks for, in the same words wherever it is told: `应达 80% 以上`. */
export const asked = (rule: Rule, language: Language): string => {
  const words = askedWords[language];
  switch (rule.kind) {
    case 'share':
      return words.target(rule.target);
    case 'veto':
      return words.veto;
  }
};

/** The same of a finding, with what the target comes to for so many units. */
export const askedOf = ({ target, of, effectiveTarget }: ShareFinding, language: Language): string => {
  const { target: told, units } = askedWords[language];
  return told(target) + (effectiveTarget === null || of === null ? '' : units(effectiveTarget, of));
};

/** `≥ 80%`, the same in both languages. */
export const askedBriefly = ({ atLeast }: Target): string => (isAll(atLeast) ? '100%' : `≥ ${atLeast}%`);
