import type { Command } from 'commander';
import { judgedLevel } from '../model/levels.ts';

/** The ruleset asked for, known before the command line is parsed. */
const rulesIn = (argv: readonly string[]): string | undefined => {
  const at = argv.findLastIndex((word) => word === '--rules' || word.startsWith('--rules='));
  return argv[at]?.startsWith('--rules=') ? argv[at].slice('--rules='.length) : at < 0 ? undefined : argv[at + 1];
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
  const end = argv.includes('--') ? argv.indexOf('--') : argv.length;
  const flagOf = (word: string): string => word.split('=')[0]!;
  const isStrange = (word: string, position: number): boolean =>
    position >= at &&
    position < end &&
    word.startsWith('--') &&
    command.options.every(({ long }) => long !== flagOf(word)) &&
    word !== '--help';
  const takesSubject = command.options.some(({ long }) => long === '--subject');
  const hasSubjects = command.commands.some((each) => each.name() === 'subjects') && /^\w/.test(argv[at] ?? '');
  if (!hasSubjects && !(takesSubject && argv.some(isStrange))) return argv;
  const names = await namesIn(rulesIn(argv));
  return argv.map((word, position) => {
    if (hasSubjects && position === at) return names.includes(word) ? 'subjects' : word;
    const isOwn = takesSubject && isStrange(word, position) && names.includes(flagOf(word).slice(2));
    return isOwn ? `--subject${word.slice(flagOf(word).length)}` : word;
  });
};
