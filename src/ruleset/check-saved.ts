import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import reportSchema from '../../rules/schema/report.schema.json?raw';
import sampleSchema from '../../rules/schema/sample.schema.json?raw';
import { hasForeignKey, lacksKey, mustBe } from '../diagnostics/entries/reports.ts';
import type { Text } from '../model/text.ts';
import type { JsonSchema } from './documents.ts';

/** The first thing wrong with a report, and where. */
interface ReportFault {
  readonly pointer: string;
  readonly problem: Text;
}

type CheckSaved = (data: unknown) => ReportFault | null;

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

const OPTIONS = { strict: true, strictRequired: false, allowUnionTypes: true, verbose: true } as const;

/** The schema is compiled when it is first asked. */
const checkOf = (read: () => JsonSchema): CheckSaved => {
  let validate: ValidateFunction | undefined;
  return (data) => {
    validate ??= new Ajv2020(OPTIONS).compile(read());
    return faultOf(validate, data);
  };
};

/** Holds a saved report against the published schema. */
export const checkReport = checkOf(() => JSON.parse(reportSchema));

/** Holds a saved draw against the published schema. */
export const checkDraw = checkOf(() => ({ $ref: '#/$defs/draw', $defs: JSON.parse(sampleSchema).$defs }));
