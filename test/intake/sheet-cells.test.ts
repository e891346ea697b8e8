import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CsvFile } from '../../src/intake/csv-file.ts';
import { splitCells } from '../../src/intake/csv-grammar.ts';
import { decode } from '../../src/intake/encoding.ts';
import { fromBytes } from '../../src/intake/node/source.ts';
import { cellName, MOST_ROWS } from '../../src/model/spreadsheet.ts';
import { writeFolder } from '../judge/write-folder.ts';
import { runMain } from '../samples/run-main.ts';

const text = fc.stringMatching(/^[社ab",\n ]{0,5}$/);
const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

test('the cell named is that of the row and column, whatever lines quoted cells and blank rows take', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(text, { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 12 }),
      fc.constantFrom('\n', '\r\n'),
      fc.integer({ min: 1, max: 64 }),
      async (rows, lineBreak, chunkBytes) => {
        const bytes = Buffer.from(rows.map((cells) => cells.map(quoted).join(',') + lineBreak).join(''));
        const decoded = decode(fromBytes(bytes), true, 'utf-8');
        if (!('source' in decoded)) throw new Error('decodes');
        const csv = new CsvFile(decoded, ',', () => {}, { chunkBytes });
        for await (const _ of csv.batches());
        for (const [row, cells] of rows.entries()) {
          const found = csv.locate(row);
          expect(found.map(({ text: each }) => each)).toEqual(cells);
          expect(found.map(({ sheetCell }) => sheetCell)).toEqual(cells.map((_, column) => cellName(row, column)));
        }
      },
    ),
  );
});

test.each([
  ['the last row a sheet has', MOST_ROWS - 1, 'A1048576'],
  ['a row no sheet has', MOST_ROWS, undefined],
])('%s', (_, row, expected) => {
  const record = { bytes: Buffer.from('a,b'), decode: String, row };
  expect(splitCells(record, 0x2c, row + 1)[0]!.sheetCell).toBe(expected);
});

const HEADINGS = '年度,街道代码,街道名称,备注,维稳综治专项考核,安全专项考核,计生专项考核';

test.each([
  ['plain', `${HEADINGS}\n2012,440308003,沙头角街道,,达标,达标,不达标\n`, '街道.csv:2:29 G2'],
  [
    'below a title and a blank line',
    `街道表\n\n${HEADINGS}\n2012,440308003,沙头角街道,,达标,达标,不达标\n`,
    '街道.csv:4:29 G4',
  ],
  [
    'below a cell of two lines',
    `${HEADINGS}\n2012,440308002,盐田街道,"甲\n乙",达标,达标,达标\n2012,440308003,沙头角街道,,达标,达标,不达标\n`,
    '街道.csv:4:29 G3',
  ],
  [
    'behind a cell of two lines',
    `${HEADINGS}\n2012,440308003,沙头角街道,"甲\n乙",达标,达标,不达标\n`,
    '街道.csv:3:10 G2',
  ],
  [
    'by semicolons',
    `${HEADINGS}\n2012,440308003,沙头角街道,,达标,达标,不达标\n`.replaceAll(',', ';'),
    '街道.csv:2:29 G2',
  ],
  [
    'under a line that not every spreadsheet shows',
    `sep=,\n${HEADINGS}\n2012,440308003,沙头角街道,,达标,达标,不达标\n`,
    '街道.csv:3:29\n',
  ],
])('a place in CSV says the cell that a spreadsheet shows: %s', async (_, csv, expected) => {
  const folder = writeFolder({ '街道.csv': csv });
  const { stdout } = await runMain(['assess', folder, '--lang', 'zh']);
  expect(stdout).toContain(expected);
  const json = JSON.parse((await runMain(['assess', folder, '--lang', 'zh', '--format', 'json'])).stdout) as {
    subjects: {
      findings: { rule: string; witnesses: { failing: { text: string; place: { sheetCell?: string } }[] } }[];
    }[];
  };
  const found = json.subjects.flatMap(({ findings }) => findings.flatMap(({ witnesses }) => witnesses.failing));
  expect(found.find(({ text: cell }) => cell === '不达标')!.place.sheetCell).toBe(/ (G\d)$/.exec(expected)?.[1]);
});
