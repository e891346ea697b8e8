import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawId, drawKeys, isOneLine, registerHash, sortKeys } from '../../src/sample/draw-units.ts';
import { runMain } from '../samples/run-main.ts';
import { drawInto, newFolder, write } from './draw-files.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const SEED = ['--seed', '2012-09-03 08:00'];

/** Of the README, as anyone would copy them. */
const [, redraw = ''] =
  /^## Draw a spot check[\s\S]*?^```python\n([\s\S]*?)^```/m.exec(readFileSync('README.md', 'utf8')) ?? [];
const python = ['python3', 'python'].find((name) => spawnSync(name, ['-c', 'import json']).status === 0);

test('the redraw of the README is three lines, and on CI there is Python to run it', () => {
  expect(redraw.trimEnd().split('\n')).toHaveLength(3);
  if (process.env.CI) expect(python, 'the redraw of the README needs python3').toBeDefined();
});

describe.skipIf(python === undefined)('the three lines of the README draw the same units', () => {
  test.each([
    [
      'all compounds, by a plan',
      'samples/yantian-2012',
      ['--of', 'compounds', '--acceptable', '0.9', '--unacceptable', '0.7'],
    ],
    ['by street', 'samples/yantian-2012', ['--of', 'compounds', '--stratum', 'street', '--rate', '10%']],
    [
      'by community',
      'samples/office-gb18030',
      ['--of', 'compounds', '--stratum', 'community', '--rate', '30%', '--at-least', '1'],
    ],
    ['communities', 'samples/yantian-2012', ['--of', 'communities', '--refute']],
    ['streets', 'samples/yantian-2012', ['--of', 'streets', '--rate', '50%', '--at-least', '1']],
  ])('%s', async (_, path, argv) => {
    const folder = newFolder();
    const { draw, file } = await drawInto(folder, path, ...argv, ...SEED);
    const script = write(folder, 'redraw.py', redraw);
    const { stdout, stderr } = spawnSync(python!, [script, file], {
      encoding: 'utf8',
      env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
    });
    expect(stderr).toBe('');
    expect(stdout.trimEnd().split(/\r?\n/)).toEqual(draw.units.map(({ key }) => key));
    const frame = draw.strata.flatMap((stratum) => stratum.frame);
    expect(draw.register.sha256).toBe(
      sha256(
        sortKeys(frame)
          .map((key) => `${key}\n`)
          .join(''),
      ),
    );
  });
});

const keys = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }), { maxLength: 60 });

test('a draw is the head of all keys in the order of their digests, and never depends on how they came', () => {
  fc.assert(
    fc.property(keys, fc.string(), fc.nat({ max: 70 }), (all, seed, size) => {
      const digest = (key: string) => sha256(`${seed}\nregister\n${key}`);
      const ordered = all.toSorted((a, b) => (digest(a) < digest(b) ? -1 : 1)).slice(0, size);
      expect(drawKeys(all, size, seed, 'register')).toEqual(ordered);
      expect(drawKeys(all.toReversed(), size, seed, 'register')).toEqual(ordered);
    }),
  );
});

test('a long list is drawn from without holding all digests', () => {
  const all = Array.from({ length: 20_000 }, (_, at) => `${at}`);
  const digest = (key: string) => sha256(`s\nr\n${key}`);
  const ordered = all.toSorted((a, b) => (digest(a) < digest(b) ? -1 : 1)).slice(0, 50);
  expect(drawKeys(all, 50, 's', 'r')).toEqual(ordered);
});

test('keys are sorted by code points, as other languages sort them', () => {
  expect(sortKeys(['\u{20000}', '\uff10', 'b', 'a\u{20000}', 'a'])).toEqual([
    'a',
    'a\u{20000}',
    'b',
    '\uff10',
    '\u{20000}',
  ]);
  fc.assert(
    fc.property(keys, (all) => {
      const bytes = all.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
      expect(sortKeys(all)).toEqual(bytes);
    }),
  );
});

test('the number of a draw is no number to a spreadsheet, and follows from all of it', () => {
  const one = drawId('s', 'r', ['a', 'b']);
  expect(one).toMatch(/^draw-[0-9a-f]{12}$/);
  expect(
    new Set([one, drawId('t', 'r', ['a', 'b']), drawId('s', 'q', ['a', 'b']), drawId('s', 'r', ['b', 'a'])]).size,
  ).toBe(4);
  expect(registerHash(['a', 'b'])).not.toBe(registerHash(['ab']));
});

test.each([
  ['2012-09-03 08:00', true],
  ['第 12345 期', true],
  ['', false],
  [' a', false],
  ['a ', false],
  ['a\nb', false],
  ['a\u2028b', false],
  ['a\u202eb', false],
  ['a\tb', false],
])('%j as a seed', (seed, isSeed) => {
  expect(isOneLine(seed)).toBe(isSeed);
});

const COMPOUNDS = [
  '年度,街道代码,街道名称,社区代码,社区名称,小区编号,小区名称,创建等级',
  ...Array.from(
    { length: 12 },
    (_, at) =>
      `2012,440308001,梅沙街道,440308001002,小梅沙社区,440308001002${String(at).padStart(3, '0')},${at}号院,标兵`,
  ),
];

const REFUTE = ['--of', 'compounds', '--refute', ...SEED];

describe('the same register draws the same units', () => {
  const [head = '', ...rows] = COMPOUNDS;
  const yaml = `compounds:\n${rows
    .map((row) => row.split(','))
    .map(
      ([year, , street, , community, code, name]) =>
        `- {year: ${year}, street: ${street}, community: ${community}, code: "${code}", name: ${name}, level: model}\n`,
    )
    .join('')}`;

  test.each<[string, Record<string, string | Uint8Array>]>([
    ['in another order', { 'a.csv': [head, ...rows.toReversed()].join('\n') }],
    [
      'in two files',
      { 'a.csv': [head, ...rows.slice(5)].join('\n'), 'b.csv': [head, ...rows.slice(0, 5)].join('\r\n') },
    ],
    ['with other levels', { 'a.csv': [head, ...rows].join('\n').replaceAll('标兵', '先进') }],
    ['as YAML', { 'a.yaml': yaml }],
    ['in another year', { 'a.csv': [head, ...rows].join('\n').replaceAll('2012,', '2013,') }],
  ])('%s', async (_, files) => {
    const [own, other] = [newFolder(), newFolder()];
    write(own, 'a.csv', COMPOUNDS.join('\n'));
    for (const [name, text] of Object.entries(files)) write(other, name, text);
    const [first, second] = [
      await drawInto(newFolder(), own, ...REFUTE),
      await drawInto(newFolder(), other, ...REFUTE),
    ];
    expect(second.draw.register).toEqual(first.draw.register);
    expect(second.draw.units.map(({ key }) => key)).toEqual(first.draw.units.map(({ key }) => key));
    expect(second.draw.id).toBe(first.draw.id);
  });

  test('one unit more is another register', async () => {
    const [own, other] = [newFolder(), newFolder()];
    write(own, 'a.csv', COMPOUNDS.join('\n'));
    write(other, 'a.csv', [...COMPOUNDS, rows[0]!.replace('440308001002000,0号院', '440308001002999,新院')].join('\n'));
    const [first, second] = [
      await drawInto(newFolder(), own, ...REFUTE),
      await drawInto(newFolder(), other, ...REFUTE),
    ];
    expect(second.draw.register.sha256).not.toBe(first.draw.register.sha256);
  });
});

describe('units without codes', () => {
  const list = (...rows: readonly string[]) => ['年度,街道,社区,小区,创建等级', ...rows].join('\n');
  const drawn = async (text: string) => {
    const folder = newFolder();
    write(folder, 'compounds.csv', text);
    return drawInto(newFolder(), folder, ...REFUTE);
  };

  test('are known by street, community and folded name', async () => {
    const { draw } = await drawn(
      list(
        '2012,春风街道办事处,柳溪社区居委会,阳光 花园,标兵',
        '2012,秋实街道,柳溪社区,阳光花园,标兵',
        '2012,秋实街道,柳溪社区,东/西,标兵',
      ),
    );
    expect(draw.strata[0]!.frame).toEqual(['春风/柳溪/阳光花园', '秋实/柳溪/东／西', '秋实/柳溪/阳光花园']);
    const again = await drawn(
      list('2012,秋实,柳溪,东/西,标兵', '2012,春风街道,柳溪,阳光花园,先进', '2012,秋实,柳溪,阳光花园,标兵'),
    );
    expect(again.draw.id).toBe(draw.id);
  });

  test('that cannot be told apart are not drawn from', async () => {
    const folder = newFolder();
    write(folder, 'streets.csv', '年度,区,街道\n2012,东区,中心街道\n2012,西区,中心街道\n');
    const run = await runMain(['sample', 'random', folder, '--of', 'streets', '--refute', ...SEED, '--lang', 'en']);
    expect(run.stdout).toMatch(/sample\.units-alike[\s\S]*中心/);
    expect(run.code).toBe(65);
  });
});

describe('strata', () => {
  test('are drawn from each on its own, and hold every unit once', async () => {
    const { draw } = await drawInto(
      newFolder(),
      'samples/yantian-2012',
      '--of',
      'compounds',
      '--stratum',
      'community',
      '--rate',
      '10%',
      ...SEED,
    );
    expect(draw.strata).toHaveLength(23);
    expect(new Set(draw.strata.flatMap(({ frame }) => frame)).size).toBe(200);
    for (const [at, { units, drawn, frame }] of draw.strata.entries()) {
      const own = draw.units.filter(({ stratum }) => stratum === at).map(({ key }) => key);
      expect(own).toHaveLength(drawn);
      expect(drawn).toBe(Math.min(units, 4));
      expect(own.every((key) => frame.includes(key))).toBe(true);
    }
  });

  test('what the register says of them adds up to what it says of all', async () => {
    const [whole, parts] = [
      await drawInto(newFolder(), 'samples/unknown', '--of', 'communities', '--refute', ...SEED),
      await drawInto(newFolder(), 'samples/unknown', '--of', 'communities', '--stratum', 'street', '--refute', ...SEED),
    ];
    for (const [at, { rule, met, unknown }] of whole.draw.strata[0]!.claims.entries()) {
      const own = parts.draw.strata.map(({ claims }) => claims[at]!);
      expect(own.every((claim) => claim.rule === rule)).toBe(true);
      expect(own.reduce((sum, claim) => sum + claim.met, 0)).toBe(met);
      expect(own.reduce((sum, claim) => sum + claim.unknown, 0)).toBe(unknown);
    }
  });
});

describe('the journal', () => {
  const draw = async (log: string, seed: string, ...argv: readonly string[]) => {
    const run = await runMain([
      'sample',
      'random',
      ...argv,
      '--of',
      'communities',
      '--refute',
      '--seed',
      seed,
      '--log',
      log,
      '--format',
      'json',
    ]);
    return { code: run.code, earlier: run.code === 0 ? JSON.parse(run.stdout).earlier : run.stdout };
  };

  test('marks a second draw from the same register, and the same draw as the first it was', async () => {
    const log = join(newFolder(), 'draws.jsonl');
    const path = 'samples/passing';
    expect(await draw(log, 'a', path)).toEqual({ code: 0, earlier: { sameRegister: [], otherRegisters: 0 } });
    const second = await draw(log, 'b', path);
    expect(second.earlier.sameRegister).toMatchObject([{ seed: 'a' }]);
    expect((await draw(log, 'a', path)).earlier.sameRegister).toEqual([]);
    expect((await draw(log, 'c', path)).earlier.sameRegister).toMatchObject([{ seed: 'a' }, { seed: 'b' }]);
    expect(readFileSync(log, 'utf8').trimEnd().split('\n')).toHaveLength(3);
  });

  test('counts draws from another state of the same table and year', async () => {
    const log = join(newFolder(), 'draws.jsonl');
    await draw(log, 'a', 'samples/passing');
    expect((await draw(log, 'a', 'samples/passing', '--street', '春风街道')).earlier).toEqual({
      sameRegister: [],
      otherRegisters: 1,
    });
  });

  test('holds the same units of another year as a draw of their own', async () => {
    const folder = newFolder();
    const log = join(folder, 'draws.jsonl');
    for (const table of ['streets', 'communities', 'compounds']) {
      const text = readFileSync(join('samples/passing', `${table}.csv`), 'utf8');
      write(folder, `${table}.csv`, text.replaceAll('2012', '2013'));
    }
    await draw(log, 'a', 'samples/passing');
    await draw(log, 'a', folder);
    expect((await draw(log, 'b', folder)).earlier).toMatchObject({ sameRegister: [{ seed: 'a' }] });
    expect(readFileSync(log, 'utf8').trimEnd().split('\n')).toHaveLength(3);
  });

  test('is not written where nothing is drawn', async () => {
    const log = join(newFolder(), 'draws.jsonl');
    expect((await draw(log, 'a', 'samples/passing', '--street', '无')).code).toBe(64);
    expect((await draw(log, 'a', 'samples/invalid')).code).toBe(65);
    expect(() => readFileSync(log)).toThrow('ENOENT');
  });

  test('that was changed refuses the draw, with the line', async () => {
    const log = write(newFolder(), 'draws.jsonl', '\n{"draw": 1}\n');
    const { code, earlier } = await draw(log, 'a', 'samples/passing');
    expect(code).toBe(65);
    expect(earlier).toContain('sample.journal-line');
    expect(readFileSync(log, 'utf8')).toBe('\n{"draw": 1}\n');
  });

  test('that cannot be written is no output', async () => {
    expect((await draw(newFolder(), 'a', 'samples/passing')).code).toBe(73);
  });
});
