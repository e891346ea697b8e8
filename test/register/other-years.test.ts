import { expect, test } from 'vitest';
import { type Files, figures, inFolder, type Options, told } from '../intake/submission.ts';

const lines = (...all: string[]) => all.join('\n');
const STREETS = '年度,街道,维稳综治专项考核';
const COMMUNITIES = '年度,街道,社区,无毒社区';
const COMPOUNDS = '年度,街道,社区,小区,创建等级';

interface Case {
  readonly name: string;
  readonly files: Files;
  readonly options?: Options;
  readonly told: readonly string[];
  readonly figures?: readonly string[];
}

/** Three tables of two streets, `haishan` and `meisha` being the year in which each of their rows stands. */
const twoStreets = (haishan: string, meisha: string): Files => ({
  '1.csv': lines(STREETS, `${haishan},海山街道,不达标`, `${meisha},梅沙街道,达标`),
  '2.csv': lines(COMMUNITIES, `${haishan},海山街道,海涛社区,是`, `${meisha},梅沙街道,滨海社区,是`),
  '3.csv': lines(COMPOUNDS, `${haishan},海山街道,海涛社区,一号院,先进`, `${meisha},梅沙街道,滨海社区,二号院,标兵`),
});

test.each<Case>([
  {
    name: 'all years of a street mistyped as a later one',
    files: twoStreets('2012', '2021'),
    told: ['note year.several', 'error year.subject-missing 1.csv:2:1 & 1.csv:3:1 "2012"'],
  },
  {
    name: 'all years of a street mistyped as an earlier one',
    files: twoStreets('2012', '2011'),
    told: ['note year.several', 'error year.subject-missing 1.csv:3:1 & 1.csv:2:1 "2011"'],
  },
  {
    name: 'the same, with the year asked for',
    files: twoStreets('2012', '2021'),
    options: { year: 2012 },
    told: ['warning year.subject-elsewhere 1.csv:3:1 & 1.csv:2:1 "2021"'],
    figures: ['海山街道 0/1'],
  },
  {
    name: 'a street without a streets table',
    files: { 'a.csv': lines(COMPOUNDS, '2012,海山街道,,一号院,先进', '2021,梅沙街道,,二号院,标兵') },
    told: ['note year.several', 'error year.subject-missing a.csv:2:1 & a.csv:3:1 "2012"'],
  },
  {
    name: 'one year of a compound that fails',
    files: {
      'a.csv': lines(COMPOUNDS, ...[1, 2, 3].map((n) => `2012,海山街道,,${n}号院,标兵`), '2011,海山街道,,四号院,先进'),
    },
    told: ['note year.several', 'error year.strays a.csv:5:1 "2011"'],
  },
  {
    name: 'one year of a compound that names only its community',
    files: {
      '2.csv': lines(COMMUNITIES, '2012,海山街道,海涛社区,是'),
      '3.csv': lines('年度,社区,小区,创建等级', '2012,海涛社区,一号院,标兵', '2011,海涛社区,二号院,先进'),
    },
    told: ['note year.several', 'error year.strays 3.csv:3:1 "2011"'],
  },
  {
    name: 'one year of a compound in data of two years',
    files: {
      'a.csv': lines(
        COMPOUNDS,
        ...[1, 2, 3].flatMap((n) => [`2011,海山街道,,${n}号院,标兵`, `2012,海山街道,,${n}号院,标兵`]),
        '2011,海山街道,,四号院,先进',
        '2010,海山街道,,四号院,先进',
      ),
    },
    told: ['note year.several', 'warning year.units-gone a.csv:8:1 "2011"', 'error year.strays a.csv:9:1 "2010"'],
  },
  {
    name: 'one year mistyped as that of the rest of the data',
    files: {
      'a.csv': lines(
        COMPOUNDS,
        ...[1, 2].flatMap((n) => [`2011,海山街道,海涛,${n}号院,标兵`, `2012,海山街道,海涛,${n}号院,标兵`]),
        '2011,海山街道,海涛,三号院,标兵',
        '2011,海山街道,海涛,三号院,先进',
        '2011,海山街道,田心,三号院,先进',
      ),
    },
    told: [
      'note year.several',
      'warning year.units-gone a.csv:6:1 & a.csv:7:1 a.csv:8:1 "2011"',
      'error unit.duplicate a.csv:7:1 & a.csv:6:1 "2011"',
    ],
  },
  {
    name: 'whole data of two years',
    files: {
      '1.csv': lines(STREETS, ...['2011', '2012'].map((year) => `${year},海山街道,达标`)),
      '2.csv': lines(COMMUNITIES, ...['2011', '2012'].map((year) => `${year},海山街道办事处,海涛社区,是`)),
      '3.csv': lines(COMPOUNDS, ...['2011', '2012'].map((year) => `${year},海山,海涛居委会,一号院,标兵`)),
    },
    told: ['note year.several'],
    figures: ['海山街道 1/1'],
  },
  {
    name: 'units that have codes in one of the years only',
    files: {
      'a.csv': lines('年度,街道,小区,创建等级', '2011,海山街道,一号院,先进'),
      'b.csv': lines('年度,街道,小区编号,小区,创建等级', '2012,海山街道,A1,一号院,标兵'),
    },
    told: ['note year.several'],
    figures: ['海山街道 1/1'],
  },
  {
    name: 'what the ruleset leaves out, in another year only',
    files: {
      'a.csv': lines(
        '年度,街道代码,街道,小区,创建等级',
        '2011,440308403,保税区,甲院,标兵',
        '2012,440308004,海山街道,一号院,标兵',
      ),
    },
    told: ['note year.several'],
    figures: ['海山街道 1/1'],
  },
])('$name', async ({ files, options = {}, told: expected, figures: shown = [] }) => {
  const result = await inFolder(files, options);
  expect(told(result)).toEqual(expected);
  expect(figures(result)).toEqual(shown);
});
