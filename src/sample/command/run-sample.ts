import { extname } from 'node:path';
import { assessForReport, stdinFor } from '../../cli/assess-for-report.ts';
import { OutputError, RefusedError, UsageError } from '../../cli/errors.ts';
import { EXIT, type ExitCode } from '../../cli/exit-codes.ts';
import { askedSubject, type VerbFormat } from '../../cli/options.ts';
import type { Target } from '../../cli/pair-outputs.ts';
import { runReport, type Writer } from '../../cli/run-report.ts';
import type { Session } from '../../cli/session.ts';
import type { Words } from '../../cli/words.ts';
import { diagnose } from '../../diagnostics/diagnostics.ts';
import { writeCsv } from '../../form/write-csv.ts';
import { writeXlsx } from '../../form/write-xlsx.ts';
import { decodes } from '../../intake/encoding.ts';
import { nodeFiles } from '../../intake/node/files.ts';
import { readFile } from '../../intake/source.ts';
import { innerLevels, judgedLevel, tableOf } from '../../model/levels.ts';
import { STANDARD_INPUT } from '../../model/place.ts';
import type { Level, Ruleset, TableName } from '../../model/ruleset.ts';
import { loadRuleset } from '../../ruleset/load-ruleset.ts';
import { drawForm } from '../draw-form.ts';
import { type DrawRequest, drawSample } from '../draw-sample.ts';
import { isOneLine } from '../draw-units.ts';
import { judgeSample } from '../judge-sample.ts';
import { drawableWords, tableCounted, tellUnknownRule, type WhatToDraw, whyNotDrawn } from '../population.ts';
import { DRAW_REPORTERS, isDrawn } from '../report/draw-report.ts';
import { JUDGED_REPORTERS } from '../report/judged-report.ts';
import { TARGET_REPORTERS } from '../report/target-report.ts';
import type { Drawn } from '../sample.ts';
import { targetChecks } from '../target-checks.ts';
import { readSize } from './draw-size.ts';
import { recordDraw } from './journal.ts';
import { type DrawOptions, type JudgeOptions, sampleCommandWords, type TargetOptions } from './sample-command.ts';

/** 0 whatever the verdict of the register is. */
const whenTold = (code: ExitCode): ExitCode => (code < EXIT.usage ? EXIT.pass : code);

/** Lists where a check matters most. */
export const runTargeted = async (
  session: Session,
  paths: readonly string[],
  options: TargetOptions,
  targets: readonly Target[],
): Promise<ExitCode> => {
  const open = () => assessForReport(session, { paths, ...options, ...askedSubject(options) }, undefined, targetChecks);
  const load = async (format: string) => TARGET_REPORTERS[format as VerbFormat];
  return whenTold(await runReport(session, targets, options, open, load));
};

/** Says what filled forms show of a draw. */
export const runJudge = async (
  session: Session,
  draw: string,
  forms: readonly string[],
  options: JudgeOptions,
  targets: readonly Target[],
): Promise<ExitCode> => {
  const { io, signal } = session;
  const open = async () => {
    const assessment = await judgeSample({ draw, forms, signal, ...stdinFor(forms, session), ...options });
    const read = assessment.inputs.flatMap(({ shown }) => (shown === STANDARD_INPUT ? [] : [shown]));
    return { assessment, files: [draw, ...read], tool: io.version };
  };
  return runReport(session, targets, options, open, async (format) => JUDGED_REPORTERS[format as VerbFormat]);
};

/** What an option calls a level: its table, its id or its plural. */
const levelCalled = (
  option: string,
  name: string,
  levels: readonly Level[],
  { usage }: Words,
  shown: typeof tableOf,
) => {
  const level = levels.find((each) => [tableOf(each), each.id, each.plural].includes(name));
  if (level === undefined) throw new UsageError(usage.badValue(option, name, usage.oneOf(levels.map(shown))));
  return level;
};

/** The table whose units are drawn: that of `--of`, or what the rule counts. */
const readPopulation = ({ of, rule }: DrawOptions, ruleset: Ruleset, words: Words): TableName => {
  const own = sampleCommandWords[words.language];
  const levels = [judgedLevel(ruleset), ...innerLevels(ruleset)];
  const asked = of === undefined ? undefined : tableOf(levelCalled('--of', of, levels, words, tableOf));
  if (rule === undefined) {
    if (asked === undefined) throw new UsageError(own.noPopulation);
    return asked;
  }
  const table = tableCounted(ruleset, rule);
  if (table === undefined) throw new UsageError(tellUnknownRule(ruleset, rule, words.language));
  if (asked !== undefined && asked !== table)
    throw new UsageError(drawableWords[words.language].otherTable(rule, table));
  return table;
};

/** The level by which units are drawn apart: one that holds some. */
const readStratum = (name: string, ruleset: Ruleset, words: Words): string => {
  const holding = [judgedLevel(ruleset), ...innerLevels(ruleset)].filter(({ id }) =>
    ruleset.levels.some(({ within }) => within.includes(id)),
  );
  return levelCalled('--stratum', name, holding, words, (level) => level.id).id;
};

/** The subjects of a list, a name or code on each line, in UTF-8 or GB18030; lines that are blank or begin with # are none. */
const readNamed = async (file: string, signal: AbortSignal): Promise<readonly string[]> => {
  try {
    const bytes = await readFile(nodeFiles(), file, signal);
    const text = new TextDecoder(decodes(bytes, 'utf-8') ? 'utf-8' : 'gb18030').decode(bytes);
    const lines = text.split(/\r\n?|\n/);
    return lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  } catch (error) {
    signal.throwIfAborted();
    const cause = (error as NodeJS.ErrnoException).code ?? String(error);
    const found =
      cause === 'ENOENT'
        ? diagnose('input.not-found', { path: file })
        : diagnose('input.unreadable', { path: file, cause });
    throw new RefusedError('input', [found]);
  }
};

/** What is drawn. */
const readWhat = async (
  options: DrawOptions,
  what: 'units' | 'subjects',
  ruleset: Ruleset,
  { words, signal }: Session,
): Promise<WhatToDraw & Pick<DrawRequest, 'named' | 'subjects'>> => {
  const { rule, stratum, named } = options;
  const asked: WhatToDraw =
    what === 'subjects'
      ? { of: tableOf(judgedLevel(ruleset)) }
      : {
          of: readPopulation(options, ruleset, words),
          ...(rule !== undefined && { rule }),
          ...(stratum !== undefined && { stratum: readStratum(stratum, ruleset, words) }),
        };
  const why = whyNotDrawn(ruleset, asked, words.language);
  if (why !== null) throw new UsageError(why);
  if (what === 'units') return { ...asked, ...askedSubject(options) };
  return { ...asked, named: named === undefined ? 'passing' : await readNamed(named, signal) };
};

/** With what the journal says of the draw, which is written there before it is shown. */
const recorded = (drawn: Drawn, log: string | undefined): Drawn => {
  const { draw, year, unmatched, diagnostics } = drawn;
  if (log === undefined || draw === null || unmatched.length > 0) return drawn;
  try {
    const earlier = recordDraw(log, draw, year);
    if (!('code' in earlier)) return { ...drawn, draw: { ...draw, earlier } };
    return { ...drawn, refusal: 'data', verdict: null, diagnostics: [earlier, ...diagnostics], draw: null };
  } catch (error) {
    throw new OutputError(log, error);
  }
};

/** Writes the form of a draw, by the name of its file a workbook or CSV; nothing where nothing was drawn. */
const formWriter = (file: string): Writer => {
  const isWorkbook = extname(file).toLowerCase() === '.xlsx';
  return (assessment, { language }) => {
    if (!isDrawn(assessment)) return [];
    const form = drawForm(assessment.draw, assessment.year, assessment.ruleset, language);
    return isWorkbook ? writeXlsx([form], language) : writeCsv(form);
  };
};

const FORM = 'form';

/** Draws, keeps the draw in the journal, and writes list and form. */
export const runDraw = async (
  session: Session,
  paths: readonly string[],
  of: 'units' | 'subjects',
  options: DrawOptions,
  targets: readonly Target[],
): Promise<ExitCode> => {
  const { words } = session;
  const { rules, seed, form, log } = options;
  if (!isOneLine(seed))
    throw new UsageError(words.usage.badValue('--seed', seed, sampleCommandWords[words.language].oneLine));
  const loaded = await loadRuleset(rules);
  // A ruleset that is refused is told of by the draw.
  const what = 'refusal' in loaded ? { of: '' } : await readWhat(options, of, loaded.ruleset, session);
  const size = readSize(options, words);
  const open = () =>
    assessForReport(session, { paths, ...options, ...what }, undefined, async (asked) =>
      recorded(await drawSample({ ...asked, ...what, seed, size }, loaded), log),
    );
  const load = async (format: string) => (format === FORM ? formWriter(form!) : DRAW_REPORTERS[format as VerbFormat]);
  const outputs = form === undefined ? targets : [...targets, { format: FORM, output: form }];
  return whenTold(await runReport(session, outputs, options, open, load));
};
