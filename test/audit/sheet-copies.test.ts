import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sheetCopies, writeSheetCopies } from '../../src/audit/copy-sheets.ts';
import { openTables } from '../../src/audit/held-tables.ts';
import { nodeAuditedFiles } from '../../src/audit/node/audited-files.ts';
import { loadRuleset } from '../../src/ruleset/load-ruleset.ts';
import { assessed, figures, told, withFolder } from '../intake/submission.ts';
import { type SheetText, workbook } from '../xlsx/workbook.ts';

const compounds = (name: string, unit: string): SheetText => ({
  name,
  rows: [['台账'], ['年度', '街道', '小区', '创建等级'], [2012, '梅沙街道', unit, '标兵']],
});
const COVER: SheetText = { name: '封面', rows: [['2012年台账']] };

const copy = async (folder: string, path = folder) => {
  const loaded = await loadRuleset(undefined);
  if (!('ruleset' in loaded)) throw new Error('no ruleset');
  const files = nodeAuditedFiles();
  const copies = sheetCopies(files, await openTables([path], loaded.ruleset, files));
  writeSheetCopies(files, copies, '2012-11-30T09:00:00+08:00');
  return copies.map(({ copy: file, isThere }) => [file.slice(folder.length + 1), isThere]);
};
const judge = async (...paths: string[]) => {
  const result = await assessed({ paths });
  const isBeside = (line: string) => /input\.other-files|table\.above-headings/.test(line);
  return { figures: figures(result), told: told(result).filter((line) => !isBeside(line)) };
};

test('an audit of workbooks leaves a folder that can be judged and audited again', async () => {
  const files = {
    'a.xlsx': workbook(COVER, compounds('甲', '一村'), compounds('乙', '二村')),
    'sub/b.xlsx': workbook(compounds('丙', '三村')),
  };
  await withFolder(files, async (folder) => {
    expect(await copy(folder)).toEqual([
      ['a-甲.csv', false],
      ['a-乙.csv', false],
      ['sub/b.csv', false],
    ]);
    expect(await judge(folder)).toEqual({
      figures: ['梅沙街道 3/3'],
      told: ['note input.audited-copies', 'note input.audited-copies', 'note xlsx.other-sheets a.xlsx:1:1'],
    });
    expect(await copy(folder)).toEqual([]);
    const again = await copy(join(folder, 'a.xlsx'));
    expect(again.map(([, isThere]) => isThere)).toEqual([true, true]);
  });
});

test.each<[string, (folder: string) => void, unknown]>([
  [
    'the workbook was changed since',
    (folder) => writeFileSync(join(folder, 'a.xlsx'), workbook(compounds('甲', '二村'))),
    { figures: [], told: ['error input.copies-differ'] },
  ],
  [
    'what says so was torn',
    (folder) => writeFileSync(join(folder, 'a.xlsx.audit.jsonl'), '{"kind":"sheets","version":1'),
    { figures: [], told: ['error unit.duplicate a.csv:2:11 & a.xlsx#甲!C3 "一村"'] },
  ],
])('%s', async (_, change, expected) => {
  await withFolder({ 'a.xlsx': workbook(compounds('甲', '一村')) }, async (folder) => {
    await copy(folder);
    change(folder);
    expect(await judge(folder)).toEqual(expected);
  });
});

test('a sheet that was not copied is still read, and what is not read still told', async () => {
  const hidden: SheetText = { ...compounds('丙', '三村'), state: 'hidden' };
  const unread = 'warning xlsx.unread-tables a.xlsx#甲!A1';
  await withFolder({ 'a.xlsx': workbook(compounds('甲', '一村'), compounds('乙', '二村'), hidden) }, async (folder) => {
    expect(await judge(folder)).toEqual({ figures: ['梅沙街道 2/2'], told: [unread] });
    await copy(folder, `${join(folder, 'a.xlsx')}#甲`);
    const first = await judge(folder);
    expect(first.figures).toEqual(['梅沙街道 2/2']);
    expect(first.told.toSorted()).toEqual(['note input.audited-copies', 'warning xlsx.unread-tables a.xlsx#乙!A1']);
    await copy(folder, `${join(folder, 'a.xlsx')}#乙`);
    const second = await judge(folder);
    expect(second.figures).toEqual(['梅沙街道 2/2']);
    expect(second.told.toSorted()).toEqual(['note input.audited-copies', 'warning xlsx.unread-tables a.xlsx:1:1']);
  });
});

test('a workbook given without its copies is read', async () => {
  await withFolder({ 'a.xlsx': workbook(compounds('甲', '一村')) }, async (folder) => {
    await copy(folder);
    expect(await judge(join(folder, 'a.xlsx'))).toEqual({
      figures: ['梅沙街道 1/1'],
      told: [],
    });
    expect((await judge(join(folder, 'a.xlsx'), join(folder, 'a.csv'))).told).toEqual(['note input.audited-copies']);
  });
});
