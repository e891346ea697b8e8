import type { Counts, Finding, ReasonCode, VetoReasonCode, Witness } from '../../model/assessment.ts';
import type { Rule } from '../../model/ruleset.ts';
import { whatItTakes } from '../../model/share.ts';
import type { Text } from '../../model/text.ts';
import type { Nouns } from '../names.ts';
import type { ReasonContext } from '../reasons.ts';
import { shareReasons } from './share-reasons.ts';
import { notInForce, vetoReasons } from './veto-reasons.ts';

/** Every reason there is. */
export const reasons = { ...shareReasons, ...vetoReasons, 'rule.not-in-force': notInForce };

/** Of the scheme that the examples are taken from. */
const STREET = { id: 'street', zh: '街道', en: 'street', plural: 'streets' };
const DISTRICT = { id: 'district', zh: '区', en: 'district', plural: 'districts' };
const NOUNS: Nouns = {
  level: STREET.id,
  judged: STREET,
  outer: [DISTRICT],
  of: () => DISTRICT,
  table: (table) => ({ zh: table, en: table }),
};

const NOTHING: Counts = { met: null, of: null, unknown: null, missing: 0, source: null };

const witnessesNamed = (names: readonly string[]): Witness[] =>
  names.map((name) => ({ code: null, name, place: null, field: '', heading: null, text: null }));

const isVeto = (code: ReasonCode): code is VetoReasonCode => code.startsWith('veto.');

const EXAMPLE = { id: 'example', scopes: [STREET.id], obligation: 'required' } as const;
const ruled = (label: Text, clause: string, cited: Text) =>
  ({ ...EXAMPLE, label, short: label, clause, clauseText: cited, cited }) as const;

/** The example of a reason, as a run would have it. */
export const exampleFinding = (code: ReasonCode): { finding: Finding; rule: Rule; context: ReasonContext } => {
  const { result, explain } = reasons[code];
  const { atLeast = '80', counts = NOTHING, failing = [], unknown = [], year = 2012, ...example } = explain().example;
  const context = { year, from: 2012, nouns: NOUNS };
  const witnesses = {
    failing: witnessesNamed(failing),
    unknown: witnessesNamed(unknown),
    omitted: { failing: 0, unknown: 0 },
  };
  const found = { rule: 'example', obligation: 'required', result, witnesses } as const;
  if (isVeto(code)) {
    const label = { zh: '安全专项考核', en: 'special assessment of safety' };
    const rule = ruled(label, '四(四)', { zh: '第四部分（四）', en: 'part 4 (4)' });
    return {
      context,
      finding: { ...found, kind: 'veto', clause: rule.clause, reason: code },
      rule: { ...rule, kind: 'veto', field: 'safety', passes: 'pass' },
    };
  }
  const label = example.label ?? { zh: '安全文明标兵小区', en: 'model compounds' };
  const rule = ruled(label, '二', { zh: '第二部分', en: 'part 2' });
  const target = { atLeast };
  const takes = whatItTakes(counts, target);
  return {
    context,
    finding: { ...found, ...counts, ...takes, kind: 'share', clause: rule.clause, target, reason: code },
    rule: { ...rule, kind: 'share', target },
  };
};
