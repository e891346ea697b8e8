import { Ajv2020 } from 'ajv/dist/2020.js';

type Figures = Readonly<Record<string, number>>;
type Compare = Readonly<Record<string, readonly string[]>>;

const HOLDS = {
  atMost: (left: bigint, right: bigint) => left <= right,
  below: (left: bigint, right: bigint) => left < right,
  atLeast: (left: bigint, right: bigint) => left >= right,
  above: (left: bigint, right: bigint) => left > right,
} as const;

/**
 * JSON Schema as anybody has it, and the two keywords that say more than it can, each the shortest way: all else of the
 * dialect is annotation.
 */
export const stockAjv = (formats: Readonly<Record<string, RegExp>> = {}): Ajv2020 => {
  const validateFormats = Object.keys(formats).length > 0;
  const ajv = new Ajv2020({ strict: false, validateFormats, validateSchema: false, formats });
  // ajv keeps `id` only to say that draft 4 is not supported.
  ajv.removeKeyword('id');
  ajv.addKeyword({
    keyword: 'compare',
    type: 'object',
    validate: (compare: Compare, record: Figures) => {
      const sum = (fields: readonly string[]) => fields.reduce((all, field) => all + BigInt(record[field]!), 0n);
      const [bound, against] = Object.entries(compare).find(([name]) => name !== 'sum')!;
      // What lacks a field is passed over, as by `properties`.
      const isThere = [...compare.sum!, ...against].every((field) => record[field] !== undefined);
      return !isThere || HOLDS[bound as keyof typeof HOLDS](sum(compare.sum!), sum(against));
    },
  });
  ajv.addKeyword({
    keyword: 'share',
    type: 'object',
    validate: ({ atLeast }: { readonly atLeast: number }, { met, of }: Figures) =>
      100_000_000n * BigInt(met!) >= BigInt(Math.round(atLeast * 1_000_000)) * BigInt(of!),
  });
  return ajv;
};
