import type { Counts, Finding, ReasonCode, ShareFinding, VetoReasonCode, Witness } from '../../model/assessment.ts';
import type { Rule } from '../../model/ruleset.ts';
import { effectiveTarget, reaches } from '../../model/share.ts';
import type { Nouns } from '../nouns.ts';
import { notInForce, type ReasonContext } from './reason.ts';
import { shareReasons } from './share-reasons.ts';
import { vetoReasons } from './veto-reasons.ts';

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
  const ruled = { id: 'example', scopes: [STREET.id], obligation: 'required' } as const;
  const found = { rule: 'example', obligation: 'required', result, witnesses } as const;
  if (isVeto(code)) {
    const label = { zh: '安全专项考核', en: 'special assessment of safety' };
    const cited = { zh: '第四部分（四）', en: 'part 4 (4)' };
    const clause = { clause: '四(四)', clauseText: cited, cited };
    return {
      context,
      rule: {
        ...ruled,
        ...clause,
        kind: 'veto',
        label,
        short: label,
        field: 'safety',
        passes: 'pass',
        holds: (value) => value === 'pass',
      },
      finding: { ...found, kind: 'veto', clause: '四(四)', reason: code },
    };
  }
  const label = example.label ?? { zh: '安全文明标兵小区', en: 'model compounds' };
  const cited = { zh: '第二部分', en: 'part 2' };
  const { met, of } = counts;
  const target = met === null || of === null || of === 0 ? null : effectiveTarget(of, atLeast);
  const finding: ShareFinding = {
    ...found,
    ...counts,
    kind: 'share',
    clause: '二',
    atLeast,
    effectiveTarget: target,
    shortfall: target === null || met === null ? null : Math.max(0, target - met),
    margin: target === null || met === null ? null : Math.max(0, met - target),
    reason: code,
  };
  return {
    context,
    finding,
    rule: {
      ...ruled,
      kind: 'share',
      label,
      short: label,
      clause: '二',
      clauseText: cited,
      cited,
      atLeast,
      holds: (judged) => reaches(judged.met, judged.of, atLeast),
    },
  };
};
