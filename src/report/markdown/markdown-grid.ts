import type { Assessment } from '../../model/assessment.ts';
import { gridRow } from '../grid-row.ts';
import { MARKS } from '../marks.ts';
import type { ReportContext } from '../reporter.ts';
import { words } from '../words.ts';
import { md } from './markdown-text.ts';

const tableRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The answer at one glance: a row per subject, a column per rule that streets are judged by. */
export function* markdownGrid(assessment: Assessment, { language }: ReportContext): Iterable<string> {
  const text = words[language];
  const rules = (assessment.ruleset?.rules ?? []).filter(({ scopes }) => scopes.includes('street'));
  const headings = [text.subject, text.verdict, ...rules.map(({ short }) => short[language])];
  yield tableRow(headings.map(md));
  yield tableRow(headings.map(() => '---'));
  for (const subject of assessment.subjects()) {
    const { name, verdict, cells } = gridRow(subject, rules, text);
    yield tableRow([
      md(name.join(' ')),
      `${MARKS[verdict]} ${text.results[verdict]}`,
      ...cells.map(({ cell }) => md(cell.roomy.join(' '))),
    ]);
  }
}
