import { Writable } from 'node:stream';
import type { Io } from '../../src/cli/session.ts';

interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** A stream that keeps what it is given; `failure` is what every write after the first `room` ones meets. */
const collect = (terminal: Terminal, failure?: { readonly code: string; readonly room: number }) => {
  const texts: string[] = [];
  const stream = new Writable({
    decodeStrings: false,
    write(text: string | Uint8Array, _, done) {
      if (failure && texts.length >= failure.room) {
        done(Object.assign(new Error(failure.code), { code: failure.code }));
        return;
      }
      texts.push(String(text));
      done();
    },
  });
  return { stream: Object.assign(stream, terminal), text: () => texts.join('') };
};

interface Wishes {
  readonly env?: Io['env'];
  readonly stdout?: Terminal;
  readonly stderr?: Terminal;
  readonly stdoutFailure?: { readonly code: string; readonly room: number };
}

/** A world of its own for one run: streams in memory, a clock set by hand, an interrupt on demand. */
export const fakeIo = ({ env = {}, stdout = {}, stderr = {}, stdoutFailure }: Wishes = {}) => {
  const out = collect(stdout, stdoutFailure);
  const err = collect(stderr);
  const clock = { now: 0 };
  const listeners = new Set<() => void>();
  const io: Io = {
    stdin: (async function* () {})(),
    stdout: out.stream,
    stderr: err.stream,
    env,
    version: '1.2.3',
    now: () => clock.now,
    date: () => new Date(0),
    onInterrupt(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const interrupt = () => {
    for (const listener of listeners) listener();
  };
  return { io, clock, interrupt, listeners, out: out.text, err: err.text };
};
