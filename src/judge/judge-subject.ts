import type {
  Counts,
  Finding,
  Result,
  ShareFinding,
  ShareReasonCode,
  Subject,
  VetoFinding,
  VetoReasonCode,
  Witnesses,
} from '../model/assessment.ts';
import type { Obligation, Rule, Ruleset, Scope, ShareRule, Value, VetoRule } from '../model/ruleset.ts';
import { decide, decideWithoutVetoes } from './decide.ts';
import { judgeShare } from './judge-share.ts';
import { judgeVeto } from './judge-veto.ts';

/** What is known of a subject before it is judged. */
export interface Facts {
  readonly scope: Scope;
  readonly code: string | null;
  readonly name: string | null;
  readonly year: number;
  counts(rule: string): { readonly counts: Counts; readonly whyMissing?: ShareReasonCode };
  veto(field: string): { readonly value: Value | null; readonly whyMissing: VetoReasonCode };
  /** Called only when somebody looks at them. */
  witnesses(rule: Rule): Witnesses;
}

type Judged<F extends Finding> = Omit<F, 'witnesses'>;

const obligationIn = ({ obligation, requiredFrom }: Rule, year: number): Obligation =>
  requiredFrom !== undefined && year < requiredFrom ? 'advisory' : obligation;

const shareFinding = (rule: ShareRule, { counts: countsOf, year }: Facts, inForce: boolean): Judged<ShareFinding> => {
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
    source: counts.source,
    atLeast: rule.atLeast,
    effectiveTarget,
    shortfall,
    margin,
  };
};

const vetoFinding = (rule: VetoRule, { veto, year }: Facts, inForce: boolean): Judged<VetoFinding> => {
  const { value, whyMissing } = veto(rule.field);
  const { result, reason } = judgeVeto(rule, value, whyMissing);
  return {
    kind: 'veto',
    rule: rule.id,
    obligation: obligationIn(rule, year),
    result: inForce ? result : 'not-applicable',
    reason: inForce ? reason : 'rule.not-in-force',
    clause: rule.clause,
  };
};

/** Before the ruleset is in force nothing is applicable. */
const judgeRule = (rule: Rule, facts: Facts, { from }: Ruleset) => {
  const inForce = from === undefined || facts.year >= from;
  return rule.kind === 'share' ? shareFinding(rule, facts, inForce) : vetoFinding(rule, facts, inForce);
};

/** A finding whose witnesses are looked up when they are first asked for. */
const withWitnesses = (finding: object, find: () => Witnesses): Finding => {
  let found: Witnesses | undefined;
  return Object.defineProperty(finding, 'witnesses', {
    get: () => {
      found ??= find();
      return found;
    },
    enumerable: true,
  }) as Finding;
};

/** Judges subjects by every rule of their scope. */
export const subjectJudge = (ruleset: Ruleset) => {
  const rulesOf = (scope: Scope) => ruleset.rules.filter(({ scopes }) => scopes.includes(scope));
  const rules = { street: rulesOf('street'), district: rulesOf('district') };
  return {
    /** The verdict alone, for those who only count. */
    verdict: (facts: Facts): Result => decide(rules[facts.scope].map((rule) => judgeRule(rule, facts, ruleset))),
    subject: (facts: Facts): Subject => {
      const { scope, code, name } = facts;
      const findings = rules[scope].map((rule) =>
        withWitnesses(judgeRule(rule, facts, ruleset), () => facts.witnesses(rule)),
      );
      const verdictWithoutVetoes = decideWithoutVetoes(findings);
      return { scope, code, name, verdict: decide(findings), verdictWithoutVetoes, findings };
    },
  };
};
