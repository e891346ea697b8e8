import type { Command } from 'commander';
import { RefusedError } from '../../cli/errors.ts';
import { addOption, NAME } from '../../cli/options.ts';
import type { Session } from '../../cli/session.ts';
import { diagnose } from '../../diagnostics/diagnostics.ts';
import { readFile } from '../../intake/files.ts';
import { nodeFiles } from '../../intake/node/files.ts';
import { judgedLevel, tableOf } from '../../model/levels.ts';
import { addDrawOptions, assertChecked, type DrawOptions, rulesetOf } from './draw-options.ts';
import { runDraw } from './run-draw.ts';
import { sampleCommandWords } from './sample-words.ts';

interface Options extends DrawOptions {
  readonly named?: string;
}

/** As intake takes a file: UTF-8 if it can be, else GB18030. */
const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
};

/** The subjects of a list, a name or code on each line; lines that are blank or begin with # are none. */
const readNamed = async (file: string, signal: AbortSignal): Promise<readonly string[]> => {
  try {
    const lines = decode(await readFile(nodeFiles(), file, signal)).split(/\r\n?|\n/);
    return lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  } catch (error) {
    signal.throwIfAborted();
    const cause = (error as NodeJS.ErrnoException).code ?? String(error);
    const missing = cause === 'ENOENT';
    const found = missing
      ? diagnose('input.not-found', { path: file })
      : diagnose('input.unreadable', { path: file, cause });
    throw new RefusedError('input', [found]);
  }
};

export const addSubjectsCommand = (sample: Command, session: Session): void => {
  const { words } = session;
  const command = sample
    .command('subjects')
    .description(sampleCommandWords[words.language].subjects)
    .argument('<PATH...>', words.help.path);
  addOption(command, words, '--named <FILE>', sampleCommandWords[words.language].named, NAME);
  const targetsOf = addDrawOptions(command, session);
  command.action(async (paths: string[], options: Options) => {
    const named = options.named === undefined ? 'passing' : await readNamed(options.named, session.signal);
    const ruleset = await rulesetOf(options.rules);
    const of = ruleset === null ? '' : tableOf(judgedLevel(ruleset));
    if (ruleset !== null) assertChecked(of, ruleset, words);
    session.done(await runDraw(session, paths, { of, named }, options, targetsOf));
  });
};
