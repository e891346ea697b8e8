import type { Finding } from '../../model/assessment.ts';
import { MARKS } from '../marks.ts';
import { Both, RESULT_CLASS, resultText } from './bilingual.tsx';
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
export const GridCell = ({ finding }: { readonly finding: Finding | undefined }) => {
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
