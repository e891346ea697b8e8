import { expect, test } from 'vitest';
import { openTables } from '../../src/audit/held-tables.ts';
import { loadRuleset } from '../../src/ruleset/load-ruleset.ts';
import { memoryFiles } from '../intake/memory-files.ts';

test('a held cell is where it was read, in a spreadsheet too', async () => {
  const loaded = await loadRuleset();
  if ('refusal' in loaded) throw new Error('the bundled ruleset is refused');
  const text = '街道代码,街道名称,安全专项考核\n440308001,"甲,街道",达标\n';
  const files = memoryFiles(new Map([['streets.csv', new TextEncoder().encode(text)]]));
  const [opened] = await openTables(['streets.csv'], loaded.ruleset, files);
  const cells = opened!.tables[0]!.locate(1);
  const shown = cells.map(({ line, column, sheetCell, text: held }) => ({ line, column, sheetCell, text: held }));
  expect(shown).toEqual([
    { line: 2, column: 1, sheetCell: 'A2', text: '440308001' },
    { line: 2, column: 11, sheetCell: 'B2', text: '甲,街道' },
    { line: 2, column: 18, sheetCell: 'C2', text: '达标' },
  ]);
});
