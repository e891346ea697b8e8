import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assessed, figures, inFolder, told, withFolder } from './submission.ts';

const TABLE = (unit: string) => `年度,街道,小区,创建等级\n2012,梅沙街道,${unit},标兵`;
const pathsOf = ({ inputs }: Awaited<ReturnType<typeof inFolder>>) => inputs.map(({ path }) => path);

test('subfolders are read with their folder, in the order of their paths', async () => {
  const files = {
    'b.csv': TABLE('一村'),
    'a/z.csv': TABLE('二村'),
    'a/b/c.csv': TABLE('三村'),
    'a-b/c.csv': TABLE('四村'),
  };
  const result = await inFolder(files);
  expect(pathsOf(result)).toEqual(['a-b/c.csv', 'a/b/c.csv', 'a/z.csv', 'b.csv']);
  expect(figures(result)).toEqual(['梅沙街道 4/4']);
});

test('a folder with nothing but a folder', async () => {
  expect(figures(await inFolder({ 'a/b/c.csv': TABLE('一村') }))).toEqual(['梅沙街道 1/1']);
});

test('a copy in a subfolder is no unit twice without a word', async () => {
  const result = await inFolder({ 'a.csv': TABLE('一村'), '备份/a.csv': TABLE('一村') });
  expect(told(result)).toEqual(['error unit.duplicate a.csv:2:11 & 备份/a.csv:2:11 "一村"']);
});

test('files of one name in several folders keep their own paths', async () => {
  const result = await inFolder({ '梅沙/小区.csv': TABLE('一村'), '盐田/小区.csv': `${TABLE('二村')},多` });
  expect(told(result)).toEqual(['error table.ragged 盐田/小区.csv:2:17']);
});

test('folders within folders come to an end', async () => {
  await withFolder({ [`${'d/'.repeat(40)}a.csv`]: TABLE('一村') }, async (folder) => {
    const result = await assessed({ paths: [folder] });
    expect(result.refusal).toBe('input');
    expect(told(result)).toEqual(['error input.folder-too-large']);
    const inner = await assessed({ paths: [join(folder, 'd/d/d/d/d/d/d/d/d/d')] });
    expect(figures(inner)).toEqual(['梅沙街道 1/1']);
  });
});
