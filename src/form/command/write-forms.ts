import { mkdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { OutputError, UsageError } from '../../cli/errors.ts';
import { refuseInputs } from '../../cli/run-report.ts';
import type { Session } from '../../cli/session.ts';
import { fileSink, type Sink, streamSink, writeReport } from '../../cli/sinks.ts';
import type { Words } from '../../cli/words.ts';
import { judgedLevel } from '../../model/levels.ts';
import { visible } from '../../report/plain.ts';
import { LONGEST_TEXT, MOST_ROWS } from '../../workbook/worksheet.ts';
import { csvRemarks } from '../blank-form.ts';
import type { Form } from '../form.ts';
import { writeCsv } from '../write-csv.ts';
import type { OpenForms } from './open-forms.ts';
import type { FormFormat, TemplateOptions } from './template-options.ts';
import { templateWords } from './template-words.ts';

const BY_EXTENSION: Readonly<Record<string, FormFormat>> = { '.yaml': 'yaml', '.yml': 'yaml', '.xlsx': 'xlsx' };

interface FormFile {
  /** Null for standard output. */
  readonly output: string | null;
  content(): Iterable<string | Uint8Array>;
}

/** The form; its rows throw where a text is longer than a cell holds, as programs cut it off or refuse the file. */
const checked = (form: Form, words: Words): Form => ({
  ...form,
  rows: {
    *[Symbol.iterator]() {
      let nth = 0;
      for (const row of form.rows) {
        nth++;
        const long = row.findIndex((text) => text.length > LONGEST_TEXT);
        if (long >= 0) {
          const { heading } = form.columns[long]!;
          throw new UsageError(templateWords[words.language].textTooLong(form.title, heading, nth, LONGEST_TEXT));
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
  const output = given === undefined || given === '-' ? null : given;
  const all = forms.map(({ form }) => form);
  switch (format ?? BY_EXTENSION[extname(output ?? '').toLowerCase()] ?? 'csv') {
    case 'csv': {
      const folder = await folderOf(output);
      if (forms.length > 1 && folder === null)
        throw new UsageError(templateWords[words.language].severalTables('DIR/'));
      return forms.map(({ table, form }) => ({
        output: folder === null ? output : join(folder, `${table}.csv`),
        content: () => writeCsv({ ...form, above: csvRemarks(form.columns, language) }),
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
        if (records >= MOST_ROWS)
          throw new UsageError(templateWords[words.language].tooManyRows(form.title, MOST_ROWS, judgedLevel(ruleset)));
      }
      return [
        {
          output,
          content: () =>
            writeXlsx(
              all.map((form) => checked(form, words)),
              language,
            ),
        },
      ];
    }
  }
};

/** Names in the data may hold what steers a terminal. */
function* forTerminal(pieces: Iterable<string | Uint8Array>): Generator<string | Uint8Array> {
  for (const piece of pieces)
    yield typeof piece !== 'string' ? piece : piece.replace(/[\uFEFF\r]/g, '').replace(/[^\n]+/g, visible);
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
      const shown = file.output === null && io.stdout.isTTY ? forTerminal(file.content()) : file.content();
      await writeReport(shown, sink, signal);
    }
    signal.throwIfAborted();
    for (const sink of sinks) await sink.commit();
  } finally {
    for (const sink of sinks) await sink.discard();
  }
};
