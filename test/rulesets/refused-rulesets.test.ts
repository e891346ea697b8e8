import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runMain } from '../samples/run-main.ts';
import { COMMUNITIES_ONLY, writeBoth } from './small-rulesets.ts';

const BROKEN = { ...COMMUNITIES_ONLY, 'community.yaml': 'type: object\n' };

test.each([
  ['a folder', (folder: string) => folder],
  ['a file', (folder: string) => join(folder, 'ruleset.yaml')],
])('places in a ruleset given as %s begin with its folder, for people; not for machines', async (_, of) => {
  const { rules } = writeBoth(BROKEN);
  const argv = ['assess', 'samples/passing', '--rules', of(rules)];
  const table = await runMain([...argv, '--lang', 'en']);
  expect(table.code).toBe(78);
  expect(table.stdout).toContain(`${join(rules, 'community.yaml').replaceAll('\\', '/')}:1:1`);
  const json = await runMain([...argv, '--format', 'json']);
  expect(JSON.parse(json.stdout).diagnostics[0].place.path).toBe('community.yaml');
  expect(json.stdout).not.toContain(rules);
});
