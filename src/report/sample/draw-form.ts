import type { Field, Ruleset, TableName } from '../../model/ruleset.ts';
import type { Draw, Drawn, DrawnUnit } from '../../model/sample.ts';
import { FORM_HEADINGS, REGISTER_SAYS } from '../../model/sample-form.ts';
import { type CsvCell, csvRow } from '../csv/csv-row.ts';
import type { ReportContext } from '../reporter.ts';
import { sampleContext, VERDICT } from './sample-context.ts';

/** By which spreadsheets tell UTF-8. */
const BOM = '\ufeff';

interface Column {
  readonly heading: string;
  readonly cell: (unit: DrawnUnit, at: number) => CsvCell;
}

const fieldsOf = ({ records }: Ruleset, table: TableName, names: ReadonlySet<string>): readonly Field[] =>
  records[table].fields.filter(({ name }) => names.has(name));

/** What a check looks at: what the rules read, of a street its special assessments. */
const checkedFields = (draw: Draw, ruleset: Ruleset): readonly Field[] => {
  const { rules, register } = draw;
  const read =
    register.table === 'streets'
      ? ruleset.rules.flatMap((rule) => (rule.kind === 'veto' ? [rule.field] : []))
      : ruleset.indicators.filter(({ id }) => rules.includes(id)).flatMap(({ condition }) => condition.fields);
  return fieldsOf(ruleset, register.table, new Set(read));
};

const KEYS: Readonly<Record<string, (unit: DrawnUnit) => CsvCell>> = {
  streetCode: ({ street }) => street?.code ?? null,
  street: ({ street }) => street?.name ?? null,
  communityCode: ({ community }) => community?.code ?? null,
  community: ({ community }) => community?.name ?? null,
  code: ({ code }) => code,
  name: ({ name }) => name,
};

const columnsOf = (draw: Draw, ruleset: Ruleset, year: number | null, report: ReportContext): Column[] => {
  const { table } = draw.register;
  const { language } = report;
  const { headingOf, textOf } = sampleContext(ruleset, table, report);
  const own = (heading: keyof typeof FORM_HEADINGS, cell: Column['cell'] = () => null): Column => ({
    heading: FORM_HEADINGS[heading][language],
    cell,
  });
  // Headings are those of this table: 社区名称 is the name of a community in one, of the parent in another.
  const headings = new Map(ruleset.records[table].fields.map(({ name, headings }) => [name, headings]));
  const ownHeading = (name: string): string => {
    const known = headings.get(name) ?? [];
    return (language === 'zh' ? known.find((heading) => /\p{Script=Han}/u.test(heading)) : undefined) ?? name;
  };
  const keys = Object.entries(KEYS).filter(([name]) => headings.has(name));
  const says = (field: string): Column => ({
    heading: REGISTER_SAYS[language] + headingOf(field),
    cell: ({ values }) => (values[field] === undefined ? null : textOf(field, values[field])),
  });
  const checked = checkedFields(draw, ruleset).map(({ name }) => name);
  const isStreet = table === 'streets';
  return [
    own('number', (_, at) => at + 1),
    own('draw', () => draw.id),
    { heading: ownHeading('year'), cell: () => year },
    ...keys.map(([name, cell]): Column => ({ heading: ownHeading(name), cell })),
    ...(isStreet ? [says(VERDICT)] : checked.map(says)),
    ...(isStreet ? [own('result')] : []),
    ...checked.map((field): Column => ({ heading: ownHeading(field), cell: () => null })),
    own('checkedOn'),
    own('checkedBy'),
    own('note'),
  ];
};

/** A form to fill: the units in the order of the draw, what the register says, and blanks for what is found. */
export function* drawForm(drawn: Drawn, draw: Draw, ruleset: Ruleset, report: ReportContext): Iterable<string> {
  const columns = columnsOf(draw, ruleset, drawn.year, report);
  yield BOM + csvRow(columns.map(({ heading }) => heading));
  for (const [at, unit] of draw.units.entries()) yield csvRow(columns.map(({ cell }) => cell(unit, at)));
}
