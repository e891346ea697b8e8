import {
  type Counts,
  type Finding,
  figuresKey,
  type ShareFinding,
  type ShareReasonCode,
  type Subject,
  type VetoFinding,
  type VetoReasonCode,
  type Witnesses,
} from '../model/assessment.ts';
import { remembered } from '../model/remembered.ts';
import type { Obligation, Rule, Ruleset, Scope, ShareRule, Value, VetoRule } from '../model/ruleset.ts';
import { decide, decideWithoutVetoes, judgeShare, judgeVeto } from './decide.ts';

/** What is known of a subject before it is judged. */
export interface Facts {
  readonly scope: Scope;
  readonly code: string | null;
  readonly name: string | null;
  readonly year: number;
  counts(rule: string): { readonly counts: Counts; readonly whyMissing?: ShareReasonCode };
  veto(field: string): { readonly value: Value | null; readonly whyMissing: VetoReasonCode };
  witnesses(rule: Rule): Witnesses;
}

const obligationIn = ({ obligation, requiredFrom }: Rule, year: number): Obligation =>
  requiredFrom !== undefined && year < requiredFrom ? 'advisory' : obligation;

// Findings are not put together with spread: V8 would describe the shape of each such object anew.

const shareFinding = (
  rule: ShareRule,
  { counts: countsOf, year }: Facts,
  inForce: boolean,
  witnesses: Witnesses,
): ShareFinding => {
  const { counts, whyMissing } = countsOf(rule.id);
  const { result, reason, effectiveTarget, shortfall, margin } = judgeShare(rule, counts, whyMissing);
  return {
    kind: 'share',
    rule: rule.id,
    obligation: obligationIn(rule, year),
    result: inForce ? result : 'not-applicable',
    reason: inForce ? reason : 'rule.not-in-force',
    clause: rule.clause,
    met: counts.met,
    of: counts.of,
    unknown: counts.unknown,
    missing: counts.missing,
    source: counts.source,
    target: rule.target,
    effectiveTarget,
    shortfall,
    margin,
    witnesses,
  };
};

const vetoFinding = (rule: VetoRule, { veto, year }: Facts, inForce: boolean, witnesses: Witnesses): VetoFinding => {
  const { value, whyMissing } = veto(rule.field);
  const { result, reason } = judgeVeto(rule, value, whyMissing);
  return {
    kind: 'veto',
    rule: rule.id,
    obligation: obligationIn(rule, year),
    result: inForce ? result : 'not-applicable',
    reason: inForce ? reason : 'rule.not-in-force',
    clause: rule.clause,
    witnesses,
  };
};

/** Before the ruleset is in force nothing is applicable. */
const judgeRule = (rule: Rule, facts: Facts, { from }: Ruleset, witnesses: Witnesses): Finding => {
  const inForce = from === undefined || facts.year >= from;
  return rule.kind === 'share'
    ? shareFinding(rule, facts, inForce, witnesses)
    : vetoFinding(rule, facts, inForce, witnesses);
};

/** So many findings that are alike but for the subject are one object. */
const SHARED = 1 << 14;

/** Judges subjects by every rule of their scope. */
export const subjectJudge = remembered((ruleset: Ruleset) => {
  const known = new Map<Scope, readonly Rule[]>();
  const rulesOf = (scope: Scope): readonly Rule[] => {
    const rules = known.get(scope) ?? ruleset.rules.filter(({ scopes }) => scopes.includes(scope));
    known.set(scope, rules);
    return rules;
  };
  const alike = new Map<string, Finding>();
  const shared = (finding: Finding): Finding => {
    const key = figuresKey(finding);
    if (key === null) return finding;
    const known = alike.get(key);
    if (known === undefined && alike.size < SHARED) alike.set(key, finding);
    return known ?? finding;
  };
  return (facts: Facts): Subject => {
    const { scope, code, name } = facts;
    const findings = rulesOf(scope).map((rule) => shared(judgeRule(rule, facts, ruleset, facts.witnesses(rule))));
    const verdictWithoutVetoes = decideWithoutVetoes(findings);
    return { scope, code, name, verdict: decide(findings), verdictWithoutVetoes, findings };
  };
});
