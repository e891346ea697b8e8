import { messageOf } from '../../diagnostics/message.ts';
import { RESULTS, type Result } from '../../model/assessment.ts';
import { placeText } from '../../model/place.ts';
import type { Ruleset } from '../../model/ruleset.ts';
import type { Language } from '../../model/text.ts';
import { longest, widthOf } from '../../model/width.ts';
import { colorsFor } from '../../report/colors.ts';
import { diagnosticEntry, rulesetEntries } from '../../report/json-reporter.ts';
import { type Noun, nounsOf, ruleLookup } from '../../report/names.ts';
import { visible } from '../../report/plain.ts';
import type { ReportContext } from '../../report/reporter.ts';
import { tableReporter } from '../../report/table-reporter.ts';
import { MARKS, words } from '../../report/words.ts';
import { cut, wrap } from '../../report/wrap.ts';
import type { SubjectRules, SubmissionResult } from '../assess-each.ts';

const zh = {
  submission: '报送',
  verdict: '结论',
  /** Above what failed, and the first error. */
  why: '未达标各项，或第一处错误',
  refused: { data: '数据有误', input: '打不开', ruleset: '规则包有误' },
  tooManyWarnings: '警告过多',
  noSubject: ({ zh }: Noun) => `无此${zh}`,
  warnings: (warnings: number, most: number) => `警告 ${warnings} 条，多于允许的 ${most} 条`,
  unmatched: (names: readonly string[]) => `没有 ${names.join('、')}`,
  subject: (name: string, rules: readonly string[]) => `${name}：${rules.join('、')}`,
  subjects: (shown: readonly string[], others: number, { zh }: Noun) =>
    `${shown.join('；')}${others > 0 ? `；另有 ${others} 个${zh}` : ''}`,
  submissions: (count: number) => `报送 ${count} 份`,
  notJudged: '未评定',
};

type BatchWords = typeof zh;

const en: BatchWords = {
  submission: 'submission',
  verdict: 'verdict',
  why: 'what failed, or first error',
  refused: { data: 'invalid', input: 'not read', ruleset: 'bad ruleset' },
  tooManyWarnings: 'warnings',
  noSubject: ({ en }) => `no ${en}`,
  warnings: (warnings, most) => `${warnings} warnings, and ${most} allowed`,
  unmatched: (names) => `no ${names.join(', ')}`,
  subject: (name, rules) => `${name}: ${rules.join(', ')}`,
  subjects: (shown, others) => `${shown.join('; ')}${others > 0 ? `; and ${others} more` : ''}`,
  submissions: (count) => `${count} submission${count === 1 ? '' : 's'}`,
  notJudged: 'not judged',
};

export const batchWords = { zh, en } as const satisfies Record<Language, BatchWords>;

/** Of no verdict. */
const REFUSED = '!';
const GAP = '  ';
/** Of the width, for the paths; longer ones lose their beginning. */
const PATHS = 0.3;
/** Columns of a number of subjects, at the least. */
const NUMBER = 2;
/** Subjects named in a line, at most. */
const NAMED = 5;

/** The end of a path says more than its beginning. */
const cutInFront = (text: string, room: number): string => {
  if (widthOf(text) <= room) return text;
  let kept = '';
  let width = 0;
  for (const character of [...text].reverse()) {
    width += widthOf(character);
    if (width > room - 1) break;
    kept = character + kept;
  }
  return `…${kept}`;
};

type Paint = (text: string) => string;

const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** What is written of a batch, as its submissions come; `exit` is what a run of one alone ends with. */
export interface BatchLines {
  begin(): string;
  line(result: SubmissionResult, exit: number): string;
  end(): string;
  /** Instead of all that, where the ruleset was refused. */
  refused(result: SubmissionResult, exit: number): string;
}

/** The table of a batch, a line for each submission. */
export const tableLines = (paths: readonly string[], ruleset: Ruleset | null, context: ReportContext): BatchLines => {
  const { judged } = nounsOf(ruleset);
  const ruleOf = ruleLookup(ruleset);
  const { language, width, maxWarnings = Number.POSITIVE_INFINITY } = context;
  const [text, batch, colors] = [words[language], batchWords[language], colorsFor(context.color ?? false)];
  const verdicts = [
    ...RESULTS.map((result) => `${MARKS[result]} ${text.results[result]}`),
    ...[batch.refused.data, batch.refused.input, batch.tooManyWarnings, batch.noSubject(judged)].map(
      (why) => `${REFUSED} ${why}`,
    ),
  ];
  const shownPaths = paths.map(visible);
  const pathWidth = Math.min(Math.max(longest(shownPaths), widthOf(batch.submission)), Math.floor(width * PATHS));
  const verdictWidth = longest(verdicts);

  /** Of what was not judged there are no numbers: their room is that of the error. */
  const line = (path: string, verdict: string, paint: Paint, numbers: readonly string[], why: string): string => {
    const before = padded(cutInFront(path, pathWidth), pathWidth) + GAP;
    const counts = numbers.map((number) => ` ${number.padStart(NUMBER)}`).join('');
    const room = width - widthOf(before) - verdictWidth - widthOf(counts) - widthOf(GAP);
    const end = context.quiet || room < 2 ? '' : GAP + cut(why, room);
    return `${before}${paint(padded(verdict, verdictWidth))}${counts}${end}`.trimEnd();
  };

  const subjectsText = (subjects: readonly SubjectRules[]): string => {
    const short = (rule: string) => ruleOf(rule).short[language];
    const shown = subjects
      .slice(0, NAMED)
      .map(({ code, name, rules }) => batch.subject(name ?? code ?? '', rules.map(short)));
    return batch.subjects(shown, Math.max(0, subjects.length - NAMED), judged);
  };

  const whyOf = (submission: SubmissionResult): string => {
    const { refusal, verdict, warnings, failing, unknown, unmatched } = submission;
    const [error] = refusal?.first ?? [];
    if (error !== undefined) {
      return [...(error.place === null ? [] : [placeText(error.place)]), messageOf(error, language)].join(GAP);
    }
    if (unmatched.length > 0 && verdict === null) return batch.unmatched(unmatched);
    if (warnings > maxWarnings) return batch.warnings(warnings, maxWarnings);
    if (verdict === 'fail') return subjectsText(failing);
    return verdict === 'unknown' ? subjectsText(unknown) : '';
  };

  const answerOf = ({ refusal, verdict, warnings }: SubmissionResult): Result | string => {
    if (refusal !== null) return batch.refused[refusal.kind];
    if (verdict === null) return batch.noSubject(judged);
    return warnings > maxWarnings ? batch.tooManyWarnings : verdict;
  };
  const isResult = (answer: string): answer is Result => Object.hasOwn(MARKS, answer);

  const counts = new Map<string, number>();
  return {
    begin: () => {
      const marks = RESULTS.map((result) => MARKS[result]);
      return `${line(batch.submission, batch.verdict, (plain) => plain, marks, batch.why)}\n`;
    },
    line: (submission) => {
      const answer = answerOf(submission);
      const judged = isResult(answer);
      counts.set(judged ? answer : REFUSED, (counts.get(judged ? answer : REFUSED) ?? 0) + 1);
      const shown = judged ? `${MARKS[answer]} ${text.results[answer]}` : `${REFUSED} ${answer}`;
      const numbers = judged ? RESULTS.map((result) => String(submission.totals.subjects[result])) : [];
      const why = visible(whyOf(submission));
      return `${line(visible(submission.path ?? ''), shown, colors[judged ? answer : 'error'], numbers, why)}\n`;
    },
    /** How many submissions came to which answer. */
    end: () => {
      const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
      const parts = [
        ...RESULTS.map((result) => `${MARKS[result]} ${text.results[result]} ${counts.get(result) ?? 0}`),
        `${REFUSED} ${batch.notJudged} ${counts.get(REFUSED) ?? 0}`,
      ];
      const lines = wrap(batch.submissions(all) + text.colon + parts.join(text.separator), width, '', '  ');
      return `\n${lines.join('\n')}\n`;
    },
    refused: ({ assessment }) => [...tableReporter(assessment, context)].join(''),
  };
};

/** Each submission as one line of JSON, version 2, as `rules/schema/submission.schema.json` describes it. */
export const jsonLines = (tool: string): BatchLines => {
  const line = (result: SubmissionResult, exit: number): string => {
    const { path, name, assessment, year, verdict, refusal, totals, warnings, failing, unknown, unmatched } = result;
    const entry = {
      ...{ format: 'streetcheck-submission', version: 2, tool },
      ...rulesetEntries(assessment.ruleset),
      ...{ path, name, exit, year, verdict },
      refusal: refusal && { kind: refusal.kind, errors: refusal.errors, first: refusal.first.map(diagnosticEntry) },
      ...{ totals, warnings, failing, unknown, unmatched },
    };
    return `${JSON.stringify(entry)}\n`;
  };
  return { begin: () => '', line, end: () => '', refused: line };
};
