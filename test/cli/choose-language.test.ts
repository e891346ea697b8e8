import { expect, test } from 'vitest';
import { chooseLanguage } from '../../src/commands/before-parsing.ts';

test.each<[string, string[], Record<string, string>, string]>([
  ['nothing at all', [], {}, 'zh'],
  ['LANG names English', [], { LANG: 'en_US.UTF-8' }, 'en'],
  ['LANG names Chinese', [], { LANG: 'zh_CN.GB18030' }, 'zh'],
  ['LC_ALL before LC_MESSAGES before LANG', [], { LC_ALL: 'zh_CN', LC_MESSAGES: 'en_US', LANG: 'en_US' }, 'zh'],
  ['LC_MESSAGES before LANG', [], { LC_MESSAGES: 'en', LANG: 'zh_CN' }, 'en'],
  ['an empty variable names nothing', [], { LC_ALL: '', LANG: 'en_GB' }, 'en'],
  ['C names nothing', [], { LC_ALL: 'C.UTF-8', LANG: 'en_GB' }, 'en'],
  ['POSIX alone', [], { LANG: 'POSIX' }, 'zh'],
  ['another language', [], { LANG: 'enm_GB' }, 'zh'],
  ['the option wins', ['assess', 'x', '--lang', 'en'], { LANG: 'zh_CN' }, 'en'],
  ['the option with an equals sign', ['--lang=en'], {}, 'en'],
  ['the last option wins', ['--lang', 'zh', '--lang=en'], {}, 'en'],
  ['a wrong option leaves the locale', ['--lang', 'fr'], { LANG: 'en_US' }, 'en'],
  ['an option without its value', ['--lang'], { LANG: 'en_US' }, 'en'],
  ['a path after --', ['--', '--lang', 'en'], {}, 'zh'],
])('the language: %s', (_, argv, env, expected) => {
  expect(chooseLanguage(argv, env)).toBe(expected);
});
