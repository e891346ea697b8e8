import type { OpenAssessment } from '../assess.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Result } from '../model/assessment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Indicator, Outcome, Ruleset } from '../model/ruleset.ts';
import type { DrawnUnit, Named } from '../model/sample.ts';
import { askedStreets } from '../records/asked-streets.ts';
import { foldWidth, nameFolder } from '../records/fold-name.ts';
import type { Records } from '../records/read-records.ts';
import { type FoundRecord, recordFinder } from '../records/witnesses.ts';
import type { TakenUnit } from '../sample/register-units.ts';
import { communityLabel, communityOf, type Parents, streetKey, streetLabel, unitKey } from '../sample/unit-keys.ts';
import type { DrawRequest } from './draw-sample.ts';

/** A unit that can be drawn; what is only asked of drawn ones is looked up then. */
export interface Unit {
  readonly key: string;
  readonly labels: { readonly street: string; readonly community: string };
  readonly outcomes: readonly Outcome[];
  street(): Named;
  community(): Named;
  drawn(stratum: number, rules: readonly string[]): DrawnUnit;
}

const NOBODY: Named = { code: null, name: null };

/** The streets of a submission, and its records by their row. */
export interface Register {
  readonly streets: Records['streets'];
  find(row: number): FoundRecord;
}

export const registerOf = ({ streets, index }: Records, ruleset: Ruleset): Register => ({
  streets,
  find: recordFinder(index, ruleset),
});

/** How units of a submission are told apart. */
export const parentsOf = ({ streets, find }: Register, ruleset: Ruleset): Parents => ({
  street: (index) => {
    const { code, name } = streets[index]!;
    return { code, name };
  },
  community: (row) => {
    const { code, name } = find(row);
    return { code, name };
  },
  fold: nameFolder(ruleset.aliases),
  foldUnit: foldWidth,
});

const outcomesBy = (rules: readonly string[], outcomes: readonly Outcome[]): DrawnUnit['outcomes'] =>
  Object.fromEntries(rules.map((rule, at) => [rule, outcomes[at]!]));

const unitsOfStreets = (
  taken: readonly TakenUnit[],
  register: Register,
  parents: Parents,
  table: 'communities' | 'compounds',
  isAsked: (street: Named) => boolean,
): Unit[] =>
  taken
    .filter(({ street }) => isAsked(register.streets[street]!))
    .map((unit): Unit => {
      const street = () => parents.street(unit.street);
      const community = () => communityOf(unit, parents);
      return {
        key: unitKey(unit, table, parents),
        labels: {
          street: streetLabel(street(), parents),
          community: table === 'compounds' ? communityLabel(unit, parents) : '',
        },
        outcomes: unit.outcomes,
        street,
        community: () => community() ?? NOBODY,
        drawn: (stratum, rules) => {
          const { code, name, values, cell } = register.find(unit.row);
          return {
            ...{ stratum, code, name, key: unitKey(unit, table, parents) },
            street: street(),
            community: table === 'compounds' ? community() : null,
            place: cell('code').place,
            values: values(),
            outcomes: outcomesBy(rules, unit.outcomes),
          };
        },
      };
    });

/** The streets themselves, with their verdicts: only those already named, if asked. */
const streetUnits = (
  assessment: OpenAssessment,
  indicators: readonly Indicator[],
  isNamed: (street: Named, verdict: Result) => boolean,
  parents: Parents,
): Unit[] => {
  const units: Unit[] = [];
  for (const { subject, cell } of assessment.states()) {
    const { code, name, verdict } = subject;
    if (!isNamed({ code, name }, verdict)) continue;
    const key = streetKey({ code, name }, parents.fold);
    const outcomes = indicators.map(({ condition }) => condition.outcome({ verdict }));
    units.push({
      key,
      labels: { street: key, community: '' },
      outcomes,
      street: () => ({ code, name }),
      community: () => NOBODY,
      drawn: (stratum, rules) => ({
        ...{ stratum, code, name, key, street: null, community: null },
        place: cell('name').place,
        values: { verdict },
        outcomes: outcomesBy(rules, outcomes),
      }),
    });
  }
  return units;
};

/** All units that can be drawn, or what is wrong with the list of named streets. */
export const populationOf = (
  assessment: OpenAssessment,
  ruleset: Ruleset,
  register: Register,
  taken: readonly TakenUnit[],
  indicators: readonly Indicator[],
  { of: table, street: asked = [], named }: DrawRequest,
): { readonly units: readonly Unit[] } | { readonly diagnostics: readonly Diagnostic[] } => {
  const parents = parentsOf(register, ruleset);
  if (table !== 'streets') {
    const { isShown } = askedStreets(asked, register.streets, ruleset);
    return { units: unitsOfStreets(taken, register, parents, table, isShown) };
  }
  const listed = Array.isArray(named) ? (named as readonly string[]) : [];
  const { isShown, unmatched } = askedStreets(listed, register.streets, ruleset);
  if (unmatched.length > 0) return { diagnostics: [diagnose('sample.not-a-street', { streets: unmatched })] };
  const isNamed = (street: Named, verdict: Result) => (named === 'passing' ? verdict === 'pass' : isShown(street));
  return { units: streetUnits(assessment, indicators, isNamed, parents) };
};
