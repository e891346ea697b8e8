import type { Finding, Subject } from '../../model/assessment.ts';
import { judgedLevel } from '../../model/levels.ts';
import type { Ruleset } from '../../model/ruleset.ts';
import type { Language } from '../../model/text.ts';
import { widthOf } from '../../model/width.ts';
import type { Colors } from '../../report/colors.ts';
import { plain } from '../../report/plain.ts';
import { MARKS } from '../../report/words.ts';
import { cut, wrap } from '../../report/wrap.ts';
import type { Question } from '../questions.ts';
import type { AuditSession } from '../session.ts';
import type { Standing } from '../standing.ts';
import type { AuditWords } from './audit-words.ts';

export interface ScreenContext {
  readonly words: AuditWords;
  readonly language: Language;
  readonly colors: Colors;
  readonly width: number;
}

export const orBlank = (text: string, { words }: Pick<ScreenContext, 'words'>): string =>
  text.trim() === '' ? words.blank : plain(text);

/** What it lies in and the unit itself, with its code. */
export const unitPath = ({ within, name, code }: Question): string => {
  const path = [...within, name ?? '']
    .filter((part) => part !== '')
    .map(plain)
    .join(' › ');
  return [path, code === null ? '' : plain(code)].filter((part) => part !== '').join('  ');
};

/** Its name and of how many units it holds; a mark where that does not say how it stands. */
const factOf = (finding: Finding, name: string, { missing }: AuditWords): string => {
  const mark = finding.result === 'unknown' && finding.kind === 'share' && finding.unknown ? '' : MARKS[finding.result];
  if (finding.kind === 'veto' || finding.of === null) return mark + name;
  return `${mark}${name} ${finding.met}/${finding.of}${finding.unknown ? missing(finding.unknown) : ''}`;
};

/** The verdict of a subject so far, with what keeps it from passing, in two lines at most. */
const verdictLines = (subject: Subject, { rules }: Ruleset, context: ScreenContext): string[] => {
  const { words, language, colors, width } = context;
  const shortOf = (id: string): string => plain(rules.find((rule) => rule.id === id)?.short[language] ?? id);
  const open = subject.findings
    .filter(({ result, obligation }) => obligation === 'required' && result !== 'pass')
    .map((finding) => factOf(finding, shortOf(finding.rule), words));
  const facts = open.length === 0 ? words.allHold : open.join(words.separator);
  const name = plain(subject.name ?? subject.code ?? '');
  const verdict = words.soFar(name, `${MARKS[subject.verdict]} ${words.verdicts[subject.verdict]}`);
  const [first = '', ...rest] = wrap(verdict + facts, width, '', '  ');
  return [first, ...(rest.length === 0 ? [] : [cut(`  ${rest.join(' ').trim()}`, width)])].map(colors[subject.verdict]);
};

const waysToAnswer = ({ schema, choices }: Question, words: AuditWords): string => {
  if (choices.length > 0) return words.choices(choices.map(({ text }, at) => `${at + 1} ${plain(text)}`));
  return schema.kind === 'count' ? words.count : words.text;
};

/** Title and counts, in one line. */
export const titleLine = (
  { open, skipped, answered }: Standing,
  year: number | null,
  { words, colors, width }: ScreenContext,
): string => {
  const decisive = open.filter(({ decides }) => decides).length;
  const counts = words.counts(answered.length, skipped.length, open.length, decisive);
  const title = [words.title, ...(year === null ? [] : [String(year)])].join(' ');
  const gap = ' '.repeat(Math.max(2, width - widthOf(title) - widthOf(counts)));
  return colors.strong(cut(title + gap + counts, width));
};

/** At most 16 lines, so that the prompt and what it says below stay on a screen of 24. */
export const questionScreen = (
  question: Question,
  standing: Standing,
  { ruleset, year }: Pick<AuditSession, 'ruleset' | 'year'>,
  notice: readonly string[],
  context: ScreenContext,
): string[] => {
  const { words, colors, width, language } = context;
  const { subject, answer, beside, rules, heading, old, isFilled } = question;
  const lines = (text: string): string[] => wrap(text, width, '  ').slice(0, 3);
  return [
    titleLine(standing, year, context),
    ...(subject === null || standing.verdict === null ? [words.notJudged] : verdictLines(subject, ruleset, context)),
    colors.muted('─'.repeat(width)),
    cut(unitPath(question), width),
    colors.strong(
      cut(
        `${plain(heading)}${question.decides ? `  ${words.decides(judgedLevel(ruleset).noun[language])}` : ''}`,
        width,
      ),
    ),
    '',
    ...lines(waysToAnswer(question, words)),
    ...beside
      .slice(0, 2)
      .map((each) => cut(`  ${words.beside(plain(each.heading), orBlank(each.text, context))}`, width)),
    ...rules
      .slice(0, 2)
      .map((rule) => cut(`  ${words.feeds(plain(rule.label[language]), plain(rule.clauseText[language]))}`, width)),
    ...(answer === null
      ? old.trim() === ''
        ? []
        : [cut(`  ${isFilled ? words.keeps(plain(old)) : words.old(plain(old))}`, width)]
      : [
          cut(
            `  ${words.answered(plain(answer.text), plain(answer.by), answer.at.slice(0, 16).replace('T', ' '))}`,
            width,
          ),
        ]),
    ...notice.slice(0, 3).map((line) => cut(`  ${line}`, width)),
    '',
    colors.muted(cut(words.commands, width)),
  ];
};
