import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FORMATS } from '../../src/report/reporter.ts';
import { SUBMISSIONS } from '../samples/folders.ts';
import { runMain } from '../samples/run-main.ts';

type Key = string | number;
type Holder = Record<Key, unknown>;

/** A field of a report: one stands for all that lie in the same lists. */
interface Field {
  readonly sample: string;
  readonly report: string;
  readonly keys: readonly Key[];
}

function* keysWithin(value: unknown, at: readonly Key[] = []): Iterable<readonly Key[]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const keys = [...at, Array.isArray(value) ? Number(key) : key];
    yield keys;
    yield* keysWithin(inner, keys);
  }
}

const kindOf = (keys: readonly Key[]): string => keys.map((key) => (typeof key === 'number' ? '#' : key)).join('/');

const SAMPLES = SUBMISSIONS.map((name) => join('samples', name));

const fields = (
  await Promise.all(
    SAMPLES.map(async (sample): Promise<readonly Field[]> => {
      const report = (await runMain(['assess', sample, '--format', 'json'])).stdout;
      const kinds = new Map([...keysWithin(JSON.parse(report))].map((keys) => [kindOf(keys), keys]));
      return [...kinds.values()].map((keys) => ({ sample, report, keys }));
    }),
  )
).flat();

const HOSTILE: readonly unknown[] = [
  ...[null, true, 0, -1, 0.5, 1e308, 2 ** 53, '', ' ', 'x', '__proto__', 'constructor', '\0\u001b[31m\u202e\ud800'],
  ...['utf-16le', 'replacement', 'pass', 'x'.repeat(5000), [], {}, [null], [[]], [''], JSON.parse('{"__proto__":{}}')],
];

const changes = fc.oneof(
  fc.constantFrom(...HOSTILE).map((value) => ({ kind: 'put', value }) as const),
  fc.oneof(fc.string(), fc.double(), fc.jsonValue()).map((value) => ({ kind: 'put', value }) as const),
  fc.constantFrom({ kind: 'remove' } as const, { kind: 'repeat' } as const),
);

const changed = ({ report, keys }: Field, change: typeof changes extends fc.Arbitrary<infer C> ? C : never): string => {
  const whole = JSON.parse(report) as Holder;
  const holder = keys.slice(0, -1).reduce((inner, key) => inner[key] as Holder, whole);
  const key = keys.at(-1)!;
  if (change.kind === 'put') holder[key] = change.value;
  else if (Array.isArray(holder))
    holder.splice(Number(key), 1, ...(change.kind === 'remove' ? [] : [holder[key], holder[key]]));
  else if (change.kind === 'remove') delete holder[key];
  else holder[key] = [holder[key], holder[key]];
  return `${JSON.stringify(whole, null, 1)}\n`;
};

const folder = mkdtempSync(join(tmpdir(), 'streetcheck-'));
const outputs = FORMATS.flatMap((format) => ['--format', format, '--output', join(folder, `out-${format}`)]);

test('whatever one field of a saved report holds, report and verify take it or refuse it', {
  timeout: 180_000,
}, async () => {
  const property = fc.asyncProperty(fc.constantFrom(...fields), changes, async (field, change) => {
    const file = join(folder, 'r.json');
    writeFileSync(file, changed(field, change));
    const shown = await runMain(['report', file, ...outputs]);
    expect([0, 1, 2, 65, 66, 78]).toContain(shown.code);
    const verified = await runMain(['verify', file, field.sample]);
    expect([0, 1, 65, 66, 78]).toContain(verified.code);
  });
  await fc.assert(property, { numRuns: 100 });
});

test.each(['options/encoding', 'inputs/#/encoding'])('no encoding at %s is refused, with the field', async (kind) => {
  const field = fields.find(({ keys }) => kindOf(keys) === kind)!;
  const file = join(folder, 'r.json');
  writeFileSync(file, changed(field, { kind: 'put', value: 'x' }));
  const said = `/${kind.replace('#', String(field.keys[1]))}`;
  for (const argv of [
    ['report', file],
    ['verify', file, field.sample],
  ]) {
    const { code, stderr } = await runMain([...argv, '--lang', 'en']);
    expect({ code, stderr }).toMatchObject({ code: 65, stderr: expect.stringContaining(`at ${said}: it must be`) });
  }
});
