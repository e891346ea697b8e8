import type { ShareRule, VetoRule } from '../../src/model/ruleset.ts';
import { readClause } from '../../src/ruleset/to-ruleset.ts';

const base = {
  short: { zh: '短', en: 'short' },
  clause: '二',
  ...readClause('二', { number: '' }),
  scopes: ['street', 'district'],
  obligation: 'required',
};

/** A share rule as the ruleset compiler makes it, with any target. */
export const shareRule = (atLeast: string, over: Partial<ShareRule> = {}): ShareRule => ({
  ...(base as Omit<ShareRule, 'kind' | 'id' | 'label' | 'target'>),
  kind: 'share',
  id: 'some-share',
  label: { zh: '某项达标率', en: 'some share' },
  target: { atLeast },
  ...over,
});

export const vetoRule = (over: Partial<VetoRule> = {}): VetoRule => ({
  ...(base as Omit<VetoRule, 'kind' | 'id' | 'label' | 'field' | 'passes'>),
  kind: 'veto',
  id: 'some-veto',
  label: { zh: '某专项考核', en: 'some assessment' },
  field: 'safety',
  passes: 'pass',
  ...over,
});
