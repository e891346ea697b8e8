import { Command, type HelpConfiguration } from 'commander';
import { addAuditCommand } from '../audit/command/audit-command.ts';
import type { Session } from '../cli/session.ts';
import type { Words } from '../cli/words.ts';
import { addTemplateCommand } from '../form/command/template-command.ts';
import { widthOf } from '../model/width.ts';
import { addPlanCommand } from '../plan/command/plan-command.ts';
import { wrap } from '../report/wrap.ts';
import { addSampleCommand } from '../sample/command/sample-command.ts';
import { addReportCommand } from '../saved/command/report-command.ts';
import { addVerifyCommand } from '../saved/command/verify-command.ts';
import { addAssessCommand } from './assess-command.ts';
import { addExplainCommand } from './explain-command.ts';
import { addValidateCommand } from './validate-command.ts';

const helpIn = ({ help }: Words): HelpConfiguration => ({
  displayWidth: widthOf,
  // Commander breaks lines at spaces only, which Chinese has none of.
  boxWrap: (text, width) =>
    text
      .split('\n')
      .flatMap((line) => wrap(line, width))
      .join('\n'),
  styleTitle: (title) => (title in help.titles ? help.titles[title as keyof typeof help.titles] : title),
  styleUsage: (usage) => usage.replace('[options]', help.options).replace('[command]', help.command),
  subcommandTerm: (command) =>
    [command.name(), ...command.registeredArguments.map((argument) => `<${argument.name()}>`)].join(' '),
});

/** A fresh program for one run; `print` receives help and version. */
export const createProgram = (session: Session, print: (text: string) => void): Command => {
  const { help } = session.words;
  const program = new Command('streetcheck')
    .description(help.program)
    .configureHelp(helpIn(session.words))
    .configureOutput({
      writeOut: print,
      writeErr: () => undefined,
      outputError: () => undefined,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      getOutHelpWidth: () => 80,
      getErrHelpWidth: () => 80,
    })
    .exitOverride()
    .version(session.io.version, '-V, --version', help.version)
    .helpOption('-h, --help', help.helpOption)
    .helpCommand('help [COMMAND]', help.helpCommand);
  addAssessCommand(program, session);
  addValidateCommand(program, session);
  addTemplateCommand(program, session);
  addPlanCommand(program, session);
  addAuditCommand(program, session);
  addSampleCommand(program, session);
  addReportCommand(program, session);
  addVerifyCommand(program, session);
  addExplainCommand(program, session);
  return program;
};
