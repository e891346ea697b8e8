import { mkdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { openSubmission, toAssessment } from '../../assess.ts';
import { readForReport } from '../../cli/assess-for-report.ts';
import { OutputError, RefusedError, tellUnmatched, UsageError } from '../../cli/errors.ts';
import { refuseInputs } from '../../cli/run-report.ts';
import type { Session } from '../../cli/session.ts';
import { fileSink, type Sink, say, streamSink, writeReport } from '../../cli/sinks.ts';
import type { Severity } from '../../model/diagnostic.ts';
import { judgedLevel } from '../../model/levels.ts';
import type { Ruleset, TableName } from '../../model/ruleset.ts';
import { MOST_ROWS } from '../../model/spreadsheet.ts';
import type { Language } from '../../model/text.ts';
import { askedSubjects } from '../../register/asked-subjects.ts';
import { visible, withShownPlace } from '../../report/plain.ts';
import { loadRuleset } from '../../ruleset/load-ruleset.ts';
import { LONGEST_TEXT } from '../../workbook/worksheet.ts';
import { filledForm } from '../filled-form.ts';
import { blankForm, type Form } from '../form.ts';
import { csvRemarks, writeCsv } from '../write-csv.ts';
import { type FormFormat, type TemplateOptions, templateWords } from './template-command.ts';

interface TableForm {
  readonly table: TableName;
  readonly form: Form;
  /** How many are filled in. */
  readonly records: number;
}

/** Forms whose rows are read from open inputs until `close()`. */
interface OpenForms {
  readonly ruleset: Ruleset;
  readonly forms: readonly TableForm[];
  /** Files that no form may overwrite. */
  readonly files: readonly string[];
  close(): void;
}

/** Blank forms, or with `--from` what the inputs hold; a submission that is not fit to be judged is refused. */
const openForms = async (
  session: Session,
  { from, rules, year, subject: wanted = [] }: TemplateOptions,
  tablesOf: (ruleset: Ruleset) => readonly TableName[],
): Promise<OpenForms> => {
  const { language, words, io } = session;
  const loaded = await loadRuleset(rules);
  if ('refusal' in loaded) throw new RefusedError(loaded.refusal, loaded.diagnostics);
  const { ruleset } = loaded;
  const tables = tablesOf(ruleset);
  if (from === undefined) {
    const blank = (table: TableName) => blankForm(ruleset, table, year ?? null, language);
    const forms = tables.map((table) => ({ table, form: blank(table), records: 0 }));
    return { ruleset, forms, files: [], close: () => {} };
  }
  const asked = { ...(rules !== undefined && { rules }), ...(year !== undefined && { year }) };
  const request = { command: 'validate', paths: from, ...asked } as const;
  const { result: submission, files } = await readForReport(session, request, openSubmission);
  const { read, refusal, diagnostics, close } = submission;
  try {
    const found = (of: Severity) => diagnostics.filter(({ severity }) => severity === of);
    if (refusal !== null || read === null) {
      const shown = found('error').map(withShownPlace(toAssessment(submission, false)));
      throw new RefusedError(refusal ?? 'data', shown);
    }
    const { register } = read;
    const { unmatched, near } = askedSubjects(wanted, register.subjects, ruleset);
    if (unmatched.length > 0) throw new UsageError(tellUnmatched(unmatched, near(), ruleset, words));
    const known = { ruleset, register, asked: wanted };
    const forms = tables.map((table) => ({ table, ...filledForm(known, table, language) }));
    const [warnings, notes] = [found('warning').length, found('note').length];
    const leftOut = register.counts.reduce((sum, counts) => sum + counts.leftOut, 0);
    const text = templateWords[language];
    const remarks = [
      ...(warnings + notes > 0 ? [text.filledFrom(warnings, notes)] : []),
      ...(leftOut > 0 ? [text.leftOut(leftOut)] : []),
      ...forms.flatMap(({ form: { title }, isNew, withheld }) => [
        ...(isNew ? [text.newTable(title)] : []),
        ...(withheld.length > 0 ? [text.withheld(title, withheld, judgedLevel(ruleset))] : []),
      ]),
    ];
    for (const remark of remarks) await say(io.stderr, `${remark}\n`);
    return { ruleset, forms, files, close };
  } catch (error) {
    close();
    throw error;
  }
};

const BY_EXTENSION: Readonly<Record<string, FormFormat>> = { '.yaml': 'yaml', '.yml': 'yaml', '.xlsx': 'xlsx' };

interface FormFile {
  /** Null for standard output. */
  readonly output: string | null;
  content(): Iterable<string | Uint8Array>;
}

/** The form; its rows throw where a text is longer than a cell holds, as programs cut it off or refuse the file. */
const checked = (form: Form, language: Language): Form => ({
  ...form,
  rows: {
    *[Symbol.iterator]() {
      let nth = 0;
      for (const row of form.rows) {
        nth++;
        const long = row.findIndex((text) => text.length > LONGEST_TEXT);
        if (long >= 0) {
          const { heading } = form.columns[long]!;
          throw new UsageError(templateWords[language].textTooLong(form.title, heading, nth, LONGEST_TEXT));
        }
        yield row;
      }
    },
  },
});

/** The folder that `output` names, made where it ends in a slash; null where it is no folder. */
const folderOf = async (output: string | null): Promise<string | null> => {
  if (output === null) return null;
  if (/[/\\]$/.test(output)) {
    await mkdir(output, { recursive: true }).catch((error: unknown) => {
      throw new OutputError(output, error);
    });
  }
  const found = await stat(output).catch(() => null);
  return found?.isDirectory() ? output : null;
};

const filesOf = async (
  { ruleset, forms }: OpenForms,
  { format, output: given }: TemplateOptions,
  session: Session,
): Promise<readonly FormFile[]> => {
  const { language, words, io } = session;
  const text = templateWords[language];
  const output = given === undefined || given === '-' ? null : given;
  const all = forms.map(({ form }) => form);
  switch (format ?? BY_EXTENSION[extname(output ?? '').toLowerCase()] ?? 'csv') {
    case 'csv': {
      const folder = await folderOf(output);
      if (forms.length > 1 && folder === null) throw new UsageError(text.severalTables('DIR/'));
      return forms.map(({ table, form }) => ({
        output: folder === null ? output : join(folder, `${table}.csv`),
        content: () => writeCsv(form, csvRemarks(form.columns, language)),
      }));
    }
    case 'yaml': {
      const { writeYaml } = await import('../write-yaml.ts');
      return [{ output, content: () => writeYaml(all, ruleset, language) }];
    }
    case 'xlsx': {
      if (output === null && io.stdout.isTTY) throw new UsageError(words.usage.workbookToTerminal);
      const { writeXlsx } = await import('../write-xlsx.ts');
      for (const { form, records } of forms) {
        if (records >= MOST_ROWS) throw new UsageError(text.tooManyRows(form.title, MOST_ROWS, judgedLevel(ruleset)));
      }
      const short = all.map((form) => checked(form, language));
      return [{ output, content: () => writeXlsx(short, language) }];
    }
  }
};

/** Names in the data may hold what steers a terminal. */
function* forTerminal(pieces: Iterable<string | Uint8Array>): Generator<string | Uint8Array> {
  for (const piece of pieces)
    yield typeof piece === 'string' ? piece.replace(/[\uFEFF\r]/g, '').replace(/[^\n]+/g, visible) : piece;
}

/** Writes the forms; all files appear together at the end, or none does. */
export const writeForms = async (opened: OpenForms, options: TemplateOptions, session: Session): Promise<void> => {
  const { io, signal } = session;
  const files = await filesOf(opened, options, session);
  await refuseInputs(files, opened.files, session.words);
  const sinks: Sink[] = [];
  try {
    for (const file of files) {
      const sink = file.output === null ? streamSink(io.stdout, signal) : await fileSink(file.output, signal);
      sinks.push(sink);
      const isOnTerminal = file.output === null && io.stdout.isTTY;
      await writeReport(isOnTerminal ? forTerminal(file.content()) : file.content(), sink, signal);
    }
    signal.throwIfAborted();
    for (const sink of sinks) await sink.commit();
  } finally {
    for (const sink of sinks) await sink.discard();
  }
};

/** Makes the forms of the tables asked for. */
export const runTemplate = async (
  session: Session,
  options: TemplateOptions,
  tablesOf: (ruleset: Ruleset) => readonly TableName[],
): Promise<void> => {
  const opened = await openForms(session, options, tablesOf);
  try {
    await writeForms(opened, options, session);
  } finally {
    opened.close();
  }
};
