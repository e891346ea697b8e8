import type { Run } from './run-main.ts';

const fenced = (language: string, text: string): string => `~~~${language}\n${text}~~~\n`;

/** A run as Markdown: the command, its exit code and all that it wrote. */
export const transcript = (argv: readonly string[], { code, stdout, stderr }: Run): string =>
  [
    `## streetcheck ${argv.join(' ')}\n`,
    `Exit code ${code}\n`,
    fenced(argv.includes('json') ? 'json' : 'text', stdout),
    ...(stderr === '' ? [] : ['On stderr:\n', fenced('text', stderr)]),
  ].join('\n');
