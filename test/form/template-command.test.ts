import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { wordsOf } from '../../src/cli/words.ts';
import { main } from '../../src/commands/main.ts';
import { writeForms } from '../../src/form/command/run-template.ts';
import { fakeIo } from '../cli/fake-io.ts';
import { runMain } from '../samples/run-main.ts';
import { form, yantian } from './forms.ts';
import { unzip } from './unzip.ts';

const root = mkdtempSync(join(tmpdir(), 'streetcheck-template-'));
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(root, 'case-'));
});
afterAll(() => rmSync(root, { recursive: true }));

const template = (...argv: readonly string[]) => runMain(['template', ...argv, '--lang', 'zh']);
const FROM = ['--from', 'samples/yantian-2012'];

test.each([
  ['a table nobody knows', ['乡镇'], '规则包没有“乡镇”这个表：应为 streets、communities、compounds 之一'],
  ['all tables to the terminal', [], 'csv 每个文件只放一个表：请用 --output DIR/ 写入文件夹'],
  ['several tables to one CSV', ['街道', '社区'], 'csv 每个文件只放一个表：请用 --output DIR/ 写入文件夹'],
  ['a street to choose from nothing', ['小区', '--street', '梅沙'], '须同时用 --from 给出数据'],
  ['a street that is not there', ['小区', ...FROM, '--street', '无名'], '数据中没有这个街道：无名'],
  ['a format nobody knows', ['小区', '--format', 'xls'], '应为 csv、yaml、xlsx 之一'],
])('wrong usage: %s', async (_, argv, message) => {
  const { code, stdout, stderr } = await template(...argv);
  expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
  expect(stderr).toContain(message);
});

test.each([
  ['by its canonical name', 'compounds'],
  ['by its Chinese name', '小区'],
  ['by another Chinese name', '小区表'],
])('a table is named %s', async (_, name) => {
  const { code, stdout } = await template(name);
  expect(code).toBe(0);
  expect(stdout).toContain('\r\n小区编号,小区,');
});

test('the format follows the extension of the output, unless it is said', async () => {
  const made = ['a.csv', 'b.yaml', 'c.yml', 'd.xlsx'].map((name) => join(folder, name));
  for (const output of made) expect(await template('小区', '-o', output)).toMatchObject({ code: 0 });
  expect(await template('小区', '--format', 'yaml', '-o', join(folder, 'e.txt'))).toMatchObject({ code: 0 });
  const starts = readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name)).toString('utf8').replace('\uFEFF', '').slice(0, 2));
  expect(starts).toEqual(['注：', '# ', '# ', 'PK', '# ']);
});

test('several tables as CSV go to a folder, which is made where it ends in a slash', async () => {
  const out = join(folder, 'new', 'forms');
  expect(await template('小区', '街道', '-o', `${out}/`)).toMatchObject({ code: 0 });
  expect(readdirSync(out)).toEqual(['compounds.csv', 'streets.csv']);
});

test('without a table all of them are made: three sheets, three files, one document', async () => {
  const [workbook, out, document] = [join(folder, 'a.xlsx'), join(folder, 'forms'), join(folder, 'a.yaml')];
  for (const output of [workbook, `${out}/`, document]) expect((await template('-o', output)).code).toBe(0);
  const names = [...(unzip(readFileSync(workbook)).get('xl/workbook.xml') ?? '').matchAll(/<sheet name="([^"]*)"/g)];
  expect(names.map(([, name]) => name)).toEqual(['街道', '社区', '小区']);
  expect(readdirSync(out)).toEqual(['communities.csv', 'compounds.csv', 'streets.csv']);
  expect(readFileSync(document, 'utf8')).toMatch(/^街道:[\s\S]*^社区:[\s\S]*^小区:/m);
});

test('the same bytes on a rerun, in every format', async () => {
  for (const format of ['csv', 'yaml', 'xlsx']) {
    const [first, second] = [join(folder, `1.${format}`), join(folder, `2.${format}`)];
    for (const output of [first, second]) await template('社区', ...FROM, '-o', output);
    expect(readFileSync(first).equals(readFileSync(second)), format).toBe(true);
  }
});

test('a submission that is not fit to be judged is refused with every error, and nothing is written', async () => {
  const output = join(folder, 'form.csv');
  const { code, stderr } = await template('小区', '--from', 'samples/invalid', '-o', output);
  expect(code).toBe(65);
  expect(stderr).toContain('\nsamples/invalid/compounds.csv:2:39 F2  unit.duplicate');
  expect(stderr).not.toContain('table.blank-rows');
  expect(existsSync(output)).toBe(false);
});

test('an input that is not there, a ruleset that is wrong, an output that cannot be written', async () => {
  writeFileSync(join(folder, 'ruleset.yaml'), 'id: x');
  expect(await template('小区', '--from', join(folder, 'none'))).toMatchObject({ code: 66 });
  expect(await template('小区', '--rules', join(folder, 'ruleset.yaml'))).toMatchObject({ code: 78 });
  expect(await template('小区', '-o', join(folder, 'none', 'form.csv'))).toMatchObject({ code: 73 });
});

test('no form overwrites what it is filled from', async () => {
  const input = join(folder, 'compounds.csv');
  writeFileSync(input, (await template('小区', ...FROM)).stdout);
  for (const output of [input, folder]) {
    const { code, stderr } = await template('小区', '--from', input, '-o', output);
    expect({ output, code }).toEqual({ output, code: 64 });
    expect(stderr).toContain('输出文件同时是输入文件');
  }
});

test('nor the workbook of a sheet that it is filled from', async () => {
  const input = join(folder, 'forms.xlsx');
  await template('街道', '小区', ...FROM, '-o', input);
  const { code, stderr } = await template('小区', '--from', `${input}#小区`, '-o', input);
  expect(code).toBe(64);
  expect(stderr).toContain('输出文件同时是输入文件');
});

test('a text longer than a cell holds is refused in a workbook, and kept in CSV and YAML', async () => {
  const compounds = ['短', '长'.repeat(32_767), '长'.repeat(32_768)].map((evidence, at) => {
    return { code: `00${at}`, name: `第${at}村`, streetCode: '440308001', year: 2012, evidence };
  });
  const [from, output] = [join(folder, 'a.json'), join(folder, 'form')];
  writeFileSync(from, JSON.stringify({ compounds }));
  const fill = (format: string) => template('小区', '--from', from, '--format', format, '-o', output);
  const { code, stderr } = await fill('xlsx');
  expect(code).toBe(64);
  expect(stderr).toContain('“小区”第 3 条记录的“佐证材料”超过 32767 字');
  expect(existsSync(output)).toBe(false);
  for (const format of ['csv', 'yaml']) {
    expect((await fill(format)).code).toBe(0);
    expect(readFileSync(output, 'utf8')).toContain('长'.repeat(32_768));
  }
});

test('data on standard input', async () => {
  const { stdout } = await template('小区', ...FROM, '--street', '梅沙街道');
  const again = await runMain(['template', '小区', '--from', 'compounds=-', '--lang', 'zh'], stdout);
  expect(again.stdout).toBe(stdout);
});

test('a terminal gets no workbook, and no text that steers it', async () => {
  const terminal = async (...argv: readonly string[]) => {
    const { io, out, err } = fakeIo({ stdout: { isTTY: true } });
    return { code: await main(['template', ...argv, '--lang', 'zh'], io), out: out(), err: err() };
  };
  const refused = await terminal('小区', '--format', 'xlsx');
  expect(refused).toMatchObject({ code: 64, out: '' });
  expect(refused.err).toContain('xlsx 不能显示在屏幕上');
  const input = join(folder, 'in.json');
  writeFileSync(input, JSON.stringify({ compounds: [{ name: '甲\u001b[31m村', street: '梅沙', year: 2012 }] }));
  const shown = await terminal('小区', '--from', input);
  expect(shown.out).toContain('\n,甲<U+001B>[31m村,,,梅沙,,2012,');
  expect(shown.out).not.toMatch(/[\u001b\r\uFEFF]/);
});

test('more rows than a sheet holds are refused before anything is written', async () => {
  const { io } = fakeIo();
  const session = {
    io,
    language: 'en',
    words: wordsOf('en'),
    signal: new AbortController().signal,
    done: () => {},
  } as const;
  const ruleset = await yantian();
  const opened = (records: number) => ({
    ruleset,
    forms: [{ table: 'compounds', form: form(), records }] as const,
    files: [],
    close: () => {},
  });
  const options = { output: join(folder, 'form.xlsx') };
  await expect(writeForms(opened(1_048_576), options, session)).rejects.toThrow(/'小区' has more than 1048576 rows/);
  expect(readdirSync(folder)).toEqual([]);
  await writeForms(opened(1_048_575), options, session);
  expect(readdirSync(folder)).toEqual(['form.xlsx']);
});

test('the year asked for is the one that is filled in', async () => {
  const input = join(folder, 'in.csv');
  writeFileSync(
    input,
    '年度,街道代码,街道\n2012,440308001,梅沙街道\n2013,440308001,梅沙街道\n2013,440308002,盐田街道\n',
  );
  const rows = async (...argv: readonly string[]) =>
    (await template('街道', '--from', input, ...argv)).stdout.match(/^440.*?,20\d\d/gm);
  expect(await rows()).toEqual(['440308001,梅沙街道,,,2013', '440308002,盐田街道,,,2013']);
  expect(await rows('--year', '2012')).toEqual(['440308001,梅沙街道,,,2012']);
});
