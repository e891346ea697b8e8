import { messageOf } from '../../diagnostics/message.ts';
import { judgedLevel } from '../../model/levels.ts';
import { plain, visible } from '../../report/plain.ts';
import { cut } from '../../report/wrap.ts';
import type { FileCell } from '../held-tables.ts';
import type { Question } from '../questions.ts';
import type { AuditSession } from '../session.ts';
import type { FilledUnit, Standing } from '../standing.ts';
import { orBlank, questionScreen, type ScreenContext, titleLine, unitPath } from './audit-screen.ts';
import type { Entry, Terminal } from './audit-terminal.ts';

/** What may be typed instead of an answer, in either language; a Chinese keyboard gives 、 or ／ for the slash. */
const COMMANDS = {
  back: ['b', 'back', '返回'],
  skip: ['s', 'skip', '跳过'],
  note: ['n', 'note', '备注'],
  evidence: ['e', 'evidence', '佐证'],
  find: ['f', 'find', '查找'],
  list: ['l', 'list', '已答'],
  quit: ['q', 'quit', '结束'],
  help: ['?', '？', 'h', 'help', '帮助'],
} as const;

type AuditCommand = keyof typeof COMMANDS;

interface Typed {
  readonly name: string;
  /** Null where there is no such command. */
  readonly command: AuditCommand | null;
  readonly text: string;
}

/** The command of a line, or null where the line is an answer. */
export const readCommand = (line: string): Typed | null => {
  const found = /^\s*[/／、]\s*(\S*)\s*(.*?)\s*$/su.exec(line);
  if (found === null) return null;
  const [, name = '', text = ''] = found;
  const folded = name.normalize('NFKC').toLowerCase();
  const known = Object.entries(COMMANDS).find(([, names]) => (names as readonly string[]).includes(folded));
  return { name, command: known === undefined ? null : (known[0] as AuditCommand), text };
};

/** How the questions ended. */
export type TalkEnd = 'save' | 'pause' | 'changed';

const sameCell = (a: FileCell, b: FileCell): boolean =>
  a.file === b.file && a.table === b.table && a.row === b.row && a.field === b.field;

/** Found by name and listed; the rest is counted. */
const LISTED = 200;

/** Asks question after question until the auditor has enough of it; each answer is on disk before the next. */
export const talk = async (
  session: AuditSession,
  terminal: Terminal,
  context: ScreenContext,
  welcome: readonly string[],
): Promise<TalkEnd> => {
  const { words, language, width } = context;
  const asked: FileCell[] = [...session.earlier];
  let focus: FileCell | null = null;
  /** Skipped before, and asked again. */
  let revisited: Question[] = [];
  let notice = welcome;

  const current = (cell: FileCell, { open, skipped, look }: Standing): Question =>
    [...open, ...skipped].find((each) => sameCell(each, cell)) ?? look(cell);

  const whyNot = async (question: Question, reading: ReturnType<AuditSession['read']>): Promise<string | null> => {
    if ('unencodable' in reading) return words.unencodable(reading.unencodable);
    const problem = 'text' in reading ? await session.contradiction(question, reading.text) : reading.problem;
    if (problem !== null) return visible(messageOf(problem, language));
    return 'text' in reading ? null : words.saysNothing;
  };

  /** Why a line cannot be taken, or null. */
  const check = async (question: Question, line: string): Promise<string | null> => {
    const typed = readCommand(line);
    if (typed !== null) {
      if (typed.command === null) return words.unknownCommand(plain(typed.name));
      if (typed.command === 'skip' && question.answer !== null) {
        const contradiction = await session.contradiction(question, null);
        return contradiction && words.notTakenBack(visible(messageOf(contradiction, language)));
      }
      if (typed.command !== 'note' && typed.command !== 'evidence') return null;
      if (typed.text === '') return words.textNeeded(`/${typed.name}`);
      const encoding = session.unencodable(question, typed.command, typed.text);
      return encoding && words.unencodable(encoding);
    }
    if (line.trim() === '') return question.answer === null && !question.isFilled ? words.nothingTyped : null;
    const reading = session.read(question, line);
    const why = await whyNot(question, reading);
    return why === null ? null : words.noAnswer(plain(line.trim()), why);
  };

  const textOf = ({ answer, isFilled, old }: Question): string =>
    answer === null && !isFilled ? words.open : orBlank(answer?.text ?? old, context);
  const lineOf = (found: Question | FilledUnit): string =>
    'cells' in found
      ? `${unitPath(found.unit)}  ${words.correct}`
      : `${unitPath(found)}  ${plain(found.heading)}  ${textOf(found)}`;
  const entryOf = <T extends Question | FilledUnit>(value: T): Entry<T> => ({
    name: cut(lineOf(value), width - 4),
    value,
  });
  const goOn: Entry<null> = { name: words.goOn, value: null };

  const chooseAnswered = async ({ answered }: Pick<Standing, 'answered'>): Promise<void> => {
    terminal.show([]);
    if (answered.length === 0) notice = [words.noAnswers];
    else focus = await terminal.choose<Question | null>(words.list, [goOn, ...answered.map(entryOf)]);
  };

  const findByName = async ({ open, skipped, answered }: Standing): Promise<void> => {
    terminal.show([]);
    const all = [...open, ...skipped, ...answered, ...(await session.filledUnits())];
    const lines = all.map((value) => ({ value, line: lineOf(value).toLowerCase() }));
    const { noun } = judgedLevel(session.ruleset);
    const asked = words.find(noun[context.language]);
    const found = await terminal.search<Question | FilledUnit | null>(asked, (term) => {
      const matching = lines.filter(({ line }) => line.includes(term.trim().toLowerCase()));
      const more = matching.length - LISTED;
      return [
        ...matching.slice(0, LISTED).map(({ value }) => entryOf(value)),
        ...(more > 0 ? [{ name: words.more(more), value: null }] : []),
        goOn,
      ];
    });
    if (found === null || !('cells' in found)) focus = found;
    else focus = await terminal.choose<Question | null>(words.filled, [goOn, ...found.cells().map(entryOf)]);
  };

  const finish = async ({ open, skipped, answered }: Standing): Promise<TalkEnd | null> => {
    const entries: Entry<TalkEnd | 'revisit' | 'review' | 'go-on'>[] = [
      ...(open.length > 0 ? [{ name: words.goOn, value: 'go-on' as const }] : []),
      { name: words.save, value: 'save' },
      ...(skipped.length > 0 ? [{ name: words.revisit(skipped.length), value: 'revisit' as const }] : []),
      ...(answered.length > 0 ? [{ name: words.review(answered.length), value: 'review' as const }] : []),
      { name: words.pause, value: 'pause' },
    ];
    const chosen = await terminal.choose(words.whatNow, entries);
    if (chosen === 'save' || chosen === 'pause') return chosen;
    if (chosen === 'revisit') revisited = [...skipped];
    if (chosen === 'review') await chooseAnswered({ answered });
    return null;
  };

  const obey = async ({ command, text }: Typed, question: Question, standing: Standing): Promise<TalkEnd | null> => {
    switch (command) {
      case 'back': {
        const before = asked.pop();
        if (before === undefined) notice = [words.nothingBefore];
        focus = before ?? question;
        return null;
      }
      case 'skip':
        session.skip(question);
        asked.push(question);
        return null;
      case 'note':
      case 'evidence':
        session[command](question, text);
        notice = [command === 'note' ? words.noted(plain(text)) : words.evidenceKept(plain(text))];
        focus = question;
        return null;
      case 'find':
        await findByName(standing);
        return null;
      case 'list':
        await chooseAnswered(standing);
        return null;
      case 'help':
        notice = [];
        terminal.show(words.help);
        await terminal.choose('', [goOn]);
        focus = question;
        return null;
      default:
        return finish(standing);
    }
  };

  for (;;) {
    const standing = await session.standing();
    if (standing.changed.length > 0) return 'changed';
    const next: FileCell | undefined = focus ?? revisited.shift();
    const question = next === undefined ? standing.open[0] : current(next, standing);
    const shown = notice;
    focus = null;
    notice = [];
    if (question === undefined) {
      const { verdict } = standing;
      const overall = verdict === null ? [] : [words.verdict(words.verdicts[verdict])];
      terminal.show([titleLine(standing, session.year, context), ...shown, words.finished, ...overall, '']);
      const end = await finish(standing);
      if (end !== null) return end;
      continue;
    }
    terminal.show(questionScreen(question, standing, session, shown, context));
    const line = await terminal.ask(words.answer, (typed) => check(question, typed));
    const typed = readCommand(line);
    if (typed !== null) {
      const end = await obey(typed, question, standing);
      if (end !== null) return end;
      continue;
    }
    const reading = line.trim() === '' ? null : session.read(question, line);
    if (reading !== null && 'text' in reading) session.answer(question, reading.text);
    asked.push(question);
  }
};
