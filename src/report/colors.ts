import { Chalk } from 'chalk';
import type { Result } from '../model/assessment.ts';
import type { Severity } from '../model/diagnostic.ts';

type Paint = (text: string) => string;

/** Colours for the table; never the only sign. All plain when `color` is off. */
export type Colors = Readonly<Record<Result | Severity | 'strong' | 'muted', Paint>>;

export const colorsFor = (color: boolean): Colors => {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  return {
    pass: chalk.green,
    fail: chalk.red,
    unknown: chalk.yellow,
    'not-applicable': chalk.gray,
    error: chalk.red,
    warning: chalk.yellow,
    note: chalk.gray,
    strong: chalk.bold,
    muted: chalk.gray,
  };
};
