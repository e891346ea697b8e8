import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onTerminal, withoutTmux } from '../audit/tmux.ts';
import { root } from './repository-copy.ts';

const folder = mkdtempSync(join(tmpdir(), 'streetcheck-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const npm = (...args: string[]) =>
  execFileSync('npm', args, { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' });

beforeAll(() => {
  npm('pack', root, '--ignore-scripts', '--silent');
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  npm('install', '--offline', '--no-audit', '--no-fund', '--silent', `./${tarball}`);
}, 120_000);

const installed = (...path: string[]) => join(folder, 'node_modules', ...path);

test('the package brings no packages along', () => {
  expect(readdirSync(installed()).filter((name) => !name.startsWith('.'))).toEqual(['streetcheck']);
});

test('the command works, with its rulesets', () => {
  const args = ['assess', join(root, 'samples/yantian-2012'), '--format', 'json'];
  const { status, stdout, stderr } = spawnSync(installed('.bin', 'streetcheck'), args, {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({ ruleset: { id: 'yantian-2011' }, verdict: 'fail' });
});

test('a saved report is read and verified without the packages of the repository', () => {
  const command = installed('streetcheck', 'bin', 'streetcheck.js');
  const run = (...args: string[]) => spawnSync(process.execPath, [command, ...args], { cwd: folder, encoding: 'utf8' });
  const data = join(root, 'samples/failing');
  const { stdout } = run('assess', data, '--format', 'json');
  writeFileSync(join(folder, 'report.json'), stdout);
  expect(run('report', 'report.json', '--format', 'json')).toMatchObject({ status: 1, stdout, stderr: '' });
  expect(run('verify', 'report.json', data)).toMatchObject({ status: 0, stderr: '' });
});

test('a ruleset of one’s own is compiled without the packages of the repository', () => {
  const rules = installed('streetcheck', 'rules', 'yantian-2011', 'ruleset.yaml');
  const command = installed('streetcheck', 'bin', 'streetcheck.js');
  const args = [command, 'assess', join(root, 'samples/passing'), '--rules', rules];
  expect(spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
});

test('a workbook is made, filled in and judged without the packages of the repository', () => {
  const command = installed('streetcheck', 'bin', 'streetcheck.js');
  const run = (...args: string[]) => spawnSync(process.execPath, [command, ...args], { cwd: folder, encoding: 'utf8' });
  const from = join(root, 'samples/yantian-2012');
  const tables = ['streets', 'communities', 'compounds'];
  const made = run('template', ...tables, '--from', from, '--lang', 'en', '-o', 'forms.xlsx');
  expect(made).toMatchObject({ status: 0, stdout: '' });
  const sheets = tables.map((name) => `forms.xlsx#${name}`);
  expect(run('assess', ...sheets, '--quiet')).toMatchObject({ status: 1, stderr: '' });
});

test.skipIf(withoutTmux !== null)('an audit begins on a terminal without the packages of the repository', async () => {
  cpSync(join(root, 'samples/unknown'), join(folder, 'on-site'), { recursive: true });
  const command = installed('streetcheck', 'bin', 'streetcheck.js');
  const terminal = onTerminal(`'${process.execPath}' '${command}' audit on-site --by 李四 --lang zh`, folder);
  try {
    await terminal.until('已答 0', ' 答：');
  } finally {
    terminal.close();
  }
});

test('the library comes with its types', () => {
  const code = `
    import { assess, loadRuleset, plan, render, type Report, sample, verify } from 'streetcheck';
    const report: Report = await assess('x', { year: 2012 });
    const page: string = await render(report, 'html', { language: 'zh' });
    const bytes: Uint8Array = await render(report, 'xlsx', { language: 'zh' });
    // @ts-expect-error a year is a number
    await assess('x', { year: '2012' });
    const found = await plan(['x', 'y']);
    const way = found.format === 'streetcheck-plan' ? found.subjects[0]?.way?.visits[0]?.changes[0]?.write.zh : found.refusal;
    const drawn = await sample('x', { of: 'compounds', seed: 's', size: { kind: 'refute' } });
    const unit = drawn.format === 'streetcheck-draw' ? drawn.units[0]?.within[0]?.level : null;
    const { causes } = await verify(report, 'x');
    const loaded = await loadRuleset();
    const rule = 'ruleset' in loaded ? loaded.ruleset.rules[0]?.clause : loaded.diagnostics[0]?.message.en;
    export { bytes, causes, page, rule, unit, way };
  `;
  writeFileSync(join(folder, 'consumer.ts'), code);
  const options = ['--noEmit', '--strict', '--target', 'es2023', '--module', 'nodenext', '--types', 'node'];
  const typeRoots = ['--typeRoots', join(root, 'node_modules', '@types')];
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status, stdout } = spawnSync(process.execPath, [tsc, ...options, ...typeRoots, 'consumer.ts'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
});

test('the licences of what is bundled come along', () => {
  const licences = readFileSync(installed('streetcheck', 'dist', 'THIRD-PARTY-LICENSES'), 'utf8');
  for (const name of [
    '@noble/hashes',
    'ajv',
    'chalk',
    'cli-table3',
    'commander',
    'csv-parse',
    'fflate',
    'inquirer',
    'preact',
    'saxen',
    'yaml',
    'yauzl',
  ])
    expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\((?:MIT|ISC)\\)\\n\\n.{9}`, 'm'));
});
