import { readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { hasForeignKey, lacksKey, mustBe } from '../diagnostics/entries/reports.ts';
import type { Text } from '../model/text.ts';
import type { JsonSchema } from './plain-data.ts';
import { publishedSchema } from './ruleset-files.ts';

/** The first thing wrong with a part of a report; `pointer` within that part. */
interface ReportFault {
  readonly pointer: string;
  readonly problem: Text;
}

export type CheckReportPart = (data: unknown) => ReportFault | null;

const texts = (values: unknown): string =>
  (Array.isArray(values) ? values.map((each) => JSON.stringify(each)) : []).join(' | ');

const problemOf = ({ keyword, params, parentSchema = {} }: ErrorObject): Text => {
  switch (keyword) {
    case 'required':
      return lacksKey(params.missingProperty);
    case 'additionalProperties':
      return hasForeignKey(params.additionalProperty);
    case 'const':
      return mustBe(JSON.stringify(params.allowedValue));
    case 'enum':
      return mustBe(texts(params.allowedValues));
    case 'type':
      return mustBe([params.type].flat().join(' | '));
    case 'pattern':
      return mustBe(`/${params.pattern}/`);
    default:
      return mustBe(`${keyword} ${JSON.stringify((parentSchema as JsonSchema)[keyword])}`);
  }
};

/** Of the branches of an alternative the one that came farthest says most. */
const deepest = (errors: readonly ErrorObject[]): ErrorObject | undefined =>
  errors
    .filter(({ keyword }) => keyword !== 'if' && keyword !== 'anyOf')
    .reduce<ErrorObject | undefined>(
      (best, error) => (best === undefined || error.instancePath.length > best.instancePath.length ? error : best),
      undefined,
    );

const faultOf = (validate: ValidateFunction, data: unknown): ReportFault | null => {
  if (validate(data)) return null;
  const error = deepest(validate.errors ?? []);
  if (error === undefined) throw new Error('ajv found nothing wrong with what it refused');
  return { pointer: error.instancePath, problem: problemOf(error) };
};

/** Checks against a published schema, or parts of it, that say the first thing wrong. */
const published = (name: string) => {
  const schema: JsonSchema = JSON.parse(readFileSync(publishedSchema(name), 'utf8'));
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, verbose: true });
  const check = (of: JsonSchema): CheckReportPart => {
    const validate = ajv.compile(of);
    return (data) => faultOf(validate, data);
  };
  return { whole: () => check(schema), part: (of: string) => check({ $ref: `#/$defs/${of}`, $defs: schema.$defs }) };
};

/** Holds a report, or a part of one, against the published schema. */
export const compileReportChecks = (): Readonly<Record<'whole' | 'subject' | 'diagnostic', CheckReportPart>> => {
  const { whole, part } = published('report');
  return { whole: whole(), subject: part('subject'), diagnostic: part('diagnostic') };
};

/** Holds a saved draw against the published schema. */
export const compileDrawCheck = (): CheckReportPart => published('sample').part('draw');
