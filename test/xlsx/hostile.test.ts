import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assessed, told, withFolder } from '../intake/submission.ts';
import { bombs, damages, foreign } from './hostile-files.ts';

describe.each([
  ['a bomb', bombs],
  ['a damaged workbook', damages],
  ['another format', foreign],
])('%s is refused', (_, files) => {
  test.each(files)('$name', async ({ file = 'a.xlsx', bytes, told: expected }) => {
    await withFolder({ [file]: bytes() }, async (folder) => {
      const result = await assessed({ paths: [join(folder, file)], year: 2012 });
      expect(told(result)).toEqual([expected]);
      expect(result).toMatchObject({ refusal: 'data', verdict: null });
    });
  });
});
