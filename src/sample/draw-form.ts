import { type Form, type FormColumn, formColumns, markOf, unmerged } from '../form/form.ts';
import { foldHeading } from '../model/fold.ts';
import { isJudgedTable, levelOfTable, outerLevels, parentFields, tableOf } from '../model/levels.ts';
import type { Field, Ruleset, TableName } from '../model/ruleset.ts';
import type { Language, Text } from '../model/text.ts';
import { namedLevels } from '../register/columns.ts';
import { valueLabel } from '../report/names.ts';
import type { Draw, DrawnUnit } from './sample.ts';

/**
 * The columns of a form besides those of the record schema, and what goes in: what is written is found again in either
 * language.
 */
export const FORM_COLUMNS = {
  number: {
    heading: { zh: '序号', en: 'no.' },
    note: { zh: '抽中的先后次序。', en: 'The order of the draw.' },
  },
  draw: {
    heading: { zh: '抽样编号', en: 'draw' },
    note: {
      zh: '这次抽取的编号，不要改动；判断时据此核对。',
      en: 'The number of this draw. Leave it as it is: the form is known by it.',
    },
  },
  result: {
    heading: { zh: '复查评定', en: 'result of the check' },
    note: { zh: '填“达标”或“不达标”；尚未复查的留空。', en: 'pass or fail; blank if it was not checked.' },
  },
  checkedOn: {
    heading: { zh: '核查日期', en: 'checked on' },
    note: { zh: '核查的日期，供存档。', en: 'The day of the check, for the file.' },
  },
  checkedBy: {
    heading: { zh: '核查人', en: 'checked by' },
    note: { zh: '核查人姓名，供存档。', en: 'Who checked, for the file.' },
  },
  note: {
    heading: { zh: '备注', en: 'note' },
    note: { zh: '其他要说明的，供存档。', en: 'Anything else, for the file.' },
  },
} as const satisfies Readonly<Record<string, { readonly heading: Text; readonly note: Text }>>;

/** In front of the heading of a field: what the register says, beside the blank for what is found. */
export const REGISTER_SAYS = {
  heading: { zh: '台账：', en: 'register: ' },
  note: { zh: '台账所报，供对照；实际情况填在右边。', en: 'What the register says; what is found goes to the right.' },
  title: { zh: '抽查核查表', en: 'Spot check' },
} as const satisfies Readonly<Record<string, Text>>;

/** What a check of a subject ends in: the canonical values and how each is written. */
export const CHECK_RESULTS = {
  pass: { zh: '达标', en: 'pass' },
  fail: { zh: '不达标', en: 'fail' },
} as const satisfies Readonly<Record<string, Text>>;

/** A column and what is written into it for a unit, the how-manieth of the draw. */
interface Column extends FormColumn {
  text(unit: DrawnUnit, at: number): string;
}

const blank = (): string => '';

/** A column that holds no field of the record schema. */
const own = (heading: string, note: string, text: Column['text'] = blank, labels: readonly string[] = []): Column => {
  const kind = labels.length > 0 ? 'choice' : 'text';
  return { heading, field: null, kind, labels, note, text };
};

/** What a key column of a form holds; nothing for what subjects lie in. */
const keyOf = (
  { role, parent }: Pick<Field, 'role' | 'parent'>,
  ruleset: Ruleset,
): ((unit: DrawnUnit) => string | null | undefined) | undefined => {
  if (role === 'code' || role === 'name') return (unit) => unit[role];
  if (parent === undefined || outerLevels(ruleset).some(({ id }) => id === parent)) return undefined;
  const of = role === 'parent-code' ? 'code' : 'name';
  return ({ within }) => within.find(({ level }) => level === parent)?.[of];
};

/** What a check looks at: what the rules of the draw read, of a subject its special assessments. */
const checkedFields = ({ rules, register }: Draw, ruleset: Ruleset): readonly string[] =>
  isJudgedTable(ruleset, register.table)
    ? ruleset.rules.flatMap((rule) => (rule.kind === 'veto' ? [rule.field] : []))
    : ruleset.indicators.filter(({ id }) => rules.includes(id)).flatMap(({ condition }) => condition.fields);

/** Unit by unit: which it is, what the register says, and a blank for what is found. */
const columnsOf = (draw: Draw, year: number | null, ruleset: Ruleset, language: Language): readonly Column[] => {
  const { table } = draw.register;
  const { fields } = ruleset.records[table]!;
  const all = formColumns(ruleset, table, language);
  const read = checkedFields(draw, ruleset);
  const checked = all.filter(({ field }) => field !== null && read.includes(field));
  const formColumn = (name: keyof typeof FORM_COLUMNS, text?: Column['text'], labels?: readonly string[]): Column =>
    own(FORM_COLUMNS[name].heading[language], FORM_COLUMNS[name].note[language], text, labels);
  const says = (heading: string, text: Column['text']): Column =>
    own(REGISTER_SAYS.heading[language] + heading, REGISTER_SAYS.note[language], text);
  const keys = all.flatMap((column): Column[] => {
    if (column.kind === 'year') return [{ ...column, text: () => (year === null ? '' : String(year)) }];
    const key = keyOf(fields.find(({ name }) => name === column.field)!, ruleset);
    return key === undefined ? [] : [{ ...column, text: (unit) => key(unit) ?? '' }];
  });
  const { pass, fail } = CHECK_RESULTS;
  const known = isJudgedTable(ruleset, table)
    ? [
        says(FORM_COLUMNS.result.heading[language], ({ values: { verdict } }) =>
          verdict === 'pass' || verdict === 'fail' ? CHECK_RESULTS[verdict][language] : '',
        ),
        formColumn('result', blank, [pass[language], fail[language]]),
      ]
    : checked.map(({ heading, field }) =>
        says(heading, ({ values }) => {
          const value = values[field!];
          return value === undefined ? '' : valueLabel(ruleset, table, field!, value, language);
        }),
      );
  return [
    formColumn('number', (_, at) => String(at + 1)),
    formColumn('draw', () => draw.id),
    ...keys,
    ...known,
    ...checked.map((column): Column => ({ ...column, text: blank })),
    formColumn('checkedOn'),
    formColumn('checkedBy'),
    formColumn('note'),
  ];
};

/**
 * The ruleset of forms: their records name all that a unit lies in, also what those of the ruleset leave to follow from
 * the unit around it, which no form holds. The headings are those of the levels' own records. There is always a mark for
 * what a unit does not lie in.
 */
export const formRuleset = (ruleset: Ruleset, table: TableName): Ruleset => {
  const schema = ruleset.records[table]!;
  const level = levelOfTable(ruleset, table);
  const known = new Set(schema.fields.flatMap(({ headings }) => headings.map(foldHeading)));
  const all = Object.values(ruleset.records);
  const holders = level.judged ? [] : namedLevels(ruleset, level).toReversed();
  const lacking = holders.flatMap((holder) =>
    (['name', 'code'] as const).flatMap((half): Field[] => {
      const [name, role] = [parentFields(holder)[half], `parent-${half}`] as const;
      if (schema.fields.some((field) => field.name === name)) return [];
      const own = ruleset.records[tableOf(holder)]?.fields.find((field) => field.role === half);
      const field = own ?? all.flatMap(({ fields }) => fields).find((each) => each.name === name);
      const headings = [...(field?.headings.slice(1) ?? []), name].filter((each) => !known.has(foldHeading(each)));
      return field === undefined || headings.length === 0
        ? []
        : [{ ...field, name, role, parent: holder.id, headings }];
    }),
  );
  const at = schema.fields.findLastIndex(({ parent }) => parent !== undefined) + 1;
  const fields = schema.fields.toSpliced(at, 0, ...lacking);
  const unknowns = markOf(ruleset) === '' ? [...ruleset.unknowns, '—'] : ruleset.unknowns;
  return { ...ruleset, unknowns, records: { ...ruleset.records, [table]: { ...schema, fields } } };
};

/** A form to fill: the units in the order of the draw. */
export const drawForm = (draw: Draw, year: number | null, of: Ruleset, language: Language): Form => {
  const { table } = draw.register;
  const ruleset = formRuleset(of, table);
  const columns = columnsOf(draw, year, ruleset, language);
  const rows = draw.units.map((unit, at) => columns.map(({ text }) => text(unit, at)));
  return { title: REGISTER_SAYS.title[language], columns, rows: [...unmerged(columns, rows, ruleset, table)] };
};
