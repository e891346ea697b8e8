import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { widthOf } from '../../src/model/width.ts';
import { repositoryCopy, root } from './repository-copy.ts';

interface CommandLine {
  readonly command: string;
  readonly expected: readonly number[];
}

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map((found) => found[1]!);

/** `command   # exit 1: why`; without the comment the command ends with 0. */
const toCommandLine = (line: string): CommandLine => {
  const [, command = '', codes = '0'] = /^(.*?)(?:\s+# exit (\d+(?: or \d+)*).*|\s+#.*)?$/.exec(line)!;
  return { command, expected: codes.split(' or ').map(Number) };
};

/** What has been done before any test runs, or is being done by this very run. */
const SET_UP = /^(?:npm ci|npm test)(?: && |$)/;
const withoutSetUp = (command: string): string => {
  let rest = command;
  while (SET_UP.test(rest)) rest = rest.replace(SET_UP, '');
  return rest;
};

const commandLines = blocks('sh')
  .flatMap((block) => block.split('\n'))
  .filter((line) => line.trim() !== '')
  .map(toCommandLine);
const { folder, remove } = repositoryCopy();
afterAll(remove);

const run = (command: string, args: readonly string[]) => {
  const env = { ...process.env, NO_COLOR: '1', TEST_RESULTS: undefined };
  return spawnSync(command, args, { cwd: folder, env, encoding: 'utf8' });
};

test.each(commandLines.filter(({ command }) => withoutSetUp(command) !== ''))(
  'the README says: $command',
  { timeout: 300_000 },
  ({ command, expected }) => {
    const { status, stdout, stderr } = run('bash', ['-c', withoutSetUp(command)]);
    expect(expected, `${stdout}\n${stderr}`).toContain(status);
    expect(`${stdout}${stderr}`).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
  },
);

/** What each example of the library prints, among others. */
const PRINTED = [
  '沙头角街道 fail',
  'samples/yantian-2012 fail 沙头角街道: family-planning',
  '\ntrue\n',
  'piped-water 五',
];

test.each(PRINTED.map((printed, at) => [printed, blocks('js')[at]!]))('the library prints %s', (printed, code) => {
  writeFileSync(join(folder, 'example.mjs'), code);
  const { status, stdout, stderr } = run(process.execPath, ['example.mjs']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain(printed);
});

test('no example of the library goes untried', () => expect(blocks('js')).toHaveLength(PRINTED.length));

test('the set-up is two command lines, and the gate runs the one that tests', () => {
  const setUp = commandLines.map(({ command }) => command).filter((command) => SET_UP.test(command));
  expect(setUp).toEqual([expect.stringMatching(/^npm ci && node bin\/streetcheck\.js assess /), 'npm ci && npm test']);
  expect(readFileSync(join(root, '.ci/run'), 'utf8')).toContain(`step '${setUp[1]}'`);
});

const helpOf = (command: string, language = 'en'): string =>
  run(process.execPath, ['bin/streetcheck.js', ...command.split(' ').filter(Boolean), '--help', '--lang', language])
    .stdout;

const commandsOf = (help: string): string[] =>
  [...help.slice(help.indexOf('\nCommands:')).matchAll(/^ {2}([a-z]+)/gm)]
    .map((found) => found[1]!)
    .filter((command) => command !== 'help');

/** Every command with its long options, by the help. */
const optionsByCommand = new Map<string, readonly string[]>();
const addOptions = (command: string): void => {
  const help = helpOf(command);
  const inner = help.includes('\nCommands:') ? commandsOf(help) : [];
  for (const each of inner) addOptions(`${command} ${each}`.trim());
  if (inner.length > 0) return;
  const options = [...help.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map((found) => found[1]!);
  optionsByCommand.set(command, options.filter((option) => option !== '--help').sort());
};
beforeAll(() => addOptions(''), 120_000);

const isOf = (command: string, names: string): boolean =>
  names.split(', ').some((name) => command === name || command.startsWith(`${name} `));

/** `all`, `all but a, b` or `a, b`; the name of a command with commands of its own stands for all of these. */
const isMeant = (command: string, cell: string): boolean => {
  const [, but] = /^all(?: but (.*))?$/.exec(cell) ?? [];
  return cell.startsWith('all') ? but === undefined || !isOf(command, but) : isOf(command, cell);
};

test('the table of options says of which commands each is, and every other option stands somewhere', () => {
  const section = readme.slice(readme.indexOf('## Options'), readme.indexOf('## Rulesets'));
  const rows = [...section.matchAll(/^\| `(--[a-z-]+)[^|]*(?:\\\|[^|]*)*\| ([a-z ,]+) \|/gm)];
  expect(rows.length).toBeGreaterThan(10);
  const inTable = new Map(rows.map(([, option = '', cell = '']) => [option, cell]));
  const options = new Set([...optionsByCommand.values()].flat());
  expect([...inTable.keys()].filter((option) => !options.has(option))).toEqual([]);
  for (const [command, own] of optionsByCommand) {
    const meant = [...inTable].filter(([, cell]) => isMeant(command, cell)).map(([option]) => option);
    expect({ command, options: meant.sort() }).toEqual({
      command,
      options: own.filter((option) => inTable.has(option)),
    });
  }
  const isNamed = (option: string) => new RegExp(`\`[^\`\\n]*${option}(?![a-z-])`).test(readme);
  expect([...options].filter((option) => !inTable.has(option) && !isNamed(option))).toEqual([]);
});

test('no line of any help is wider than 80 columns', { timeout: 120_000 }, () => {
  for (const language of ['zh', 'en'])
    for (const command of ['', 'sample', ...optionsByCommand.keys()])
      expect(
        helpOf(command, language)
          .split('\n')
          .filter((line) => widthOf(line) > 80),
      ).toEqual([]);
});

test('every exit code of the help is in the README', () => {
  const stdout = helpOf('assess');
  const codes = [...stdout.slice(stdout.indexOf('Exit codes')).matchAll(/(?:^| {2})(\d+) /gm)].map(
    (found) => found[1]!,
  );
  expect(codes).toHaveLength(10);
  expect(codes.filter((code) => !readme.includes(`| ${code} |`))).toEqual([]);
});
