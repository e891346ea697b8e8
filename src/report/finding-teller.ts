import { type Assessment, cellsOf, type Finding, type Subject, type Witness } from '../model/assessment.ts';
import { judgedLevel } from '../model/levels.ts';
import { type Place, startOf } from '../model/place.ts';
import type { Rule } from '../model/ruleset.ts';
import type { Language } from '../model/text.ts';
import { headingLookup, ruleLookup } from './lookups.ts';
import { type Nouns, nounsOf } from './nouns.ts';
import { plain, plainFinding, visible } from './plain.ts';
import { reasonContext, reasonOf } from './reasons.ts';
import { shownPaths } from './shown-places.ts';
import { type FixedWords, reportWords, type Words } from './words.ts';

/** What indicators over subjects look at: their own verdict, which stands in no cell. */
const VERDICT = 'verdict';

export type WitnessList = 'failing' | 'unknown';

/** The unit by code and name, as far as it has them; may be empty. */
export const witnessUnit = ({ code, name }: Witness): string =>
  [code, name].flatMap((part) => (part === null || part === '' ? [] : [plain(part)])).join(' ');

/** What stands in the deciding cells, nothing where there is no record; `headingOf` names a field whose column is absent. */
export const witnessCell = (
  witness: Witness,
  which: WitnessList,
  words: FixedWords,
  headingOf: (field: string) => string,
): string => {
  const told = cellsOf(witness).map(({ place, field, heading, text }) => {
    if (field === VERDICT) return words.cell(words.verdict, words.results[which === 'failing' ? 'fail' : 'unknown']);
    if (heading === null) return place === null ? '' : words.absent(plain(headingOf(field)));
    return words.cell(plain(heading), text === null || text.trim() === '' ? words.blank : plain(text));
  });
  return told.filter((each) => each !== '').join(words.comma);
};

/** A witness as it is shown: the file as it was given on the command line. */
export interface Evidence {
  readonly place: Place | null;
  readonly unit: string;
  readonly cell: string;
}

/** Tells what a finding says in one language, safe to be shown, without any mark-up. */
export interface FindingTeller {
  readonly nouns: Nouns;
  readonly words: Words;
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

/** Only the required rules and vetoes of a subject that is applicable decide; the rest is for information. */
export const isDecisive = ({ scope, verdict }: Subject, { obligation }: Finding, judged: string): boolean =>
  scope === judged && verdict !== 'not-applicable' && obligation === 'required';

/** What a subject could not be asked for lack of units: its open vetoes do not keep it from being not applicable. */
export const isMoot = ({ scope, verdict }: Subject, { obligation, result }: Finding, judged: string): boolean =>
  scope === judged && verdict === 'not-applicable' && obligation === 'required' && result === 'unknown';

const tablePlace = ({ ruleset, inputs }: Assessment, finding: Finding): Place | null => {
  const indicator = ruleset?.indicators.find(({ id }) => id === finding.rule);
  const inSummary = finding.kind === 'veto' || finding.source === 'summary';
  const register = inSummary ? undefined : inputs.find(({ table }) => table !== null && table === indicator?.of);
  const summary =
    inSummary || indicator?.counted
      ? inputs.find(({ table }) => table !== null && table === (ruleset && judgedLevel(ruleset).table))
      : undefined;
  const input = register ?? summary ?? inputs.find(({ table }) => table === null);
  return input === undefined ? null : startOf(input);
};

export const findingTeller = (assessment: Assessment, language: Language): FindingTeller => {
  const text = reportWords(assessment.ruleset)[language];
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
    nouns: nounsOf(assessment.ruleset),
    words: text,
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

/** All that the text of a finding depends on, for one ruleset and year; null where it depends on its witnesses too. */
export const figuresKey = (finding: Finding): string | null => {
  const { rule, obligation, result, reason, witnesses } = finding;
  const { failing, unknown, omitted } = witnesses;
  if (failing.length + unknown.length + omitted.failing + omitted.unknown > 0) return null;
  if (finding.kind === 'veto') return `${rule} ${obligation} ${result} ${reason}`;
  const { met, of, missing, source } = finding;
  return `${rule} ${obligation} ${result} ${reason} ${met} ${of} ${finding.unknown} ${missing} ${source}`;
};
