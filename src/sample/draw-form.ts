import type { Form, FormColumn } from '../form/form.ts';
import { formColumns } from '../form/form-columns.ts';
import { isJudgedTable, outerLevels } from '../model/levels.ts';
import type { Field, Ruleset } from '../model/ruleset.ts';
import type { Language } from '../model/text.ts';
import { valueLabel } from '../plan/report/value-label.ts';
import type { Draw, DrawnUnit } from './sample.ts';
import { CHECK_RESULTS, FORM_COLUMNS, REGISTER_SAYS } from './sample-form.ts';

interface Column extends FormColumn {
  readonly text: (unit: DrawnUnit, at: number) => string;
}

/** What a key column of a form holds; nothing for what subjects lie in. */
const keyOf = (
  { role, parent }: Field,
  ruleset: Ruleset,
): ((unit: DrawnUnit) => string | null | undefined) | undefined => {
  if (role === 'code' || role === 'name') return (unit) => unit[role];
  if (parent === undefined || outerLevels(ruleset).some(({ id }) => id === parent)) return undefined;
  const named = (unit: DrawnUnit) => unit.within.find(({ level }) => level === parent);
  return role === 'parent-code' ? (unit) => named(unit)?.code : (unit) => named(unit)?.name;
};

/** What a check looks at: what the rules of the draw read, of a subject its special assessments. */
const checkedFields = ({ rules, register }: Draw, ruleset: Ruleset): ReadonlySet<string> =>
  new Set(
    isJudgedTable(ruleset, register.table)
      ? ruleset.rules.flatMap((rule) => (rule.kind === 'veto' ? [rule.field] : []))
      : ruleset.indicators.filter(({ id }) => rules.includes(id)).flatMap(({ condition }) => condition.fields),
  );

const own = (
  name: keyof typeof FORM_COLUMNS,
  language: Language,
  text: Column['text'] = () => '',
  labels: readonly string[] = [],
): Column => {
  const { heading, note } = FORM_COLUMNS[name];
  return {
    heading: heading[language],
    field: null,
    kind: labels.length > 0 ? 'choice' : 'text',
    labels,
    note: note[language],
    text,
  };
};

/** Unit by unit: which it is, what the register says, and a blank for what is found. */
const columnsOf = (draw: Draw, year: number | null, ruleset: Ruleset, language: Language): readonly Column[] => {
  const { table } = draw.register;
  const { fields } = ruleset.records[table]!;
  const all = formColumns(ruleset, table, language);
  const read = checkedFields(draw, ruleset);
  const says = (heading: string, text: Column['text']): Column => ({
    heading: REGISTER_SAYS.heading[language] + heading,
    ...{ field: null, kind: 'text', labels: [], note: REGISTER_SAYS.note[language], text },
  });
  const keys = all.flatMap((column): Column[] => {
    const { field } = column;
    if (column.kind === 'year') return [{ ...column, text: () => (year === null ? '' : String(year)) }];
    const schema = fields.find(({ name }) => name === field);
    const key = schema && keyOf(schema, ruleset);
    return key === undefined ? [] : [{ ...column, text: (unit) => key(unit) ?? '' }];
  });
  const checked = all.filter(({ field }) => field !== null && read.has(field));
  const blanks = checked.map((column): Column => ({ ...column, text: () => '' }));
  const { pass, fail } = CHECK_RESULTS;
  const known = isJudgedTable(ruleset, table)
    ? [
        says(FORM_COLUMNS.result.heading[language], ({ values: { verdict } }) =>
          verdict === 'pass' || verdict === 'fail' ? CHECK_RESULTS[verdict][language] : '',
        ),
        own('result', language, undefined, [pass[language], fail[language]]),
      ]
    : checked.map(({ heading, field }) =>
        says(heading, ({ values }) => {
          const value = values[field!];
          return value === undefined ? '' : valueLabel(ruleset, table, field!, value, language);
        }),
      );
  return [
    own('number', language, (_, at) => String(at + 1)),
    own('draw', language, () => draw.id),
    ...keys,
    ...known,
    ...blanks,
    own('checkedOn', language),
    own('checkedBy', language),
    own('note', language),
  ];
};

/** A form to fill: the units in the order of the draw. */
export const drawForm = (draw: Draw, year: number | null, ruleset: Ruleset, language: Language): Form => {
  const columns = columnsOf(draw, year, ruleset, language);
  return {
    title: REGISTER_SAYS.title[language],
    above: [],
    columns,
    rows: draw.units.map((unit, at) => columns.map(({ text }) => text(unit, at))),
  };
};
