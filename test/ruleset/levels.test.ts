import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readLevels } from '../../src/ruleset/documents.ts';
import { loadRuleset } from '../../src/ruleset/load-ruleset.ts';
import { writeBoth } from '../rulesets/small-rulesets.ts';
import { type Edit, writeRuleset, YANTIAN } from './write-ruleset.ts';

const load = async (folder: string) => {
  const loaded = await loadRuleset(folder);
  if (!('ruleset' in loaded)) throw new Error(JSON.stringify(loaded.diagnostics));
  return loaded.ruleset;
};

/** `file:line word code slots` of each diagnostic, the word being what stands at its place. */
const faults = async (folder: string): Promise<string[]> => {
  const loaded = await loadRuleset(folder);
  const found = 'ruleset' in loaded ? [] : loaded.diagnostics;
  return found.map(({ code, place, params }) => {
    const { path, line, column } = place!;
    const written = readFileSync(join(folder, path), 'utf8')
      .split('\n')
      [line - 1]!.slice(column - 1);
    const slots = Object.values(params).flatMap((slot) =>
      typeof slot === 'object' && slot !== null && 'en' in slot ? [slot.en] : [slot].flat(),
    );
    return `${path}:${line} ${/^\[|^\w+/.exec(written)} ${code.slice('ruleset.'.length)} ${slots.join(' ')}`;
  });
};

const HEAD = `$schema: urn:streetcheck:ruleset:1
id: schools
label: { zh: 示例考核, en: an example }
version: 1.0.0
source: { number: 示例〔2020〕1号 }
type: object
properties:
  books: { label: { zh: 图书, en: books }, clause: 一, share: { atLeast: 50 } }
indicators:
  books: { of: class, meets: { properties: { books: { minimum: 9 } } } }
levels:
`;

const NAMED = '$schema: urn:streetcheck:record:1\ntype: object\nproperties:\n';
const FILES = {
  'school.yaml': `${NAMED}  title: { type: string, format: name }\n  office: { type: string, format: name }\n`,
  'class.yaml': `${NAMED}  number: { type: string, format: code }
  school: { type: string, format: name }
  books: { type: integer }
  booksBefore: { type: integer, previousOf: books }
  term: { type: integer, format: year }
  papers: { type: string, role: evidence }
`,
};

const OFFICE = '  office: { noun: { zh: 教育局, en: office }, code: { digits: 4 } }\n';
const SCHOOL =
  '  school: { noun: { zh: 学校, en: school }, within: office, records: school.yaml, judged: true, code: { digits: 6 }, endings: [学校], marks: [小学] }\n';
const CLASS =
  '  class: { noun: { zh: 班级, en: class }, plural: classes, table: rooms, within: school, records: class.yaml }\n';

test('levels are data: nouns, tables, parents, digits, endings', async () => {
  const { levels, records, indicators, rules } = await load(
    writeBoth({ 'ruleset.yaml': HEAD + OFFICE + SCHOOL + CLASS, ...FILES }).rules,
  );
  expect(levels).toEqual([
    {
      ...{ id: 'office', noun: { zh: '教育局', en: 'office' }, plural: 'offices', table: null, within: [] },
      ...{ judged: false, digits: 4, endings: [], marks: [] },
    },
    {
      ...{ id: 'school', noun: { zh: '学校', en: 'school' }, plural: 'schools', table: 'schools', within: ['office'] },
      ...{ judged: true, digits: 6, endings: ['学校'], marks: ['小学'] },
    },
    {
      ...{ id: 'class', noun: { zh: '班级', en: 'class' }, plural: 'classes', table: 'rooms', within: ['school'] },
      ...{ judged: false, digits: null, endings: [], marks: [] },
    },
  ]);
  const byTable = new Map(Object.entries(records));
  expect(byTable.get('rooms')?.headings).toEqual(['rooms']);
  expect(indicators.map(({ of }) => of)).toEqual(['rooms']);
  expect(rules.map(({ scopes }) => scopes)).toEqual([['school', 'office']]);
  const roles = ['schools', 'rooms'].flatMap((table) =>
    byTable.get(table)!.fields.map(({ name, role, parent, previousOf }) => [name, role, parent ?? previousOf ?? null]),
  );
  expect(roles).toEqual([
    ['title', 'name', null],
    ['office', 'parent-name', 'office'],
    ['number', 'code', null],
    ['school', 'parent-name', 'school'],
    ['books', null, null],
    ['booksBefore', null, 'books'],
    ['term', 'year', null],
    ['papers', 'evidence', null],
  ]);
});

test('the levels and roles of yantian-2011', async () => {
  const { levels, records } = await load(YANTIAN);
  const shown = levels.map(({ id, plural, table, within, judged, digits }) =>
    [id, plural, table, within.join('+'), judged ? 'judged' : '', digits].join(' '),
  );
  expect(shown).toEqual([
    'district districts    6',
    'street streets streets district judged 9',
    'community communities communities street  12',
    'compound compounds compounds community+street  ',
  ]);
  const roles = Object.values(records).map(({ fields }) =>
    fields.flatMap(({ name, role, previousOf }) =>
      role !== null ? [`${name} ${role}`] : previousOf !== undefined ? [`${name} of ${previousOf}`] : [],
    ),
  );
  expect(roles).toEqual([
    ['code code', 'name name', 'district parent-name', 'districtCode parent-code', 'year year'],
    [
      ...['code code', 'name name', 'street parent-name', 'streetCode parent-code', 'year year'],
      ...['criminalCasesPrevious of criminalCases', 'securityCasesPrevious of securityCases'],
    ],
    [
      ...['code code', 'name name', 'community parent-name', 'communityCode parent-code'],
      ...['street parent-name', 'streetCode parent-code', 'year year', 'evidence evidence'],
    ],
  ]);
});

test.each<[name: string, levels: string, found: readonly string[]]>([
  [
    'a misspelt level',
    OFFICE + SCHOOL.replace('within: office', 'within: ofice') + CLASS,
    ['13 ofice wrong-value within office'],
  ],
  [
    'a level within itself',
    OFFICE + SCHOOL + CLASS.replace('within: school', 'within: class'),
    ['14 class wrong-value within school | office'],
  ],
  [
    'a level within a later one',
    OFFICE + SCHOOL.replace('within: office', 'within: [class, office]') + CLASS,
    ['13 class wrong-value within office'],
  ],
  [
    'an outermost level within another',
    OFFICE.replace('code:', 'within: school, code:') + SCHOOL + CLASS,
    ['12 school wrong-value within left out (no level stands before it)'],
  ],
  [
    'a level that lies in none',
    OFFICE + SCHOOL.replace(' within: office,', '') + CLASS,
    ['13 school missing-keyword within'],
  ],
  [
    'levels that are not listed nearest first',
    OFFICE + SCHOOL + CLASS.replace('within: school', 'within: [office, school]'),
    ['14 [ wrong-value within [school, office]'],
  ],
  [
    'a level counted that lies in none that is judged',
    OFFICE + SCHOOL + CLASS.replace('within: school', 'within: office'),
    ['14 office wrong-value within school'],
  ],
  [
    'a level counted that lies in one of which nothing is handed in',
    `${OFFICE}${SCHOOL}  floor: { noun: { zh: 楼层, en: floor }, within: school }\n${CLASS.replace('within: school', 'within: floor')}`,
    ['15 floor missing-table floors class'],
  ],
  [
    'no level that is judged',
    OFFICE + SCHOOL.replace(' judged: true,', '') + CLASS,
    ['11 levels missing-keyword judged: true'],
  ],
  [
    'two levels that are judged',
    OFFICE + SCHOOL + CLASS.replace('table: rooms', 'judged: true, table: rooms'),
    ['14 true wrong-value judged true for one level only'],
  ],
  [
    'a table without a record schema',
    OFFICE.replace('code:', 'table: offices, code:') + SCHOOL + CLASS,
    ['12 office missing-keyword records'],
  ],
  [
    'a plural that can name no table',
    OFFICE + SCHOOL + CLASS.replace('plural: classes, table: rooms', 'plural: class rooms'),
    ['14 class missing-keyword table'],
  ],
  [
    'two tables of one name',
    OFFICE + SCHOOL + CLASS.replace('table: rooms', 'table: schools'),
    ['14 class duplicate-key schools'],
  ],
  [
    'codes that are no longer than those around them',
    OFFICE + SCHOOL.replace('digits: 6', 'digits: 4') + CLASS,
    ['13 4 wrong-value digits a whole number of at least 5'],
  ],
  [
    'a level called like the code of another',
    `${OFFICE}${SCHOOL}${CLASS}  classCode: { noun: { zh: 班, en: c }, within: class }\n`,
    ['15 classCode wrong-value classCode a text that matches /^(?!.*Code$)[a-z][A-Za-z0-9]*$/'],
  ],
  [
    'a level that lies in a number',
    OFFICE + SCHOOL + CLASS.replace('within: school', 'within: 3'),
    ['14 3 wrong-value within LEVEL | [LEVEL, …]'],
  ],
])('%s', async (_, levels, found) => {
  const all = await faults(writeBoth({ 'ruleset.yaml': HEAD + levels, ...FILES }).rules);
  expect(all.toSorted()).toEqual(found.map((each) => `ruleset.yaml:${each}`).toSorted());
});

const MAIN = 'ruleset.yaml';
const COMMUNITY = 'community.schema.yaml';

test.each<[name: string, edit: Edit, found: RegExp]>([
  [
    'an unknown level that is counted',
    [MAIN, 'of: compound\n', 'of: compund\n'],
    /^ruleset.yaml:\d+ compund wrong-value of street \| community \| compound$/,
  ],
  [
    'an outer level that is counted',
    [MAIN, 'of: compound\n', 'of: district\n'],
    / district wrong-value of street \| community \| compound$/,
  ],
  [
    'a rule for a level that is counted',
    [MAIN, 'scope: district', 'scope: community'],
    / community wrong-value scope district \| street$/,
  ],
  ['a veto for a level around', [MAIN, 'scope: street', 'scope: district'], / district wrong-value scope street$/],
  [
    'a second code of its own',
    [COMMUNITY, '  year: {', '  number: { type: string, format: code }\n  year: {'],
    /^community.schema.yaml:\d+ number duplicate-key format: code$/,
  ],
  [
    'a parent that is no name',
    [COMMUNITY, 'street: { type: string, format: name', 'street: { type: string'],
    / street wrong-value street type: string, format: name$/,
  ],
  [
    'evidence that is a count',
    [COMMUNITY, '    previousOf: criminalCases', '    role: evidence'],
    / criminalCasesPrevious wrong-value criminalCasesPrevious type: string$/,
  ],
  [
    'a year before of no count',
    [COMMUNITY, 'previousOf: criminalCases', 'previousOf: cases'],
    / cases unknown-field cases communities table criminalCases securityCases securityCasesPrevious$/,
  ],
  [
    'a year before of itself',
    [COMMUNITY, 'previousOf: criminalCases', 'previousOf: criminalCasesPrevious'],
    / criminalCasesPrevious unknown-field criminalCasesPrevious communities table /,
  ],
  [
    'a year before that is no count',
    [COMMUNITY, 'headings: [无毒社区]', 'previousOf: criminalCases'],
    / previousOf wrong-value drugFree type: integer$/,
  ],
])('%s', async (_, edit, found) => {
  const all = await faults(writeRuleset(edit));
  expect(all).toHaveLength(1);
  expect(all[0]).toMatch(found);
});

test('levels are read as far as they are there', () => {
  for (const text of [
    '',
    'levels: 3',
    'levels: [a]',
    'levels: { a: null, b: { within: { c: 1 }, noun: 7, code: 2 } }',
  ]) {
    expect(readLevels(parse(text)).map(({ id, within }) => [id, within])).toEqual(
      text.includes('null')
        ? [
            ['a', []],
            ['b', []],
          ]
        : [],
    );
  }
});
