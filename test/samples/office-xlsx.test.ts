import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { officeWorkbooks } from './office-xlsx.ts';

const FOLDER = 'samples/office-xlsx';

// WRITE_SAMPLES=1 writes the workbooks anew.
if (process.env.WRITE_SAMPLES === '1') {
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, bytes] of Object.entries(officeWorkbooks)) writeFileSync(join(FOLDER, name), bytes);
}

test('samples/office-xlsx holds what is written here', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(officeWorkbooks).sort());
  for (const [name, bytes] of Object.entries(officeWorkbooks)) {
    expect(readFileSync(join(FOLDER, name)).equals(bytes), name).toBe(true);
  }
});

test.each([
  ['codes that are numbers', '小区台账.xlsx', /<c r="D5"><v>990101001001001<\/v>/],
  ['merged headings', '社区台账.xlsx', /<mergeCell ref="H3:I3"\/>/],
  ['merged records', '小区台账.xlsx', /<mergeCell ref="B5:B9"\/>/],
  ['formulas with their values', '社区台账.xlsx', /<c r="H9"><f>SUM\(H5:H8\)<\/f><v>25<\/v>/],
  ['a percentage', '小区台账.xlsx', /<c r="F15" s="1"><f>[^<]+<\/f><v>0\.9<\/v>/],
  ['a blank count of cases', '社区台账.xlsx', /<c r="J7"><v>21<\/v><\/c><\/row>/],
  ['a date', '专项考核.xlsx', /<c r="F2" s="2"><v>41274<\/v>/],
  ['a second sheet', '小区台账.xlsx', /<sheet name="填表说明"/],
])('there are %s in it', (_, name, pattern) => {
  expect(readFileSync(join(FOLDER, name), 'utf8')).toMatch(pattern);
});
