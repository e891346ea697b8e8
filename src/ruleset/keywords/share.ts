import { _ } from 'ajv/dist/2020.js';
import { toMicroPercent } from '../../model/share.ts';
import { toPercent } from '../to-percent.ts';
import type { Keyword } from './keyword.ts';

/**
 * `100·met ≥ T·of`, in integers as `reaches` has it. A number of up to six places survives JSON, so its shortest
 * text is the decimal that was written; longer ones are refused where the ruleset is read.
 */
export const share: Keyword = {
  keyword: 'share',
  schema: {
    description: 'met / of must reach this per cent; the figure itself is enough. 达标率要求(含本数)',
    type: 'object',
    additionalProperties: false,
    required: ['atLeast'],
    properties: { atLeast: { type: 'number', minimum: 0, maximum: 100 } },
  },
  judge: {
    type: 'object',
    code(cxt) {
      const { gen, data, schema } = cxt;
      const micro = toMicroPercent(toPercent(String(schema.atLeast)) ?? '').toString();
      const target = gen.scopeValue('obj', { key: `percent ${micro}`, ref: BigInt(micro), code: _`BigInt(${micro})` });
      const whole = gen.scopeValue('obj', { key: 'whole', ref: 100_000_000n, code: _`BigInt(${'100000000'})` });
      cxt.fail(_`${whole} * BigInt(${data}.met) < ${target} * BigInt(${data}.of)`);
    },
  },
};
