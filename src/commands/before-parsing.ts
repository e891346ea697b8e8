import type { Command } from 'commander';
import { judgedLevel } from '../model/levels.ts';
import type { Language } from '../model/text.ts';

/** Where the paths begin that may look like options. */
const endOfOptions = (argv: readonly string[]): number => (argv.includes('--') ? argv.indexOf('--') : argv.length);

const flagOf = (word: string): string => word.split('=')[0]!;

/** The value of an option, the last counts; for what must be known before the command line is parsed. */
const givenFor = (option: string, argv: readonly string[]): string | undefined => {
  const at = argv.slice(0, endOfOptions(argv)).findLastIndex((word) => flagOf(word) === option);
  const word = argv[at];
  return word === option ? argv[at + 1] : word?.slice(option.length + 1);
};

const LOCALE = ['LC_ALL', 'LC_MESSAGES', 'LANG'] as const;

const isLanguage = (text: string | undefined): text is Language => text === 'zh' || text === 'en';

/**
 * The language of everything the run says, its usage errors included: `--lang`, else the first locale variable that
 * names Chinese or English (`C` and `POSIX` name none), else Chinese.
 */
export const chooseLanguage = (
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Language => {
  const named = LOCALE.map((variable) => /^(zh|en)(?![a-z])/i.exec(env[variable] ?? '')?.[1]?.toLowerCase());
  return [givenFor('--lang', argv), ...named].find(isLanguage) ?? 'zh';
};

/** What the judged level of a ruleset is called, of one that cannot be used that of the usual one: it is refused later. */
const namesIn = async (rules: string | undefined): Promise<readonly string[]> => {
  const { loadRuleset } = await import('../ruleset/load-ruleset.ts');
  const loaded = await loadRuleset(rules);
  if ('refusal' in loaded) return rules === undefined ? [] : namesIn(undefined);
  const { id, plural } = judgedLevel(loaded.ruleset);
  return [id, plural];
};

/**
 * The command line in the names of the program. The judged level of the ruleset asked for may stand in it by its own:
 * for `--subject`, and for the command `subjects`. The ruleset is looked at only where a word is none of the program's.
 */
export const inOwnNames = async (argv: readonly string[], program: Command): Promise<readonly string[]> => {
  let command = program;
  let at = argv[0] === 'help' ? 1 : 0;
  for (let next: Command | undefined; ; at++) {
    next = command.commands.find((each) => each.name() === argv[at]);
    if (next === undefined) break;
    command = next;
  }
  const end = endOfOptions(argv);
  const isStrange = (word: string, position: number): boolean =>
    position >= at &&
    position < end &&
    word.startsWith('--') &&
    command.options.every(({ long }) => long !== flagOf(word)) &&
    word !== '--help';
  const takesSubject = command.options.some(({ long }) => long === '--subject');
  const subjects = command.commands.find((each) => each.name() === 'subjects');
  const isCalled = subjects !== undefined && /^\w/.test(argv[at] ?? '');
  if (!isCalled && !(takesSubject && argv.some(isStrange))) return argv;
  const [name, plural] = await namesIn(givenFor('--rules', argv));
  const isName = (word: string): boolean => word === name || word === plural;
  const own = argv.map((word, position) => {
    if (isCalled && position === at && isName(word)) return 'subjects';
    const isOwn = takesSubject && isStrange(word, position) && isName(flagOf(word).slice(2));
    return isOwn ? `--subject${word.slice(flagOf(word).length)}` : word;
  });
  if (name === undefined || plural === undefined) return own;
  // Never called: a word that is still strange may have been meant for it.
  if (isCalled && own[at] !== 'subjects') subjects.alias(plural);
  if (takesSubject && own.some(isStrange)) command.option(`--${name} <S>`);
  return own;
};
