import { main } from '../../src/commands/main.ts';

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** One run of the command line inside this process: no terminal, `input` on stdin, the language by `--lang` only. */
export const runMain = async (argv: readonly string[], input = '', version = 'x.y.z'): Promise<Run> => {
  const written = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof written) => ({
    write: (text: string, done: () => void) => {
      written[name] += text;
      done();
    },
    on: () => {},
  });
  const code = await main(argv, {
    stdin: (async function* () {
      yield Buffer.from(input);
    })(),
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    env: {},
    version,
    now: () => 0,
    date: () => new Date(0),
    onInterrupt: () => () => {},
  });
  return { code, ...written };
};
