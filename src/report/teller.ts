import { messageOf } from '../diagnostics/message.ts';
import {
  type Assessment,
  cellsOf,
  type Finding,
  type InputFile,
  NO_WITNESSES,
  type Subject,
  type Witness,
} from '../model/assessment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { judgedLevel } from '../model/levels.ts';
import { type Place, startOf } from '../model/place.ts';
import { nameWithin } from '../model/tell-apart.ts';
import type { Language } from '../model/text.ts';
import { byWeight, type WitnessList } from './findings.ts';
import { headingLookup, nounsOf, ruleLookup, unitName } from './names.ts';
import { plain, plainDiagnostic, plainFinding, shownPlace, shownPlaces, visible } from './plain.ts';
import { reasonContext, reasonOf } from './reasons.ts';
import { reportWords } from './words.ts';

/** A cell that decided, in the file as it was given on the command line. */
export interface ToldCell {
  /** Its place as it is written. */
  readonly where: string | null;
  /** Of its column, or that there is none; null where there is no record. */
  readonly heading: string | null;
  /** As it stands in the file, or that it is blank; null where there is no column. */
  readonly text: string | null;
}

/** A witness as it is shown. */
export interface Evidence {
  readonly place: Place | null;
  /** The place as it is written, to be clicked. */
  readonly where: string | null;
  readonly code: string | null;
  readonly name: string | null;
  /** The unit by code and name, as far as it has them; may be empty. */
  readonly unit: string;
  /** What stands in the deciding cells; empty where there is no record. */
  readonly cell: string;
  readonly cells: readonly ToldCell[];
}

/** What indicators over subjects look at: their own verdict, which stands in no cell. */
const VERDICT = 'verdict';

const UNCITED = { zh: '', en: '' };

/** The lists of witnesses, the one first that made the result what it is. */
export const witnessLists = ({ result }: Finding): readonly WitnessList[] =>
  result === 'unknown' ? ['unknown', 'failing'] : ['failing', 'unknown'];

/** The words of a text, those that there are. */
export const joined = (parts: readonly (string | null)[], separator: string): string =>
  parts.filter((part) => part !== null && part !== '').join(separator);

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

/** Tells in one language what a result says, safe to be shown, without any mark-up. */
export const tellerOf = (assessment: Assessment, language: Language) => {
  const { ruleset } = assessment;
  const nouns = nounsOf(ruleset);
  const { level } = nouns;
  const words = reportWords(ruleset)[language];
  const ruleOf = ruleLookup(ruleset);
  const context = reasonContext(assessment);
  const heading = headingLookup(ruleset, language);
  /** What people call a field. */
  const headingOf = (field: string): string => plain(heading(field));
  const shown = shownPlace(assessment);
  const placeText = shownPlaces(assessment);

  const toldCells = (witness: Witness, which: WitnessList): ToldCell[] =>
    cellsOf(witness).map((cell) => {
      const { field, heading, text } = cell;
      const where = cell.place && placeText(cell.place);
      if (field === VERDICT) {
        return { where, heading: words.verdict, text: words.results[which === 'failing' ? 'fail' : 'unknown'] };
      }
      if (heading === null) return { where, heading: where && words.absent(headingOf(field)), text: null };
      return { where, heading: plain(heading), text: text === null || text.trim() === '' ? words.blank : text };
    });
  const evidenceIn = (finding: Finding, which: WitnessList): Evidence[] =>
    finding.witnesses[which].map((witness) => {
      const cells = toldCells(witness, which);
      const told = cells.map(({ heading, text }) =>
        heading === null || text === null ? heading : words.labelled(heading, plain(text)),
      );
      const { code, place } = witness;
      const name = witness.name === null || code !== null ? witness.name : nameWithin(witness.name, witness);
      return {
        place: place && shown(place),
        where: place && placeText(place),
        code,
        name,
        unit: unitName(witness),
        cell: joined(told, words.comma),
        cells,
      };
    });
  /** The witnesses listed, those that made the result what it is before the others. */
  const evidenceOf = (finding: Finding): Evidence[] =>
    witnessLists(finding).flatMap((which) => evidenceIn(finding, which));

  return {
    language,
    nouns,
    words,
    ruleOf,
    headingOf,
    labelOf: (rule: string): string => visible(ruleOf(rule).label[language]),
    reasonOf: (finding: Finding): string =>
      visible(reasonOf(plainFinding(finding), ruleOf(finding.rule), language, context)),
    /** The reason where its clause and its units stand beside it: without them. */
    figuresOf: (finding: Finding): string => {
      const uncited = { ...ruleOf(finding.rule), cited: UNCITED };
      return visible(reasonOf({ ...finding, witnesses: NO_WITNESSES }, uncited, language, context));
    },
    /** What to do about a fail. */
    remedyOf: (finding: Finding): string | null => {
      const remedy = finding.result === 'fail' ? ruleOf(finding.rule).remedy : undefined;
      return remedy === undefined ? null : visible(remedy[language]);
    },
    /** Only the required rules and vetoes of a subject that is applicable decide; the rest is for information. */
    decides: ({ scope, verdict }: Subject, { obligation }: Finding): boolean =>
      scope === level && verdict !== 'not-applicable' && obligation === 'required',
    /** What a subject could not be asked for lack of units: its open vetoes do not keep it from being not applicable. */
    isMoot: ({ scope, verdict }: Subject, { obligation, result }: Finding): boolean =>
      scope === level && verdict === 'not-applicable' && obligation === 'required' && result === 'unknown',
    evidenceIn,
    evidenceOf,
    /** The place of the first evidence that has one, else line 1 of the table concerned; null where it is in no input. */
    whereOf: (finding: Finding): Place | null =>
      evidenceOf(finding).find(({ place }) => place !== null)?.place ?? tablePlace(assessment, finding),
    /** The findings of a subject that the grid does not tell enough of: what is not a pass, and what it has no column for. */
    untoldOf: ({ findings }: Subject): readonly Finding[] =>
      byWeight(findings).filter(({ result, rule }) => result !== 'pass' || !ruleOf(rule).scopes.includes(level)),
    /** Of a subject besides its name and verdict: its code, and how that verdict stands to others. */
    factsOf: ({ code, scope, verdict, verdictWithoutVetoes: without }: Subject): readonly string[] => [
      ...(code === null ? [] : [plain(code)]),
      ...(scope === level ? [] : [words.doesNotDecide(scope)]),
      ...(without === verdict ? [] : [words.withoutVetoes(words.results[without])]),
    ],
    /** The table of an input, its encoding and its counts. */
    inputFacts: ({ table, encoding, records, skipped, leftOut }: InputFile): string =>
      [
        table === null ? words.severalTables : words.table(table),
        visible(encoding),
        words.recordsRead(records),
        ...(skipped > 0 ? [words.skipped(skipped)] : []),
        ...(leftOut > 0 ? [words.leftOut(leftOut)] : []),
      ].join(words.comma),
    shown,
    placeText,
    messageOf: (diagnostic: Diagnostic): string => visible(messageOf(plainDiagnostic(diagnostic), language)),
    /** What was found at the place of a diagnostic; null where there is nothing. */
    foundOf: ({ text }: Diagnostic): string | null => (text === null || text === '' ? null : words.found(plain(text))),
  };
};

export type Teller = ReturnType<typeof tellerOf>;
