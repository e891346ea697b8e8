import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

const STREETS =
  '年度,街道代码,街道,维稳综治专项考核,安全专项考核,计生专项考核,小区总数,标兵小区数,社区总数,安全文明社区数,无毒社区数,无邪社区数,稳中有降社区数\n';
const summary = (code: string, name: string, model: string) =>
  `${STREETS}2012,${code},${name},达标,达标,达标,10,${model},5,5,5,5,5\n`;

/** Summaries of one street, by what comes of them. */
export const FILES = {
  pass: summary('440308003', '沙头角街道', '9'),
  fail: summary('440308002', '海山街道', '7'),
  unknown: summary('440308001', '盐田街道', ''),
  refused: summary('440308001', '盐田街道', '九个'),
} as const;

/** By their paths; a folder where the path ends in `/`, a link where the content says so. */
export type Tree = Readonly<Record<string, string | { readonly linkTo: string } | { readonly copyOf: string }>>;

/** A folder with these files, gone when the test ends. */
export const batchFolder = (tree: Tree): string => {
  const folder = mkdtempSync(join(tmpdir(), 'streetcheck-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(tree)) {
    const file = join(folder, path);
    mkdirSync(path.endsWith('/') ? file : dirname(file), { recursive: true });
    if (path.endsWith('/')) continue;
    if (typeof content === 'string') writeFileSync(file, content);
    else if ('linkTo' in content) symlinkSync(content.linkTo, file);
    else cpSync(content.copyOf, file, { recursive: true });
  }
  return folder;
};
