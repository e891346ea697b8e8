import { _, type Code } from 'ajv/dist/2020.js';
import type { Keyword } from './keyword.ts';

/** What must hold between the two sums. */
const OPERATORS = { atMost: _`<=`, below: _`<`, atLeast: _`>=`, above: _`>` } as const;
export const BOUNDS = Object.keys(OPERATORS) as (keyof typeof OPERATORS)[];

const fields = { type: 'array', minItems: 1, items: { $ref: '#/$defs/field-name' } };

/** A sum of fields against a sum of fields. A record that lacks one of them passes, as it does with `properties`. */
export const compare: Keyword = {
  keyword: 'compare',
  schema: {
    description: 'A sum of fields against a sum of fields. 合计数比较',
    type: 'object',
    additionalProperties: false,
    required: ['sum'],
    minProperties: 2,
    maxProperties: 2,
    properties: { sum: fields, ...Object.fromEntries(BOUNDS.map((bound) => [bound, fields])) },
  },
  judge: {
    type: 'object',
    code(cxt) {
      const bound = BOUNDS.find((name) => cxt.schema[name] !== undefined) ?? 'atMost';
      const left: readonly string[] = cxt.schema.sum;
      const right: readonly string[] = cxt.schema[bound];
      const single = left.length === 1 && right.length === 1;
      const cell = (name: string): Code => _`${cxt.data}[${name}]`;
      // Numbers above 2⁵³ do not add exactly; where nothing is added they compare exactly.
      const sum = (names: readonly string[]): Code =>
        names.map((name) => (single ? cell(name) : _`BigInt(${cell(name)})`)).reduce((a, b) => _`${a} + ${b}`);
      const missing = [...left, ...right]
        .map((name) => _`${cell(name)} === undefined`)
        .reduce((a, b) => _`${a} || ${b}`);
      cxt.fail(_`!(${missing} || ${sum(left)} ${OPERATORS[bound]} ${sum(right)})`);
    },
  },
};
