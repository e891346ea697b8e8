import type { Question } from '../audit/question.ts';
import type { AuditSession, Standing } from '../audit/session.ts';
import type { Finding, Subject } from '../model/assessment.ts';
import type { Ruleset } from '../model/ruleset.ts';
import type { Language } from '../model/text.ts';
import type { Colors } from '../report/colors.ts';
import { MARKS } from '../report/marks.ts';
import { plain } from '../report/plain.ts';
import { widthOf } from '../report/width.ts';
import { wrap } from '../report/wrap.ts';
import type { AuditWords } from './audit-words.ts';

export interface ScreenContext {
  readonly words: AuditWords;
  readonly language: Language;
  readonly colors: Colors;
  readonly width: number;
}

/** One line of at most the width; what does not fit is cut and marked. */
export const fit = (text: string, width: number): string => {
  if (widthOf(text) <= width) return text;
  let shown = '';
  for (const character of text) {
    if (widthOf(shown + character) >= width) break;
    shown += character;
  }
  return `${shown}…`;
};

export const orBlank = (text: string, { words }: Pick<ScreenContext, 'words'>): string =>
  text.trim() === '' ? words.blank : plain(text);

/** Street, community and unit, with its code. */
export const unitPath = ({ within, name, code }: Question): string => {
  const path = [...within, name ?? '']
    .filter((part) => part !== '')
    .map(plain)
    .join(' › ');
  return [path, code === null ? '' : plain(code)].filter((part) => part !== '').join('  ');
};

const figureOf = (finding: Finding): string => {
  if (finding.kind === 'veto') return MARKS[finding.result];
  if (finding.of === null) return MARKS.unknown;
  return `${finding.met}/${finding.of}${finding.unknown ? `?${finding.unknown}` : ''}${MARKS[finding.result]}`;
};

/** The verdict of a street so far, with what keeps it from passing, in one line. */
const verdictLine = (street: Subject, { rules }: Ruleset, context: ScreenContext): string => {
  const { words, language, colors, width } = context;
  const shortOf = (id: string): string => plain(rules.find((rule) => rule.id === id)?.short[language] ?? id);
  const open = street.findings
    .filter(({ result, obligation }) => obligation === 'required' && result !== 'pass')
    .map((finding) => `${shortOf(finding.rule)} ${figureOf(finding)}`);
  const facts = open.length === 0 ? words.allHold : open.join('  ');
  const name = plain(street.name ?? street.code ?? '');
  const verdict = `${MARKS[street.verdict]} ${name} ${words.soFar(words.verdicts[street.verdict])}`;
  return colors[street.verdict](fit(`${verdict}  ${facts}`, width));
};

const waysToAnswer = ({ schema, choices }: Question, words: AuditWords): string => {
  if (choices.length > 0) return words.choices(choices.map(({ text }, at) => `${at + 1} ${plain(text)}`));
  return schema.kind === 'count' ? words.count : words.text;
};

/** At most 16 lines, so that the prompt and what it says below stay on a screen of 24. */
export const questionScreen = (
  question: Question,
  { open, skipped, answered, verdict }: Standing,
  { ruleset, year }: Pick<AuditSession, 'ruleset' | 'year'>,
  notice: readonly string[],
  context: ScreenContext,
): string[] => {
  const { words, colors, width, language } = context;
  const decisive = open.filter(({ decides }) => decides).length;
  const counts = words.counts(answered.length, skipped.length, open.length, decisive);
  const title = [words.title, ...(year === null ? [] : [String(year)])].join(' ');
  const gap = ' '.repeat(Math.max(2, width - widthOf(title) - widthOf(counts)));
  const { street, answer, beside, rules, heading, old } = question;
  const lines = (text: string): string[] => wrap(text, width, '  ').slice(0, 3);
  return [
    colors.strong(fit(title + gap + counts, width)),
    street === null || verdict === null ? words.notJudged : verdictLine(street, ruleset, context),
    colors.muted('─'.repeat(width)),
    fit(unitPath(question), width),
    colors.strong(fit(`${plain(heading)}${question.decides ? `  ${words.decides}` : ''}`, width)),
    '',
    ...lines(waysToAnswer(question, words)),
    ...beside
      .slice(0, 2)
      .map((each) => fit(`  ${words.beside(plain(each.heading), orBlank(each.text, context))}`, width)),
    ...rules.slice(0, 2).map((rule) => fit(`  ${words.feeds(plain(rule.label[language]), plain(rule.clause))}`, width)),
    ...(answer === null
      ? old.trim() === ''
        ? []
        : [fit(`  ${words.old(plain(old))}`, width)]
      : [
          fit(
            `  ${words.answered(plain(answer.text), plain(answer.by), answer.at.slice(0, 16).replace('T', ' '))}`,
            width,
          ),
        ]),
    ...notice.slice(0, 3).map((line) => fit(`  ${line}`, width)),
    '',
    colors.muted(fit(words.commands, width)),
  ];
};
