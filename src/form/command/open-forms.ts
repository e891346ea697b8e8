import { openSubmission, toAssessment } from '../../assess.ts';
import { readForReport } from '../../cli/assess-for-report.ts';
import { RefusedError, tellUnmatched, UsageError } from '../../cli/errors.ts';
import type { Session } from '../../cli/session.ts';
import { say } from '../../cli/sinks.ts';
import { judgedLevel } from '../../model/levels.ts';
import type { Ruleset, TableName } from '../../model/ruleset.ts';
import { askedSubjects } from '../../register/asked-subjects.ts';
import { withShownPlace } from '../../report/shown-places.ts';
import { loadRuleset } from '../../ruleset/load-ruleset.ts';
import { blankForm } from '../blank-form.ts';
import { filledForm } from '../filled-form.ts';
import type { Form } from '../form.ts';
import type { TemplateOptions } from './template-options.ts';
import { templateWords } from './template-words.ts';

interface TableForm {
  readonly table: TableName;
  readonly form: Form;
  /** How many are filled in. */
  readonly records: number;
}

/** Forms whose rows are read from open inputs until `close()`. */
export interface OpenForms {
  readonly ruleset: Ruleset;
  readonly forms: readonly TableForm[];
  /** Files that no form may overwrite. */
  readonly files: readonly string[];
  close(): void;
}

const rulesetOf = async (rules: string | undefined): Promise<Ruleset> => {
  const loaded = await loadRuleset(rules);
  if ('refusal' in loaded) throw new RefusedError(loaded.refusal, loaded.diagnostics);
  return loaded.ruleset;
};

/** Blank forms, or with `--from` what the inputs hold; a submission that is not fit to be judged is refused. */
export const openForms = async (
  session: Session,
  { from, rules, year, subject: wanted = [] }: TemplateOptions,
  tablesOf: (ruleset: Ruleset) => readonly TableName[],
): Promise<OpenForms> => {
  const { language, words, io } = session;
  const ruleset = await rulesetOf(rules);
  const tables = tablesOf(ruleset);
  if (from === undefined) {
    const forms = tables.map((table) => ({
      table,
      form: blankForm(ruleset, table, year ?? null, language),
      records: 0,
    }));
    return { ruleset, forms, files: [], close: () => {} };
  }
  const asked = { ...(rules !== undefined && { rules }), ...(year !== undefined && { year }) };
  const request = { command: 'validate', paths: from, ...asked } as const;
  const { result: submission, files } = await readForReport(session, request, openSubmission);
  const { read, refusal, diagnostics, close } = submission;
  try {
    const count = (of: string) => diagnostics.filter(({ severity }) => severity === of).length;
    if (refusal !== null || read === null) {
      throw new RefusedError(
        refusal ?? 'data',
        diagnostics.filter(({ severity }) => severity === 'error').map(withShownPlace(toAssessment(submission, false))),
      );
    }
    const { register } = read;
    const { unmatched, near } = askedSubjects(wanted, register.subjects, ruleset);
    if (unmatched.length > 0) throw new UsageError(tellUnmatched(unmatched, near(), ruleset, words));
    const leftOut = register.counts.reduce((sum, counts) => sum + counts.leftOut, 0);
    if (count('warning') + count('note') > 0) {
      await say(io.stderr, `${templateWords[words.language].filledFrom(count('warning'), count('note'))}\n`);
    }
    if (leftOut > 0) await say(io.stderr, `${templateWords[words.language].leftOut(leftOut)}\n`);
    const known = { ruleset, register, asked: wanted };
    const forms = tables.map((table) => ({ table, ...filledForm(known, table, language) }));
    for (const { form, isNew, withheld } of forms) {
      if (isNew) await say(io.stderr, `${templateWords[words.language].newTable(form.title)}\n`);
      if (withheld.length > 0)
        await say(io.stderr, `${templateWords[words.language].withheld(form.title, withheld, judgedLevel(ruleset))}\n`);
    }
    return { ruleset, forms, files, close };
  } catch (error) {
    close();
    throw error;
  }
};
