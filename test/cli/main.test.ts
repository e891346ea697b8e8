import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AssessRequest } from '../../src/assess.ts';
import { main } from '../../src/commands/main.ts';
import { InputChangedError } from '../../src/intake/source.ts';
import { yantian } from '../form/forms.ts';
import { fakeAssessment } from './fake-assessment.ts';
import { fakeIo } from './fake-io.ts';

type Work = (request: AssessRequest) => object | Promise<object>;
const fake = vi.hoisted(() => ({
  work: undefined as unknown as Work,
  requests: [] as AssessRequest[],
  pieces: undefined as unknown as (format: string, context: object) => Iterable<string>,
}));

vi.mock('../../src/assess.ts', () => {
  const assess = async (request: AssessRequest) => {
    fake.requests.push(request);
    return { ...(await fake.work(request)), command: request.command ?? 'assess' };
  };
  return { assess, openSubmission: assess, toAssessment: (submission: object) => submission };
});
vi.mock('../../src/report/reporter.ts', () => ({
  FORMATS: ['table', 'json'],
  loadReporter: async (format: string) => (_: unknown, context: object) => fake.pieces(format, context),
}));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'streetcheck-'));
  fake.requests = [];
  fake.work = () => fakeAssessment();
  fake.pieces = (format, context) => [`${format} `, `${JSON.stringify(context)}\n`];
});
afterEach(() => rm(folder, { recursive: true }));

const run = async (argv: readonly string[], world = fakeIo()) => {
  const code = await main(argv, world.io);
  expect(world.listeners.size).toBe(0);
  return { code, out: world.out(), err: world.err() };
};

test.each([
  ['pass', { verdict: 'pass' }, 0, 0],
  ['fail', { verdict: 'fail' }, 1, 0],
  ['unknown', { verdict: 'unknown' }, 2, 0],
  ['not applicable', { verdict: 'not-applicable' }, 2, 0],
  ['invalid data', { verdict: null, refusal: 'data' }, 65, 65],
  ['an input that cannot be opened', { verdict: null, refusal: 'input' }, 66, 66],
  ['an invalid ruleset', { verdict: null, refusal: 'ruleset' }, 78, 78],
] as const)('exit codes of assess and validate: %s', async (_, result, assessed, validated) => {
  fake.work = () => fakeAssessment(result);
  expect((await run(['assess', 'x'])).code).toBe(assessed);
  expect((await run(['validate', 'x'])).code).toBe(validated);
});

test.each<[string, string[], string]>([
  ['no command', [], '缺少命令'],
  ['an unknown command', ['asess', 'x'], '没有命令“asess”\n是否想输入：assess'],
  ['an unknown option', ['assess', 'x', '--yaer', '2012'], '没有选项 --yaer\n是否想输入：--year'],
  ['a mistyped level', ['assess', 'x', '--stret', '某街道'], '没有选项 --stret\n是否想输入：--street'],
  ['a mistyped level as a command', ['sample', 'stretes', 'x'], '没有命令“stretes”\n是否想输入：streets'],
  ['a mistyped subject', ['assess', 'x', '--subjet', '某街道'], '没有选项 --subjet\n是否想输入：--subject'],
  ['an option without its value', ['assess', 'x', '--year'], '选项 --year 缺少取值'],
  ['no path', ['assess'], '缺少参数 PATH'],
  ['too many arguments', ['explain', 'a', 'b'], '参数过多'],
  ['an unknown format', ['assess', 'x', '--format', 'xml'], '应为 table、json、jsonl 之一'],
  ['a year in words', ['assess', 'x', '--year', '二〇一二'], '选项 --year 的取值“二〇一二”无效：应为四位数字的年度'],
  ['a language nobody speaks', ['assess', 'x', '--lang', 'fr'], '应为 zh、en 之一'],
  ['an encoding nobody knows', ['assess', 'x', '--encoding', 'utf-9'], '应为已知的编码名称'],
  ['a wrong --on-invalid', ['validate', 'x', '--on-invalid', 'ignore'], '应为 refuse、unknown 之一'],
  ['a negative number of witnesses', ['assess', 'x', '--witnesses', '-1'], '应为不小于 0 的整数'],
  ['a street without a name', ['assess', 'x', '--street', ' '], '应为非空的名称'],
  ['an option of the other command', ['validate', 'x', '--quiet'], '没有选项 --quiet'],
  [
    'two formats to standard output',
    ['assess', 'x', '--format', 'json', '--format', 'table'],
    '只能有一种格式写到标准输出',
  ],
  [
    'an output of no format',
    ['assess', 'x', '--format', 'json', '--output', 'a', '--output', 'b'],
    '--output b 没有对应的 --format',
  ],
  ['an escape sequence in an option', ['assess', 'x', '--\u001b[31m'], '没有选项 --<U+001B>[31m'],
])('wrong usage: %s', async (_, argv, text) => {
  const { code, out, err } = await run(argv);
  expect({ code, out }).toEqual({ code: 64, out: '' });
  expect(err).toContain(text);
  expect(fake.requests).toEqual([]);
});

test('wrong usage speaks the language asked for, wherever it is asked for', async () => {
  const { err } = await run(['assess', '--zzz', '--lang', 'en'], fakeIo({ env: { LANG: 'zh_CN.UTF-8' } }));
  expect(err).toBe('streetcheck: there is no option --zzz\nfor the usage: streetcheck assess --help\n');
});

test.each([
  ['no command', [], 'streetcheck --help'],
  ['an unknown command', ['asess', 'assess'], 'streetcheck --help'],
  ['a command without its path', ['validate'], 'streetcheck validate --help'],
  ['a command of another', ['sample', 'random', '--seed', '1'], 'streetcheck sample random --help'],
  ['a missing command of another', ['sample'], 'streetcheck sample --help'],
  [
    'a missing option of a command by the name of the level',
    ['sample', 'streets', '.'],
    'streetcheck sample streets --help',
  ],
])('wrong usage points to the help of the command at hand: %s', async (_, argv, hint) => {
  const { code, err } = await run(argv);
  expect({ code, hint: err.split('\n').at(-2) }).toEqual({ code: 64, hint: `用法见 ${hint}` });
});

test('the options arrive in the request', async () => {
  const words = '--year 2012 --rules r --encoding gb18030 --on-invalid unknown --witnesses 0 --street A --street B';
  await run(['assess', 'a.csv', 'b', ...words.split(' '), '--lang', 'en']);
  expect(fake.requests).toMatchObject([
    {
      command: 'assess',
      paths: ['a.csv', 'b'],
      year: 2012,
      rules: 'r',
      encoding: 'gb18030',
      onInvalid: 'unknown',
      witnesses: 0,
      subjects: ['A', 'B'],
      signal: expect.any(AbortSignal),
      onProgress: expect.any(Function),
    },
  ]);
});

test.each([
  ['a hyphen', '-', true],
  ['a table from a hyphen', 'compounds=-', true],
  ['a file', 'x.csv', false],
])('standard input is touched only when it is read: %s', async (_, path, isRead) => {
  await run(['assess', path]);
  expect('stdin' in fake.requests[0]!).toBe(isRead);
});

const contextIn = (out: string) => JSON.parse(out.slice(out.indexOf('{')));
test.each([
  ['a pipe', {}, [], { width: 80, color: false }],
  ['a terminal', { stdout: { isTTY: true, columns: 120 } }, [], { width: 120, color: true }],
  ['a narrow terminal', { stdout: { isTTY: true, columns: 10 } }, [], { width: 40, color: true }],
  ['NO_COLOR', { stdout: { isTTY: true }, env: { NO_COLOR: '1' } }, [], { width: 80, color: false }],
  ['an empty NO_COLOR', { stdout: { isTTY: true }, env: { NO_COLOR: '' } }, [], { width: 80, color: true }],
  ['--no-color', { stdout: { isTTY: true, columns: 90 } }, ['--no-color'], { width: 90, color: false }],
  ['--summary --sarif-all', {}, ['--summary', '--sarif-all'], { summary: true, allResults: true }],
  ['--quiet', {}, ['--quiet'], { quiet: true, tool: '1.2.3' }],
])('what a report knows: %s', async (_, wishes, options, context) => {
  const { out } = await run(['assess', 'x', ...options], fakeIo(wishes));
  expect(contextIn(out)).toMatchObject(context);
});

test('several formats, one of them to standard output, each file whole under its name', async () => {
  const [json, table] = [join(folder, 'r.json'), join(folder, 'r.txt')];
  const argv = [
    'assess',
    'x',
    '--format',
    'table',
    '--format',
    'json',
    '--output',
    json,
    '--format',
    'table',
    '--output',
    table,
  ];
  const { out } = await run(argv, fakeIo({ stdout: { isTTY: true, columns: 120 } }));
  expect(contextIn(out)).toMatchObject({ width: 120, color: true });
  expect(contextIn(readFileSync(json, 'utf8'))).toMatchObject({ width: 80, color: false });
  expect(readFileSync(table, 'utf8')).toMatch(/^table /);
  expect(readdirSync(folder).sort()).toEqual(['r.json', 'r.txt']);
});

test('the same file twice is wrong usage, whatever it is called', async () => {
  const argv = ['--format', 'json', '--output', join(folder, 'a'), '--format', 'table', '--output', `${folder}/./a`];
  const { code, err } = await run(['assess', 'x', ...argv]);
  expect(code).toBe(64);
  expect(err).toContain('两种格式写入同一个文件');
  expect(readdirSync(folder)).toEqual([]);
});

test('an input is never overwritten', async () => {
  const file = join(folder, 'compounds.csv');
  await writeFile(file, 'data');
  const input = {
    path: 'compounds.csv',
    shown: file,
    table: null,
    encoding: 'utf-8',
    records: 0,
    skipped: 0,
    leftOut: 0,
    sha256: '',
  };
  fake.work = () => fakeAssessment({ inputs: [input] });
  const { code, err } = await run(['assess', folder, '--format', 'table', '-o', file]);
  expect(code).toBe(64);
  expect(err).toContain('输出文件同时是输入文件');
  expect(readFileSync(file, 'utf8')).toBe('data');
  expect(readdirSync(folder)).toEqual(['compounds.csv']);
});

test('a street that matches nothing is wrong usage, and no report is written', async () => {
  const near = { listed: [{ code: '440308004', name: '海山街道' }], total: 4 };
  const ruleset = await yantian();
  fake.work = () => ({ ...fakeAssessment(), ruleset, unmatched: ['海边街道'], near });
  const { code, out, err } = await run(['assess', 'x', '--street', '海边街道', '--output', join(folder, 'r')]);
  expect({ code, out, files: readdirSync(folder) }).toEqual({ code: 64, out: '', files: [] });
  expect(err).toContain('数据中没有这个街道：海边街道；数据中有 4 个街道，最接近的有：440308004 海山街道');
});

test('an output that cannot be written ends with 73, before any work', async () => {
  const { code, err } = await run(['assess', 'x', '--output', join(folder, 'nowhere', 'r')]);
  expect(code).toBe(73);
  expect(err).toContain('文件夹不存在');
  expect(fake.requests).toEqual([]);
});

test.each([
  ['a reader that has gone', 'EPIPE', 1, ''],
  ['a full disk', 'ENOSPC', 73, 'streetcheck: 无法写入 标准输出：磁盘空间不足\n'],
])('standard output fails: %s', async (_, failure, expected, text) => {
  fake.work = () => fakeAssessment({ verdict: 'fail' });
  fake.pieces = () => Array.from({ length: 50 }, () => 'x'.repeat(20_000));
  const { code, err } = await run(['assess', 'x'], fakeIo({ stdoutFailure: { code: failure, room: 1 } }));
  expect({ code, err }).toEqual({ code: expected, err: text });
});

test('an interrupt during the work ends with 130 and leaves nothing behind', async () => {
  const world = fakeIo({ stderr: { isTTY: true, columns: 80 } });
  fake.work = ({ signal, onProgress }) =>
    new Promise((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason));
      world.clock.now = 5000;
      onProgress?.({ rows: 5, bytes: 1, totalBytes: 10 });
      setImmediate(world.interrupt);
    });
  const { code, out, err } = await run(['assess', 'x', '--output', join(folder, 'r')], world);
  expect({ code, out, files: readdirSync(folder) }).toEqual({ code: 130, out: '', files: [] });
  expect(err).toMatch(/已读 5 行，10%，约剩 45 秒\r\u001b\[Kstreetcheck: 已中断/);
});

test('an interrupt while a report is written ends with 130 and leaves nothing behind', async () => {
  const world = fakeIo();
  fake.pieces = function* () {
    for (let piece = 0; piece < 40; piece++) {
      if (piece === 10) world.interrupt();
      yield 'x'.repeat(20_000);
    }
  };
  const { code } = await run(['assess', 'x', '--output', join(folder, 'r')], world);
  expect({ code, files: readdirSync(folder) }).toEqual({ code: 130, files: [] });
});

test('an input that changed under the report ends with 66 and leaves nothing behind', async () => {
  fake.pieces = () => {
    throw new InputChangedError('streets.csv');
  };
  const { code, err } = await run(['assess', 'x', '--output', join(folder, 'r')]);
  expect({ code, files: readdirSync(folder) }).toEqual({ code: 66, files: [] });
  expect(err).toContain('streets.csv');
  expect(err).not.toContain('    at ');
});

test('a bug ends with 70, its stack and a request; nothing is left behind', async () => {
  let closed = 0;
  fake.work = () => ({ ...fakeAssessment(), close: () => closed++ });
  fake.pieces = () => {
    throw new TypeError('boom');
  };
  const { code, err } = await run(['validate', 'x', '--output', join(folder, 'r')]);
  expect({ code, closed, files: readdirSync(folder) }).toEqual({ code: 70, closed: 1, files: [] });
  expect(err).toMatch(/TypeError: boom\n\s+at .*\n[\s\S]*streetcheck 1\.2\.3 的程序缺陷/);
});

test.each([
  ['--version', ['--version'], '1.2.3\n'],
  ['the help, in Chinese', ['--help'], '用法： streetcheck [选项] [命令]'],
  ['the help, in English', ['--help', '--lang', 'en'], 'Usage: streetcheck [options] [command]'],
  ['the help of a command', ['help', 'assess'], '用法： streetcheck assess [选项] <PATH...>'],
  [
    'the help of a command of another',
    ['help', 'sample', 'random'],
    '用法： streetcheck sample random [选项] <PATH...>',
  ],
  ['the exit codes in the help', ['assess', '--help'], '130 被中断'],
  ['the exit codes of validate', ['validate', '--help'], '退出码：\n  0 可用于评定   64 用法错误'],
])('asked for: %s', async (_, argv, text) => {
  const { code, out, err } = await run(argv);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain(text);
});

const COMMANDS = [
  ...['', 'assess', 'validate', 'plan', 'report', 'template', 'audit', 'verify', 'explain'],
  ...['sample', 'sample targeted', 'sample random', 'sample subjects', 'sample judge'],
];

test.each(['zh', 'en'])(
  'no line of the help is wider than 80 columns, none is in the other language: %s',
  async (lang) => {
    const { widthOf } = await import('../../src/model/width.ts');
    for (const command of COMMANDS) {
      const { out } = await run([...command.split(' '), '--help', '--lang', lang]);
      const usage = `streetcheck ${command}`.trim();
      expect(out).toContain(usage);
      expect(out.split('\n').filter((line) => widthOf(line) > 80)).toEqual([]);
      if (lang === 'zh') expect(out.replace(usage, '')).not.toMatch(/[a-z]+ [a-z]+ [a-z]+/);
      else expect(out).not.toMatch(/\p{Script=Han}/u);
    }
  },
);
