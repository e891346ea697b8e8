import type { Command } from 'commander';
import type { AssessRequest } from '../../assess.ts';
import { assessForReport, isStdin, untilAborted } from '../../cli/assess-for-report.ts';
import { RefusedError, UsageError } from '../../cli/errors.ts';
import { EXIT } from '../../cli/exit-codes.ts';
import {
  type Asked,
  addOption,
  addOptions,
  addOutputOptions,
  LOOK,
  oneOf,
  VERB_FORMATS,
  type VerbFormat,
} from '../../cli/options.ts';
import { type Reported, runReport } from '../../cli/run-report.ts';
import type { Session } from '../../cli/session.ts';
import { say } from '../../cli/sinks.ts';
import type { Assessment } from '../../model/assessment.ts';
import { FORMATS } from '../../report/reporter.ts';

const TO_REPORT = [...LOOK, 'quiet', 'color'] as const;

const openSaved = async (path: string, { rules }: Asked<'rules'>, { io, signal }: Session): Promise<Reported> => {
  const { readReport } = await import('../read-report.ts');
  const stdin = path === '-' ? { stdin: untilAborted(io.stdin, signal) } : {};
  const read = await readReport({ path, ...(rules !== undefined && { rules }), ...stdin, signal });
  if ('refusal' in read) throw new RefusedError(read.refusal, read.diagnostics);
  return { ...read, files: path === '-' ? [] : [path] };
};

export const addReportCommand = (program: Command, session: Session): void => {
  const { words } = session;
  const { help } = words;
  const command = program.command('report').description(help.report).argument('<FILE>', help.reportFile);
  const targetsOf = addOutputOptions(command, words, FORMATS);
  addOptions(command, words, TO_REPORT)
    .addHelpText('after', `\n${help.exitCodes}`)
    .action(async (path: string, options: Asked<(typeof TO_REPORT)[number]>) => {
      const open = () => openSaved(path, options, session);
      session.done(await runReport(session, targetsOf(), options, open));
    });
};

/** Assesses again and again, although standard input can be read once. */
const repeatedly = (session: Session) => {
  const { io, signal } = session;
  let chunks: readonly Uint8Array[] | undefined;
  async function* stdin(): AsyncIterable<Uint8Array> {
    if (chunks === undefined) {
      const read: Uint8Array[] = [];
      for await (const chunk of untilAborted(io.stdin, signal)) read.push(chunk);
      chunks = read;
    }
    yield* chunks;
  }
  return async (request: AssessRequest): Promise<Assessment> =>
    (await assessForReport(session, request, stdin)).assessment;
};

export const addVerifyCommand = (program: Command, session: Session): void => {
  const { io, words, signal } = session;
  const { help } = words;
  const command = program
    .command('verify')
    .description(help.verify)
    .argument('<REPORT>', help.reportFile)
    .argument('<PATH...>', help.path);
  addOptions(command, words, ['rules', 'lang']);
  addOption(command, words, '--format <F>', help.verifyFormat, oneOf(VERB_FORMATS))
    .addHelpText('after', `\n${help.verifyExitCodes}`)
    .action(
      async (report: string, paths: string[], { rules, format }: Asked<'rules'> & { readonly format?: VerbFormat }) => {
        if (report === '-' && paths.some(isStdin)) throw new UsageError(words.usage.stdinTwice);
        const [{ verify, verificationDocument }, { describeVerification }] = await Promise.all([
          import('../verify.ts'),
          import('./describe-verification.ts'),
        ]);
        const verified = await verify({
          report,
          paths,
          ...(rules !== undefined && { rules }),
          ...(report === '-' && { stdin: untilAborted(io.stdin, signal) }),
          signal,
          tool: io.version,
          assess: repeatedly(session),
        });
        if ('refusal' in verified) throw new RefusedError(verified.refusal, verified.diagnostics);
        const text =
          format === 'json'
            ? `${JSON.stringify(verificationDocument(verified), null, 1)}\n`
            : describeVerification(verified, report, session.language);
        await say(io.stdout, text);
        session.done(verified.causes.length === 0 ? EXIT.pass : EXIT.fail);
      },
    );
};
