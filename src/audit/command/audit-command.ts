import type { Command } from 'commander';
import { type Asked, addOptions } from '../../cli/options.ts';
import type { Session } from '../../cli/session.ts';

const OPTIONS = ['rules', 'year', 'subject', 'by', 'lang'] as const;

/** What commander hands over for an audit. */
export type AuditOptions = Asked<(typeof OPTIONS)[number]>;

export const addAuditCommand = (program: Command, session: Session): void => {
  const { words } = session;
  const { help } = words;
  const command = program.command('audit').description(help.audit).argument('<FILE...>', help.auditFile);
  addOptions(command, words, OPTIONS, { subject: help.auditSubject })
    .addHelpText('after', `\n${help.auditExitCodes}`)
    .action(async (paths: string[], options: AuditOptions) => {
      const { runAudit } = await import('./run-audit.ts');
      await runAudit(session, paths, options);
    });
};
