import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { assertReport } from '../report/report-schema.ts';
import { generated, hiddenFiles, start, untilWritten } from './register.ts';

const OLD = 'an old report\n';

let register: ReturnType<typeof generated>;
let whole: string;
let folder: string;
let report: string;

const assess = (...more: readonly string[]) =>
  start('assess', register.folder, '--format', 'json', '--witnesses', '0', '--lang', 'en', ...more);

beforeAll(async () => {
  register = generated();
  const { code, stdout, stderr } = await assess().ended;
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  assertReport(stdout);
  whole = stdout;
});
afterAll(() => register.remove());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'streetcheck-'));
  report = join(folder, 'report.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** `old`, `whole`, or what a reader should never see. */
const stateOf = (text: string): string =>
  text === OLD ? 'old' : text === whole ? 'whole' : `${text.length} of ${whole.length} characters`;

/** From the first moment to the last write, by bytes of the report that lie there. */
const MOMENTS = [0, 1, 70_000, 200_000, 500_000, 1_000_000, 1_500_000, 2_000_000];

test.each(MOMENTS)(
  'killed when %i bytes are written, a run leaves the old report or the whole new one',
  async (bytes) => {
    writeFileSync(report, OLD);
    const { run, ended, isOver } = assess('--output', report);
    await untilWritten(folder, bytes, isOver);
    run.kill('SIGKILL');
    const { code, signal } = await ended;
    const state = stateOf(readFileSync(report, 'utf8'));
    expect(signal === 'SIGKILL' ? ['old', 'whole'] : ['whole']).toContain(state);
    expect(signal === 'SIGKILL' ? null : 1).toBe(code);
    expect(readdirSync(folder).filter((name) => !name.startsWith('.'))).toEqual(['report.json']);
  },
);

test('killed where there was no report, a run leaves none or the whole', async () => {
  const { run, ended, isOver } = assess('--output', report);
  await untilWritten(folder, 100_000, isOver);
  run.kill('SIGKILL');
  await ended;
  const seen = readdirSync(folder).filter((name) => !name.startsWith('.'));
  expect(seen.map((name) => stateOf(readFileSync(join(folder, name), 'utf8')))).toEqual(seen.map(() => 'whole'));
});

test('what a killed run leaves is no input of the next, which overwrites the report', async () => {
  const killed = assess('--output', join(register.folder, 'report.json'));
  await untilWritten(register.folder, 1, killed.isOver);
  killed.run.kill('SIGKILL');
  await killed.ended;
  const again = await assess('--output', report).ended;
  rmSync(join(register.folder, 'report.json'), { force: true });
  for (const name of hiddenFiles(register.folder)) rmSync(join(register.folder, name));
  expect(again.code).toBe(1);
  expect(JSON.parse(readFileSync(report, 'utf8')).inputs).toEqual(JSON.parse(whole).inputs);
});

test.each(MOMENTS)('Ctrl-C when %i bytes are written ends with 130 and leaves nothing', async (bytes) => {
  writeFileSync(report, OLD);
  const { run, ended, isOver } = assess('--output', report);
  // Before the first byte is written nobody listens yet; from then on an interrupt is heard.
  await untilWritten(folder, bytes, isOver);
  run.kill('SIGINT');
  const { code, signal, stderr } = await ended;
  const state = stateOf(readFileSync(report, 'utf8'));
  expect(hiddenFiles(folder)).toEqual([]);
  // An interrupt that comes when all is written is too late.
  if (code === 1) expect(state).toBe('whole');
  else {
    const said = 'streetcheck: Interrupted; no file was written.\n';
    expect({ code, signal, stderr, state }).toEqual({ code: 130, signal: null, stderr: said, state: 'old' });
  }
});

test('two reports appear together or not at all', async () => {
  const nowhere = join(folder, 'missing', 'r');
  const { code, stderr } = await assess('--output', report, '--format', 'table', '--output', nowhere).ended;
  expect(code).toBe(73);
  expect(stderr).toContain(nowhere);
  expect(readdirSync(folder)).toEqual([]);
});

test('half a report is told from a whole one', () => {
  expect(stateOf(whole.slice(0, -1))).toBe(`${whole.length - 1} of ${whole.length} characters`);
  expect(stateOf('')).toBe(`0 of ${whole.length} characters`);
  expect([stateOf(OLD), stateOf(whole)]).toEqual(['old', 'whole']);
});
