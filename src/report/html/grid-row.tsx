import type { Finding, Subject } from '../../model/assessment.ts';
import type { Rule } from '../../model/ruleset.ts';
import { plain } from '../plain.ts';
import { Both, RESULT_CLASS, Verdict } from './bilingual.tsx';
import { both } from './both.ts';
import { GridCell } from './grid-cell.tsx';
import { nameOf } from './subject-title.ts';

/** A letter per rule, for the filter: that of the result, `-` where it is not asked. */
const letters = (findings: readonly (Finding | undefined)[]): string =>
  findings.map((finding) => (finding === undefined ? '-' : RESULT_CLASS[finding.result])).join('');

/** A street or a district in the summary table; `id` is that of its card. */
export const GridRow = ({
  subject,
  id,
  hasCard,
  rules,
}: {
  readonly subject: Subject;
  readonly id: string;
  readonly hasCard: boolean;
  readonly rules: readonly Rule[];
}) => {
  const byRule = new Map(subject.findings.map((finding) => [finding.rule, finding]));
  const findings = rules.map((rule) => byRule.get(rule.id));
  const letter = RESULT_CLASS[subject.verdict];
  return (
    <tr data-s={id} data-v={letter} data-r={letters(findings)}>
      <th scope="row">
        {hasCard ? (
          <a href={`#${id}`}>
            <Both of={nameOf(subject)} />
          </a>
        ) : (
          <Both of={nameOf(subject)} />
        )}{' '}
        <small>
          {subject.scope === 'district' ? <Both of={both((text) => text.districtRow)} /> : plain(subject.code ?? '')}
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
