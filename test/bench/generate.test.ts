import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, test } from 'vitest';

const GENERATE = fileURLToPath(new URL('generate.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'streetcheck-generate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const generate = (name: string, ...args: string[]): string => {
  const out = join(folder, name);
  execFileSync(process.execPath, [GENERATE, '--out', out, ...args]);
  return out;
};

const rowsOf = (out: string, table: string): Record<string, string>[] =>
  parse(readFileSync(join(out, `${table}.csv`)), { columns: true });

const column = (rows: readonly Record<string, string>[], heading: string): string[] =>
  rows.map((row) => row[heading] ?? '');

describe('a generated city', () => {
  const city = generate('city', '--scale', 'city');
  const streets = rowsOf(city, 'streets');
  const communities = rowsOf(city, 'communities');
  const compounds = rowsOf(city, 'compounds');

  test('has the streets of its scale and the usual number of units below them', () => {
    expect(streets).toHaveLength(79);
    expect(communities.length / streets.length).toBeGreaterThan(8);
    expect(communities.length / streets.length).toBeLessThan(20);
    expect(compounds.length / communities.length).toBeGreaterThan(3);
    expect(compounds.length / communities.length).toBeLessThan(4);
  });

  test.each([
    { name: 'streets', rows: streets, heading: '街道代码', shape: /^\d{6}(?!000)[0-3]\d{2}$/ },
    { name: 'communities', rows: communities, heading: '社区代码', shape: /^\d{9}(?!000)[0-3]\d{2}$/ },
    { name: 'compounds', rows: compounds, heading: '小区编号', shape: /^\d{12}(?!000)[0-3]\d{2}$/ },
  ])('$name have unique codes of the right shape', ({ rows, heading, shape }) => {
    const codes = column(rows, heading);
    expect(codes.filter((code) => !shape.test(code))).toEqual([]);
    expect(new Set(codes).size).toBe(rows.length);
  });

  test.each([
    {
      name: 'communities in streets',
      rows: communities,
      code: '街道代码',
      label: '街道名称',
      parents: streets,
      child: '社区代码',
    },
    {
      name: 'compounds in communities',
      rows: compounds,
      code: '社区代码',
      label: '社区名称',
      parents: communities,
      child: '小区编号',
    },
    {
      name: 'compounds in streets',
      rows: compounds,
      code: '街道代码',
      label: '街道名称',
      parents: streets,
      child: '小区编号',
    },
  ])('$name: the parent exists under its code and name', ({ rows, code, label, parents, child }) => {
    const known = new Set(parents.map((row) => `${row[code]} ${row[label]}`));
    expect(rows.filter((row) => !known.has(`${row[code]} ${row[label]}`))).toEqual([]);
    expect(rows.filter((row) => !row[child]?.startsWith(row[code] ?? '?'))).toEqual([]);
  });

  test('has quoted names, blanks and every level somewhere', () => {
    expect(column(compounds, '小区名称').some((name) => /[",\n]/.test(name))).toBe(true);
    expect([...new Set(column(compounds, '创建等级'))].sort()).toEqual(['', '先进', '标兵', '未创建', '达标'].sort());
  });
});

describe('the bytes', () => {
  const bytesOf = (out: string): string =>
    readdirSync(out)
      .sort()
      .map((file) => `${file}\n${readFileSync(join(out, file), 'utf8')}`)
      .join('\n');
  const first = bytesOf(generate('first', '--scale', 'district', '--seed', '7'));

  test('are the same for the same arguments', () => {
    expect(bytesOf(generate('again', '--scale', 'district', '--seed', '7'))).toBe(first);
  });

  test('differ with the seed', () => {
    expect(bytesOf(generate('other', '--scale', 'district', '--seed', '8'))).not.toBe(first);
  });

  test('are more with --times', () => {
    expect(rowsOf(generate('times', '--scale', 'district', '--times', '5'), 'streets')).toHaveLength(20);
  });
});
