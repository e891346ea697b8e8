import type { Finding } from '../../model/assessment.ts';
import { isAll } from '../../model/share.ts';
import { Both, both, RESULT_CLASS, Verdict } from './bilingual.tsx';
import { EvidenceList, hasEvidence } from './evidence-list.tsx';
import type { PageFacts } from './page-facts.ts';
import { pageWords } from './page-words.ts';
import { countText, partialCount, percentText, shareFigures } from './share-figures.ts';

/** `≥ 80%` and the count that comes to, `41/51`: figures read the same in both languages. */
const Target = ({ finding }: { readonly finding: Finding }) => {
  if (finding.kind === 'veto') return <Both of={pageWords.veto} />;
  const { atLeast, effectiveTarget, of } = finding;
  return (
    <>
      {isAll(atLeast) ? '100%' : `≥ ${atLeast}%`}
      {effectiveTarget !== null && of !== null && <small>{`${effectiveTarget}/${of}`}</small>}
    </>
  );
};

const Found = ({ finding }: { readonly finding: Finding }) => {
  if (finding.kind === 'veto') return <>—</>;
  const figures = shareFigures(finding);
  if (figures === null) return <>{partialCount(finding) || '—'}</>;
  return (
    <>
      {countText(figures)} <small>{percentText(figures)}</small>
      {figures.best > figures.met && (
        <small>
          <Both of={pageWords.unknownUnits(figures.best - figures.met)} />
        </small>
      )}
    </>
  );
};

interface RowsOf {
  readonly finding: Finding;
  readonly facts: PageFacts;
  /** Of what is pooled, whose units stand on the page under their subjects. */
  readonly isPooled: boolean;
}

const Why = ({ finding, facts, isPooled }: RowsOf) => {
  const remedy = facts.remedyOf(finding);
  return (
    <>
      {finding.result !== 'pass' && (
        <p>
          <Both of={facts.figuresOf(finding)} />
        </p>
      )}
      {remedy !== null && (
        <p class="remedy">
          <Both of={both((text) => text.remedy + text.colon)} />
          <Both of={remedy} />
        </p>
      )}
      <EvidenceList finding={finding} facts={facts} isPooled={isPooled} />
    </>
  );
};

/** One finding: what was asked, what was found, the finding; below it, unless it is a plain pass, why. */
export const FindingRows = ({ finding, facts, isPooled }: RowsOf) => (
  <tbody class={RESULT_CLASS[finding.result]}>
    <tr>
      <th scope="row">
        <Both of={facts.labelOf(finding)} />
        <small>
          <Both of={facts.clauseOf(finding)} />
        </small>
      </th>
      <td>
        <Target finding={finding} />
      </td>
      <td>
        <Found finding={finding} />
      </td>
      <td class={RESULT_CLASS[finding.result]}>
        <Verdict of={finding.result} />
        {finding.obligation === 'advisory' && (
          <small>
            <Both of={pageWords.advisory} />
          </small>
        )}
      </td>
    </tr>
    {(finding.result !== 'pass' || hasEvidence(finding)) && (
      <tr class="why">
        <td colSpan={4}>
          <Why finding={finding} facts={facts} isPooled={isPooled} />
        </td>
      </tr>
    )}
  </tbody>
);
