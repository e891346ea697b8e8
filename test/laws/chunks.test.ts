import fc from 'fast-check';
import { expect, test } from 'vitest';
import { main } from '../../src/commands/main.ts';
import { fakeIo } from '../cli/fake-io.ts';
import { assertReport } from '../report/report-schema.ts';
import { submissions, toTables } from './submission.ts';
import { records } from './to-csv-files.ts';
import { dialects, writeCsv } from './write-csv.ts';
import { writeYaml, yamlDialects } from './write-yaml.ts';

async function* cut(bytes: Uint8Array, lengths: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, nth = 0; at < bytes.length; nth++) {
    const length = lengths[nth % lengths.length]!;
    yield bytes.subarray(at, at + length);
    at += length;
  }
}

const runOn = async (path: string, bytes: Uint8Array, lengths: readonly number[]) => {
  const { io, out, err } = fakeIo();
  const code = await main(['assess', path, '--format', 'json'], { ...io, stdin: cut(bytes, lengths) });
  assertReport(out());
  return { code, out: out(), err: err() };
};

const lengths = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 20 });

const TABLES = ['streets', 'communities', 'compounds'] as const;

test('a table on stdin in chunks of 1 to 7 bytes gives the report of the whole', async () => {
  await fc.assert(
    fc.asyncProperty(
      submissions,
      dialects,
      fc.constantFrom(...TABLES),
      lengths,
      async (submission, dialect, table, cuts) => {
        const bytes = writeCsv(toTables(submission)[table], records[table]!, dialect);
        const whole = await runOn('-', bytes, [bytes.length]);
        expect(whole.code).toBeLessThanOrEqual(2);
        expect(await runOn('-', bytes, cuts)).toEqual(whole);
        expect((await runOn(`${table}=-`, bytes, cuts)).code).toBe(whole.code);
      },
    ),
  );
});

test('YAML on stdin in chunks of 1 to 7 bytes gives the report of the whole', async () => {
  await fc.assert(
    fc.asyncProperty(submissions, yamlDialects, lengths, async (submission, dialect, cuts) => {
      const bytes = writeYaml(submission, dialect);
      const whole = await runOn('-', bytes, [bytes.length]);
      expect(whole.code).toBeLessThanOrEqual(2);
      expect(await runOn('-', bytes, cuts)).toEqual(whole);
    }),
  );
});

test('bytes cut off in the middle give another report', async () => {
  const [submission] = fc.sample(submissions, { seed: 2, numRuns: 1 });
  const [dialect] = fc.sample(yamlDialects, { seed: 2, numRuns: 1 });
  const bytes = writeYaml(submission!, dialect!);
  const half = bytes.subarray(0, Math.floor(bytes.length / 2));
  expect(await runOn('-', half, [half.length])).not.toEqual(await runOn('-', bytes, [bytes.length]));
});
