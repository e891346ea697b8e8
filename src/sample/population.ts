import type { AssessRequest, OpenAssessment } from '../assess.ts';
import { diagnose } from '../diagnostics/diagnostics.ts';
import type { Result } from '../model/assessment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { levelOf } from '../model/levels.ts';
import type { Place } from '../model/place.ts';
import type { Indicator, Outcome, Ruleset, TableName } from '../model/ruleset.ts';
import { askedSubjects } from '../register/asked-subjects.ts';
import { nameFolder } from '../register/fold-name.ts';
import type { Register } from '../register/register.ts';
import { recordFinder } from '../register/witnesses.ts';
import type { TakenUnit } from './register-units.ts';
import type { DrawnUnit, Named, SizeRule } from './sample.ts';
import { communityLabel, communityOf, type Parents, streetLabel, unitKey } from './unit-keys.ts';

export interface DrawRequest extends Omit<AssessRequest, 'command' | 'witnesses'> {
  /** Public: whoever knows it draws the same units again. One line, not blank. */
  readonly seed: string;
  readonly of: TableName;
  /** Only this rule's condition; default all share rules over the table. */
  readonly rule?: string;
  readonly stratum?: 'street' | 'community';
  readonly size: SizeRule;
  /** Of streets: only those that pass, or those of these names and codes. */
  readonly named?: 'passing' | readonly string[];
}

/** A unit that can be drawn. There may be millions: what is only asked of drawn ones is looked up then. */
export interface Unit {
  readonly key: string;
  readonly outcomes: readonly Outcome[];
}

type Stratifier = 'street' | 'community';

/** All units that can be drawn, and what can be asked of each. */
export interface Population<U extends Unit = Unit> {
  readonly units: readonly U[];
  /** What keeps strata apart. */
  label(unit: U, stratum: Stratifier): string;
  parent(unit: U, stratum: Stratifier): Named;
  drawn(unit: U, stratum: number, rules: readonly string[]): DrawnUnit;
}

interface ListedUnit extends Unit {
  readonly taken: TakenUnit;
}

interface StreetUnit extends Unit, Named {
  readonly verdict: Result;
  readonly place: Place | null;
}

const NOBODY: Named = { code: null, name: null };

/** How units of a submission are told apart. */
export const parentsOf = (register: Register, ruleset: Ruleset): Parents => ({
  street: (index) => {
    const { code, name } = register.subjects[index]!;
    return { code, name };
  },
  community: (unit) => register.within(unit, 'community'),
  fold: (level, name) => nameFolder(ruleset, levelOf(ruleset, level))(name),
});

const outcomesBy = (rules: readonly string[], outcomes: readonly Outcome[]): DrawnUnit['outcomes'] =>
  Object.fromEntries(rules.map((rule, at) => [rule, outcomes[at]!]));

const unitsOfStreets = (
  taken: readonly TakenUnit[],
  register: Register,
  parents: Parents,
  table: TableName,
  isAsked: (street: Named) => boolean,
): Population<ListedUnit> => {
  const asked = register.subjects.map(isAsked);
  const find = recordFinder(register.index, register.ruleset);
  const street = ({ taken: unit }: ListedUnit) => parents.street(unit.street);
  const community = ({ taken: unit }: ListedUnit) => communityOf(unit, parents);
  return {
    units: taken.flatMap((unit) =>
      asked[unit.street] ? { key: unitKey(unit, table, parents), outcomes: unit.outcomes, taken: unit } : [],
    ),
    label: (unit, stratum) =>
      stratum === 'street' ? streetLabel(street(unit), parents) : communityLabel(unit.taken, parents),
    parent: (unit, stratum) => (stratum === 'street' ? street(unit) : (community(unit) ?? NOBODY)),
    drawn: (unit, stratum, rules) => {
      const { code, name, values, cell } = find(unit.taken.row);
      return {
        ...{ stratum, code, name, key: unit.key },
        street: street(unit),
        community: table === 'compounds' ? community(unit) : null,
        place: cell('code').place,
        values: values(),
        outcomes: outcomesBy(rules, unit.outcomes),
      };
    },
  };
};

/** The streets themselves, with their verdicts: only those already named, if asked. */
const streetUnits = (
  assessment: OpenAssessment,
  indicators: readonly Indicator[],
  isNamed: (street: Named, verdict: Result) => boolean,
  parents: Parents,
): Population<StreetUnit> => {
  const units: StreetUnit[] = [];
  for (const { subject, cell } of assessment.states()) {
    const { code, name, verdict } = subject;
    if (!isNamed({ code, name }, verdict)) continue;
    const outcomes = indicators.map(({ condition }) => condition.outcome({ verdict }));
    units.push({
      key: streetLabel({ code, name }, parents),
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
      ...{ stratum, code, name, key, street: null, community: null, place },
      values: { verdict },
      outcomes: outcomesBy(rules, outcomes),
    }),
  };
};

/** All units that can be drawn, or what is wrong with the list of named streets. */
export const populationOf = (
  assessment: OpenAssessment,
  ruleset: Ruleset,
  register: Register,
  taken: readonly TakenUnit[],
  indicators: readonly Indicator[],
  { of: table, street: asked = [], named }: DrawRequest,
): Population | { readonly diagnostics: readonly Diagnostic[] } => {
  const parents = parentsOf(register, ruleset);
  if (table !== 'streets') {
    const { isShown } = askedSubjects(asked, register.subjects, ruleset);
    return unitsOfStreets(taken, register, parents, table, isShown);
  }
  const listed = Array.isArray(named) ? (named as readonly string[]) : [];
  const { isShown, unmatched } = askedSubjects(listed, register.subjects, ruleset);
  if (unmatched.length > 0) return { diagnostics: [diagnose('sample.not-a-street', { streets: unmatched })] };
  const isNamed = (street: Named, verdict: Result) => (named === 'passing' ? verdict === 'pass' : isShown(street));
  return streetUnits(assessment, indicators, isNamed, parents);
};
