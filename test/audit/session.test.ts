import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { encoderOf } from '../../src/audit/edit-file.ts';
import { journalOf } from '../../src/audit/journal.ts';
import type { Question } from '../../src/audit/questions.ts';
import { type AuditSession, openSession } from '../../src/audit/session.ts';
import { differencesOf, writeAnswers, writeCopy } from '../../src/audit/write-answers.ts';
import { root } from '../cli/repository-copy.ts';
import { assessed, withFolder } from '../intake/submission.ts';
import { WARD_LEVELS } from '../rulesets/small-rulesets.ts';

const auditor = { by: '李四', now: () => '2012-11-05T09:30:00+08:00' };

const open = (paths: readonly string[]): Promise<AuditSession> => openSession({ paths }, async () => auditor);

const sample = (name: string, use: (folder: string) => Promise<void>): Promise<void> =>
  withFolder({}, async (folder) => {
    await mkdir(join(folder, name));
    await cp(join(root, 'samples', name), join(folder, name), { recursive: true });
    await use(join(folder, name));
  });

const shown = ({ code, name, heading, decides, within }: Question): string =>
  `${decides ? '!' : ' '} ${[...within, name].join('›')} ${code} ${heading}`;

const ANSWERS: Readonly<Record<string, string>> = { choice: '1', count: '0' };

test.each([
  [
    'a column for each value',
    ['年度,街道,社区,小区名称,标兵小区,先进小区', '2012,海山街道,海涛社区,一村,√,', '2012,海山街道,海涛社区,二村,,'],
    [
      '年度,街道,社区,小区名称,标兵小区,先进小区,创建等级',
      '2012,海山街道,海涛社区,一村,√,,',
      '2012,海山街道,海涛社区,二村,,,标兵',
    ],
  ],
  [
    'headings with a year',
    ['年度,街道,社区,2012年刑事发案,2011年刑事发案', '2012,海山街道,海涛社区,,5', '2012,海山街道,田东社区,4,5'],
    [
      '年度,街道,社区,2012年刑事发案,2011年刑事发案,安全文明社区,无毒社区,无邪社区,本年刑事发案,本年治安发案,上年治安发案',
      '2012,海山街道,海涛社区,,5,是,是,是,0,0,0',
      '2012,海山街道,田东社区,4,5,是,是,是,,0,0',
    ],
  ],
])('a column is added beside %s, and what comes of it is read as answered', async (_, before, after) => {
  await withFolder({ 'a.csv': [...before, ''].join('\n') }, async (folder) => {
    const session = await open([folder]);
    for (let count = 0; ; count++) {
      expect(count).toBeLessThan(20);
      const question = (await session.standing()).open.find(({ table }) => table !== 'streets');
      if (question === undefined) break;
      const reading = session.read(question, ANSWERS[question.schema.kind]!);
      if (!('text' in reading)) throw new Error('refused');
      session.answer(question, reading.text);
    }
    for (const file of session.files) expect(await writeAnswers(file, session.ruleset, auditor)).toBe(true);
    session.close();
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe([...after, ''].join('\n'));
    const { diagnostics, subjects } = await assessed({ paths: [folder] });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const left = subjects[0]!.findings.filter(({ witnesses }) => witnesses.unknown.some(({ place }) => place !== null));
    expect(left.map(({ rule }) => rule)).toEqual([]);
  });
});

describe('an audit of a submission', () => {
  test('asks what decides first, then the rest street by street', async () => {
    await sample('unknown', async (folder) => {
      const session = await open([folder]);
      const { open: questions, verdict } = await session.standing();
      session.close();
      expect(verdict).toBe('unknown');
      expect(questions.map(shown)).toEqual([
        '! 夏荷街道›石桥社区 990101002003 本年刑事发案',
        '! 夏荷街道›晚晴社区 990101002006 上年治安发案',
        '! 秋实街道 990101003 维稳综治专项考核',
        '  春风街道›燕归社区›木棉公寓 990101001003002 创建等级',
      ]);
    });
  });

  test('ends with the answers in the files, a verdict, and the journal as the record of them', async () => {
    await sample('unknown', async (folder) => {
      const session = await open([folder]);
      for (;;) {
        const [question] = (await session.standing()).open;
        if (question === undefined) break;
        const reading = session.read(question, ANSWERS[question.schema.kind]!);
        if (!('text' in reading)) throw new Error('refused');
        session.answer(question, reading.text);
      }
      const live = await session.standing();
      for (const file of session.files) expect(await writeAnswers(file, session.ruleset, auditor)).toBe(true);
      session.close();
      const { verdict } = await assessed({ paths: [folder] });
      expect(verdict).toBe(live.verdict);
      expect(verdict).not.toBe('unknown');
      const lines = readFileSync(journalOf(join(folder, 'streets.csv')), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(lines.map(({ kind }) => kind)).toEqual(['begin', 'answer', 'writing', 'written']);
      expect(lines[1]).toEqual({
        kind: 'answer',
        at: auditor.now(),
        by: '李四',
        table: 'streets',
        row: 3,
        field: 'stability',
        code: '990101003',
        name: '秋实街道',
        heading: '维稳综治专项考核',
        old: '',
        text: '达标',
      });
      expect(readFileSync(join(folder, 'streets.csv'), 'utf8')).toBe(
        readFileSync(join(root, 'samples/unknown/streets.csv'), 'utf8').replace('秋实街道,,', '秋实街道,达标,'),
      );
    });
  });

  test('leaves a journal only beside the files that something was said of', async () => {
    await sample('unknown', async (folder) => {
      const before = readdirSync(folder);
      (await open([folder])).close();
      expect(readdirSync(folder)).toEqual(before);
      const session = await open([folder]);
      const [question] = (await session.standing()).open;
      session.skip(question!);
      session.close();
      expect(readdirSync(folder).filter((name) => !before.includes(name))).toEqual(['communities.csv.audit.jsonl']);
      const again = await open([folder]);
      expect((await again.standing()).skipped).toHaveLength(1);
      again.close();
      expect(readdirSync(folder)).toHaveLength(before.length + 1);
    });
  });

  test('is taken up where it stopped; skipped questions come last; a torn line is told', async () => {
    await sample('unknown', async (folder) => {
      const before = await open([folder]);
      const { open: asked } = await before.standing();
      before.skip(asked[0]!);
      before.answer(asked[1]!, '7');
      before.note(asked[2]!, '门卫不在');
      before.note(asked[3]!, '保安在');
      before.close();
      const journal = journalOf(join(folder, 'compounds.csv'));
      const [begin, ...entries] = readFileSync(journal, 'utf8').split('\n');
      const changed = ['x{', 'null', '[]', '{"kind":"answer"}', '{"kind":"skip","at":"","by":"","table":"a","row":1}'];
      writeFileSync(journal, [begin, ...changed, ...entries, '{"kind":"answer","ro'].join('\n'));
      const after = await open([folder]);
      const { open: questions, skipped, answered } = await after.standing();
      expect(questions.map(shown)).toEqual(asked.slice(2).map(shown));
      // The answer has settled the street.
      expect(skipped.map(shown)).toEqual([shown({ ...asked[0]!, decides: false })]);
      expect(answered.map(({ answer }) => answer?.text)).toEqual(['7']);
      expect(after.earlier.map(({ row, field }) => [row, field])).toEqual(
        asked.slice(0, 2).map(({ row, field }) => [row, field]),
      );
      expect(after.files.map(({ journal }) => journal.torn)).toEqual([0, 6, 0]);
      expect(after.files.flatMap(({ findings }) => findings.remarks.map(({ text }) => text))).toEqual([
        '保安在',
        '门卫不在',
      ]);
      after.answer(questions[0]!, '达标');
      after.close();
    });
  });

  test('writes evidence where the record has a column for it', async () => {
    await sample('unknown', async (folder) => {
      const session = await open([folder]);
      const level = (await session.standing()).open.find(({ field }) => field === 'level')!;
      session.evidence(level, '档案7');
      session.evidence(level, '照片 3.jpg');
      for (const file of session.files) await writeAnswers(file, session.ruleset, auditor);
      session.close();
      expect(readFileSync(join(folder, 'compounds.csv'), 'utf8')).toContain('木棉公寓,住宅小区,,档案7；照片 3.jpg\n');
    });
  });

  test.each([
    ['csv', '', ['=照片', '-3'], "'=照片；-3"],
    ['csv', '', ["'=照片"], "''=照片"],
    ['csv', '', ['照片'], '照片'],
    ['csv', "'=档案", ['照片'], "'=档案；照片"],
    ['csv', "'-", ['照片'], '照片'],
    ['csv', '不详', ['照片'], '照片'],
    ['json', '', ['=照片'], '=照片'],
    ['json', '', ["'=照片"], "''=照片"],
  ])('writes evidence into a %s file that has %j as forms do: %j', async (ending, known, told, written) => {
    const record = { 年度: 2012, 街道: '甲街道', 小区: '一村', 创建等级: '', 佐证材料: known };
    const content =
      ending === 'csv'
        ? `${Object.keys(record).join(',')}\n${Object.values(record).join(',')}\n`
        : JSON.stringify({ 小区: [record] });
    await withFolder({ [`a.${ending}`]: content }, async (folder) => {
      const path = join(folder, `a.${ending}`);
      const session = await open([path]);
      const [level] = (await session.standing()).open;
      for (const text of told) session.evidence(level!, text);
      for (const file of session.files) expect(await writeAnswers(file, session.ruleset, auditor)).toBe(true);
      session.close();
      const expected = ending === 'csv' ? `,${written}\n` : JSON.stringify(written);
      expect(readFileSync(path, 'utf8')).toContain(expected);
    });
  });

  test('knows street and community by names behind guards and codes behind markers', async () => {
    const files = {
      'streets.csv': '年度,街道代码,街道\n2012,990101001,＝甲街道\n2012,,=乙街道\n',
      'compounds.csv': `年度,街道代码,街道,社区,小区,创建等级
2012,"=""990101001""",,'-一社区,一村,
2012,,"'=乙 ",'@二社区,'+二村,标兵
`,
    };
    await withFolder(files, async (folder) => {
      const paths = [join(folder, 'streets.csv'), join(folder, 'compounds.csv')];
      const session = await openSession({ paths, subjects: ['=乙街道', '990101001'] }, async () => auditor);
      const level = (await session.standing()).open.find(({ field }) => field === 'level')!;
      const corrected = (await session.filledUnits()).map(({ unit }) => [...unit.within, unit.name]);
      session.close();
      expect(level.within).toEqual(['＝甲街道', '-一社区']);
      expect(corrected).toEqual([['=乙街道', '@二社区', '+二村']]);
    });
  });

  test('refuses evidence that the encoding of the file cannot hold: it would keep all answers from being written', async () => {
    const content = Buffer.from(encoderOf('gb18030')('街道,小区,创建等级\n甲街道,一村,\n')!);
    await withFolder({ 'a.csv': content }, async (folder) => {
      const session = await openSession({ paths: [join(folder, 'a.csv')], year: 2012 }, async () => auditor);
      const [level] = (await session.standing()).open;
      expect(session.unencodable(level!, 'evidence', '照片\ufffd')).toBe('gb18030');
      expect(session.unencodable(level!, 'evidence', '照片😀𠮷')).toBeNull();
      expect(session.unencodable(level!, 'note', '照片\ufffd')).toBeNull();
      session.close();
    });
  });

  test('never overwrites what someone else has written: the difference is told, and a copy takes the answers', async () => {
    await sample('unknown', async (folder) => {
      const file = join(folder, 'streets.csv');
      const session = await open([folder]);
      const question = (await session.standing()).open.find(({ field }) => field === 'stability')!;
      session.answer(question, '达标');
      const theirs = readFileSync(file, 'utf8')
        .replace('秋实街道,,', '秋实街道,不达标,')
        .replace('春风街道,达标', '春风街道,不达标');
      writeFileSync(file, theirs);
      const audit = session.files.find((each) => each.file.endsWith('streets.csv'))!;
      expect((await session.standing()).changed).toEqual([audit]);
      expect(await writeAnswers(audit, session.ruleset, auditor)).toBe(false);
      session.close();
      expect(readFileSync(file, 'utf8')).toBe(theirs);

      const again = await open([folder]);
      const resumed = again.files.find((each) => each.file.endsWith('streets.csv'))!;
      expect((await again.standing()).changed).toEqual([resumed]);
      expect(await differencesOf(resumed, again.ruleset)).toEqual([
        {
          code: '990101001',
          name: '春风街道',
          heading: '维稳综治专项考核',
          before: '达标',
          theirs: '不达标',
          ours: '达标',
        },
        {
          code: '990101003',
          name: '秋实街道',
          heading: '维稳综治专项考核',
          before: '',
          theirs: '不达标',
          ours: '达标',
        },
      ]);
      const copy = await writeCopy(resumed, again.ruleset, auditor);
      again.close();
      expect(readFileSync(copy, 'utf8')).toContain('秋实街道,达标,');
      expect(readFileSync(file, 'utf8')).toBe(theirs);
      const fresh = await open([join(folder, 'streets.csv')]);
      expect((await fresh.standing()).changed).toEqual([]);
      fresh.close();
    });
  });

  test('knows the units of a file by their codes and names, though a spreadsheet has saved it without markers', async () => {
    const csv = (row: string) => `年度,小区编号,街道,小区,创建等级\n${row}\n`;
    await withFolder({ 'a.csv': csv('2012,"=""440308001001001""",甲街道,\'=一村,') }, async (folder) => {
      const path = join(folder, 'a.csv');
      const session = await open([path]);
      session.answer((await session.standing()).open[0]!, '标兵');
      writeFileSync(path, csv('2012,440308001001001,甲街道,=一村,先进'));
      const differences = await differencesOf(session.files[0]!, session.ruleset);
      session.close();
      expect(differences).toEqual([
        { code: '440308001001001', name: '=一村', heading: '创建等级', before: '', theirs: '先进', ours: '标兵' },
      ]);
    });
  });

  test('goes on when the folder gets other files, and tells a file that is gone as changed', async () => {
    await sample('unknown', async (folder) => {
      writeFileSync(join(folder, 'photo.jpg'), 'x');
      const session = await open([folder]);
      const { open: asked } = await session.standing();
      writeFileSync(join(folder, 'a.csv'), '年度,街道,小区,创建等级\n2012,新街道,一村,优\n');
      session.answer(asked[0]!, '7');
      const { open: still, changed } = await session.standing();
      expect([changed, still.map(shown).slice(1)]).toEqual([[], asked.map(shown).slice(2)]);
      expect(await session.contradiction(asked[1]!, '7')).toBeNull();
      const gone = session.files.find(({ file }) => file.endsWith('communities.csv'))!;
      rmSync(gone.file);
      expect((await session.standing()).changed).toEqual([gone]);
      expect(await session.contradiction(asked[1]!, '7')).toBeNull();
      expect(await session.filledUnits()).toEqual([]);
      expect(await writeAnswers(gone, session.ruleset, auditor)).toBe(false);
      const copy = await writeCopy(gone, session.ruleset, auditor);
      session.close();
      expect(readFileSync(copy, 'utf8')).toContain('石桥社区');
    });
  });

  test('asks for columns that are lacking, and puts them at the right end', async () => {
    const content = '街道,社区,无毒社区\n甲街道,一社区,是\n甲街道,二社区,\n合计,2,\n';
    await withFolder({ 'a.csv': content }, async (folder) => {
      const session = await openSession({ paths: [join(folder, 'a.csv')], year: 2012 }, async () => auditor);
      for (;;) {
        const [question] = (await session.standing()).open;
        if (question === undefined) break;
        session.answer(question, question.schema.kind === 'count' ? '4' : '否');
      }
      for (const file of session.files) await writeAnswers(file, session.ruleset, auditor);
      session.close();
      expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe(
        '街道,社区,无毒社区,安全文明社区,无邪社区,本年刑事发案,上年刑事发案,本年治安发案,上年治安发案\n' +
          '甲街道,一社区,是,否,否,4,4,4,4\n甲街道,二社区,否,否,否,4,4,4,4\n合计,2,,,,,,,\n',
      );
    });
  });

  test('goes through nested YAML, whose comments and order stay', async () => {
    const content = [
      'streets: # 甲',
      '  - 街道名称: 甲街道',
      '    安全专项考核: 达标',
      '    communities:',
      '      - 社区名称: 一社区 # 一',
      '        无毒社区:',
      '        compounds:',
      '          - { 小区名称: 一村, 创建等级: 标兵 }',
      '          - { 小区名称: 二村 }',
      '',
    ].join('\n');
    await withFolder({ 'a.yaml': content }, async (folder) => {
      const session = await openSession({ paths: [join(folder, 'a.yaml')], year: 2012 }, async () => auditor);
      const asked: string[] = [];
      for (;;) {
        const [question] = (await session.standing()).open;
        if (question === undefined) break;
        asked.push(`${[...question.within, question.name].join('›')} ${question.heading}`);
        session.answer(question, question.schema.kind === 'count' ? '4' : question.choices[0]!.text);
      }
      for (const file of session.files) await writeAnswers(file, session.ruleset, auditor);
      session.close();
      expect(asked.toSorted()).toEqual(
        [
          '甲街道 维稳综治专项考核',
          '甲街道 计生专项考核',
          '甲街道›一社区 安全文明社区',
          '甲街道›一社区 无毒社区',
          '甲街道›一社区 无邪社区',
          '甲街道›一社区 本年刑事发案',
          '甲街道›一社区 上年刑事发案',
          '甲街道›一社区 本年治安发案',
          '甲街道›一社区 上年治安发案',
          '甲街道›一社区›二村 创建等级',
        ].toSorted(),
      );
      const text = readFileSync(join(folder, 'a.yaml'), 'utf8');
      expect(text.split('\n').filter((line) => !content.includes(line)).length).toBe(10);
      expect((await assessed({ paths: [join(folder, 'a.yaml')], year: 2012 })).verdict).toBe('pass');
      expect(text).toContain('streets: # 甲\n  - 街道名称: 甲街道\n');
      expect(text).toContain('一社区 # 一\n        无毒社区: 是\n');
      expect(text).toContain('{ 小区名称: 二村, 创建等级: 标兵 }');
    });
  });

  test('asks the rest as someone walks: a community, then its compounds', async () => {
    const files = {
      'streets.csv': '街道,安全\n甲街道,不达标\n乙街道,\n',
      'communities.csv': '街道,社区,安全文明社区,无毒社区,无邪社区\n甲街道,一社区,,是,是\n甲街道,二社区,,是,是\n',
      'compounds.csv': '街道,社区,小区,创建等级\n甲街道,二社区,二村,\n甲街道,一社区,一村,\n',
    };
    await withFolder(files, async (folder) => {
      const session = await openSession({ paths: [folder], year: 2012, subjects: ['甲街道'] }, async () => auditor);
      const { open: questions } = await session.standing();
      session.close();
      const walked = questions.map(({ within, name }) => [...within, name].join('›'));
      expect(walked.filter((path, at) => path !== walked[at - 1])).toEqual([
        '甲街道',
        '甲街道›一社区',
        '甲街道›一社区›一村',
        '甲街道›二社区',
        '甲街道›二社区›二村',
      ]);
    });
  });

  test('limits its questions to the streets asked for', async () => {
    await sample('unknown', async (folder) => {
      const session = await openSession({ paths: [folder], subjects: ['秋实街道'] }, async () => auditor);
      expect((await session.standing()).open.map(({ name }) => name)).toEqual(['秋实街道']);
      session.close();
    });
  });

  test('an answer that contradicts another figure is told before it is taken, as is one taken back', async () => {
    await sample('summary-only', async (folder) => {
      const session = await open([folder]);
      const blank = (await session.standing()).open.find(({ field }) => field === 'cultFreeCommunities')!;
      expect(await session.contradiction(blank, '7')).toMatchObject({
        code: 'summary.met-exceeds-of',
        params: { metText: '7', ofText: '6' },
      });
      expect(await session.contradiction(blank, '6')).toBeNull();
      const total = { ...blank, field: 'communities', heading: '社区总数', old: '6' };
      session.answer(total, '9');
      expect(await session.contradiction(blank, '7')).toBeNull();
      session.answer(blank, '7');
      expect(await session.contradiction(total, null)).toMatchObject({ code: 'summary.met-exceeds-of' });
      session.close();
    });
  });

  test('what is filled in is found by its unit and corrected; taken back, it is what it was', async () => {
    await sample('unknown', async (folder) => {
      const session = await open([folder]);
      const { open: asked } = await session.standing();
      const linesOf = (questions: readonly Question[]) =>
        questions.map(({ name, heading, old, isFilled, answer }) => [
          name,
          heading,
          old,
          isFilled,
          answer?.text ?? null,
        ]);
      const unitNamed = async (name: string) =>
        (await session.filledUnits()).find(({ unit }) => unit.name === name)!.cells();
      const units = (await session.filledUnits()).map(({ unit: { table, row } }) => `${table} ${row}`);
      expect(new Set(units).size).toBe(units.length);
      expect(new Set(units.map((unit) => unit.split(' ')[0]))).toEqual(
        new Set(['streets', 'communities', 'compounds']),
      );
      const cells = await unitNamed('晚晴社区');
      expect(linesOf(cells)).toEqual([
        ['晚晴社区', '安全文明社区', '是', true, null],
        ['晚晴社区', '无毒社区', '是', true, null],
        ['晚晴社区', '无邪社区', '是', true, null],
        ['晚晴社区', '本年刑事发案', cells[3]!.old, true, null],
        ['晚晴社区', '上年刑事发案', cells[4]!.old, true, null],
        ['晚晴社区', '本年治安发案', '32', true, null],
        ['晚晴社区', '上年治安发案', '未报', false, null],
      ]);
      session.answer(cells[1]!, '否');
      const corrected = await session.standing();
      expect(corrected.verdict).toBe('fail');
      expect(corrected.open).toHaveLength(asked.length);
      expect(linesOf([(await unitNamed('晚晴社区'))[1]!])).toEqual([['晚晴社区', '无毒社区', '是', true, '否']]);
      session.skip(cells[1]!);
      const back = await session.standing();
      expect(back.verdict).toBe('unknown');
      expect(back.skipped).toEqual([]);
      expect(linesOf([back.look(cells[1]!)])).toEqual([['晚晴社区', '无毒社区', '是', true, null]]);
      expect(back.look(cells[1]!).subject?.verdict).toBe('unknown');
      session.answer(cells[1]!, '否');
      for (const file of session.files) await writeAnswers(file, session.ruleset, auditor);
      session.close();
      const before = readFileSync(join(root, 'samples/unknown/communities.csv'), 'utf8');
      const after = readFileSync(join(folder, 'communities.csv'), 'utf8');
      expect(after).toBe(before.replace('晚晴社区,是,是', '晚晴社区,是,否'));
    });
  });

  test('of the streets asked for only, also what is filled in', async () => {
    await sample('unknown', async (folder) => {
      const session = await openSession({ paths: [folder], subjects: ['秋实街道'] }, async () => auditor);
      await session.standing();
      const units = await session.filledUnits();
      session.close();
      expect(new Set(units.map(({ unit }) => unit.within[0] ?? unit.name))).toEqual(new Set(['秋实街道']));
    });
  });

  test('judges a large file at its end only', async () => {
    const rows = Array.from({ length: 8000 }, (_, row) => `甲街道,${row}村,标兵,${'，'.repeat(8)}\n`);
    await withFolder({ 'a.csv': `街道,小区,创建等级,备注\n${rows.join('')}甲街道,新村,,\n` }, async (folder) => {
      const session = await openSession({ paths: [join(folder, 'a.csv')], year: 2012 }, async () => auditor);
      const { open: asked, verdict } = await session.standing();
      expect([asked.map(({ name }) => name), verdict]).toEqual([['新村'], null]);
      session.answer(asked[0]!, '标兵');
      expect(await session.verdict()).toBe((await assessed({ paths: [join(folder, 'a.csv')], year: 2012 })).verdict);
      session.close();
    });
  });

  test('has a file to itself, and a lock that a dead run left is taken over', async () => {
    await sample('nested-yaml', async (folder) => {
      const file = join(folder, 'register.yaml');
      const session = await open([file]);
      await expect(open([file])).rejects.toMatchObject({ obstacle: { kind: 'locked' } });
      session.close();
      expect(existsSync(`${file}.audit.lock`)).toBe(false);
      for (const left of ['4194305 9999999999999 elsewhere', `4194305 ${Date.now()} `]) {
        const { hostname } = await import('node:os');
        writeFileSync(`${file}.audit.lock`, left.endsWith(' ') ? `${left}${hostname()}\n` : `${left}\n`);
        if (left.endsWith('elsewhere'))
          await expect(open([file])).rejects.toMatchObject({ obstacle: { kind: 'locked' } });
        else (await open([file])).close();
      }
    });
  });

  test('is gone on with under the ruleset it was begun under', async () => {
    await sample('unknown', async (folder) => {
      const rules = join(folder, '../rules');
      await cp(join(root, 'rules/yantian-2011'), rules, { recursive: true });
      const begun = await open([join(folder, 'streets.csv')]);
      begun.close();
      writeFileSync(join(rules, 'ruleset.yaml'), `${readFileSync(join(rules, 'ruleset.yaml'), 'utf8')}\n# other\n`);
      const request = { paths: [join(folder, 'streets.csv')], rules };
      const other = await openSession(request, async () => auditor);
      other.answer((await other.standing()).open[0]!, '达标');
      other.close();
      await expect(open([join(folder, 'streets.csv')])).rejects.toMatchObject({ obstacle: { kind: 'other-ruleset' } });
      const again = await openSession(request, async () => auditor);
      expect((await again.standing()).answered).toHaveLength(1);
      again.close();
    });
  });

  test('refuses a journal that is about another file', async () => {
    await sample('unknown', async (folder) => {
      const [mine, other] = ['compounds.csv', 'communities.csv'].map((name) => join(folder, name)) as [string, string];
      const session = await open([other]);
      session.answer((await session.standing()).open[0]!, '7');
      session.close();
      writeFileSync(journalOf(mine), readFileSync(journalOf(other)));
      await expect(open([mine])).rejects.toMatchObject({ obstacle: { kind: 'other-file' } });
      expect(existsSync(`${mine}.audit.lock`)).toBe(false);
    });
  });

  test('refuses what cannot be judged, and YAML with aliases', async () => {
    await withFolder({ 'a.csv': '街道,小区,创建等级\n甲街道,一村,优\n' }, async (folder) => {
      const opening = openSession({ paths: [join(folder, 'a.csv')], year: 2012 }, async () => auditor);
      await expect(opening).rejects.toMatchObject({ obstacle: { kind: 'refused', assessment: { refusal: 'data' } } });
      expect(existsSync(journalOf(join(folder, 'a.csv')))).toBe(false);
    });
    const yaml = 'streets: [{ 街道: &a 甲街道, 安全: }, { 街道: 乙街道, 区: *a }]\n';
    await withFolder({ 'a.yaml': yaml }, async (folder) => {
      const file = join(folder, 'a.yaml');
      const opening = openSession({ paths: [file], year: 2012 }, async () => auditor);
      await expect(opening).rejects.toMatchObject({ obstacle: { kind: 'not-editable', file, reason: 'alias' } });
    });
  });
});

test('a unit is shown in all that it lies in, also what only the unit around it says, and is asked about where it is', async () => {
  const named = (...fields: readonly string[]) =>
    fields.map(
      (field) =>
        `  ${field}: { type: string, format: ${field.endsWith('Code') || field === 'code' ? 'code' : 'name'} }\n`,
    );
  const record = (...fields: readonly string[]) =>
    `$schema: urn:streetcheck:record:1\ntype: object\nproperties:\n${named(...fields).join('')}`;
  const green = '  green: { type: string, enum: ["yes", "no"] }\n';
  const rules = {
    'ruleset.yaml': `$schema: urn:streetcheck:ruleset:1
id: deep-audit
label: { zh: 示例考核, en: an example }
version: 1.0.0
source: { number: 示例〔2020〕1号 }
${WARD_LEVELS}indicators:
  green: { of: room, meets: { properties: { green: { const: "yes" } } } }
  lit: { of: house, meets: { properties: { green: { const: "yes" } } } }
type: object
properties:
  green: { label: { zh: 绿, en: green }, clause: 一, share: { atLeast: 90 } }
  lit: { label: { zh: 灯, en: lit }, clause: 一, share: { atLeast: 90 } }
`,
    'ward.yaml': record('name'),
    'court.yaml': record('name', 'ward'),
    'house.yaml': `${record('code', 'name', 'court', 'ward')}${green}`,
    'room.yaml': `${record('name', 'houseCode')}${green}`,
  };
  const data = {
    '1.csv': 'name\n东坊\n',
    '2.csv': 'name,ward\n甲里,东坊\n乙里,东坊\n',
    '3.csv': 'code,name,court,ward,green\nH1,一院,甲里,东坊,\nH2,一院,乙里,东坊,\n',
    '4.csv': 'name,houseCode,green\n一室,H2,\n一室,H1,\n二室,H1,yes\n',
  };
  await withFolder(rules, (rulesFolder) =>
    withFolder(data, async (folder) => {
      const session = await openSession({ paths: [folder], rules: rulesFolder, year: 2020 }, async () => auditor);
      const { open } = await session.standing();
      expect(open.map(shown)).toEqual([
        '! 东坊›乙里›一院›一室 null green',
        '! 东坊›甲里›一院 H1 green',
        '! 东坊›乙里›一院 H2 green',
        '! 东坊›甲里›一院›一室 null green',
      ]);
      session.answer(open[0]!, 'yes');
      const { answered } = await session.standing();
      expect(answered.map((question) => [shown(question), question.subject?.name])).toEqual([
        ['  东坊›乙里›一院›一室 null green', '东坊'],
      ]);
      const filled = await session.filledUnits();
      expect(filled.map(({ unit }) => shown(unit))).toEqual([
        '  东坊›乙里›一院›一室 null green',
        '  东坊›甲里›一院›二室 null green',
      ]);
      writeFileSync(join(folder, '4.csv'), data['4.csv'].replace('H1,\n', 'H1,no\n'));
      const rooms = session.files.find(({ file }) => file.endsWith('4.csv'))!;
      const differences = await differencesOf(rooms, session.ruleset);
      expect(differences.map(({ name }) => name)).toEqual(['H2 一室', 'H1 一室']);
      session.close();
    }),
  );
});
