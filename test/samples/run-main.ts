import { main } from '../../src/cli/main.ts';

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** One run of the command line inside this process: no terminal, nothing on stdin, the language by `--lang` only. */
export const runMain = async (argv: readonly string[]): Promise<Run> => {
  const written = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof written) => ({
    write: (text: string, done: () => void) => {
      written[name] += text;
      done();
    },
    on: () => {},
  });
  const code = await main(argv, {
    stdin: (async function* () {})(),
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    env: {},
    version: 'x.y.z',
    now: () => 0,
    onInterrupt: () => () => {},
  });
  return { code, ...written };
};
