import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { assess } from '../../src/assess.ts';
import { gb18030 } from './encode.ts';

const TABLE = '年度,街道代码,街道,标兵小区数,小区总数\n2012,440308001,梅沙街道,8,10\n';
const LONG = TABLE + '2012,440308001,梅沙街道,8,10\n'.repeat(2000);
/** Of characters that the tests' own encoder knows. */
const KNOWN = `年度,街道,小区,创建等级\n${'2012,梅沙街道,一村,标兵\n'.repeat(2000)}`;
const WORKBOOK = readFileSync('samples/office-xlsx/小区台账.xlsx');
const NESTED = readFileSync('samples/nested-yaml/register.yaml');
const REPORT = '{\n "format": "streetcheck-report",\n "streets": [], "compounds": []}';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'streetcheck-'));
  writeFileSync(join(folder, 'a.csv'), TABLE);
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, content: string | Uint8Array) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
};

const passedOver = async (): Promise<readonly string[]> => {
  const { diagnostics } = await assess({ paths: [folder] });
  const found = diagnostics.filter(({ code }) => code === 'input.passed-over');
  return found.flatMap(({ params }) => params.files as readonly string[]);
};

test.each<[string, string | Uint8Array]>([
  ['.b.csv', TABLE],
  ['.小区.xlsx', WORKBOOK],
  ['x.csv.bak', TABLE],
  ['x.csv.bak', 'other;headings\n1;2\n'],
  ['小区.CSV1', TABLE],
  ['小区.csv~', TABLE],
  ['小区.csv副本', TABLE],
  ['小区(1)', TABLE],
  ['data', TABLE],
  ['data', LONG],
  ['data', gb18030(KNOWN)],
  ['data', Buffer.from(`\ufeff${LONG}`, 'utf16le')],
  ['data', WORKBOOK],
  ['data', NESTED],
  ['data', `{"streets":[{"code":"440308001","name":"梅沙街道"}]}`],
  ['a.tab', TABLE.replaceAll(',', '\t')],
  ['a.dat', TABLE.replaceAll(',', '|')],
  ['a.dat', `\n\n填报单位,x\n${TABLE}`],
  ['小区.log', TABLE],
  ['小区.xml', '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'],
  ...['xls', 'XLS', 'et', 'slk', 'dif', 'prn', 'ods', 'numbers', 'xlsb', 'zip', 'rar', '7z'].map(
    (ending): [string, string] => [`b.${ending}`, 'x'],
  ),
])('%s may hold data', async (name, content) => {
  put(name, content);
  expect(await passedOver()).toEqual([name]);
});

test.each<[string, string | Uint8Array]>([
  ['.DS_Store', 'x'],
  ['.gitignore', '*.csv\n'],
  ['._a.csv', TABLE],
  ['.~lock.a.csv#', TABLE],
  ['~$a.xlsx', 'x'],
  ['Thumbs.db', 'x'],
  ['desktop.ini', 'x'],
  ['a.csv.audit.jsonl', '{"code":"1","name":"x"}'],
  ['a.csv.audit.lock', TABLE],
  ['.a.csv.0123456789ab.tmp', TABLE],
  ['README.md', TABLE],
  ['a.log', '2012-01-01,started\n'],
  ['a.xml', '<a/>'],
  ['说明.html', TABLE],
  ['a.png', '\u0089PNG'],
  ['notes', '年度,说明\n'],
  ['empty.csv.bak', ''],
  ['.report.json', REPORT],
  ['report.json.bak', REPORT],
])('%s is not said to hold data', async (name, content) => {
  put(name, content);
  expect(await passedOver()).toEqual([]);
});

test.each([
  ['sub/a.csv', []],
  ['sub/deep/a.csv', []],
  ['sub/data', ['sub/data']],
  ['sub.csv/a.csv', []],
  ['a.numbers/a.csv', ['a.numbers']],
  ['node_modules/x/a.json', []],
  ['sub/README.md', []],
  ['sub/.a.csv', ['sub/.a.csv']],
  ['.sub/a.csv', ['.sub']],
  ['sub/.deep/a.csv', ['sub/.deep']],
  ['.sub/README.md', []],
  ['.git/a.csv', []],
  ['sub/.git/a.csv', []],
  ['.Trash-0/a.csv', []],
])('of a folder with %s is told: %j', async (name, told) => {
  put(name, TABLE);
  expect(await passedOver()).toEqual(told);
});

test.runIf(process.platform !== 'win32')('links, pipes and devices keep nobody waiting', async () => {
  const beside = mkdtempSync(join(tmpdir(), 'streetcheck-'));
  copyFileSync(join(folder, 'a.csv'), join(beside, 'b.csv'));
  execFileSync('sh', ['-c', 'mkfifo pipe p.csv'], { cwd: folder });
  const links = { zero: '/dev/zero', none: 'nothing', self: 'self', folder: beside, file: join(beside, 'b.csv') };
  for (const [name, target] of Object.entries(links)) symlinkSync(target, join(folder, name));
  expect(await passedOver()).toEqual(['file', 'folder', 'p.csv']);
  rmSync(beside, { recursive: true });
});

test('of many files the first are looked into', async () => {
  for (let at = 0; at < 1500; at++) put(`data-${String(at).padStart(4, '0')}`, TABLE);
  expect(await passedOver()).toHaveLength(1000);
});
