import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findingsOf, witnessesOf } from '../laws/findings.ts';
import { reportOn } from '../laws/report-of.ts';
import { SCHEMES } from './folders.ts';
import { schemeFiles } from './schemes.ts';

// WRITE_SAMPLES=1 writes the files anew.
if (process.env.WRITE_SAMPLES === '1')
  for (const [file, bytes] of Object.entries(schemeFiles)) writeFileSync(file, bytes);

test.each(Object.keys(schemeFiles))('%s holds what the tables beside it hold', (file) => {
  expect(readFileSync(file).equals(schemeFiles[file]!)).toBe(true);
});

describe.each(SCHEMES)('samples/%s', (name) => {
  const rules = `samples/${name}/rules`;
  const assessed = (...paths: readonly string[]) => reportOn({ paths, rules });

  test.each(['xlsx', 'yaml'])('the same findings and witnesses from %s as from CSV', async (format) => {
    const [csv, other] = [await assessed(`samples/${name}/data`), await assessed(`samples/${name}/${name}.${format}`)];
    expect(findingsOf(other)).toEqual(findingsOf(csv));
    expect(witnessesOf(other)).toEqual(witnessesOf(csv));
    expect(findingsOf(csv).errors).toEqual([]);
  });
});
