import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { messageOf } from '../../src/diagnostics/message.ts';
import { loadRuleset } from '../../src/ruleset/load-ruleset.ts';
import { type Edit, writeRuleset, YANTIAN } from './write-ruleset.ts';

/** `code zh | en` of each diagnostic of a ruleset that is refused. */
const said = async (folder: string): Promise<string[]> => {
  const loaded = await loadRuleset(folder);
  if ('ruleset' in loaded) throw new Error('not refused');
  return loaded.diagnostics.map((found) => `${found.code} ${messageOf(found, 'zh')} | ${messageOf(found, 'en')}`);
};

const MAIN = 'ruleset.yaml';
const MODEL = 'level: { const: model }';

test.each<[name: string, edit: Edit, code: string, parts: readonly string[]]>([
  [
    'a target with seven places',
    [MAIN, 'atLeast: 80', 'atLeast: 33.3333333'],
    'wrong-value',
    ['0 至 100 的数，最多 6 位小数', 'a number from 0 to 100 with at most 6 decimal places'],
  ],
  [
    'a target in quotes',
    [MAIN, 'atLeast: 80', "atLeast: '80%'"],
    'wrong-value',
    ['0 至 100 的数', 'a number from 0 to 100'],
  ],
  [
    'a share that is a bare number',
    [MAIN, 'share: { atLeast: 80 }', 'share: 80'],
    'wrong-value',
    ['{ atLeast: … }', '{ atLeast: … }'],
  ],
  [
    'a label in one language',
    [MAIN, 'label: { zh: 安全文明社区, en: safe and civilized communities }', 'label: 安全文明社区'],
    'wrong-value',
    ['{ zh: …, en: … }', '{ zh: …, en: … }'],
  ],
  [
    'a text that is called mendable',
    ['compound.schema.yaml', 'evidence: { type: string,', 'evidence: { type: string, mendable: true,'],
    'wrong-value',
    ['社区表、小区表中列有 enum 或 type: integer 的字段', 'a field of communities or compounds that has an enum'],
  ],
  ['a version of two parts', [MAIN, 'version: 1.0.0', 'version: "1.0"'], 'wrong-value', ['如 1.0.0', 'such as 1.0.0']],
  [
    'a version that is a number',
    [MAIN, 'version: 1.0.0', 'version: 1.0'],
    'wrong-value',
    ['如 1.0.0', 'such as 1.0.0'],
  ],
  ['a date in words', [MAIN, '"2011-07-13"', '2011年7月13日'], 'wrong-value', ['如 2011-07-13', 'such as 2011-07-13']],
  [
    'a misspelt keyword',
    [MAIN, 'clause: 二', 'cluase: 二\n    clause: 二'],
    'unknown-keyword',
    ['是否应为“clause”', 'perhaps "clause" was meant'],
  ],
  [
    'a keyword like none',
    [MAIN, 'clause: 二', 'weight: 3\n    clause: 二'],
    'unknown-keyword',
    ['可用的有：“label”', 'there are: "label"'],
  ],
  [
    'a misspelt field',
    [MAIN, MODEL, 'levle: { const: model }'],
    'unknown-field',
    ['小区表', '是否应为“level”', 'compounds table', 'perhaps "level" was meant'],
  ],
  [
    'a field like none',
    [MAIN, MODEL, 'grade: { const: model }'],
    'unknown-field',
    ['可用的有：“kind”', 'there are: "kind"'],
  ],
  [
    'a key',
    [MAIN, MODEL, 'name: { const: 一村 }'],
    'key-field',
    ['小区表的字段“name”', '不能作为考核条件', '或改用：“kind”、“level”', 'can be no condition'],
  ],
  [
    'a misspelt rule',
    [MAIN, '  case-trend:\n    label', '  cases-trend:\n    label'],
    'unknown-indicator',
    ['是否应为“case-trend”', 'perhaps "case-trend" was meant'],
  ],
  [
    'a value of another type',
    [MAIN, MODEL, 'level: { const: true }'],
    'impossible-value',
    ['没有“true”这个值；请改为：“model”', 'can never be "true"'],
  ],
  [
    'a value that is a list',
    [MAIN, MODEL, 'level: { const: [model] }'],
    'impossible-value',
    ['请改为：“model”', 'use one of: "model"'],
  ],
  [
    'a record schema that is not there',
    [MAIN, 'records: compound.schema.yaml', 'records: compounds.yaml'],
    'unreadable',
    ['规则包文件夹中没有“compounds.yaml”', 'There is no file "compounds.yaml" in the ruleset’s folder'],
  ],
  [
    'a quote that is not closed',
    [MAIN, 'version: 1.0.0', 'version: "1.0.0'],
    'syntax',
    ['引号或括号没有成对', 'a quote or bracket is not closed'],
  ],
  [
    'a comma that is missing',
    [MAIN, 'share: { atLeast: 80 }', 'label: { "zh": "a" "en": "b" }'],
    'syntax',
    ['漏了逗号', 'a comma'],
  ],
])('%s is told in one message that says what to do', async (_, edit, code, parts) => {
  const messages = await said(writeRuleset(edit));
  const own = messages.filter((message) => message.startsWith(`ruleset.${code} `));
  expect(own.length, messages.join('\n')).toBeGreaterThan(0);
  for (const part of parts) expect(own[0]).toContain(part);
  if (code !== 'syntax') expect(messages, messages.join('\n')).toHaveLength(1);
});

test.each([
  ['nothing', '', '空', 'empty'],
  ['comments', '# none\n', '空', 'empty'],
  ['a list', '- id: x\n', '列表', 'a list'],
  ['a text', 'yantian\n', '一个值', 'a single value'],
])('a file of %s is no ruleset and no record schema', async (_, text, zh, en) => {
  for (const file of [MAIN, 'compound.schema.yaml']) {
    const folder = writeRuleset();
    writeFileSync(join(folder, file), text);
    const messages = await said(folder);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(/^ruleset\.shape /);
    expect(messages[0]).toContain(zh);
    expect(messages[0]).toContain(en);
  }
});

test('a file in another encoding', async () => {
  const folder = writeRuleset();
  writeFileSync(join(folder, MAIN), Buffer.from([0x69, 0x64, 0xff]));
  expect((await said(folder))[0]).toMatch(/不是 UTF-8 编码.* \| .*not UTF-8/);
});

test('a folder without a ruleset says which file it should hold', async () => {
  const folder = writeRuleset();
  rmSync(join(folder, MAIN));
  expect((await said(folder))[0]).toMatch(/ruleset\.yaml.* \| .*ruleset\.yaml/);
  expect((await said(dirname(YANTIAN)))[0]).toMatch(/ruleset\.yaml/);
});

test('errors of syntax come in reading order', async () => {
  const folder = writeRuleset();
  rmSync(join(folder, MAIN));
  writeFileSync(join(folder, 'ruleset.json'), '{\n "id": "x",\n "label": { "zh": "a" "en": "b" }\n}\n');
  const loaded = await loadRuleset(folder);
  const columns = 'ruleset' in loaded ? [] : loaded.diagnostics.map(({ place }) => place!.column);
  expect(columns).toEqual([...columns].sort((a, b) => a - b));
});
