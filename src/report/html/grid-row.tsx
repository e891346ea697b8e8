import type { Finding, Subject } from '../../model/assessment.ts';
import type { Rule } from '../../model/ruleset.ts';
import { plain } from '../plain.ts';
import { MARKS } from '../words.ts';
import { Both, bothOf, nameOf, RESULT_CLASS, resultText, Verdict } from './bilingual.tsx';
import type { PageFacts } from './page-facts.ts';
import { pageWords } from './page-words.ts';
import { countText, partialCount, percentText, shareFigures } from './share-figures.ts';

const Figures = ({ finding }: { readonly finding: Finding }) => {
  if (finding.kind === 'veto' || finding.reason === 'rule.not-in-force') return null;
  const figures = shareFigures(finding);
  if (figures === null) return <> {partialCount(finding)}</>;
  return (
    <>
      {' '}
      {countText(figures)} <small>{percentText(figures)}</small>
    </>
  );
};

/** The share by which a column is sorted: that of the worst case. */
const sortKey = (finding: Finding): string | undefined =>
  finding.kind === 'share' ? shareFigures(finding)?.least : undefined;

/** One field of the grid: mark and figures; the word of whatever is no pass for those who do not see the mark. */
const GridCell = ({ finding }: { readonly finding: Finding | undefined }) => {
  if (finding === undefined)
    return (
      <td>
        <span class="h">
          <Both of={pageWords.notAsked} />
        </span>
      </td>
    );
  return (
    <td class={RESULT_CLASS[finding.result]} data-k={sortKey(finding)}>
      {MARKS[finding.result]}
      {finding.obligation === 'advisory' && '*'}
      {finding.result !== 'pass' && (
        <span class="h">
          <Both of={resultText(finding.result)} />
        </span>
      )}
      <Figures finding={finding} />
    </td>
  );
};

/** A letter per rule, for the filter: that of the result, `-` where it is not asked. */
const letters = (findings: readonly (Finding | undefined)[]): string =>
  findings.map((finding) => (finding === undefined ? '-' : RESULT_CLASS[finding.result])).join('');

/** A subject, or what lies around it, in the summary table; `id` is that of its card. */
export const GridRow = ({
  subject,
  id,
  hasCard,
  rules,
  words,
}: {
  readonly subject: Subject;
  readonly id: string;
  readonly hasCard: boolean;
  readonly rules: readonly Rule[];
  readonly words: PageFacts['words'];
}) => {
  const byRule = new Map(subject.findings.map((finding) => [finding.rule, finding]));
  const findings = rules.map((rule) => byRule.get(rule.id));
  const letter = RESULT_CLASS[subject.verdict];
  return (
    <tr data-s={id} data-v={letter} data-r={letters(findings)}>
      <th scope="row">
        {hasCard ? (
          <a href={`#${id}`}>
            <Both of={nameOf(subject, words)} />
          </a>
        ) : (
          <Both of={nameOf(subject, words)} />
        )}{' '}
        <small>
          {subject.scope === words.en.level ? (
            plain(subject.code ?? '')
          ) : (
            <Both of={bothOf(words, (text) => text.pooledRow(subject.scope))} />
          )}
        </small>
      </th>
      <td class={letter}>
        <Verdict of={subject.verdict} />
      </td>
      {findings.map((finding, index) => (
        <GridCell key={rules[index]!.id} finding={finding} />
      ))}
    </tr>
  );
};
