import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** How long a screen may take on a busy machine. */
const LIMIT = 30_000;
let servers = 0;

const run = (server: string, ...args: readonly string[]): string => {
  const { status, stdout, stderr, error } = spawnSync('tmux', ['-u', '-L', server, '-f', '/dev/null', ...args], {
    encoding: 'utf8',
    env: { ...process.env, TMUX: undefined, LC_ALL: 'C.UTF-8' },
  });
  if (status !== 0) throw error ?? new Error(`tmux ${args.join(' ')}: ${stderr}`);
  return stdout;
};

const isThere = spawnSync('tmux', ['-V']).status === 0;
if (process.env.CI && !isThere) throw new Error('tmux is missing: apt-get install tmux');
/** Why the tests on a terminal are left out, or null; with CI set they never are. */
export const withoutTmux: string | null = isThere ? null : 'tmux is not installed';

export interface Tmux {
  /** What is on the screen, without the blanks at line ends and below. */
  screen(): string;
  /** Waits until the screen shows all of the texts and stays as it is, and returns it. */
  until(...texts: readonly string[]): Promise<string>;
  /** Types a line. */
  line(text: string): void;
  /** Presses keys by their names. */
  keys(...names: readonly string[]): void;
  /** Of the command. */
  pid(): number;
  close(): void;
}

/** A command on an 80×24 terminal of its own; when it ends, the screen says `exit 0` or the like. */
export const onTerminal = (command: string, cwd: string): Tmux => {
  const server = `streetcheck-${process.pid}-${servers++}`;
  const shell = `export LC_ALL=C.UTF-8; ${command}; echo "exit $?"; exec cat`;
  run(server, 'new-session', '-d', '-x', '80', '-y', '24', '-c', cwd, shell);
  const screen = (): string =>
    run(server, 'capture-pane', '-p')
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n')
      .trimEnd();
  return {
    screen,
    until: async (...texts) => {
      let before = '';
      for (const end = Date.now() + LIMIT; ; await pause(40)) {
        const now = screen();
        const isStill = now === before;
        before = now;
        // A text may be broken at the edge of the screen.
        const whole = now.replaceAll('\n', '');
        if (isStill && texts.every((text) => now.includes(text) || whole.includes(text))) return now;
        if (Date.now() > end) throw new Error(`no ${texts.join(' and ')} on the screen:\n${now}`);
      }
    },
    line: (text) => {
      if (text !== '') run(server, 'send-keys', '-l', text);
      run(server, 'send-keys', 'Enter');
    },
    keys: (...names) => void run(server, 'send-keys', ...names),
    pid: () => {
      const shellPid = run(server, 'display-message', '-p', '#{pane_pid}').trim();
      return Number(readFileSync(`/proc/${shellPid}/task/${shellPid}/children`, 'utf8').trim());
    },
    close: () => void run(server, 'kill-server'),
  };
};
