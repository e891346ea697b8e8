import { Interrupted } from '../../cli/errors.ts';
import type { Io } from '../../cli/session.ts';

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
  ask(message: string, check: (typed: string) => string | null | Promise<string | null>): Promise<string>;
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
  const input = io.stdin as unknown as NodeJS.ReadStream;
  const output = io.stdout as unknown as NodeJS.WritableStream;

  const answerOf = async (question: object): Promise<unknown> => {
    signal.throwIfAborted();
    const left = new AbortController();
    // Ctrl-D on an empty line closes the input under the prompt, which then would wait until the process has nothing to do.
    const heard = (_: unknown, key: { readonly ctrl?: boolean; readonly name?: string } | undefined) => {
      if (key?.ctrl && key.name === 'd') setImmediate(() => input.isPaused() && left.abort());
    };
    input.on('keypress', heard);
    try {
      const signals = AbortSignal.any([signal, left.signal]);
      const prompt = inquirer.createPromptModule({ input, output, clearPromptOnDone: true, signal: signals });
      const { answer } = (await prompt([{ name: 'answer', theme, ...question }] as never)) as { answer: unknown };
      return answer;
    } catch (error) {
      signal.throwIfAborted();
      if (left.signal.aborted || (error instanceof Error && error.name === 'ExitPromptError')) throw new Interrupted();
      throw error;
    } finally {
      input.off('keypress', heard);
    }
  };

  return {
    width: Math.max(40, io.stdout.columns ?? WIDTH),
    show: (lines) => {
      io.stdout.write(`${CLEAR}${lines.join('\n')}\n`, () => {});
    },
    ask: async (message, check) =>
      (await answerOf({
        type: 'input',
        message,
        validate: async (typed: string) => (await check(typed)) ?? true,
      })) as string,
    choose: async <T>(message: string, entries: readonly Entry<T>[]) =>
      ((await answerOf({ type: 'select', message, choices: held(entries), pageSize: PAGE, loop: false })) as Entry<T>)
        .value,
    search: async <T>(message: string, find: (term: string) => readonly Entry<T>[]) => {
      const source = (term: string | undefined) => held(find(term ?? ''));
      return ((await answerOf({ type: 'search', message, source, pageSize: PAGE })) as Entry<T>).value;
    },
  };
};
