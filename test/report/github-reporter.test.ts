import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diagnose } from '../../src/diagnostics/diagnostics.ts';
import type { Assessment, Finding } from '../../src/model/assessment.ts';
import { plain } from '../../src/report/plain.ts';
import { assessment, district, input, refused, ruleset, share, subject, veto, witness, witnesses } from './builders.ts';
import { filledWith, refusedWith } from './filled-with.ts';
import { hostile } from './hostile.ts';
import { readAnnotations } from './read-annotations.ts';
import { render } from './render.ts';

const fit = (): Assessment => ({ ...district(), command: 'validate', verdict: null, subjects: [] });

const reports: [string, Assessment][] = [
  ['district', district()],
  ['refused', refused()],
  ['fit', fit()],
];

test.each(
  reports.flatMap(([name, of]) =>
    (['zh', 'en'] as const).map((language) => [`${name}-${language}`, of, language] as const),
  ),
)('%s reads as in its golden file', async (name, of, language) => {
  await expect(render('github', of, { language })).toMatchFileSnapshot(`golden/${name}.github.txt`);
});

const read = (of: Assessment) => readAnnotations(render('github', of, { language: 'en' }));
const annotationsOf = (finding: Finding, over: Parameters<typeof subject>[0] = {}) =>
  read(assessment({ subjects: [subject({ ...over, findings: [finding] })] })).annotations;

test.each<[string, Finding, 'street' | 'district', readonly string[]]>([
  ['a pass', share('case-trend', [7, 7]), 'street', []],
  ['a fail', share('case-trend', [6, 7], 'share.fail'), 'street', ['error']],
  ['a veto', veto('safety', 'veto.fail'), 'street', ['error']],
  ['an open share', share('model-compounds', [7, 10, 1], 'share.unknown'), 'street', ['warning']],
  ['a blank veto', veto('safety', 'veto.blank'), 'street', ['warning']],
  ['an empty share', share('case-trend', [0, 0], 'share.empty'), 'street', []],
  ['an advisory fail', share('case-trend', [6, 7], 'share.fail', { obligation: 'advisory' }), 'street', ['notice']],
  [
    'an advisory open share',
    share('model-compounds', [7, 10, 1], 'share.unknown', { obligation: 'advisory' }),
    'street',
    [],
  ],
  ['a fail of the district', share('case-trend', [6, 7], 'share.fail'), 'district', ['notice']],
])('%s has its level', (_, finding, scope, levels) => {
  expect(annotationsOf(finding, { scope }).map(({ level }) => level)).toEqual(levels);
});

test('a finding is annotated at its first witness and says how many more there are', () => {
  const [, first] = read(district()).annotations;
  expect(first).toMatchObject({
    level: 'error',
    properties: {
      file: 'samples/yantian-2012/compounds.csv',
      line: '18',
      col: '44',
      title: '440308001 梅沙街道: model compounds: fail',
    },
  });
  const lines = first!.message.split('\n');
  expect(lines[0]).toMatch(/^Model compounds \(clause 二\): /);
  expect(lines[1]).toMatch(/^What to do: /);
  expect(lines.slice(2)).toEqual([
    'samples/yantian-2012/compounds.csv:18:44  4403080030018001 大梅沙海景花园  创建等级: 先进',
    'samples/yantian-2012/compounds.csv:22:44  4403080030022001 东海岸社区一期  创建等级: 达标',
    'samples/yantian-2012/compounds.csv:31:44  4403080030031001 万科十七英里  创建等级: 未创建',
    '3 more records',
  ]);
});

test('the title tells streets of one name apart, as far as they have codes', () => {
  const findings = [veto('safety', 'veto.fail')];
  const streets = [
    { code: '1', name: '中心街道' },
    { code: '2', name: '中心街道' },
    { code: null, name: '中心街道' },
    { code: '3', name: null },
  ];
  const { annotations } = read(assessment({ subjects: streets.map((names) => subject({ ...names, findings })) }));
  expect(annotations.map(({ properties }) => properties.title!.split(':')[0])).toEqual([
    '1 中心街道',
    '2 中心街道',
    '中心街道',
    '3',
  ]);
});

test('diagnostics are annotated by their severity', () => {
  const of = { ...refused(), diagnostics: [...refused().diagnostics, ...district().diagnostics] };
  expect(
    read(of).annotations.map(({ level, properties: { title, file, line } }) => [level, title, file, line]),
  ).toEqual([
    ['error', 'record.lossy-code', 'compounds.csv', '7'],
    ['error', 'unit.duplicate', 'samples/yantian-2012/communities.csv', '9'],
    ['notice', 'table.blank-rows', 'compounds.csv', '12'],
    ['warning', 'summary.differs', 'streets.csv', '2'],
    ['notice', 'encoding.converted', 'samples/yantian-2012/communities.csv', '1'],
    ['notice', 'record.digits', 'compounds.csv', '7'],
  ]);
});

test('the answer stands first, also where nothing is annotated', () => {
  const { annotations, lines } = read(assessment());
  expect(annotations).toEqual([]);
  expect(lines[0]).toBe('✓ Meets the standard');
});

test.each([
  ['./in/a.csv', 'in/a.csv'],
  ['in/a,b:c%d.csv', 'in/a,b:c%d.csv'],
  ['报送/台账.csv', '报送/台账.csv'],
  ['in/a\nb.csv', 'in/a<U+000A>b.csv'],
])('the file %j is annotated as %s', (shown, file) => {
  const diagnostics = [diagnose('table.blank-rows', {}, { place: { path: 'a.csv', line: 3, column: 1 } })];
  const of = { ...refused(), inputs: [input({ path: 'a.csv', shown })], diagnostics };
  expect(read(of).annotations[0]!.properties).toMatchObject({ file, line: '3', col: '1' });
});

test('what is in no input is annotated without a file', () => {
  const of = assessment({ inputs: [], subjects: [subject({ findings: [veto('safety', 'veto.not-submitted')] })] });
  expect(Object.keys(read(of).annotations[0]!.properties)).toEqual(['title']);
});

test.each(['::error::x', '  ::set-env name=a::b', '##[error]x', 'a ##[command]x', '##vso[task.x]y'])(
  'a ruleset named %s gives no command',
  (label) => {
    const of = assessment({ ruleset: ruleset({ label: { zh: label, en: label }, source: { number: label } }) });
    expect(read(of).annotations).toEqual([]);
  },
);

test.each(hostile)('%s comes back', (_, text) => {
  const { annotations } = read(filledWith(text));
  expect(annotations.map(({ level }) => level)).toEqual(['error', 'warning', 'notice', 'error', 'warning', 'notice']);
  expect(annotations[1]!.properties.title).toBe(
    `${text === '' ? '(no name)' : `${plain(text)} ${plain(text)}`}: drug-free communities: unknown`,
  );
  expect(annotations[1]!.message).toContain(plain(text));
});

test('whatever the cells hold, there are as many annotations as findings and diagnostics', () => {
  const unit = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 3 }),
    fc.constantFrom('\n::error::', '::', '%0A', '%', ',line=9', ':', '##[error]', '##[', '\r', '\u2028'),
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 10 }), fc.boolean(), (parts, isRefused) => {
      const text = parts.join('');
      const { annotations } = read(isRefused ? refusedWith(text) : filledWith(text));
      expect(annotations).toHaveLength(isRefused ? 3 : 6);
      for (const { properties } of annotations)
        expect(['file,line,col,title', 'title']).toContain(Object.keys(properties).join());
      expect(annotations.some(({ message }) => message.includes(plain(text)))).toBe(true);
    }),
  );
});

test('a witness without a place gives way to the next', () => {
  const lists = witnesses({ failing: [witness({ place: null }), witness()] });
  const [first] = annotationsOf(share('drug-free-communities', [0, 2], 'share.fail', { witnesses: lists }));
  expect(first!.properties).toMatchObject({ file: 'samples/yantian-2012/communities.csv', line: '18' });
  expect(first!.message).toContain('no record  440308003004 东和社区');
});
