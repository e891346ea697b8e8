import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diagnose } from '../../src/diagnostics/diagnostics.ts';
import { messageOf } from '../../src/diagnostics/message.ts';
import { writeFolder } from '../judge/write-folder.ts';
import { writeRuleset } from '../ruleset/write-ruleset.ts';
import { runMain } from '../samples/run-main.ts';
import { yantianReport } from './yantian-report.ts';

type Json = Record<string, unknown> & {
  ruleset: Record<string, unknown>;
  judged: Record<string, unknown>;
  totals: { subjects: Record<string, number> };
  subjects: { verdict: string; findings: Record<string, unknown>[] }[];
  diagnostics: Record<string, unknown>[];
};

/** The report with something changed in its content, laid out as reports are. */
const altered = (change: (report: Json) => unknown): string => {
  const report = JSON.parse(yantianReport) as Json;
  change(report);
  return `${JSON.stringify(report, null, 1)}\n`;
};

const note = (over: object) => ({
  code: 'table.blank-rows',
  severity: 'note',
  place: null,
  text: null,
  message: {
    zh: messageOf(diagnose('table.blank-rows', {}), 'zh'),
    en: messageOf(diagnose('table.blank-rows', {}), 'en'),
  },
  params: {},
  count: 1,
  related: [],
  ...over,
});

const report = async (content: string | Uint8Array, ...options: string[]) => {
  const path = join(writeFolder({ 'r.json': content }), 'r.json');
  const { code, stdout, stderr } = await runMain(['report', path, '--lang', 'en', ...options]);
  return { code, stdout, told: stderr.replaceAll(path, 'r.json') };
};

const cut = yantianReport.slice(0, 20_000);
const utf16 = Buffer.from(`\ufeff${yantianReport}`, 'utf16le');
const latin = Buffer.concat([Buffer.from(yantianReport.slice(0, 900)), Buffer.from([0xff, 0xfe])]);
const brokenName = Buffer.from(yantianReport.replace('沙头角街道', '\u0001')).map((byte) => (byte === 1 ? 0xff : byte));

test.each<[string, string | Uint8Array, string, string]>([
  ['nothing', '', 'report.syntax', 'Unexpected end of JSON input'],
  ['cut in half', cut, 'report.syntax', 'JSON'],
  ['something behind it', `${yantianReport}{}`, 'report.syntax', 'JSON'],
  ['a comma too many', yantianReport.replace('"subjects": [', '"subjects": [,'), 'report.syntax', 'JSON'],
  ['a raw line break in a name', yantianReport.replace('沙头角街道', '沙头角\n街道'), 'report.syntax', 'JSON'],
  ['UTF-16', utf16, 'report.encoding', 'not with ">"'],
  ['bytes that are no UTF-8 in the head', latin, 'report.encoding', 'UTF-8'],
  ['bytes that are no UTF-8 in a name', brokenName, 'report.encoding', 'UTF-8'],
  ['a number', '12', 'report.foreign', 'no JSON report'],
  ['null', 'null', 'report.foreign', 'no JSON report'],
  ['a list', `[${yantianReport}]`, 'report.foreign', 'no JSON report'],
  ['other JSON', '{ "streets": [] }', 'report.foreign', 'no JSON report'],
  ['another version', altered((json) => Object.assign(json, { version: 1 })), 'report.version', 'format version 1'],
  ['a version in words', altered((json) => Object.assign(json, { version: '\u001b' })), 'report.version', '"\\u001b"'],
  ['no version', altered((json) => delete json.version), 'report.invalid', '"version" is missing'],
  ['another key', altered((json) => Object.assign(json, { shown: '/' })), 'report.invalid', '"shown" does not belong'],
  [
    'a key that every object has',
    yantianReport.replace('{', '{"__proto__":{},'),
    'report.invalid',
    '"__proto__" does not',
  ],
  ['brackets without end', '['.repeat(1_000_000), 'report.syntax', 'Unexpected end'],
  [
    'lists in lists in lists',
    yantianReport.replace('"subjects": []', `"subjects": ${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`),
    'report.invalid',
    'at /options/subjects/0: it must be string',
  ],
  [
    'a count beyond all numbers',
    yantianReport.replace('"met": 8', '"met": 1e400'),
    'report.invalid',
    'at /subjects/0/findings/0/met: it must be integer | null',
  ],
  ['two byte order marks', `\ufeff\ufeff${yantianReport}`, 'report.syntax', 'JSON'],
  ['no list of subjects', altered((json) => Object.assign(json, { subjects: {} })), 'report.invalid', 'at /subjects'],
  [
    'a wrong hash',
    altered((json) => Object.assign(json.ruleset, { sha256: 'x' })),
    'report.invalid',
    '/ruleset/sha256',
  ],
  [
    'a result that there is not',
    altered((json) => Object.assign(json.subjects[1]!.findings[2]!, { result: 'passed' })),
    'report.invalid',
    'at /subjects/1/findings/2/result: it must be "pass" | "fail" | "unknown" | "not-applicable"',
  ],
  [
    'a count in words',
    altered((json) => Object.assign(json.subjects[0]!.findings[0]!, { met: 'all' })),
    'report.invalid',
    'at /subjects/0/findings/0/met: it must be integer | null',
  ],
  [
    'a negative count',
    altered((json) => Object.assign(json.subjects[0]!.findings[0]!, { met: -1 })),
    'report.invalid',
    'at /subjects/0/findings/0/met: it must be minimum 0',
  ],
  [
    'a level that there is not',
    altered((json) => Object.assign(json.subjects[3]!, { scope: '"\n' })),
    'report.invalid',
    'at /subjects/3/scope: it must be "district" | "street" | "community" | "compound"',
  ],
  [
    'a code that there is not',
    altered((json) => json.diagnostics.push(note({}), note({ code: 'csv.nothing' }))),
    'report.invalid',
    'at /diagnostics/1/code: there is no such code',
  ],
  [
    'the parameters of another code',
    altered((json) => json.diagnostics.push(note({ params: { path: 'x' } }))),
    'report.invalid',
    'at /diagnostics/0/params: these are not the parameters of its code',
  ],
  [
    'a parameter of another kind',
    altered((json) => json.diagnostics.push(note({ code: 'input.saved-report', params: { path: ['x'] } }))),
    'report.invalid',
    'at /diagnostics/0/params',
  ],
  [
    'a parameter that every object has',
    altered((json) => json.diagnostics.push(JSON.parse(JSON.stringify(note({})).replace('{}', '{"__proto__":"x"}')))),
    'report.invalid',
    'at /diagnostics/0/params',
  ],
])('a report is refused: %s', async (_, content, code, text) => {
  const { code: exit, stdout, told } = await report(content);
  expect({ exit, stdout }).toEqual({ exit: 65, stdout: '' });
  expect(told).toMatch(new RegExp(`^streetcheck: ${code}  [^\n]+\n$`));
  expect(told).toContain(text);
});

const finding = (json: Json, subject: number, rule: string) =>
  json.subjects[subject]!.findings.find((each) => each.rule === rule)!;

test.each<[string, (json: Json) => unknown, string]>([
  [
    'a count',
    (json) => Object.assign(finding(json, 0, 'model-compounds'), { met: 9 }),
    '/subjects/0/findings/0/margin',
  ],
  [
    'more than there are',
    (json) => Object.assign(finding(json, 0, 'model-compounds'), { met: 90 }),
    '/subjects/0/findings/0/of',
  ],
  [
    'nothing of nothing',
    (json) => Object.assign(finding(json, 0, 'model-compounds'), { met: 0, of: 0 }),
    '/subjects/0/findings/0',
  ],
  [
    'a count taken away',
    (json) => Object.assign(finding(json, 0, 'model-compounds'), { met: null }),
    '/subjects/0/findings/0',
  ],
  [
    'a target',
    (json) => Object.assign(finding(json, 0, 'model-compounds'), { atLeast: '10' }),
    '/subjects/0/findings/0/atLeast',
  ],
  [
    'a clause',
    (json) => Object.assign(finding(json, 0, 'model-compounds'), { clause: '九' }),
    '/subjects/0/findings/0/clause',
  ],
  [
    'an obligation',
    (json) => Object.assign(finding(json, 0, 'safety'), { obligation: 'advisory' }),
    '/subjects/0/findings/6/obligation',
  ],
  [
    'a veto',
    (json) => Object.assign(finding(json, 2, 'family-planning'), { result: 'pass' }),
    '/subjects/2/findings/7/reason',
  ],
  [
    'a reason',
    (json) => Object.assign(finding(json, 0, 'model-compounds').reason as object, { code: 'share.fail' }),
    '/subjects/0/findings/0/reason',
  ],
  [
    'a sentence',
    (json) => Object.assign(finding(json, 0, 'model-compounds').reason as object, { zh: '一切正常。' }),
    '/subjects/0/findings/0/reason/zh',
  ],
  [
    'a record left out of the list',
    (json) => (finding(json, 1, 'model-compounds').witnesses as { failing: unknown[] }).failing.pop(),
    '/subjects/1/findings/0/witnesses/omitted/failing',
  ],
  [
    'a record listed twice',
    (json) => {
      const { failing } = finding(json, 1, 'model-compounds').witnesses as { failing: unknown[] };
      failing.push(failing[0]);
    },
    '/subjects/1/findings/0/witnesses/omitted/failing',
  ],
  [
    'the sentence of a diagnostic',
    (json) => json.diagnostics.push(note({ message: { zh: '没有问题。', en: 'Nothing is wrong.' } })),
    '/diagnostics/0/message/zh',
  ],
  ['a rule left out', (json) => json.subjects[0]!.findings.pop(), '/subjects/0/findings'],
  [
    'a rule that there is not',
    (json) => Object.assign(finding(json, 0, 'safety'), { rule: '__proto__' }),
    '/subjects/0/findings',
  ],
  [
    'a share as a veto',
    (json) => Object.assign(finding(json, 0, 'safety'), { rule: 'stability' }),
    '/subjects/0/findings',
  ],
  [
    'what was left out of a list',
    (json) =>
      Object.assign(finding(json, 0, 'model-compounds').witnesses as object, { omitted: { failing: 1, unknown: 0 } }),
    '/subjects/0/findings/0/witnesses/omitted/failing',
  ],
  ['a verdict', (json) => Object.assign(json.subjects[2]!, { verdict: 'pass' }), '/subjects/2/verdict'],
  [
    'a verdict without vetoes',
    (json) => Object.assign(json.subjects[2]!, { verdictWithoutVetoes: 'fail' }),
    '/subjects/2/verdictWithoutVetoes',
  ],
  ['a street left out', (json) => json.subjects.splice(2, 1), '/verdict'],
  ['the overall verdict', (json) => Object.assign(json, { verdict: 'pass' }), '/verdict'],
  ['no overall verdict', (json) => Object.assign(json, { verdict: null }), '/verdict'],
  ['a total', (json) => Object.assign(json.totals.subjects, { fail: 0 }), '/totals/subjects/fail'],
  ['the records', (json) => Object.assign(json.totals, { records: 1 }), '/totals/records'],
  ['the rows skipped', (json) => Object.assign(json.totals, { skipped: 1 }), '/totals/skipped'],
  ['no year', (json) => Object.assign(json, { year: null }), '/subjects'],
  ['a refusal', (json) => Object.assign(json, { refusal: 'data' }), '/subjects'],
  ['a validation', (json) => Object.assign(json, { command: 'validate' }), '/subjects'],
  ['no ruleset', (json) => Object.assign(json, { ruleset: null }), '/subjects'],
  ['no ruleset, no subjects', (json) => Object.assign(json, { ruleset: null, judged: null, subjects: [] }), '/refusal'],
  ['no ruleset, and a level of it', (json) => Object.assign(json, { ruleset: null, subjects: [] }), '/judged'],
  ['the level that is judged', (json) => Object.assign(json.judged, { level: 'district' }), '/judged/level'],
  ['its noun', (json) => Object.assign(json.judged, { noun: { zh: '镇', en: 'town' } }), '/judged/noun/zh'],
])('a report that contradicts itself is refused: %s', async (_, change, pointer) => {
  const { code, stdout, told } = await report(altered(change));
  expect({ code, stdout }).toEqual({ code: 65, stdout: '' });
  expect(told).toContain('streetcheck: report.contradiction  ');
  expect(told).toContain(`at ${pointer}`);
});

test.each([
  ['a missing file', 'nowhere.json', 'There is no report'],
  ['a folder', '.', 'is a folder'],
  ['a device', '/dev/null', 'ENODEV'],
])('a report that cannot be opened ends with 66: %s', async (_, path, text) => {
  const { code, stdout, stderr } = await runMain(['report', path, '--lang', 'en']);
  expect({ code, stdout }).toEqual({ code: 66, stdout: '' });
  expect(stderr).toMatch(/^streetcheck: report\.unreadable {2}/);
  expect(stderr).toContain(text);
});

test('what is no string any more is not read whole', async () => {
  const path = join(writeFolder({ 'r.json': '' }), 'r.json');
  writeFileSync(path, '{ "format": "streetcheck-report" }');
  truncateSync(path, 2 ** 29);
  expect(await runMain(['report', path, '--lang', 'en'])).toMatchObject({
    code: 65,
    stderr: expect.stringContaining('report.too-large'),
  });
});

test('a ruleset that is not bundled has to be named, and its id leads nowhere', async () => {
  for (const id of ['my-scheme', './rules/yantian-2011', '../rules/yantian-2011', '/etc/passwd', '__proto__']) {
    const { code, told } = await report(altered((json) => Object.assign(json.ruleset, { id })));
    expect(code).toBe(66);
    expect(told).toContain('report.needs-ruleset');
  }
});

test.each([
  ['another one', () => writeRuleset(['ruleset.yaml', 'version: 1.0.0', 'version: 1.0.1']), 78, 'report.other-ruleset'],
  ['none', () => 'nowhere', 66, 'ruleset.not-found'],
  ['a broken one', () => writeRuleset(['ruleset.yaml', 'version: ', 'verison: ']), 78, 'ruleset.unknown-keyword'],
])('the ruleset named has to be that of the report: %s', async (_, rules, exit, text) => {
  const { code, stdout, told } = await report(yantianReport, '--rules', rules());
  expect({ code, stdout }).toEqual({ code: exit, stdout: '' });
  expect(told).toContain(text);
});

test('the same ruleset elsewhere is the same', async () => {
  const { code, told } = await report(yantianReport, '--rules', writeRuleset());
  expect({ code, told }).toEqual({ code: 1, told: '' });
});

test('a report is never overwritten by what is made of it', async () => {
  const path = join(writeFolder({ 'r.json': yantianReport }), 'r.json');
  const { code, stderr } = await runMain(['report', path, '--format', 'json', '--output', path, '--lang', 'en']);
  expect(code).toBe(64);
  expect(stderr).toContain('not overwritten');
});
