import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assessed, figures, inFolder, rowCounts, told, withFolder } from './submission.ts';

const HEADINGS = '年度,街道,小区,创建等级';
const A = `${HEADINGS}\n2012,梅沙街道,一村,标兵\n`;
const B = `${HEADINGS}\n2012,梅沙街道,二村,先进\n`;
const REPORT = '{ "format": "streetcheck-report", "version": 1 }';

describe('a folder', () => {
  test('its data files are read in code-point order, and all others named', async () => {
    const result = await inFolder({
      'b.CSV': B,
      'a.csv': A,
      'Z.tsv': A.replaceAll(',', '\t').replace('一村', '三村'),
      '小区.txt': A.replace('一村', '四村'),
      '.hidden.csv': 'x',
      '~$a.csv': 'x',
      '~$b.xlsx': 'x',
      '说明.docx': 'x',
      '登记表.xls': 'PK\u0003\u0004',
      'report.json': REPORT,
      'below/c.csv': A.replace('一村', '五村'),
      'below/说明.docx': 'x',
    });
    expect(rowCounts(result)).toEqual([
      ...['Z.tsv 1+0-0', 'a.csv 1+0-0', 'b.CSV 1+0-0', 'below/c.csv 1+0-0', '小区.txt 1+0-0'],
    ]);
    expect(told(result).sort()).toEqual([
      'note csv.delimiter Z.tsv:1:1',
      'note input.other-files',
      'note input.saved-report',
      'warning input.passed-over',
    ]);
    const over = result.diagnostics.find(({ code }) => code === 'input.passed-over');
    expect(over!.params).toEqual({ files: ['.hidden.csv', '登记表.xls'] });
    const others = result.diagnostics.find(({ code }) => code === 'input.other-files');
    expect(others!.params).toEqual({ files: ['below/说明.docx', '说明.docx'] });
    expect(figures(result)).toEqual(['梅沙街道 4/5']);
  });

  test.each([
    { name: 'empty', files: {} as Record<string, string>, told: [] as string[] },
    { name: 'without data files', files: { 'a.docx': 'x' }, told: ['note input.other-files'] },
    { name: 'of hidden files', files: { '.a.csv': A, '~$b.csv': B }, told: ['warning input.passed-over'] },
    { name: 'of folders without any', files: { 'below/a.docx': 'x' }, told: ['note input.other-files'] },
    {
      name: 'of saved reports',
      files: { 'a.json': REPORT, 'b.json': REPORT },
      told: ['note input.saved-report', 'note input.saved-report'],
    },
  ])('$name holds no data', async ({ files, told: notes }) => {
    const result = await inFolder(files);
    expect(result).toMatchObject({ refusal: 'input', verdict: null });
    expect(told(result).sort()).toEqual(['error input.no-data', ...notes]);
  });

  test('the table said for it is that of its files', async () => {
    await withFolder({ 'a.csv': 'year,street,name\n2012,梅沙街道,一村\n' }, async (folder) => {
      const result = await assessed({ paths: [`compounds=${folder}`] });
      expect(result.inputs[0]!.table).toBe('compounds');
    });
  });

  test.runIf(process.platform !== 'win32')(
    'links to nothing and to folders do not keep the others from being read',
    async () => {
      await withFolder({ 'a.csv': A }, async (folder) => {
        mkdirSync(join(folder, 'below'));
        const links = {
          'b.csv': 'nothing.csv',
          'c.csv': 'below',
          'd.csv': 'd.csv',
          'e.csv': 'below/pipe',
          'f.csv': '/dev/zero',
        };
        execFileSync('sh', ['-c', 'mkfifo below/pipe'], { cwd: folder });
        for (const [name, target] of Object.entries(links)) symlinkSync(target, join(folder, name));
        symlinkSync('a.csv', join(folder, 'g.txt'));
        const result = await assessed({ paths: [folder] });
        expect(result.refusal).toBe('input');
        expect(told(result)).toEqual([
          ...Object.keys(links).map(() => 'error input.bad-link'),
          'note input.other-files',
          'note input.given-twice',
        ]);
        expect(result.diagnostics.slice(0, -2).map(({ params }) => params)).toEqual(
          Object.keys(links).map((file) => ({ folder, file })),
        );
        expect(rowCounts(result)).toEqual(['a.csv 1+0-0']);
      });
    },
  );

  test.runIf(process.platform !== 'win32')('what is named like a file but is none is named', async () => {
    await withFolder({ 'a.csv': A, 'b.csv/c.csv': B }, async (folder) => {
      execFileSync('sh', ['-c', 'mkfifo e.csv'], { cwd: folder });
      const result = await assessed({ paths: [folder] });
      expect(told(result)).toEqual(['warning input.passed-over']);
      expect(result.diagnostics[0]!.params).toEqual({ files: ['e.csv'] });
      expect(rowCounts(result)).toEqual(['a.csv 1+0-0', 'b.csv/c.csv 1+0-0']);
    });
  });

  test.runIf(process.platform !== 'win32')('a link to nothing alone is not said to be no data', async () => {
    await withFolder({}, async (folder) => {
      symlinkSync('nothing.csv', join(folder, 'a.csv'));
      const result = await assessed({ paths: [folder] });
      expect(told(result)).toEqual(['error input.bad-link']);
      expect(result).toMatchObject({ refusal: 'input', verdict: null });
    });
  });
});

describe('paths', () => {
  const FILES = { 'x/a.csv': A, 'y/a.csv': B, 'z/a.csv': B.replace('二村', '三村') };

  test('two files of one name are told apart by the shortest tail', async () => {
    await withFolder(FILES, async (folder) => {
      const result = await assessed({ paths: [join(folder, 'x', 'a.csv'), join(folder, 'y', 'a.csv')] });
      expect(rowCounts(result)).toEqual(['x/a.csv 1+0-0', 'y/a.csv 1+0-0']);
      expect(result.subjects[0]!.findings[0]!.witnesses.failing[0]!.place!.path).toBe('y/a.csv');
    });
  });

  test('so are the files of two folders', async () => {
    await withFolder(FILES, async (folder) => {
      const result = await assessed({ paths: ['x', 'y', 'z'].map((name) => join(folder, name)) });
      expect(rowCounts(result)).toEqual(['x/a.csv 1+0-0', 'y/a.csv 1+0-0', 'z/a.csv 1+0-0']);
      expect(figures(result)).toEqual(['梅沙街道 1/3']);
    });
  });

  test('a file given twice is read once', async () => {
    await withFolder(FILES, async (folder) => {
      const file = join(folder, 'x', 'a.csv');
      const result = await assessed({ paths: [file, join(folder, 'x'), `${folder}/y/../x/a.csv`] });
      expect(told(result)).toEqual(['note input.given-twice ×2']);
      expect(figures(result)).toEqual(['梅沙街道 1/1']);
    });
  });

  test('a path that is not there does not keep the others from being read', async () => {
    await withFolder(FILES, async (folder) => {
      const result = await assessed({
        paths: [join(folder, 'no.csv'), join(folder, 'x', 'a.csv', 'below'), join(folder, 'x')],
      });
      expect(result.refusal).toBe('input');
      expect(told(result)).toEqual(['error input.not-found', 'error input.not-found']);
      expect(rowCounts(result)).toEqual(['a.csv 1+0-0']);
    });
  });

  test.each(['__proto__', 'constructor', '\u001b[31mred', '\u202egnp', '空 格', "a'b", 'a=b', '-'])(
    'a file is named %j',
    async (name) => {
      const result = await inFolder({ [`${name}.csv`]: B });
      expect(rowCounts(result)).toEqual([`${name}.csv 1+0-0`]);
      expect(result.subjects[0]!.findings[0]!.witnesses.failing[0]!.place!.path).toBe(`${name}.csv`);
    },
  );

  test('the table of a file is said outright', async () => {
    const text = 'year,street,name\n2012,梅沙街道,一村\n';
    await withFolder({ 'a.csv': text }, async (folder) => {
      const file = join(folder, 'a.csv');
      expect((await assessed({ paths: [file] })).inputs[0]!.table).toBe('communities');
      expect((await assessed({ paths: [`compounds=${file}`] })).inputs[0]!.table).toBe('compounds');
    });
  });

  test('the name of no table is part of the path', async () => {
    await withFolder({ 'villages=a.csv': B }, async (folder) => {
      expect(rowCounts(await assessed({ paths: [join(folder, 'villages=a.csv')] }))).toEqual(['villages=a.csv 1+0-0']);
    });
  });

  test.each(['a.XLS', 'a.et', 'a.ods', 'a.numbers', 'a.xlsb'])('%s is refused with the remedy', async (name) => {
    await withFolder({ [name]: Buffer.from([0, 1, 2]) }, async (folder) => {
      const result = await assessed({ paths: [join(folder, name)], year: 2012 });
      expect(told(result)).toEqual([`error input.spreadsheet ${name}:1:1`]);
      expect(result.refusal).toBe('data');
    });
  });

  test('a saved report given as a file is not skipped but refused', async () => {
    await withFolder({ 'a.json': REPORT }, async (folder) => {
      const result = await assessed({ paths: [join(folder, 'a.json')], year: 2012 });
      expect(told(result)).toEqual(['error yaml.shape a.json:1:1']);
    });
  });

  test.runIf(process.platform !== 'win32')('a pipe is read to its end', async () => {
    await withFolder({ 'a.csv': B }, async (folder) => {
      const pipe = join(folder, 'pipe.csv');
      execFileSync('sh', ['-c', 'mkfifo pipe.csv; cat a.csv > pipe.csv &'], { cwd: folder, stdio: 'ignore' });
      const result = await assessed({ paths: [pipe] });
      expect(figures(result)).toEqual(['梅沙街道 0/1']);
      expect(result.subjects[0]!.findings[0]!.witnesses.failing[0]!.place).toEqual({
        path: 'pipe.csv',
        line: 2,
        column: 14,
        sheetCell: 'D2',
      });
    });
  });
});

describe('standard input', () => {
  const stdin = (text: string, size = text.length) => {
    const bytes = Buffer.from(text);
    return (async function* () {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    })();
  };
  const YAML = 'compounds:\n  - { year: 2012, street: 梅沙街道, name: 一村, level: 标兵 }\n';
  const expected = ['梅沙街道 1/1'];
  test.each([
    { name: 'CSV', text: A },
    { name: 'CSV in single bytes', text: A, size: 1 },
    { name: 'CSV below a title that ends in a colon', text: `小区台账:\n${A}` },
    { name: 'CSV below fifty blank lines', text: `${'\n'.repeat(50)}${A}` },
    { name: 'CSV below thousands of spaces', text: `${' '.repeat(4000)}\n${A}` },
    { name: 'YAML', text: YAML },
    { name: 'YAML below a comment', text: `# 小区\n\n${YAML}` },
    { name: 'YAML below a document marker', text: `---\n${YAML}` },
    { name: 'YAML with a byte order mark and CR LF', text: `\ufeff${YAML.replaceAll('\n', '\r\n')}` },
    { name: 'YAML with a list that is not indented', text: YAML.replace('  - ', '- ') },
    { name: 'YAML of one line', text: 'compounds: [{ year: 2012, street: 梅沙街道, name: 一村, level: 标兵 }]' },
    { name: 'a list', text: '- { year: 2012, street: 梅沙街道, 小区: 一村, level: 标兵 }' },
    { name: 'JSON', text: ' \n{"compounds":[{"year":2012,"street":"梅沙街道","name":"一村","level":"model"}]}' },
  ])('$name', async ({ text, size }) => {
    const result = await assessed({ paths: ['-'], stdin: stdin(text, size) });
    expect(figures(result)).toEqual(expected);
    expect(result.inputs[0]).toMatchObject({ path: '-', shown: '-', records: 1 });
  });

  test('its table is said outright', async () => {
    const result = await assessed({ paths: ['compounds=-'], stdin: stdin('year,street,name\n2012,梅沙街道,一村\n') });
    expect(result.inputs[0]!.table).toBe('compounds');
  });

  test('given twice it is read once', async () => {
    const result = await assessed({ paths: ['-', '-'], stdin: stdin(A) });
    expect(told(result)).toEqual(['note input.given-twice']);
    expect(figures(result)).toEqual(expected);
  });

  test('beside a folder', async () => {
    await withFolder({ 'b.csv': B }, async (folder) => {
      const result = await assessed({ paths: ['-', folder], stdin: stdin(A) });
      expect(rowCounts(result)).toEqual(['- 1+0-0', 'b.csv 1+0-0']);
      expect(figures(result)).toEqual(['梅沙街道 1/2']);
    });
  });

  test('empty', async () => {
    const result = await assessed({ paths: ['-'], stdin: stdin(''), year: 2012 });
    expect(told(result)).toEqual(['error table.no-headings -:1:1']);
  });
});
