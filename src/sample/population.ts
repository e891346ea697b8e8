import { type AssessRequest, type OpenSubmission, statesOf } from '../assess.ts';
import { diagnose } from '../diagnostics/diagnostics.ts';
import type { Result } from '../model/assessment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { judgedLevel, unitsOf } from '../model/levels.ts';
import type { Place } from '../model/place.ts';
import type { Indicator, Level, Outcome, Ruleset, TableName } from '../model/ruleset.ts';
import { askedSubjects } from '../register/asked-subjects.ts';
import type { Register } from '../register/register.ts';
import { recordFinder } from '../register/witnesses.ts';
import type { TakenUnit } from './register-units.ts';
import type { DrawnUnit, Named, SizeRule } from './sample.ts';
import { type UnitNames, unitNames } from './unit-keys.ts';

export interface DrawRequest extends Omit<AssessRequest, 'command' | 'witnesses'> {
  /** Public: whoever knows it draws the same units again. One line, not blank. */
  readonly seed: string;
  readonly of: TableName;
  /** Only this rule's condition; default all share rules over the table. */
  readonly rule?: string;
  /** A level that holds the units. */
  readonly stratum?: string;
  readonly size: SizeRule;
  /** Of subjects: only those that pass, or those of these names and codes. */
  readonly named?: 'passing' | readonly string[];
}

/** A unit that can be drawn. There may be millions: what is only asked of drawn ones is looked up then. */
export interface Unit {
  readonly key: string;
  readonly outcomes: readonly Outcome[];
}

/** All units that can be drawn, and what can be asked of each. */
export interface Population<U extends Unit = Unit> {
  readonly units: readonly U[];
  /** What keeps strata apart. */
  label(unit: U, stratum: Level): string;
  parent(unit: U, stratum: Level): Named;
  drawn(unit: U, stratum: number, rules: readonly string[]): DrawnUnit;
}

interface ListedUnit extends Unit {
  readonly taken: TakenUnit;
}

interface SubjectUnit extends Unit, Named {
  readonly verdict: Result;
  readonly place: Place | null;
}

const NOBODY: Named = { code: null, name: null };

const outcomesBy = (rules: readonly string[], outcomes: readonly Outcome[]): DrawnUnit['outcomes'] =>
  Object.fromEntries(rules.map((rule, at) => [rule, outcomes[at]!]));

const unitsOfSubjects = (
  taken: readonly TakenUnit[],
  register: Register,
  names: UnitNames,
  isAsked: (subject: Named) => boolean,
): Population<ListedUnit> => {
  const asked = register.subjects.map(isAsked);
  const find = recordFinder(register.index, register.ruleset);
  return {
    units: taken.flatMap((unit) =>
      asked[unit.subject] ? { key: names.key(unit), outcomes: unit.outcomes, taken: unit } : [],
    ),
    label: (unit, stratum) => names.stratum(unit.taken, stratum),
    parent: (unit, stratum) => names.holder(unit.taken, stratum) ?? NOBODY,
    drawn: (unit, stratum, rules) => {
      const { code, name, values, cell } = find(unit.taken.row);
      return {
        ...{ stratum, code, name, key: unit.key },
        within: names.holders.flatMap((level) => {
          const named = names.holder(unit.taken, level);
          return named === null ? [] : { level: level.id, ...named };
        }),
        place: cell('code').place,
        values: values(),
        outcomes: outcomesBy(rules, unit.outcomes),
      };
    },
  };
};

/** The subjects themselves, with their verdicts: only those already named, if asked. */
const subjectUnits = (
  submission: OpenSubmission,
  indicators: readonly Indicator[],
  isNamed: (subject: Named, verdict: Result) => boolean,
  names: UnitNames,
): Population<SubjectUnit> => {
  const units: SubjectUnit[] = [];
  for (const { subject, cell } of statesOf(submission)) {
    const { code, name, verdict } = subject;
    if (!isNamed({ code, name }, verdict)) continue;
    const outcomes = indicators.map(({ condition }) => condition.outcome({ verdict }));
    units.push({
      key: names.subjectKey({ code, name }),
      outcomes,
      code,
      name,
      verdict,
      place: cell('name').place,
    });
  }
  return {
    units,
    label: ({ key }) => key,
    parent: ({ code, name }) => ({ code, name }),
    drawn: ({ code, name, key, place, verdict, outcomes }, stratum, rules) => ({
      ...{ stratum, code, name, key, within: [], place },
      values: { verdict },
      outcomes: outcomesBy(rules, outcomes),
    }),
  };
};

/** All units that can be drawn, or what is wrong with the list of named subjects. */
export const populationOf = (
  submission: OpenSubmission,
  ruleset: Ruleset,
  register: Register,
  taken: readonly TakenUnit[],
  indicators: readonly Indicator[],
  { of: table, subjects: asked = [], named }: DrawRequest,
): Population | { readonly diagnostics: readonly Diagnostic[] } => {
  const names = unitNames(register, table, ruleset);
  if (!names.level.judged) {
    const { isShown } = askedSubjects(asked, register.subjects, ruleset);
    return unitsOfSubjects(taken, register, names, isShown);
  }
  const listed = Array.isArray(named) ? (named as readonly string[]) : [];
  const { isShown, unmatched } = askedSubjects(listed, register.subjects, ruleset);
  if (unmatched.length > 0)
    return {
      diagnostics: [diagnose('sample.not-a-subject', { names: unmatched, subjects: unitsOf(judgedLevel(ruleset)) })],
    };
  const isNamed = (subject: Named, verdict: Result) => (named === 'passing' ? verdict === 'pass' : isShown(subject));
  return subjectUnits(submission, indicators, isNamed, names);
};
