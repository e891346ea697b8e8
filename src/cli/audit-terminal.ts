import { Interrupted } from './errors.ts';
import type { Io } from './io.ts';

export interface Entry<T> {
  readonly name: string;
  readonly value: T;
}

/** A conversation on a terminal; every method rejects with the reason of the signal, or `Interrupted` at Ctrl-C. */
export interface Terminal {
  readonly width: number;
  /** Clears the screen and shows the lines. */
  show(lines: readonly string[]): void;
  /** A line typed; `check` says why it cannot be taken, or null. */
  ask(message: string, check: (typed: string) => string | null): Promise<string>;
  choose<T>(message: string, entries: readonly Entry<T>[]): Promise<T>;
  search<T>(message: string, find: (term: string) => readonly Entry<T>[]): Promise<T>;
}

const WIDTH = 80;
const CLEAR = '\u001b[H\u001b[2J';
/** Entries shown at a time: with the lines above and below, they fit 24 rows. */
const PAGE = 14;

/** The package takes a value that is null for none at all. */
const held = <T>(entries: readonly Entry<T>[]) => entries.map((value) => ({ name: value.name, value }));

/** The prompts are loaded when there is something to ask. */
export const openTerminal = async (io: Io, signal: AbortSignal, isPlain: boolean): Promise<Terminal> => {
  const { default: inquirer } = await import('inquirer');
  const asIs = (text: string) => text;
  const style = isPlain ? { message: asIs, error: (text: string) => `> ${text}`, highlight: asIs, help: asIs } : {};
  const theme = { prefix: '', validationFailureMode: 'clear', style: { ...style, keysHelpTip: () => undefined } };
  const context = {
    input: io.stdin as unknown as NodeJS.ReadableStream,
    output: io.stdout as unknown as NodeJS.WritableStream,
    clearPromptOnDone: true,
    signal,
  };
  const prompt = inquirer.createPromptModule(context);

  const answerOf = async (question: object): Promise<unknown> => {
    signal.throwIfAborted();
    try {
      const { answer } = (await prompt([{ name: 'answer', theme, ...question }] as never)) as { answer: unknown };
      return answer;
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof Error && error.name === 'ExitPromptError') throw new Interrupted();
      throw error;
    }
  };

  return {
    width: Math.max(40, io.stdout.columns ?? WIDTH),
    show: (lines) => {
      io.stdout.write(`${CLEAR}${lines.join('\n')}\n`, () => {});
    },
    ask: async (message, check) =>
      (await answerOf({ type: 'input', message, validate: (typed: string) => check(typed) ?? true })) as string,
    choose: async <T>(message: string, entries: readonly Entry<T>[]) =>
      ((await answerOf({ type: 'select', message, choices: held(entries), pageSize: PAGE, loop: false })) as Entry<T>)
        .value,
    search: async <T>(message: string, find: (term: string) => readonly Entry<T>[]) => {
      const source = (term: string | undefined) => held(find(term ?? ''));
      return ((await answerOf({ type: 'search', message, source, pageSize: PAGE })) as Entry<T>).value;
    },
  };
};
