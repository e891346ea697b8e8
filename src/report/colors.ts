import { Chalk } from 'chalk';
import type { Result } from '../model/assessment.ts';
import type { Severity } from '../model/diagnostic.ts';

type Paint = (text: string) => string;

/** Colours for the table; never the only sign. All plain when `color` is off. */
export type Colors = Readonly<Record<Result | Severity | 'strong' | 'muted', Paint>>;

export const colorsFor = (color: boolean): Colors => {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  return {
    pass: (text) => chalk.green(text),
    fail: (text) => chalk.red(text),
    unknown: (text) => chalk.yellow(text),
    'not-applicable': (text) => chalk.gray(text),
    error: (text) => chalk.red(text),
    warning: (text) => chalk.yellow(text),
    note: (text) => chalk.gray(text),
    strong: (text) => chalk.bold(text),
    muted: (text) => chalk.gray(text),
  };
};
