import { existsSync, readdirSync } from 'node:fs';

const FOLDERS = readdirSync('samples', { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

const isScheme = (name: string): boolean => existsSync(`samples/${name}/rules`);

/** The folders of samples/ that are submissions to the bundled ruleset. */
export const SUBMISSIONS: readonly string[] = FOLDERS.filter((name) => !isScheme(name));

/** Those that hold another scheme: its ruleset in `rules/`, its tables in `data/`, and the same as one file. */
export const SCHEMES: readonly string[] = FOLDERS.filter(isScheme);
