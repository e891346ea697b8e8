import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCommand } from '../../src/audit/command/audit-talk.ts';
import { localTime } from '../../src/audit/command/run-audit.ts';
import { encoderOf } from '../../src/audit/edit-file.ts';
import { choicesOf, readAnswer } from '../../src/audit/questions.ts';
import { bundledRuleset } from './open-file.ts';

const ruleset = await bundledRuleset();
const fieldOf = (table: 'streets' | 'communities' | 'compounds', name: string) =>
  ruleset.records[table]!.fields.find((field) => field.name === name)!;

test('a choice is written as a long column writes it most', () => {
  const column = Array.from({ length: 100_000 }, (_, row) => (row % 3 === 0 ? '标兵' : ' 标兵小区'));
  const choices = choicesOf(fieldOf('compounds', 'level'), ['小区'], column);
  expect(choices[0]).toEqual({ value: 'model', text: '标兵小区' });
});

describe('what is typed', () => {
  const level = fieldOf('compounds', 'level');
  const cases = fieldOf('communities', 'criminalCases');
  test.each([
    ['a label', level, '标兵', '标兵'],
    ['another label of the same value', level, '标兵小区', '标兵'],
    ['the canonical value', level, 'advanced', '先进'],
    ['a number of the list', level, '4', '未创建'],
    ['a wide number of the list', level, ' ２ ', '先进'],
    ['a count', cases, '12', '12'],
    ['a wide count', cases, '１ ２', '12'],
    ['zero', cases, '0', '0'],
  ])('%s is an answer', (_, schema, typed, text) => {
    const choices = choicesOf(schema, ['小区', '创建等级'], []);
    expect(readAnswer({ schema, choices, heading: 'x' }, typed, ruleset)).toEqual({ text });
  });

  test.each([
    ['a number beyond the list', level, '5', 'record.unknown-value'],
    ['an unknown label', level, '优', 'record.unknown-value'],
    ['a unit', cases, '3起', 'record.bad-count'],
    ['a negative count', cases, '-3', 'record.bad-count'],
    ['a fraction', cases, '3.0', 'record.bad-count'],
    ['what stands for not known', cases, '不详', undefined],
  ])('%s is none, and it is said why', (_, schema, typed, code) => {
    const choices = choicesOf(schema, ['小区'], []);
    const reading = readAnswer({ schema, choices, heading: 'x' }, typed, ruleset);
    expect(reading).toMatchObject({ problem: code === undefined ? null : { code } });
  });

  test.each([
    [
      'as the column writes them most',
      ['小区'],
      ['标兵小区', '标兵小区', '标兵', 'none'],
      ['标兵小区', '先进', '达标', 'none'],
    ],
    ['in Chinese under Chinese headings', ['小区'], [], ['标兵', '先进', '达标', '未创建']],
    ['in canonical words under English headings', ['name'], [], ['model', 'advanced', 'standard', 'none']],
  ])('choices are written %s', (_, headings, column, expected) => {
    expect(choicesOf(level, headings, column).map(({ text }) => text)).toEqual(expected);
  });

  test.each([
    ['/b', 'back', ''],
    ['／返回', 'back', ''],
    ['、n  门卫 不在 ', 'note', '门卫 不在'],
    ['/E 档案7', 'evidence', '档案7'],
    ['/？', 'help', ''],
    ['/x', null, ''],
  ])('%s is a command', (line, command, text) => {
    expect(readCommand(line)).toMatchObject({ command, text });
  });

  test.each(['标兵', '12', '', '1/2'])('%s is no command', (line) => {
    expect(readCommand(line)).toBeNull();
  });
});

describe('encoders', () => {
  test.each(['utf-8', 'gb18030', 'utf-16le', 'utf-16be'])(
    '%s: every character comes back, or is refused',
    (encoding) => {
      const decoder = new TextDecoder(encoding, { ignoreBOM: true });
      fc.assert(
        fc.property(fc.string({ unit: 'binary' }), (text) => {
          const bytes = encoderOf(encoding)(text);
          if (bytes !== null) expect(decoder.decode(bytes)).toBe(text);
        }),
      );
    },
  );

  test('GB18030 holds the names of the national list', () => {
    const text = '㘵䌷㳇䅟𡐓龦０（）街道';
    expect(Buffer.from(encoderOf('gb18030')('龦街')!).toString('hex')).toBe('82358f33bdd6');
    expect(new TextDecoder('gb18030').decode(encoderOf('gb18030')(text)!)).toBe(text);
  });
});

test('the time of a record says where it was taken', () => {
  const time = localTime(new Date(2012, 10, 5, 9, 3, 7));
  expect(time).toMatch(/^2012-11-05T09:03:07[+-]\d\d:\d\d$/);
  expect(new Date(time).getTime()).toBe(new Date(2012, 10, 5, 9, 3, 7).getTime());
});
