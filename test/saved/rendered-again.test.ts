import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { FORMATS } from '../../src/report/reporter.ts';
import { SUBMISSIONS } from '../samples/folders.ts';
import { runMain } from '../samples/run-main.ts';

const folder = mkdtempSync(join(tmpdir(), 'streetcheck-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ownRules = join(folder, 'rules');
cpSync('rules/yantian-2011', ownRules, { recursive: true });
const main = join(ownRules, 'ruleset.yaml');
writeFileSync(main, readFileSync(main, 'utf8').replace('atLeast: 80 ', 'atLeast: 87.654321 '));

/** Every format there is, each into a file of its own. */
const intoFiles = (into: string): string[] => {
  mkdirSync(into, { recursive: true });
  return FORMATS.flatMap((format) => ['--format', format, '--output', join(into, format)]);
};

interface Case {
  readonly name: string;
  readonly command: readonly string[];
  /** Of the look of the reports: given to both runs. */
  readonly look: readonly string[];
}

const assessed = SUBMISSIONS.flatMap((sample) =>
  ['zh', 'en'].flatMap((lang): Case[] => [
    {
      name: `assess ${sample} in ${lang}`,
      command: ['assess', `samples/${sample}`],
      look: ['--base', `samples/${sample}`, '--lang', lang],
    },
    {
      name: `validate ${sample} in ${lang}`,
      command: ['validate', `samples/${sample}`],
      look: ['--base', 'a/b', '--lang', lang],
    },
  ]),
);

const YANTIAN = 'samples/yantian-2012';
const others: Case[] = [
  {
    name: 'one street, few witnesses, quietly',
    command: ['assess', YANTIAN, '--street', '梅沙街道', '--witnesses', '1'],
    look: ['--base', YANTIAN, '--quiet', '--no-color'],
  },
  {
    name: 'every witness, with all that formats can show',
    command: ['assess', YANTIAN, '--witnesses', '0'],
    look: ['--base', YANTIAN, '--summary', '--sarif-all', '--lang', 'en'],
  },
  {
    name: 'invalid values taken as unknown',
    command: ['assess', 'samples/invalid', '--on-invalid', 'unknown'],
    look: ['--base', 'samples/invalid'],
  },
  { name: 'an input that is not there', command: ['assess', 'samples/nowhere'], look: ['--base', 'x'] },
  { name: 'a year that is not there', command: ['assess', YANTIAN, '--year', '1999'], look: ['--base', 'x'] },
  { name: 'a ruleset that is not there', command: ['assess', YANTIAN], look: ['--base', 'x', '--rules', 'nowhere'] },
  { name: 'a ruleset of one’s own', command: ['assess', YANTIAN], look: ['--base', 'x', '--rules', ownRules] },
  {
    name: 'a ruleset that is refused',
    command: ['assess', YANTIAN],
    look: ['--base', 'x', '--rules', 'rules/yantian-2011/street.schema.yaml'],
  },
];

test.each([...assessed, ...others])('a saved report gives the same bytes: $name', async ({ name, command, look }) => {
  const [direct, again] = [join(folder, name, 'direct'), join(folder, name, 'again')];
  const first = await runMain([...command, ...look, ...intoFiles(direct)]);
  const second = await runMain(['report', join(direct, 'json'), ...look, ...intoFiles(again)], '', 'other version');
  expect(second).toEqual(first);
  for (const format of FORMATS) {
    // The correction copy holds the cells of the inputs, which no report has.
    if (format === 'xlsx' && command[0] === 'validate') continue;
    const [expected, found] = [readFileSync(join(direct, format)), readFileSync(join(again, format))];
    if (!found.equals(expected)) expect(found.toString()).toBe(expected.toString());
  }
});

test('without a base the paths are those of the report', async () => {
  const { stdout: json } = await runMain(['assess', YANTIAN, '--format', 'json']);
  const { code, stdout } = await runMain(['report', '-', '--lang', 'en'], json);
  expect(code).toBe(1);
  expect(stdout).toContain('  streets.csv:');
  expect(stdout).not.toContain(YANTIAN);
});
