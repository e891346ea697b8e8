import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export const YANTIAN = fileURLToPath(new URL('../../rules/yantian-2011', import.meta.url));

/** Replaces in one file of the ruleset; what is to be replaced must be there. */
export type Edit = readonly [file: string, found: string, replacement: string];

/** A copy of yantian-2011 with some edits, in a folder that goes when the test ends. */
export const writeRuleset = (...edits: readonly Edit[]): string => {
  const parent = mkdtempSync(join(tmpdir(), 'streetcheck-'));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  const folder = join(parent, 'ruleset');
  cpSync(YANTIAN, folder, { recursive: true });
  for (const [file, found, replacement] of edits) {
    const text = readFileSync(join(folder, file), 'utf8');
    if (!text.includes(found)) throw new Error(`${file} does not hold: ${found}`);
    writeFileSync(
      join(folder, file),
      text.replace(found, () => replacement),
    );
  }
  return folder;
};
