import { assessForReport } from '../../cli/assess-for-report.ts';
import { OutputError } from '../../cli/errors.ts';
import { EXIT, type ExitCode } from '../../cli/exit-codes.ts';
import type { Target } from '../../cli/pair-outputs.ts';
import { runReport } from '../../cli/run-report.ts';
import type { Session } from '../../cli/session.ts';
import type { DrawRequest } from '../population.ts';
import type { Drawn } from '../sample.ts';
import type { DrawOptions } from './draw-options.ts';
import { readSize } from './sample-size.ts';
import { loadFormWriter } from './write-draw-form.ts';

const FORM = 'form';

const loadReporter = async (format: string, form: string | undefined) => {
  if (format === FORM && form !== undefined) return loadFormWriter(form);
  const { DRAW_REPORTERS } = await import('../report/draw-reporters.ts');
  return DRAW_REPORTERS[format as keyof typeof DRAW_REPORTERS];
};

/** With what the journal says of the draw, which is written there before it is shown. */
const recorded = async (drawn: Drawn, log: string | undefined): Promise<Drawn> => {
  const { draw, year, unmatched } = drawn;
  if (log === undefined || draw === null || unmatched.length > 0) return drawn;
  const { recordDraw } = await import('./journal.ts');
  try {
    const earlier = recordDraw(log, draw, year);
    if (!('code' in earlier)) return { ...drawn, draw: { ...draw, earlier } };
    return { ...drawn, refusal: 'data', verdict: null, diagnostics: [earlier, ...drawn.diagnostics], draw: null };
  } catch (error) {
    throw new OutputError(log, error);
  }
};

/** Draws, keeps the draw in the journal, and writes list and form; 0 whatever the verdict of the register is. */
export const runDraw = async (
  session: Session,
  paths: readonly string[],
  what: Pick<DrawRequest, 'of' | 'rule' | 'stratum' | 'named' | 'subjects'>,
  options: DrawOptions,
  targetsOf: () => readonly Target[],
): Promise<ExitCode> => {
  const { words } = session;
  const size = readSize(options, words);
  const { drawSample } = await import('../draw-sample.ts');
  const targets = [...targetsOf(), ...(options.form === undefined ? [] : [{ format: FORM, output: options.form }])];
  const { year, encoding, onInvalid, rules, seed } = options;
  const request = {
    ...(year !== undefined && { year }),
    ...(encoding !== undefined && { encoding }),
    ...(onInvalid !== undefined && { onInvalid }),
    ...(rules !== undefined && { rules }),
  };
  let drawn: Drawn | undefined;
  const open = async () => {
    const reported = await assessForReport(session, { paths, ...request, ...what }, undefined, async (asked) => {
      drawn = await recorded(await drawSample({ ...asked, ...what, seed, size }), options.log);
      return drawn;
    });
    return reported;
  };
  const code = await runReport(session, targets, options, open, (format) => loadReporter(format, options.form));
  return drawn?.draw ? EXIT.pass : code;
};
