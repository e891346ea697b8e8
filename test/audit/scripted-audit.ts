import { writeSync } from 'node:fs';
import type { Question } from '../../src/audit/questions.ts';
import { openSession } from '../../src/audit/session.ts';
import { writeAnswers } from '../../src/audit/write-answers.ts';

/** An audit that answers every question by itself and says on standard output what is on disk, a line each. */
const [file = ''] = process.argv.slice(2);
const auditor = { by: 'script', now: () => new Date().toISOString() };
const say = (...words: readonly (string | number)[]) => writeSync(1, `${words.join(' ')}\n`);
const keyOf = ({ table, row, field }: Question) => `${table}.${row}.${field}`;
/** Different for each cell. */
const answerTo = ({ schema, row, choices }: Question): string =>
  schema.kind === 'count' ? String(row * 10 + schema.name.length) : choices[row % choices.length]!.text;

/** No `await` at the top: a bundle waits there for chunks that wait for it. */
const audit = async (): Promise<void> => {
  const session = await openSession({ paths: [file], year: 2012 }, async () => auditor);
  let standing = await session.standing();
  for (const question of standing.answered) say('have', keyOf(question), question.answer!.text);
  say('ready', standing.open.length);
  while (standing.open.length > 0) {
    const [question] = standing.open as [Question];
    const text = answerTo(question);
    session.answer(question, text);
    say('kept', keyOf(question), text);
    standing = await session.standing();
  }
  say('saving');
  for (const each of session.files)
    if (!(await writeAnswers(each, session.ruleset, auditor))) throw new Error('changed');
  say('saved');
  session.close();
};

audit();
