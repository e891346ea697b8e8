import type { Counts, Finding, ShareReasonCode, Subject, VetoReasonCode, Witnesses } from '../model/assessment.ts';
import type { Obligation, Rule, Ruleset, Scope, Value } from '../model/ruleset.ts';
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
  witnesses(rule: Rule): Witnesses;
}

const obligationIn = ({ obligation, requiredFrom }: Rule, year: number): Obligation =>
  requiredFrom !== undefined && year < requiredFrom ? 'advisory' : obligation;

/** Judges a subject by every rule of its scope. Before the ruleset is in force nothing is applicable. */
export const judgeSubject = (facts: Facts, ruleset: Ruleset): Subject => {
  const { scope, code, name, year } = facts;
  const inForce = ruleset.from === undefined || year >= ruleset.from;
  const findings = ruleset.rules
    .filter(({ scopes }) => scopes.includes(scope))
    .map((rule): Finding => {
      const base = { rule: rule.id, obligation: obligationIn(rule, year), clause: rule.clause };
      const before = inForce ? {} : ({ result: 'not-applicable', reason: 'rule.not-in-force' } as const);
      if (rule.kind === 'veto') {
        const { value, whyMissing } = facts.veto(rule.field);
        const judgement = judgeVeto(rule, value, whyMissing);
        return { kind: 'veto', ...base, ...judgement, ...before, witnesses: facts.witnesses(rule) };
      }
      const { counts, whyMissing } = facts.counts(rule.id);
      const judgement = judgeShare(rule, counts, whyMissing);
      return {
        kind: 'share',
        ...base,
        ...counts,
        atLeast: rule.atLeast,
        ...judgement,
        ...before,
        witnesses: facts.witnesses(rule),
      };
    });
  return {
    scope,
    code,
    name,
    verdict: decide(findings),
    verdictWithoutVetoes: decideWithoutVetoes(findings),
    findings,
  };
};
