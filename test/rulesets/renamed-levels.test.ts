import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { SUBMISSIONS } from '../samples/folders.ts';
import { runMain } from '../samples/run-main.ts';

/** Names of levels, of their tables and of what is called after them, as another office might have it. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/\bdistrict(?=s?\b|Code\b)/g, 'zone'],
  [/\bstreet(?=s?\b|Code\b)/g, 'ward'],
  [/\bcommunities\b/g, 'quarters'],
  [/\bcommunity(?=\b|Code\b)/g, 'quarter'],
  [/\bcompound(?=s?\b)/g, 'court'],
  // The figures of a summary, and what is asked of a unit.
  [/\b(model|safeCivilized|drugFree|cultFree|caseTrend)(?:Compounds|Communities)\b/g, '$1Units'],
  [/\bfamilyPlanning\b/g, 'third'],
  [/\bsafeCivilized\b/g, 'peaceful'],
];
const renamed = (text: string): string => NAMES.reduce((all, [word, name]) => all.replace(word, name), text);

const folder = mkdtempSync(join(tmpdir(), 'streetcheck-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A copy of a folder with the words of its YAML, and of the names of these files where asked, replaced. */
const rewrite = (from: string, to: string, nameOf = (name: string): string => name): void => {
  cpSync(from, to, { recursive: true });
  for (const name of readdirSync(to).filter((each) => each.endsWith('.yaml'))) {
    const text = renamed(readFileSync(join(to, name), 'utf8'));
    rmSync(join(to, name));
    writeFileSync(join(to, nameOf(name)), text);
  }
};
rewrite('rules/yantian-2011', join(folder, 'rules'), renamed);

/** What a report says but for its sentences, which speak of levels. */
const toldBy = async (...argv: readonly string[]): Promise<unknown> => {
  const { code, stdout } = await runMain(['assess', ...argv, '--format', 'json', '--witnesses', '0']);
  const { subjects, diagnostics, verdict, year } = JSON.parse(stdout, (key, value) =>
    ['zh', 'en', 'sha256'].includes(key) ? undefined : value,
  );
  return JSON.parse(renamed(JSON.stringify({ code, subjects, diagnostics, verdict, year })));
};

test.each(SUBMISSIONS)('samples/%s is judged alike, whatever levels and fields are called', async (name) => {
  const data = join(folder, name);
  rewrite(join('samples', name), data);
  expect(await toldBy(data, '--rules', join(folder, 'rules'))).toEqual(await toldBy(join('samples', name)));
});
