import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
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

test.each(blocks('js'))('the library as the README shows it', (code) => {
  writeFileSync(join(folder, 'example.mjs'), code);
  const { status, stdout, stderr } = run(process.execPath, ['example.mjs']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('street 沙头角街道 fail');
});

test('the set-up is two command lines, and the gate runs the one that tests', () => {
  const setUp = commandLines.map(({ command }) => command).filter((command) => SET_UP.test(command));
  expect(setUp).toEqual([expect.stringMatching(/^npm ci && node bin\/streetcheck\.js assess /), 'npm ci && npm test']);
  expect(readFileSync(join(root, '.ci/run'), 'utf8')).toContain(`step '${setUp[1]}'`);
});

test('every option and every exit code of the help is in the README', () => {
  const { stdout } = run(process.execPath, ['bin/streetcheck.js', 'assess', '--help', '--lang', 'en']);
  const options = [...stdout.matchAll(/^ {2}(--[a-z-]+)/gm)].map((found) => found[1]!);
  expect(options.length).toBeGreaterThan(10);
  expect(options.filter((option) => !readme.includes(`| \`${option}`))).toEqual([]);
  const codes = [...stdout.slice(stdout.indexOf('Exit codes')).matchAll(/(?:^| {2})(\d+) /gm)].map(
    (found) => found[1]!,
  );
  expect(codes).toHaveLength(10);
  expect(codes.filter((code) => !readme.includes(`| ${code} |`))).toEqual([]);
});
