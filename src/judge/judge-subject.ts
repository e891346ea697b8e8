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
  /** Called only when somebody looks at them. */
  witnesses(rule: Rule): Witnesses;
}

const obligationIn = ({ obligation, requiredFrom }: Rule, year: number): Obligation =>
  requiredFrom !== undefined && year < requiredFrom ? 'advisory' : obligation;

/** A finding whose witnesses are looked up when they are first asked for. */
const withWitnesses = <F extends object>(finding: F, find: () => Witnesses): F & { readonly witnesses: Witnesses } => {
  let found: Witnesses | undefined;
  return Object.defineProperty(finding, 'witnesses', { get: () => (found ??= find()), enumerable: true }) as F & {
    readonly witnesses: Witnesses;
  };
};

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
        return withWitnesses({ kind: 'veto' as const, ...base, ...judgement, ...before }, () => facts.witnesses(rule));
      }
      const { counts, whyMissing } = facts.counts(rule.id);
      const judgement = judgeShare(rule, counts, whyMissing);
      const share = { kind: 'share', ...base, ...counts, atLeast: rule.atLeast, ...judgement, ...before } as const;
      return withWitnesses(share, () => facts.witnesses(rule));
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
