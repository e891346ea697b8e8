import type { Language } from '../model/text.ts';

const VARIABLES = ['LC_ALL', 'LC_MESSAGES', 'LANG'] as const;

const isLanguage = (text: string): text is Language => text === 'zh' || text === 'en';

const asked = (argv: readonly string[]): string | undefined => {
  const end = argv.includes('--') ? argv.indexOf('--') : argv.length;
  const at = argv.slice(0, end).findLastIndex((word) => word === '--lang' || word.startsWith('--lang='));
  return argv[at]?.startsWith('--lang=') ? argv[at].slice('--lang='.length) : at < 0 ? undefined : argv[at + 1];
};

/**
 * The language of everything the run says, known before the command line is parsed so that its errors are in it too:
 * `--lang`, else the first locale variable that names Chinese or English (`C` and `POSIX` name none), else Chinese.
 */
export const chooseLanguage = (
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Language => {
  const wanted = asked(argv);
  if (wanted !== undefined && isLanguage(wanted)) return wanted;
  for (const variable of VARIABLES) {
    const named = /^(zh|en)(?![a-z])/i.exec(env[variable] ?? '')?.[1]?.toLowerCase();
    if (named !== undefined && isLanguage(named)) return named;
  }
  return 'zh';
};
