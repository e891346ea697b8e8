import type { Command } from 'commander';
import { addRandomCommand } from './sample-random-command.ts';
import type { Session } from './session.ts';

/** Spot checks: `targeted` and random ones are different things, and commands of their own. */
export const addSampleCommand = (program: Command, session: Session): void => {
  const command = program.command('sample').description(session.words.sample.sample);
  addRandomCommand(command, session);
};
