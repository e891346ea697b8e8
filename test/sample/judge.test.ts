import { cpSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/model/ruleset.ts';
import { loadRuleset } from '../../src/ruleset/load-ruleset.ts';
import { judgeDraw } from '../../src/sample/judge-draw.ts';
import { runMain } from '../samples/run-main.ts';
import { drawInto, encodeGb18030, newFolder, readRows, toCsv, write } from './draw-files.ts';
import { assertSample } from './sample-schema.ts';

const SEED = ['--seed', '2012-09-03 08:00'];
const PLAN = ['--acceptable', '0.90', '--unacceptable', '0.70'];
const HAISHAN = [
  'samples/yantian-2012',
  '--rule',
  'model-compounds',
  '--street',
  '海山街道',
  ...SEED,
  ...PLAN,
] as const;

interface Judgement {
  readonly result: string;
  readonly strata: readonly { readonly rules: readonly Record<string, unknown>[] }[];
  readonly whole: readonly Record<string, unknown>[];
  readonly changes: readonly Record<string, unknown>[];
  readonly unchecked: readonly { readonly key: string }[];
  readonly diagnostics: readonly { readonly code: string; readonly place: unknown }[];
}

const judge = async (file: string, ...forms: readonly string[]) => {
  const run = await runMain(['sample', 'judge', file, ...forms, '--format', 'json']);
  return { code: run.code, stderr: run.stderr, judgement: JSON.parse(run.stdout) as Judgement, json: run.stdout };
};

const codesOf = ({ judgement }: { readonly judgement: Judgement }) => judgement.diagnostics.map(({ code }) => code);

/** Fills a column of a form, row by row from 0. */
const fill = (rows: string[][], heading: string, value: (at: number, row: readonly string[]) => string): string[][] => {
  const column = rows[0]!.indexOf(heading);
  if (column < 0) throw new Error(`no ${heading} in ${rows[0]}`);
  return rows.map((row, at) => (at === 0 ? row : row.toSpliced(column, 1, value(at - 1, row))));
};

const drawn = async () => {
  const folder = newFolder();
  const all = await drawInto(folder, ...HAISHAN);
  return { ...all, folder, filled: join(folder, 'filled.csv') };
};

describe('23 of 60 compounds', () => {
  test.each([
    { bad: 4, blank: 0, code: 0, result: 'consistent', most: [19, 19], target: 'no', register: 'no', accepted: 'yes' },
    { bad: 5, blank: 0, code: 1, result: 'contradicted', most: [22, 22], target: 'no', register: 'no', accepted: 'no' },
    { bad: 7, blank: 0, code: 1, result: 'contradicted', most: [27, 27], target: 'no', register: 'no', accepted: 'no' },
    {
      bad: 8,
      blank: 0,
      code: 1,
      result: 'contradicted',
      most: [30, 30],
      target: 'yes',
      register: 'yes',
      accepted: 'no',
    },
    { bad: 3, blank: 1, code: 0, result: 'consistent', most: [16, 19], target: 'no', register: 'no', accepted: 'yes' },
    {
      bad: 4,
      blank: 1,
      code: 2,
      result: 'undecided',
      most: [19, 22],
      target: 'no',
      register: 'no',
      accepted: 'unknown',
    },
    {
      bad: 0,
      blank: 23,
      code: 2,
      result: 'undecided',
      most: [5, 60],
      target: 'unknown',
      register: 'unknown',
      accepted: 'unknown',
    },
  ])('$bad bad and $blank not checked', async ({ bad, blank, code, result, most, target, register, accepted }) => {
    const { file, filled, rows } = await drawn();
    writeFileSync(filled, toCsv(fill(rows, '创建等级', (at) => (at < bad ? '先进' : at < bad + blank ? '' : '标兵'))));
    const judged = await judge(file, filled);
    expect(judged.code).toBe(code);
    expect(assertSample(judged.json)).toMatchObject({ result, seed: SEED[1] });
    expect(judged.judgement.strata[0]!.rules[0]).toMatchObject({
      ...{ rule: 'model-compounds', bad, unchecked: blank },
      ...{ mostBad: most[0], mostBadAtWorst: most[1] },
      target: { atLeast: '80', allowed: 12, contradicted: target },
      register: { contradicted: register },
      accepted,
    });
    expect(judged.judgement.unchecked).toHaveLength(blank);
  });

  test('records that were found otherwise are listed with both places, and no others', async () => {
    const { draw, file, filled, rows } = await drawn();
    const registered = draw.units.map(
      ({ values }) => ({ model: '标兵', advanced: '先进', standard: '达标', none: '未创建' })[values.level as string]!,
    );
    const same = fill(rows, '创建等级', (at) => registered[at]!);
    const at = draw.units.findIndex(({ values }) => values.level === 'model');
    writeFileSync(
      filled,
      toCsv(fill(same, '创建等级', (row, cells) => (row === at ? '未创建' : cells[same[0]!.indexOf('创建等级')]!))),
    );
    const { judgement } = await judge(file, filled);
    expect(judgement.changes).toMatchObject([
      {
        ...{ key: draw.units[at]!.key, field: 'level', from: 'model', to: 'none', heading: '创建等级', text: '未创建' },
        registered: draw.units[at]!.place,
        found: { path: 'filled.csv', line: at + 2 },
        lost: ['model-compounds'],
      },
    ]);
    const told = (await runMain(['sample', 'judge', file, filled, '--lang', 'zh'])).stdout;
    expect(told).toContain('建议限期整改');
    expect(told).toContain('《盐田区创建“平安和谐街道”工作方案》第三部分（六）');
  });
});

describe('what becomes of units that slid back is what the ruleset says', () => {
  const OWN = `slidBack:
  clause: 第五条
  proposal: { zh: 建议通报, en: a notice is proposed }
  basis: { zh: “退步的通报。”, en: A unit that slides back is named. }

`;
  const toldWith = async (slidBack: string) => {
    const folder = newFolder();
    cpSync('rules/yantian-2011', join(folder, 'rules'), { recursive: true });
    const ruleset = join(folder, 'rules', 'ruleset.yaml');
    const text = readFileSync(ruleset, 'utf8').replace(/title: { zh: [^,]*/, 'title: { zh: 《别处方案》');
    writeFileSync(ruleset, text.replace(/^slidBack:.*?(?=^indicators:)/ms, slidBack));
    const rules = ['--rules', join(folder, 'rules')];
    const { file, rows } = await drawInto(folder, ...HAISHAN, ...rules);
    const filled = write(folder, 'filled.csv', toCsv(fill(rows, '创建等级', () => '未创建')));
    return (await runMain(['sample', 'judge', file, filled, ...rules, '--lang', 'zh'])).stdout;
  };

  test('in its own words', async () => {
    const told = await toldWith(OWN);
    expect(told).toMatch(/退步，建议通报\n/);
    expect(told).toContain('依据：《别处方案》第五条：“退步的通报。”');
    expect(told).not.toMatch(/三\(六\)|第三部分|盐田区创建|摘牌|限期整改/);
  });

  test('without what would change the terminal', async () => {
    const told = await toldWith(OWN.replace('第五条', '"第五条\\e[31m"'));
    expect(told).toContain('第五条<U+001B>[31m');
    expect(told).not.toContain('\u001b');
  });

  test('and nothing where it says nothing', async () => {
    const told = await toldWith('');
    expect(told).toContain('退步的单位（如何处理由检查组决定）');
    expect(told).not.toMatch(/建议|依据|三\(六\)|深盐办|摘牌/);
  });
});

test('where all units were checked nothing is uncertain', async () => {
  const folder = newFolder();
  const { file, rows } = await drawInto(folder, HAISHAN[0], ...HAISHAN.slice(1, -4), '--rate', '100%');
  const filled = write(folder, 'filled.csv', toCsv(fill(rows, '创建等级', (at) => (at < 3 ? '先进' : '标兵'))));
  const told = (await runMain(['sample', 'judge', file, filled, '--lang', 'zh'])).stdout;
  expect(told).toContain('60 个中不符合的就是 3 个');
  expect(told).not.toContain('95%');
});

describe('a form comes back', () => {
  const levels = (rows: string[][]) => fill(rows, '创建等级', () => '标兵');

  test.each<[string, (rows: string[][]) => string | Uint8Array]>([
    ['with the rows in another order', ([head, ...rows]) => toCsv([head!, ...rows.toReversed()])],
    ['in GB18030 with semicolons', (rows) => encodeGb18030(toCsv(rows).replaceAll(',', ';'))],
    ['with a title and a line of the form above', (rows) => `抽查核查表\n填表人：张三\n${toCsv(rows)}`],
    ['with full-width digits', (rows) => toCsv(rows).replaceAll('2012,', '２０１２,')],
    ['with a name blank', (rows) => toCsv(fill(rows, '小区', (at, row) => (at === 2 ? '' : row[3]!)))],
    ['with spaces in a name', (rows) => toCsv(fill(rows, '小区', (_, row) => ` ${row[3]} `))],
    ['with another column', (rows) => toCsv(rows.map((row, at) => [...row, at === 0 ? '照片' : '有']))],
  ])('%s', async (_, save) => {
    const { file, filled, rows } = await drawn();
    writeFileSync(filled, save(levels(rows)));
    const judged = await judge(file, filled);
    expect(judged.judgement.strata[0]!.rules[0]).toMatchObject({ bad: 0, unchecked: 0, mostBad: 5 });
  });

  test('with names in it that a spreadsheet takes for formulas', async () => {
    const folder = newFolder();
    const [file, form, filled] = ['draw.json', 'form.csv', 'filled.csv'].map((name) => join(folder, name));
    const names = ['=阳光', "''=阳光", '@花园', '-海', "'引号", 'a/b', '＋苑', '0012'];
    write(
      folder,
      'streets.csv',
      '年度,街道名称,维稳综治专项考核,安全专项考核,计生专项考核\n2012,=甲街道,达标,达标,达标\n',
    );
    const compounds = names.map(
      (name, at) => `2012,=甲街道,-乙社区,${at % 2 === 0 ? '' : `99010100200${at}`},${name},标兵\n`,
    );
    write(folder, 'compounds.csv', `年度,街道名称,社区名称,小区编号,小区名称,创建等级\n${compounds.join('')}`);
    const paths = ['streets.csv', 'compounds.csv'].map((name) => join(folder, name));
    const draws = ['sample', 'random', ...paths, '--of', 'compounds', '--rate', '100%', ...SEED, '--lang', 'zh'];
    const run = await runMain([...draws, '--format', 'json', '--output', file!, '--form', form!]);
    expect(run.code, run.stdout).toBe(0);
    writeFileSync(filled!, toCsv(fill(readRows(form!), '创建等级', () => '标兵')));
    const judged = await judge(file!, filled!);
    expect(codesOf(judged)).toEqual([]);
    expect(judged.judgement.strata[0]!.rules[0]).toMatchObject({ bad: 0, unchecked: 0 });
  });

  test('in two parts', async () => {
    const { file, folder, rows } = await drawn();
    const [head, ...units] = levels(rows);
    const parts = [units.slice(0, 9), units.slice(9)].map((part, at) =>
      write(folder, `part${at}.csv`, toCsv([head!, ...part])),
    );
    expect((await judge(file, ...parts)).judgement.strata[0]!.rules[0]).toMatchObject({ bad: 0, unchecked: 0 });
  });

  test('as YAML', async () => {
    const { file, folder, draw } = await drawn();
    const yaml = draw.units.map(
      ({ code, name, within: [street, community] }) =>
        `- {code: "${code}", name: ${name}, year: 2012, communityCode: "${community!.code}", streetCode: "${street!.code}", level: model}\n`,
    );
    const judged = await judge(file, write(folder, 'form.yaml', `compounds:\n${yaml.join('')}`));
    // Without its number nothing shows of which draw it is.
    expect(judged.code).toBe(65);
    expect(codesOf(judged)).toContain('sample.other-draw');
  });
});

describe('a form that is refused, or told', () => {
  test.each<[string, (rows: string[][]) => string[][], number, string]>([
    ['with a row missing', (rows) => rows.slice(0, -1), 0, 'sample.row-missing'],
    ['with a row twice', (rows) => [...rows, rows[1]!], 65, 'unit.duplicate'],
    [
      'with a unit that was not drawn',
      (rows) => [...rows, rows[1]!.map((cell) => (cell === rows[1]![2] ? '440308004999999' : cell))],
      65,
      'sample.not-drawn',
    ],
    ['of another draw', (rows) => fill(rows, '抽样编号', () => 'draw-000000000000'), 65, 'sample.other-draw'],
    [
      'with one draw number missing',
      (rows) => fill(rows, '抽样编号', (at, row) => (at === 3 ? '' : row[1]!)),
      65,
      'sample.other-draw',
    ],
    ['without draw numbers', (rows) => rows.map((row) => row.toSpliced(1, 1)), 65, 'sample.other-draw'],
    [
      'with a value that no label knows',
      (rows) => fill(rows, '创建等级', (at) => (at === 2 ? '优秀' : '标兵')),
      65,
      'record.unknown-value',
    ],
    [
      'with codes and names sorted apart',
      ([head, ...rows]) => [head!, ...rows.map((row, at) => row.toSpliced(2, 1, rows.at(at - 1)![2]!))],
      65,
      'sample.other-name',
    ],
    [
      'with a row of another year',
      (rows) => fill(rows, '年度', (at) => (at === 3 ? '2013' : '2012')),
      65,
      'sample.other-year',
    ],
    ['without rows', (rows) => rows.slice(0, 1), 2, 'sample.row-missing'],
  ])('%s', async (_, change, code, told) => {
    const { file, filled, rows } = await drawn();
    writeFileSync(filled, toCsv(change(fill(rows, '创建等级', () => '标兵'))));
    const judged = await judge(file, filled);
    expect(codesOf(judged)).toContain(told);
    expect(judged.code).toBe(code);
  });

  test('a file that is not there', async () => {
    const { file } = await drawn();
    expect((await judge(file, 'nowhere.csv')).code).toBe(66);
  });

  test('a form among the data is no data', async () => {
    const folder = newFolder();
    write(folder, 'compounds.csv', readFileSync('samples/passing/compounds.csv'));
    await drawInto(folder, folder, '--of', 'compounds', '--refute', ...SEED);
    const run = await runMain([
      'sample',
      'random',
      folder,
      '--of',
      'compounds',
      '--refute',
      ...SEED,
      '--format',
      'json',
    ]);
    const { diagnostics, register } = JSON.parse(run.stdout);
    expect(diagnostics.map(({ code }: { code: string }) => code)).toEqual(['input.saved-report', 'input.saved-report']);
    expect(register.units).toBeGreaterThan(0);
  });
});

/** The document with another value at the end of the path. */
const edit = (document: object, value: unknown, ...path: readonly (string | number)[]): object => {
  const copy = structuredClone(document);
  const last = path.at(-1)!;
  let inner: Record<string | number, unknown> = copy as Record<string, unknown>;
  for (const key of path.slice(0, -1)) inner = inner[key] as Record<string, unknown>;
  inner[last] = value;
  return copy;
};

const CLAIM = ['strata', 0, 'claims', 0] as const;

describe('a draw that is refused', () => {
  test.each<[string, (draw: object) => unknown, number, string]>([
    ['another seed', (draw) => ({ ...draw, seed: 'b' }), 65, 'sample.draw-edited'],
    ['another unit', (draw) => edit(draw, '440308004999999', 'units', 0, 'key'), 65, 'sample.draw-edited'],
    ['a smaller sample', (draw) => edit(draw, 22, 'strata', 0, 'drawn'), 65, 'sample.draw-edited'],
    ['a greater acceptance number', (draw) => edit(draw, 9, 'strata', 0, 'accept'), 65, 'sample.draw-edited'],
    ['a unit less in the frame', (draw) => edit(draw, [], 'strata', 0, 'frame'), 65, 'sample.draw-edited'],
    ['another number', (draw) => ({ ...draw, id: 'draw-000000000000' }), 65, 'sample.draw-edited'],
    ['a key more', (draw) => ({ ...draw, more: 1 }), 65, 'report.invalid'],
    ['a rule that there is not', (draw) => edit(draw, ['no-such-rule'], 'rules'), 65, 'sample.draw-edited'],
    ['a rule of another table', (draw) => edit(draw, ['case-trend'], 'rules'), 65, 'sample.draw-edited'],
    ['a share above all', (draw) => edit(draw, '999', 'size', 'acceptable'), 65, 'report.invalid'],
    ['shares turned round', (draw) => edit(draw, '10', 'size', 'acceptable'), 65, 'sample.draw-edited'],
    ['a unit of another stratum', (draw) => edit(draw, 7, 'units', 0, 'stratum'), 65, 'sample.draw-edited'],
    ['one unit less in the register', (draw) => edit(draw, 59, 'register', 'units'), 65, 'sample.draw-edited'],
    ['more that conform than there are', (draw) => edit(draw, 61, ...CLAIM, 'met'), 65, 'sample.draw-edited'],
    ['fewer that conform than were drawn', (draw) => edit(draw, 3, ...CLAIM, 'met'), 65, 'sample.draw-edited'],
    ['more that are blank than there are', (draw) => edit(draw, 40, ...CLAIM, 'unknown'), 65, 'sample.draw-edited'],
    ['a claim of another rule', (draw) => edit(draw, 'case-trend', ...CLAIM, 'rule'), 65, 'sample.draw-edited'],
    ['no claim', (draw) => edit(draw, [], 'strata', 0, 'claims'), 65, 'sample.draw-edited'],
    ['another value', (draw) => edit(draw, 'none', 'units', 0, 'values', 'level'), 65, 'sample.draw-edited'],
    ['no outcome', (draw) => edit(draw, {}, 'units', 0, 'outcomes'), 65, 'sample.draw-edited'],
    ['an older version', (draw) => ({ ...draw, version: 1 }), 65, 'report.version'],
    ['a report', () => ({ format: 'streetcheck-report', version: 1 }), 65, 'report.foreign'],
    ['nothing', () => null, 65, 'report.foreign'],
    ['another ruleset', (draw) => edit(draw, '0'.repeat(64), 'ruleset', 'sha256'), 78, 'report.other-ruleset'],
    ['a ruleset that is not bundled', (draw) => edit(draw, 'mine', 'ruleset', 'id'), 66, 'report.needs-ruleset'],
  ])('%s', async (_, change, code, told) => {
    const { file, form } = await drawn();
    writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')))));
    const judged = await judge(file, form);
    expect(codesOf(judged)).toEqual([told]);
    expect(judged.code).toBe(code);
  });

  test.each([
    ['cut', (text: string) => Buffer.from(text.slice(0, 99)), 65, 'report.syntax'],
    ['in UTF-16', (text: string) => Buffer.from(text, 'utf16le'), 65, 'report.encoding'],
    ['in GB18030', (text: string) => encodeGb18030(text), 65, 'report.encoding'],
  ])('one that is %s', async (_, save, code, told) => {
    const { file, form } = await drawn();
    writeFileSync(file, save(readFileSync(file, 'utf8')));
    const judged = await judge(file, form);
    expect(codesOf(judged)).toEqual([told]);
    expect(judged.code).toBe(code);
  });

  test('one that is longer than any text', async () => {
    const file = write(newFolder(), 'draw.json', '');
    truncateSync(file, 0x20000000);
    const judged = await judge(file, 'nowhere.csv');
    expect(codesOf(judged)).toEqual(['sample.draw-too-large']);
    expect(judged.code).toBe(65);
  });

  test('one that is not there', async () => {
    expect((await judge('nowhere.json', 'nowhere.csv')).code).toBe(66);
  });
});

describe('streets that were checked', () => {
  test.each([
    ['达标', 2, 'consistent', 0],
    ['不达标', 1, 'contradicted', 3],
    ['fail', 1, 'contradicted', 3],
    ['', 2, 'undecided', 0],
  ])('as %j', async (result, expected, told, changes) => {
    const folder = newFolder();
    const [file, form] = [join(folder, 'draw.json'), join(folder, 'form.csv')];
    await runMain([
      'sample',
      'streets',
      'samples/yantian-2012',
      '--seed',
      '1',
      '--rate',
      '100%',
      '--format',
      'json',
      '--output',
      file,
      '--form',
      form,
      '--lang',
      'zh',
    ]);
    const filled = write(folder, 'filled.csv', toCsv(fill(readRows(form), '复查评定', () => result)));
    const judged = await judge(file, filled);
    assertSample(judged.json);
    expect(judged.judgement.result).toBe(told);
    expect(judged.judgement.changes).toHaveLength(changes);
    expect(judged.code).toBe(told === 'consistent' ? 0 : expected);
  });

  test('in other words', async () => {
    const folder = newFolder();
    const { file, form } = await drawInto(folder, 'samples/passing', '--of', 'streets', '--rate', '100%', ...SEED);
    const filled = write(folder, 'filled.csv', toCsv(fill(readRows(form), '复查评定', () => '大概可以')));
    const judged = await judge(file, filled);
    expect(codesOf(judged)).toContain('sample.bad-result');
    expect(judged.code).toBe(65);
  });
});

test('no answer to what was not checked turns what is certain', async () => {
  const { draw } = await drawn();
  const loaded = await loadRuleset('yantian-2011');
  if (!('ruleset' in loaded)) throw new Error('no ruleset');
  const outcomes = fc.constantFrom<Outcome>('yes', 'no', 'unknown');
  const all = fc.array(fc.tuple(outcomes, fc.boolean()), {
    minLength: draw.units.length,
    maxLength: draw.units.length,
  });
  fc.assert(
    fc.property(all, (given) => {
      const open = given.map(([outcome]) => [outcome]);
      const answered = given.map(
        ([outcome, good]) => [outcome === 'unknown' ? (good ? 'yes' : 'no') : outcome] as const,
      );
      const before = judgeDraw(draw, open, loaded.ruleset, 2012);
      const after = judgeDraw(draw, answered, loaded.ruleset, 2012);
      const [one, other] = [before.strata[0]![0]!, after.strata[0]![0]!];
      expect(other.mostBad).toBeGreaterThanOrEqual(one.mostBad);
      expect(other.mostBad).toBeLessThanOrEqual(one.mostBadAtWorst);
      if (one.target.contradicted !== 'unknown') expect(other.target.contradicted).toBe(one.target.contradicted);
      if (one.accepted !== 'unknown') expect(other.accepted).toBe(one.accepted);
      if (before.result !== 'undecided') expect(after.result).toBe(before.result);
      expect(after.result).not.toBe('undecided');
    }),
    { numRuns: 40 },
  );
});
