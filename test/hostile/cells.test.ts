import { describe, expect, test } from 'vitest';
import { writeFolder } from '../judge/write-folder.ts';
import { hostile } from '../report/hostile.ts';
import { assertReport } from '../report/report-schema.ts';
import { runMain } from '../samples/run-main.ts';
import { hiddenIn } from './hidden.ts';

interface Report {
  readonly subjects: readonly {
    readonly findings: readonly {
      readonly rule: string;
      readonly witnesses: {
        readonly failing: readonly { readonly name: string | null; readonly text: string | null }[];
      };
    }[];
  }[];
  readonly diagnostics: readonly { readonly code: string; readonly text: string | null }[];
}

const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
const csv = (rows: readonly (readonly string[])[]) => rows.map((row) => `${row.map(quote).join(',')}\r\n`).join('');

/** The same two tables, of which one cell each is hostile, as CSV and as YAML (by its JSON subset). */
const FORMATS = {
  CSV: (name: string, level: string): Record<string, string> => ({
    'communities.csv': csv([
      ['年度', '街道代码', '社区代码', '社区名称', '无毒社区'],
      ['2012', '440308003', '440308003001', name, '否'],
    ]),
    'compounds.csv': csv([
      ['年度', '街道代码', '小区编号', '小区名称', '创建等级'],
      ['2012', '440308003', '440308003001001', '一村', level],
    ]),
  }),
  YAML: (name: string, level: string): Record<string, string> => ({
    'register.yaml': JSON.stringify({
      communities: [{ 年度: '2012', 街道代码: '440308003', 社区代码: '440308003001', 社区名称: name, 无毒社区: '否' }],
      compounds: [
        { 年度: '2012', 街道代码: '440308003', 小区编号: '440308003001001', 小区名称: '一村', 创建等级: level },
      ],
    }),
  }),
};

/** UTF-8 cannot hold half a character: a file made of it would hold another text. */
const cells = (format: string) => hostile.filter(([name]) => format === 'YAML' || name !== 'lone surrogates');

describe.each(Object.entries(FORMATS))('%s', (format, write) => {
  test.each(cells(format))('a name: %s', async (_, name) => {
    const folder = writeFolder(write(name, '先进'));
    const json = await runMain(['assess', folder, '--format', 'json']);
    expect(json.code).toBe(1);
    const { subjects } = assertReport(json.stdout) as unknown as Report;
    const finding = subjects[0]!.findings.find(({ rule }) => rule === 'drug-free-communities')!;
    const [witness] = finding.witnesses.failing;
    expect(witness!.name === (name.trim() === '' ? null : name)).toBe(true);
    for (const lang of ['zh', 'en']) {
      const { code, stdout, stderr } = await runMain(['assess', folder, '--lang', lang]);
      expect({ code, stderr, hidden: hiddenIn(stdout) }).toEqual({ code: 1, stderr: '', hidden: [] });
      expect(stdout.length).toBeLessThan(20_000);
    }
  });

  test.each(cells(format))('a value: %s', async (_, level) => {
    const folder = writeFolder(write('某社区', level));
    const expected = level.trim() === '' ? 1 : 65;
    const json = await runMain(['validate', folder, '--format', 'json']);
    const { diagnostics } = assertReport(json.stdout) as unknown as Report;
    const wrong = diagnostics.filter(({ code }) => code === 'record.unknown-value');
    expect(wrong.map(({ text }) => text === level)).toEqual(expected === 65 ? [true] : []);
    for (const lang of ['zh', 'en']) {
      const { code, stdout, stderr } = await runMain(['assess', folder, '--lang', lang]);
      expect({ code, stderr, hidden: hiddenIn(stdout) }).toEqual({ code: expected, stderr: '', hidden: [] });
      expect(stdout.length).toBeLessThan(20_000);
    }
  });
});

const OBJECT_NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

describe.each(OBJECT_NAMES)('%s is a name like any other', (name) => {
  const assess = async (files: Readonly<Record<string, string>>) => {
    const { code, stdout, stderr } = await runMain(['assess', writeFolder(files), '--format', 'json']);
    expect(stderr).toBe('');
    return { code, report: assertReport(stdout) };
  };
  const subject = { scope: 'street', code: name, name };

  test('of a street, a community and a compound in CSV', async () => {
    const { code, report } = await assess({
      'a.csv': csv([
        ['年度', '街道代码', '街道', '安全'],
        ['2012', name, name, '达标'],
      ]),
      'b.csv': csv([
        ['年度', '街道代码', '社区代码', '社区', '无毒社区'],
        ['2012', name, name, name, '是'],
      ]),
      'c.csv': csv([
        ['年度', '街道', '社区', '小区', '创建等级'],
        ['2012', name, name, name, '标兵'],
      ]),
    });
    expect(code).toBe(2);
    expect(report.subjects).toEqual([expect.objectContaining(subject), expect.anything()]);
    expect((report.diagnostics as Report['diagnostics']).filter((each) => each.code.startsWith('reference'))).toEqual(
      [],
    );
  });

  test('of a heading in CSV and a key in YAML', async () => {
    const flat = `{ "streets": [{ "年度": "2012", "街道": "甲", "${name}": "x" }], "${name}": 1 }`;
    const { code, report } = await assess({
      'a.csv': csv([
        ['年度', '街道', '社区', name],
        ['2012', '甲', '乙', 'x'],
      ]),
      'b.json': flat,
    });
    expect(code).toBe(2);
    expect(report.diagnostics).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'table.columns-ignored', params: { headings: [name] } }),
        expect.objectContaining({ code: 'yaml.unknown-key' }),
      ]),
    );
  });
});
