import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assess } from '../../src/assess.ts';
import { NO_WITNESSES, type Witness } from '../../src/model/assessment.ts';
import { type Files, inFolder } from '../intake/submission.ts';
import { COMMUNITIES_AND_VETO, writeBoth } from '../rulesets/small-rulesets.ts';

const lines = (...all: readonly string[]): string => all.join('\n');
const COMPOUNDS = '街道代码,小区,创建等级';
const STREETS = '街道代码,街道,小区总数,标兵小区数';

const witnessLine = ({ code, name, field, text, place }: Witness): string =>
  [code ?? name, field, JSON.stringify(text), place && `${place.path}:${place.line}:${place.column}`].join(' ');

/** The witnesses of one rule for each subject, unknown ones behind `?`, and how many more there are. */
const witnesses = async (files: Files, limit = 20, rule = 'model-compounds') => {
  const { subjects } = await inFolder(files, { year: 2012, witnesses: limit });
  return subjects.map(({ scope, code, name, findings }) => {
    const { failing, unknown, omitted } = findings.find((finding) => finding.rule === rule)!.witnesses;
    const listed = [...failing.map(witnessLine), ...unknown.map((each) => `? ${witnessLine(each)}`)];
    return [`${scope} ${code ?? name} +${omitted.failing} ?${omitted.unknown}`, ...listed];
  });
};

/** 440308001 has 3 units on a register with gaps, 440308002 a summary: their rows take turns. */
const MIXED: Files = {
  '1.csv': lines(
    STREETS,
    '440308001,甲街道,5,',
    '440308002,乙街道,4,1',
    '440308003,丙街道,3,',
    '440308004,丁街道,,2',
    '440308005,戊街道,,',
    '440308006,己街道,2,2',
    '440308007,庚街道,1,1',
    '440308008,辛街道,2,2',
  ),
  '2.csv': lines(
    COMPOUNDS,
    '440308001,一村,先进',
    '440308006,二村,',
    '440308001,三村,',
    '440308006,四村,达标',
    '440308001,五村,标兵',
    '440308007,六村,标兵',
    '440308001,七村,达标',
  ),
};

test('of the register its units, of a summary or of silence the subject; behind a short register its total', async () => {
  expect(await witnesses(MIXED)).toEqual([
    [
      'street 440308001 +0 ?0',
      ...['一村 level "先进" 2.csv:2:14', '七村 level "达标" 2.csv:8:14'],
      ...['? 三村 level "" 2.csv:4:14', '? 440308001 compounds "5" 1.csv:2:15'],
    ],
    ['street 440308002 +0 ?0', '440308002 modelCompounds "1" 1.csv:3:17'],
    ['street 440308003 +0 ?0', '? 440308003 modelCompounds "" 1.csv:4:17'],
    ['street 440308004 +0 ?0', '? 440308004 modelCompounds "2" 1.csv:5:16'],
    ['street 440308005 +0 ?0', '? 440308005 compounds "" 1.csv:6:15'],
    ['street 440308006 +0 ?0', '四村 level "达标" 2.csv:5:14', '? 二村 level "" 2.csv:3:14'],
    ['street 440308007 +0 ?0'],
    ['street 440308008 +0 ?0'],
    [
      'district 440308 +0 ?0',
      ...['一村 level "先进" 2.csv:2:14', '四村 level "达标" 2.csv:5:14', '七村 level "达标" 2.csv:8:14'],
      '440308002 modelCompounds "1" 1.csv:3:17',
      ...['? 二村 level "" 2.csv:3:14', '? 三村 level "" 2.csv:4:14', '? 440308001 compounds "5" 1.csv:2:15'],
      ...['? 440308003 modelCompounds "" 1.csv:4:17', '? 440308004 modelCompounds "2" 1.csv:5:16'],
      '? 440308005 compounds "" 1.csv:6:15',
    ],
  ]);
});

test.each<[limit: number, lists: readonly (readonly string[])[]]>([
  [
    1,
    [
      ['street 440308001 +1 ?1', '一村 level "先进" 2.csv:2:14', '? 三村 level "" 2.csv:4:14'],
      ['district 440308 +3 ?5', '一村 level "先进" 2.csv:2:14', '? 二村 level "" 2.csv:3:14'],
    ],
  ],
  [
    3,
    [
      [
        'street 440308001 +0 ?0',
        ...['一村 level "先进" 2.csv:2:14', '七村 level "达标" 2.csv:8:14'],
        ...['? 三村 level "" 2.csv:4:14', '? 440308001 compounds "5" 1.csv:2:15'],
      ],
      [
        'district 440308 +1 ?3',
        ...['一村 level "先进" 2.csv:2:14', '四村 level "达标" 2.csv:5:14', '七村 level "达标" 2.csv:8:14'],
        ...['? 二村 level "" 2.csv:3:14', '? 三村 level "" 2.csv:4:14', '? 440308001 compounds "5" 1.csv:2:15'],
      ],
    ],
  ],
])('at most %i in each list, and the rest counted', async (limit, lists) => {
  const found = await witnesses(MIXED, limit);
  expect([found[0], found.at(-1)]).toEqual(lists);
});

test('all of them without a limit', async () => {
  const rows = Array.from({ length: 25 }, (_, at) => `440308001,${at}村,${at < 22 ? '先进' : ''}`);
  const found = await witnesses({ '1.csv': lines(COMPOUNDS, ...rows) }, 0);
  expect(found.map(([head, ...listed]) => [head, listed.length])).toEqual([
    ['street 440308001 +0 ?0', 25],
    ['district 440308 +0 ?0', 25],
  ]);
});

test('where there is no table of subjects, only what lies around them shows who is silent, by name', async () => {
  const files = {
    '1.csv': lines('街道代码,社区,无毒社区', '440308001,甲社区,是'),
    '2.csv': lines(COMPOUNDS, '440308002,一村,标兵'),
  };
  expect(await witnesses(files)).toEqual([
    ['street 440308001 +0 ?0'],
    ['street 440308002 +0 ?0'],
    ['district 440308 +0 ?0', '? 440308001 compounds null '],
  ]);
  expect(await witnesses({ '2.csv': files['2.csv'] }, 20, 'drug-free-communities')).toEqual([
    ['street 440308002 +0 ?0'],
    ['district 440308 +0 ?0'],
  ]);
});

test('of an indicator that no summary gives, the cell that names the subject', async () => {
  const at = writeBoth(COMMUNITIES_AND_VETO, {
    '1.csv': lines('街道代码,街道名称,消防考核', '440308001,甲街道,合格', '440308002,乙街道,合格'),
    '2.csv': lines('社区名称,街道代码,长者食堂', '一社区,440308001,无'),
  });
  const { subjects } = await assess({ paths: [at.data], rules: at.rules, year: 2020 });
  const shown = subjects.map(({ findings: [first] }) =>
    first!.witnesses.unknown.map((each) => `${each.heading} ${witnessLine(each)}`),
  );
  const silent = '街道名称 440308002 name "乙街道" 1.csv:3:11';
  expect(shown).toEqual([[], [silent], [silent]]);
});

test('findings without witnesses share one empty answer: a national register has hundreds of thousands', async () => {
  const { subjects } = await inFolder({ '2.csv': lines(COMPOUNDS, '440308002,一村,标兵') }, { year: 2012 });
  for (const { findings } of subjects) expect(findings[0]!.witnesses).toBe(NO_WITNESSES);
});

test('every unit that fails or is unknown is a witness until the limit, and the rest is counted', async () => {
  const unit = fc.record({
    street: fc.constantFrom('440308001', '440308002'),
    level: fc.constantFrom('标兵', '先进', ''),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(unit, { minLength: 1, maxLength: 12 }), fc.nat(6), async (units, limit) => {
      const rows = units.map(({ street, level }, at) => `${street},第${at}村,${level}`);
      const { subjects } = await inFolder({ '1.csv': lines(COMPOUNDS, ...rows) }, { year: 2012, witnesses: limit });
      for (const { scope, code, findings } of subjects) {
        const { failing, unknown, omitted } = findings[0]!.witnesses;
        const rowsOf = (level: string) =>
          units.flatMap((each, at) =>
            each.level === level && (scope === 'district' || each.street === code) ? [at + 2] : [],
          );
        for (const [listed, more, all] of [
          [failing, omitted.failing, rowsOf('先进')],
          [unknown, omitted.unknown, rowsOf('')],
        ] as const) {
          const shown = limit === 0 ? all : all.slice(0, limit);
          expect(listed.map(({ place }) => place?.line)).toEqual(shown);
          expect(more).toBe(all.length - shown.length);
        }
      }
    }),
    { numRuns: 30 },
  );
});

test('what lies around subjects shows the witnesses that these have just shown, until the next', async () => {
  const rows = ['440308001,一村,先进', '440308002,二村,', '440309001,三村,达标'];
  const { subjects } = await inFolder({ '1.csv': lines(COMPOUNDS, ...rows) }, { year: 2012 });
  const [first, second, district, third, other] = subjects.map(({ findings: [finding] }) => finding!.witnesses);
  expect(district!.failing[0]).toBe(first!.failing[0]);
  expect(district!.unknown[0]).toBe(second!.unknown[0]);
  expect(other!.failing[0]).toBe(third!.failing[0]);
  expect(third!.failing[0]!.name).toBe('三村');
});
