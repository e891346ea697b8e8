import type { Assessment, Finding, Subject } from '../model/assessment.ts';
import { type Place, startOf } from '../model/place.ts';
import type { Rule } from '../model/ruleset.ts';
import type { Language } from '../model/text.ts';
import { headingLookup } from './heading-lookup.ts';
import { visible } from './plain.ts';
import { plainFinding } from './plain-finding.ts';
import { reasonContext, reasonOf } from './reasons.ts';
import { ruleLookup } from './rule-lookup.ts';
import { shownPaths } from './shown-places.ts';
import { type WitnessList, witnessCell, witnessUnit } from './witness-text.ts';
import { words } from './words.ts';

/** A witness as it is shown: the file as it was given on the command line. */
export interface Evidence {
  readonly place: Place | null;
  readonly unit: string;
  readonly cell: string;
}

/** Tells what a finding says in one language, safe to be shown, without any mark-up. */
export interface FindingTeller {
  ruleOf(finding: Finding): Rule;
  labelOf(finding: Finding): string;
  reasonOf(finding: Finding): string;
  /** What to do about a fail. */
  remedyOf(finding: Finding): string | null;
  /** The witnesses listed, those that made the result what it is before the others. */
  evidenceOf(finding: Finding): readonly Evidence[];
  /** The place of the first evidence that has one, else line 1 of the table concerned; null where it is in no input. */
  whereOf(finding: Finding): Place | null;
}

/** Witnesses that are not listed. */
export const omittedOf = ({ witnesses: { omitted } }: Finding): number => omitted.failing + omitted.unknown;

/** Only the required rules and vetoes of a street that is applicable decide; the rest is for information. */
export const isDecisive = ({ scope, verdict }: Subject, { obligation }: Finding): boolean =>
  scope === 'street' && verdict !== 'not-applicable' && obligation === 'required';

/** What a street could not be asked for lack of units: its open vetoes do not keep it from being not applicable. */
export const isMoot = ({ scope, verdict }: Subject, { obligation, result }: Finding): boolean =>
  scope === 'street' && verdict === 'not-applicable' && obligation === 'required' && result === 'unknown';

const tablePlace = ({ ruleset, inputs }: Assessment, finding: Finding): Place | null => {
  const indicator = ruleset?.indicators.find(({ id }) => id === finding.rule);
  const inSummary = finding.kind === 'veto' || finding.source === 'summary';
  const register = inSummary ? undefined : inputs.find(({ table }) => table !== null && table === indicator?.of);
  const summary = inSummary || indicator?.counted ? inputs.find(({ table }) => table === 'streets') : undefined;
  const input = register ?? summary ?? inputs.find(({ table }) => table === null);
  return input === undefined ? null : startOf(input);
};

export const findingTeller = (assessment: Assessment, language: Language): FindingTeller => {
  const text = words[language];
  const rule = ruleLookup(assessment.ruleset);
  const ruleOf = (finding: Finding) => rule(finding.rule);
  const context = reasonContext(assessment);
  const headingOf = headingLookup(assessment.ruleset, language);
  const shown = shownPaths(assessment);

  const evidenceIn = (finding: Finding, which: WitnessList): Evidence[] =>
    finding.witnesses[which].map((witness) => ({
      place: witness.place && { ...witness.place, path: shown(witness.place.path) },
      unit: witnessUnit(witness),
      cell: witnessCell(witness, which, text, headingOf),
    }));
  const evidenceOf = (finding: Finding): Evidence[] =>
    finding.result === 'unknown'
      ? [...evidenceIn(finding, 'unknown'), ...evidenceIn(finding, 'failing')]
      : [...evidenceIn(finding, 'failing'), ...evidenceIn(finding, 'unknown')];

  return {
    ruleOf,
    labelOf: (finding) => visible(ruleOf(finding).label[language]),
    reasonOf: (finding) => visible(reasonOf(plainFinding(finding), ruleOf(finding), language, context)),
    remedyOf: (finding) => {
      const remedy = finding.result === 'fail' ? ruleOf(finding).remedy : undefined;
      return remedy === undefined ? null : visible(remedy[language]);
    },
    evidenceOf,
    whereOf: (finding) =>
      evidenceOf(finding).find(({ place }) => place !== null)?.place ?? tablePlace(assessment, finding),
  };
};
