import { describe, expect, test } from 'vitest';
import { type Files, figures, inFolder, type Options, told } from '../intake/submission.ts';

const lines = (...all: string[]) => all.join('\n');
const FILLED = 'note record.filled-down';
const BLANK = 'error record.blank-parent';
const DIRECT = 'note record.no-parent';

interface Case {
  readonly name: string;
  readonly files: Files | string;
  readonly options?: Options;
  readonly told?: readonly string[];
  /** Of what is refused there are none. */
  readonly figures?: readonly string[];
}

const cases = (all: readonly Case[]) =>
  test.each(all)('$name', async ({ files, options = { year: 2012 }, told: expected = [], figures: counted = [] }) => {
    const result = await inFolder(typeof files === 'string' ? { 'c.csv': files } : files, options);
    expect(told(result)).toEqual(expected);
    expect(figures(result)).toEqual(counted);
  });

describe('a blank community beside its street', () => {
  const HEAD = '街道,社区,小区编号,小区,创建等级';
  const NAMED = '街道,社区,小区,创建等级';
  cases([
    {
      name: 'that the code of the unit confirms',
      files: lines(
        HEAD,
        '梅沙街道,甲社区,440308001001001,园1,标兵',
        '梅沙街道,,440308001001002,园2,标兵',
        '梅沙街道,,440308001002001,园3,先进',
      ),
      told: [`${FILLED} c.csv:3:6 ""`, `${DIRECT} c.csv:4:6 ""`],
      figures: ['梅沙街道 2/3'],
    },
    {
      name: 'that an office’s own number does not confirm',
      files: lines(HEAD, '梅沙街道,甲社区,A1,园1,标兵', '梅沙街道,,A2,园2,标兵'),
      told: [`${DIRECT} c.csv:3:6 ""`],
      figures: ['梅沙街道 2/2'],
    },
    {
      name: 'of a compound with a code listed twice',
      files: lines(HEAD, '梅沙街道,甲社区,A1,园1,标兵', '梅沙街道,,A1,园1,标兵'),
      told: ['error unit.duplicate c.csv:2:10 & c.csv:3:7 "A1"', `${DIRECT} c.csv:3:6 ""`],
    },
    {
      name: 'of a virtual community by the code of the unit',
      files: lines(HEAD, '梅沙街道,甲社区,440308001001001,园1,标兵', '梅沙街道,,440308001498001,园2,标兵'),
      told: ['note unit.left-out c.csv:3:7 "440308001498001"'],
      figures: ['梅沙街道 1/1'],
    },
    {
      name: 'of another street than that of the community above',
      files: lines(NAMED, '梅沙街道,甲社区,园1,标兵', '盐田街道,,园2,先进'),
      told: [`${DIRECT} c.csv:3:6 ""`],
      figures: ['梅沙街道 1/1', '盐田街道 0/1'],
    },
    {
      name: 'of the street of the community above, another in between',
      files: lines(NAMED, '梅沙街道,甲社区,园1,标兵', '盐田街道,,园2,先进', '梅沙街道办事处,,园3,先进'),
      told: [`${DIRECT} c.csv:3:6 ""`, `${BLANK} c.csv:4:9 ""`],
    },
    {
      name: 'of a street by name, that of the community above by code',
      files: lines(
        '街道代码,街道,社区,小区,创建等级',
        '440308001,,甲社区,园1,标兵',
        '440308001,梅沙街道,乙社区,园2,先进',
        ',盐田街道,,园3,先进',
      ),
      told: [`${DIRECT} c.csv:4:7 ""`],
      figures: ['梅沙街道 1/2', '盐田街道 0/1'],
    },
    {
      name: 'of a compound listed twice',
      files: lines(NAMED, '梅沙街道,甲社区,园1,标兵', '梅沙街道,,园1,标兵'),
      told: [`${BLANK} c.csv:3:6 ""`],
    },
    {
      name: 'of compounds of one name in two communities',
      files: lines(
        NAMED,
        '梅沙街道,甲社区,一期,标兵',
        '梅沙街道,,二期,标兵',
        '梅沙街道,乙社区,一期,标兵',
        '梅沙街道,,二期,先进',
      ),
      told: [`${BLANK} c.csv:3:6 ""`, `${BLANK} c.csv:5:6 ""`],
    },
    {
      name: 'above the first that is filled, which no merged cell reaches',
      files: lines(NAMED, '梅沙街道,,园1,标兵', '梅沙街道,,园2,标兵', '梅沙街道,甲社区,园3,标兵'),
      told: [`${DIRECT} c.csv:2:6 "" ×2`],
      figures: ['梅沙街道 3/3'],
    },
    {
      name: 'in a column that is blank all the way down',
      files: lines(NAMED, '梅沙街道,,园1,标兵', '梅沙街道,,园2,先进'),
      figures: ['梅沙街道 1/2'],
    },
    {
      name: 'in a column that is filled in another file',
      files: {
        'c.csv': lines(NAMED, '梅沙街道,甲社区,园1,标兵'),
        'd.csv': lines(NAMED, '盐田街道,,园2,先进'),
      },
      figures: ['梅沙街道 1/1', '盐田街道 0/1'],
    },
    {
      name: 'marked as not known, which is no merged cell',
      files: lines(
        HEAD,
        '梅沙街道,甲社区,440308001001001,园1,标兵',
        '梅沙街道,不详,440308001001002,园2,标兵',
        '梅沙街道,不详,440308001002001,园3,先进',
      ),
      told: [`${DIRECT} c.csv:3:6 "不详" ×2`],
      figures: ['梅沙街道 2/3'],
    },
    {
      name: 'marked with -, no codes',
      files: lines(NAMED, '梅沙街道,甲社区,园1,标兵', '梅沙街道,-,园2,先进'),
      told: [`${DIRECT} c.csv:3:6 "-"`],
      figures: ['梅沙街道 1/2'],
    },
    {
      name: 'and a blank street, the number an office’s own',
      files: lines(HEAD, '梅沙街道,甲社区,A1,园1,标兵', ',,A2,园2,标兵'),
      told: [`${BLANK} c.csv:3:1 ""`],
    },
    {
      name: 'and a blank street, both of which nothing confirms',
      files: lines(NAMED, '梅沙街道,甲社区,园1,标兵', ',,园2,标兵'),
      told: [`${BLANK} c.csv:3:1 ""`, `${BLANK} c.csv:3:2 ""`],
    },
  ]);
});

describe('a record of YAML without a parent, where no cells are merged', () => {
  cases([
    {
      name: 'a compound directly below its street',
      files: {
        'c.yaml': lines(
          'streets:',
          '  - name: 梅沙街道',
          '    communities: [{ name: 甲社区, compounds: [{ name: 园1, level: 标兵 }] }]',
          '    compounds: [{ name: 直属园, level: 先进 }]',
        ),
      },
      figures: ['梅沙街道 1/2'],
    },
    {
      name: 'compounds with nothing but a name, however they are named',
      files: {
        'c.yaml': lines(
          'streets:',
          '  - name: 梅沙街道',
          '    compounds: [{ name: 园1, level: 标兵 }, { name: 园2 }, { name: "备注：园3" }]',
        ),
      },
      figures: ['梅沙街道 1/3?2'],
    },
    {
      name: 'a flat list',
      files: {
        'c.json': JSON.stringify({
          compounds: [
            { street: '梅沙街道', community: '甲社区', name: '园1', level: '标兵' },
            { street: '梅沙街道', name: '直属园', level: '先进' },
            { street: '梅沙街道', community: '', name: '直属园二', level: '先进' },
          ],
        }),
      },
      figures: ['梅沙街道 1/3'],
    },
    {
      name: 'a compound that names its community only, below one of another street',
      files: {
        'c.yaml': lines(
          'communities: [{ street: 梅沙街道, name: 甲社区 }, { street: 盐田街道, name: 乙社区 }]',
          'compounds:',
          '  - { street: 梅沙街道, community: 甲社区, name: 园1, level: 标兵 }',
          '  - { community: 乙社区, name: 园2, level: 先进 }',
        ),
      },
      figures: ['梅沙街道 1/1', '盐田街道 0/1'],
    },
    {
      name: 'a compound without any',
      files: { 'c.yaml': 'compounds: [{ street: 梅沙街道, name: 园1 }, { name: 园2, level: 标兵 }]' },
      told: [`${BLANK} c.yaml:1:41 ""`],
    },
  ]);
});

describe('a blank street beside its community', () => {
  const COMMUNITIES = lines(
    '街道代码,街道,社区',
    '440308001,梅沙街道,甲社区',
    '440308001,梅沙街道,乙社区',
    '440308002,盐田街道,丙社区',
    '440308002,盐田街道,和平社区',
    '440308001,梅沙街道,和平社区',
  );
  const below = (...rows: string[]) => ({
    'b.csv': COMMUNITIES,
    'c.csv': lines('街道,社区,小区编号,小区,创建等级', ...rows),
  });
  cases([
    {
      name: 'that lies in the street above',
      files: below('梅沙街道,甲社区,A1,园1,标兵', ',乙社区,A2,园2,先进'),
      told: [`${FILLED} c.csv:3:1 ""`],
      figures: ['梅沙街道 1/2', '盐田街道 null/null'],
    },
    {
      name: 'that lies in another street than the one above',
      files: below('梅沙街道,甲社区,A1,园1,标兵', ',丙社区,A2,园2,先进'),
      told: [`${BLANK} c.csv:3:1 ""`],
    },
    {
      name: 'whose name two streets have',
      files: below('梅沙街道,甲社区,A1,园1,标兵', ',和平社区,A2,园2,先进'),
      told: ['error reference.ambiguous c.csv:3:2 & b.csv:5:16 b.csv:6:16 "和平社区"'],
    },
    {
      name: 'whose name two streets have, confirmed by the code of the unit',
      files: {
        'b.csv': COMMUNITIES,
        'c.csv': lines(
          '街道代码,社区,小区编号,小区,创建等级',
          '440308001,甲社区,440308001001001,园1,标兵',
          ',和平社区,440308001003001,园2,先进',
        ),
      },
      told: [`${FILLED} c.csv:3:1 ""`],
      figures: ['梅沙街道 1/2', '盐田街道 null/null'],
    },
    {
      name: 'in a column that is blank all the way down',
      files: below(',甲社区,A1,园1,标兵', ',丙社区,A2,园2,先进'),
      figures: ['梅沙街道 1/1', '盐田街道 0/1'],
    },
  ]);
});

describe('a blank street', () => {
  cases([
    {
      name: 'under a street whose code the numbers of the office do not begin with, alike as they are',
      files: {
        'a.csv': lines('街道代码,街道', '440308001,梅沙街道'),
        'c.csv': lines('街道,小区编号,创建等级', '梅沙街道,201206001,标兵', ',2012060012,标兵'),
      },
      told: [`${BLANK} c.csv:3:1 ""`],
    },
  ]);
});

describe('cells merged over two years', () => {
  const TEXT = lines(
    '年度,街道,小区编号,创建等级',
    '2011,梅沙街道,440308001001,先进',
    '2012,,440308001001,标兵',
    '2011,盐田街道,440308002001,先进',
    '2012,,440308002001,先进',
  );
  const figured = ['梅沙街道 1/1', '盐田街道 0/1'];
  cases([
    {
      name: 'the latest is judged',
      files: TEXT,
      options: {},
      told: ['note year.several', `${FILLED} c.csv:3:6 "" ×2`],
      figures: figured,
    },
    { name: 'the later is judged', files: TEXT, told: [`${FILLED} c.csv:3:6 "" ×2`], figures: figured },
    {
      name: 'the earlier is judged',
      files: TEXT,
      options: { year: 2011 },
      figures: ['梅沙街道 0/1', '盐田街道 0/1'],
    },
    {
      name: 'the year above is not judged and names another street in between',
      files: lines(
        '年度,街道,小区编号,创建等级',
        '2012,梅沙街道,440308001001,标兵',
        '2011,盐田街道,440308002001,先进',
        '2012,梅沙街道,440308001002,标兵',
        '2012,,440308001003,标兵',
        '2011,盐田街道,440308002002,先进',
        '2012,,440308001004,标兵',
      ),
      told: [`${FILLED} c.csv:5:6 ""`, `${BLANK} c.csv:7:6 ""`],
    },
    {
      name: 'units without codes are compared by the street above, too',
      files: lines(
        '年度,街道代码,小区编号,小区,创建等级',
        '2011,440308001,440308001001,一村,先进',
        '2012,,440308001001,一村,标兵',
        '2012,440308001,,一村,标兵',
      ),
      told: [`${FILLED} c.csv:3:6 ""`, 'error unit.duplicate c.csv:3:7 & c.csv:4:17 "440308001001"'],
    },
  ]);
});
