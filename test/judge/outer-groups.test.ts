import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outerGroups, shownOrder } from '../../src/judge/outer-groups.ts';
import type { Level, Ruleset } from '../../src/model/ruleset.ts';
import { labelOf, type Named } from '../../src/register/named.ts';
import type { Subject } from '../../src/register/subjects.ts';

const level = (id: string, digits: number | null, judged = false): Level => ({
  ...{ id, noun: { zh: id, en: id }, plural: `${id}s`, table: judged ? `${id}s` : null, within: [], judged, digits },
  ...{ endings: ['署'], marks: [] },
});
const scheme = (...levels: readonly Level[]) => ({ levels, aliases: new Map(), leftOut: [] }) as unknown as Ruleset;

const DISTRICTS = scheme(level('district', 6), level('street', 9, true));
/** Two levels around. */
const COUNTIES = scheme(level('province', 2), level('county', 4), level('office', 6, true));
/** What is judged has numbers of an office's own. */
const OWN_NUMBERS = scheme(level('province', 2), level('county', 4), level('office', null, true));

/** `code name`, `-` for what is not said. */
const named = (text: string): Named => {
  const [code, name] = text.split(' ').map((part) => (part === '-' ? null : part));
  return { code: code!, name: name! };
};
/** `code name`, then the same of each level around it. */
const subjectOf = (text: string, index: number): Subject => {
  const [own, ...outer] = text.split(' | ').map(named);
  return { index, row: index, ...own!, outer, fromTable: true, values: {}, unreadable: [] };
};
const shown = (ruleset: Ruleset, texts: readonly string[]): string[] =>
  shownOrder(texts.map(subjectOf), ruleset).map((each) => {
    if ('subject' in each) return labelOf(each.subject);
    const { group } = each;
    return `${group.level.id} ${group.code} ${group.name}: ${group.subjects.map(labelOf).join(', ')}`;
  });

test.each<[name: string, ruleset: Ruleset, subjects: readonly string[], lines: readonly string[]]>([
  [
    'by code, those without one behind by name, in code-point order',
    DISTRICTS,
    ['- 乙 | 440308 -', '440308002 丁 | 440308 -', '- 丙 | 440308 -', '440308001 戊 | 440308 -', '- 甲 | 440308 -'],
    [
      ...['440308001 戊', '440308002 丁', '丙', '乙', '甲'],
      'district 440308 null: 440308001 戊, 440308002 丁, 丙, 乙, 甲',
    ],
  ],
  [
    'those of one code by name, and without a name last',
    DISTRICTS,
    ['440308001 乙 | 440308 -', '440308001 - | 440308 -', '440308001 丙 | 440308 -'],
    ['440308001 丙', '440308001 乙', '440308001', 'district 440308 null: 440308001 丙, 440308001 乙, 440308001'],
  ],
  [
    'groups in the order of their codes, those without one behind by name, and one without either last',
    DISTRICTS,
    ['- 甲 | - -', '- 乙 | - 西区', '- 丙 | 440309 -', '- 丁 | - 东区', '- 戊 | 440308 -'],
    [
      ...['戊', 'district 440308 null: 戊', '丙', 'district 440309 null: 丙', '丁', 'district null 东区: 丁'],
      ...['乙', 'district null 西区: 乙', '甲', 'district null null: 甲'],
    ],
  ],
  [
    'a name that has a code elsewhere has that code, whatever it ends in',
    DISTRICTS,
    ['440309001 甲 | - 东区署', '440308002 乙 | 440308 东区'],
    ['440308002 乙', '440309001 甲', 'district 440308 东区署: 440308002 乙, 440309001 甲'],
  ],
  [
    'a name that has two codes elsewhere is a group of its own',
    DISTRICTS,
    ['440310001 甲 | - 东区', '440308001 乙 | 440308 东区', '440309001 丙 | 440309 东区'],
    [
      ...['440308001 乙', 'district 440308 东区: 440308001 乙', '440309001 丙', 'district 440309 东区: 440309001 丙'],
      ...['440310001 甲', 'district 440310 东区: 440310001 甲'],
    ],
  ],
  [
    'a code without a name is the code of no other name',
    DISTRICTS,
    ['440308001 甲 | 440308 -', '440309001 乙 | - 东区', '440309002 丙 | 440399 署'],
    [
      ...['440308001 甲', 'district 440308 null: 440308001 甲', '440309001 乙', 'district 440309 东区: 440309001 乙'],
      ...['440309002 丙', 'district 440399 署: 440309002 丙'],
    ],
  ],
  [
    'who says nothing lies where its code begins: in the group of that code',
    DISTRICTS,
    ['440308001 甲 | 440308 东区', '440308002 乙 | - -', '440309001 丙 | - -', '440309002 丁 | - -'],
    [
      ...['440308001 甲', '440308002 乙', 'district 440308 东区: 440308001 甲, 440308002 乙'],
      ...['440309001 丙', '440309002 丁', 'district 440309 null: 440309001 丙, 440309002 丁'],
    ],
  ],
  [
    'or in the one name whose codes all begin so',
    DISTRICTS,
    ['440308002 乙 | - -', '440308001 甲 | - 东区', '440308003 丙 | - -', '- 丁 | - 东区'],
    [
      ...['440308001 甲', '440308002 乙', '440308003 丙', '丁'],
      'district 440308 东区: 440308001 甲, 440308002 乙, 440308003 丙, 丁',
    ],
  ],
  [
    'not in a name where the group of that code is',
    DISTRICTS,
    ['440308001 甲 | - 东区', '440308002 乙 | 440308 西区', '440308003 丙 | - -'],
    [
      ...['440308001 甲', 'district 440308 东区: 440308001 甲'],
      ...['440308002 乙', '440308003 丙', 'district 440308 西区: 440308002 乙, 440308003 丙'],
    ],
  ],
  [
    'nor in one of two names',
    DISTRICTS,
    ['440308001 甲 | - 东区', '440308002 乙 | - 西区', '440308003 丙 | - -'],
    [
      ...['440308001 甲', 'district 440308 东区: 440308001 甲', '440308002 乙', 'district 440308 西区: 440308002 乙'],
      ...['440308003 丙', 'district 440308 null: 440308003 丙'],
    ],
  ],
  [
    'nor in one whose codes begin with different digits',
    DISTRICTS,
    ['440308001 甲 | - 东区', '440309002 乙 | - 东区', '440308003 丙 | - -'],
    [
      ...['440308003 丙', 'district 440308 null: 440308003 丙'],
      ...['440308001 甲', '440309002 乙', 'district null 东区: 440308001 甲, 440309002 乙'],
    ],
  ],
  [
    'who says nothing and has no code lies in no name',
    DISTRICTS,
    ['- 甲 | - 东区', '- 乙 | - -', '- 丙 | - -'],
    ['甲', 'district null 东区: 甲', '丙', '乙', 'district null null: 丙, 乙'],
  ],
  [
    'the first name that is given is shown',
    DISTRICTS,
    ['440308003 甲 | 440308 -', '440308002 乙 | 440308 东署', '440308001 丙 | 440308 东'],
    [
      ...['440308001 丙', '440308002 乙', '440308003 甲'],
      'district 440308 东署: 440308001 丙, 440308002 乙, 440308003 甲',
    ],
  ],
  [
    'two levels, each group behind its subjects and those within it',
    COUNTIES,
    ['120101 丙 | - - | - -', '110202 乙 | 11 北省 | 1102 西县', '110101 甲 | 11 北省 | 1101 东县'],
    [
      ...['110101 甲', 'county 1101 东县: 110101 甲', '110202 乙', 'county 1102 西县: 110202 乙'],
      'province 11 北省: 110101 甲, 110202 乙',
      ...['120101 丙', 'county 1201 null: 120101 丙', 'province 12 null: 120101 丙'],
    ],
  ],
  [
    'the code of what lies between before its own',
    COUNTIES,
    ['110101 甲 | - - | 1201 -', '110102 乙 | - - | - 东县'],
    [
      ...['110102 乙', 'county 1101 东县: 110102 乙', 'province 11 null: 110102 乙'],
      ...['110101 甲', 'county 1201 null: 110101 甲', 'province 12 null: 110101 甲'],
    ],
  ],
  [
    'what lies further out says nothing of what lies between',
    COUNTIES,
    ['110101 甲 | 12 - | - -'],
    ['110101 甲', 'county 1101 null: 110101 甲', 'province 12 null: 110101 甲'],
  ],
  [
    'a code between that is not like those of its level says nothing',
    COUNTIES,
    ['110101 甲 | - - | 12 -', '110102 乙 | - - | 13012 -'],
    [
      ...['110101 甲', 'county 12 null: 110101 甲', '110102 乙', 'county 13012 null: 110102 乙'],
      'province 11 null: 110101 甲, 110102 乙',
    ],
  ],
  [
    'numbers of an office of its own begin with nothing',
    OWN_NUMBERS,
    ['110101 甲 | - - | - -', '110201 乙 | - - | 1202 -'],
    [
      ...['110201 乙', 'county 1202 null: 110201 乙', 'province 12 null: 110201 乙'],
      ...['110101 甲', 'county null null: 110101 甲', 'province null null: 110101 甲'],
    ],
  ],
  ['nothing', DISTRICTS, [], []],
])('what subjects lie in: %s', (_, ruleset, subjects, lines) => {
  expect(shown(ruleset, subjects)).toEqual(lines);
});

test('the groups of every level, in the order in which they are shown', () => {
  const order = shownOrder(['110101 甲 | - - | - -', '120101 乙 | - - | - -'].map(subjectOf), COUNTIES);
  expect(outerGroups(order).map(({ code }) => code)).toEqual(['1101', '11', '1201', '12']);
});

test('the order of the input changes nothing', () => {
  const code = fc.constantFrom('440308001', '440308002', '440309001', '440309002', '-');
  const district = fc.constantFrom('440308 东区', '440309 西区', '- 东区', '- 西区', '- 南区', '- -', '440308 -');
  const subject = fc.tuple(code, district);
  fc.assert(
    fc.property(fc.array(subject, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (all, ranks) => {
      const texts = all.map(([own, outer], at) => `${own} 街${at} | ${outer}`);
      const ranked = texts.map((text) => ({ text, rank: ranks.next().value }));
      const shuffled = ranked.sort((a, b) => a.rank - b.rank).map(({ text }) => text);
      expect(shown(DISTRICTS, shuffled)).toEqual(shown(DISTRICTS, texts));
    }),
  );
});
