import type { Command } from 'commander';
import type { Session } from '../../cli/session.ts';
import { addJudgeCommand } from './sample-judge-command.ts';
import { addRandomCommand } from './sample-random-command.ts';
import { addSubjectsCommand } from './sample-subjects-command.ts';
import { addTargetedCommand } from './sample-targeted-command.ts';
import { sampleCommandWords } from './sample-words.ts';

/** Spot checks: `targeted` and random ones are different things, and commands of their own. */
export const addSampleCommand = (program: Command, session: Session): void => {
  const command = program.command('sample').description(sampleCommandWords[session.words.language].sample);
  addTargetedCommand(command, session);
  addRandomCommand(command, session);
  addSubjectsCommand(command, session);
  addJudgeCommand(command, session);
};
