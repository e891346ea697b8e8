import type { Counts, Result, ShareFinding, ShareReasonCode, VetoFinding, Witness } from '../../model/assessment.ts';
import type { ShareRule, VetoRule } from '../../model/ruleset.ts';
import { effectiveTarget, reaches } from '../../model/share.ts';
import type { Text } from '../../model/text.ts';
import type { ReasonContext } from '../reasons.ts';

/** A finding as a run would have it, for `streetcheck explain`. */
export interface ReasonExample {
  readonly finding: ShareFinding | VetoFinding;
  readonly rule: ShareRule | VetoRule;
  readonly context: ReasonContext;
}

const cited = (zh: string, en: string) => ({ clauseText: { zh, en }, cited: { zh, en } });
const TARGETS = cited('第二部分', 'part 2');
const VETOES = cited('第四部分（四）', 'part 4 (4)');

const CONTEXT: ReasonContext = { year: 2012, from: 2012 };

const witnessesNamed = (names: readonly string[]): Witness[] =>
  names.map((name) => ({ code: null, name, place: null, field: '', heading: null, text: null }));

interface Share {
  readonly label?: Text;
  readonly atLeast: string;
  readonly counts: Counts;
  readonly failing?: readonly string[];
  readonly unknown?: readonly string[];
}

const COMPOUNDS: Text = { zh: '安全文明标兵小区', en: 'model compounds' };

export const shareExample = (
  reason: ShareReasonCode | 'rule.not-in-force',
  result: Result,
  { label = COMPOUNDS, atLeast, counts, failing = [], unknown = [] }: Share,
  context: ReasonContext = CONTEXT,
): ReasonExample => {
  const { met, of } = counts;
  const target = met === null || of === null || of === 0 ? null : effectiveTarget(of, atLeast);
  return {
    context,
    rule: {
      kind: 'share',
      id: 'example',
      label,
      short: label,
      clause: '二',
      ...TARGETS,
      scopes: ['street'],
      obligation: 'required',
      atLeast,
      holds: (judged) => reaches(judged.met, judged.of, atLeast),
    },
    finding: {
      kind: 'share',
      rule: 'example',
      obligation: 'required',
      result,
      clause: '二',
      ...counts,
      atLeast,
      effectiveTarget: target,
      shortfall: target === null || met === null ? null : Math.max(0, target - met),
      margin: target === null || met === null ? null : Math.max(0, met - target),
      reason,
      witnesses: {
        failing: witnessesNamed(failing),
        unknown: witnessesNamed(unknown),
        omitted: { failing: 0, unknown: 0 },
      },
    },
  };
};

export const vetoExample = (reason: VetoFinding['reason'], result: Result): ReasonExample => {
  const label = { zh: '安全专项考核', en: 'special assessment of safety' };
  return {
    context: CONTEXT,
    rule: {
      kind: 'veto',
      id: 'safety',
      label,
      short: label,
      clause: '四(四)',
      ...VETOES,
      scopes: ['street'],
      obligation: 'required',
      field: 'safety',
      passes: 'pass',
      holds: (value) => value === 'pass',
    },
    finding: {
      kind: 'veto',
      rule: 'safety',
      obligation: 'required',
      result,
      clause: '四(四)',
      reason,
      witnesses: { failing: [], unknown: [], omitted: { failing: 0, unknown: 0 } },
    },
  };
};
