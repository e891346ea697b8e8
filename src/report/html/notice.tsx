import type { Finding, Subject } from '../../model/assessment.ts';
import type { Text } from '../../model/text.ts';
import { byWeight } from '../by-weight.ts';
import { isDecisive, type WitnessList, witnessUnit } from '../finding-teller.ts';
import { NAMED } from '../reasons.ts';
import { Both, nameOf } from './bilingual.tsx';
import type { PageFacts } from './page-facts.ts';
import { pageWords } from './page-words.ts';
import { OnlySubjectsNote } from './sheet.tsx';
import type { CardParts } from './subject-card.tsx';

/** The units concerned, where they are more than the reason names; they stand once, so between signs of no language. */
const unitsOf = ({ witnesses }: Finding, which: WitnessList): string[] | null => {
  const names = witnesses[which].map(witnessUnit).filter((unit) => unit !== '');
  return names.length + witnesses.omitted[which] <= NAMED ? null : names;
};

const Matter = ({ finding, facts }: { readonly finding: Finding; readonly facts: PageFacts }) => {
  const which = finding.result === 'fail' ? 'failing' : 'unknown';
  const omitted = finding.witnesses.omitted[which];
  const isListed = finding.kind === 'share' && finding.source === 'register';
  const names = isListed ? unitsOf(finding, which) : null;
  const remedy = facts.remedyOf(finding);
  return (
    <>
      <p>
        <Both of={names === null ? facts.reasonOf(finding) : facts.figuresOf(finding)} />
      </p>
      {names !== null && (
        <p>
          <Both of={pageWords.affected} />
          {names.join(' · ')}
          {omitted > 0 && (
            <>
              <br />
              <Both of={pageWords.moreUnitsOnPaper(omitted)} />
            </>
          )}
        </p>
      )}
      {remedy !== null && (
        <p>
          <Both of={remedy} />
        </p>
      )}
    </>
  );
};

const Items = ({
  title,
  findings,
  first,
  facts,
}: {
  /** Null where there is one group alone, which the column names. */
  readonly title: Text | null;
  readonly findings: readonly Finding[];
  readonly first: number;
  readonly facts: PageFacts;
}) => (
  <tbody>
    {title !== null && (
      <tr class="group">
        <th colSpan={4} scope="rowgroup">
          <Both of={title} />
        </th>
      </tr>
    )}
    {findings.map((finding, index) => (
      <tr key={finding.rule}>
        <td>{first + index}</td>
        <td>
          <Matter finding={finding} facts={facts} />
        </td>
        <td>
          <Both of={facts.clauseOf(finding)} />
        </td>
        <td class="blank">
          <Both of={pageWords.date} />
        </td>
      </tr>
    ))}
  </tbody>
);

/** A draft of the notice to a failing subject: what to mend, under which clause; deadlines are left blank. */
export const Notice = ({
  subject,
  id,
  facts,
  parts,
}: {
  readonly subject: Subject;
  readonly id: string;
  readonly facts: PageFacts;
  readonly parts: CardParts;
}) => {
  const { assessment, source, scheme } = facts;
  const decisive = byWeight(subject.findings).filter((finding) => isDecisive(subject, finding, facts.nouns.level));
  const mend = decisive.filter(({ result }) => result === 'fail');
  const supply = decisive.filter(({ result }) => result === 'unknown');
  const isMixed = supply.length > 0;
  const headings = isMixed
    ? [pageWords.item, pageWords.matter, pageWords.basis, pageWords.dueDate]
    : [pageWords.item, pageWords.toMend, pageWords.basis, pageWords.deadline];
  const name = nameOf(subject, facts.words);
  const addressee = { zh: pageWords.addressee(name.zh).zh, en: pageWords.addressee(name.en).en };
  return (
    <article class="notice" data-s={id} aria-labelledby={`${id}-notice`}>
      <h4 id={`${id}-notice`}>
        <Both of={pageWords.notice} />
        <span class="draft">
          <Both of={{ zh: `（${pageWords.draft.zh}）`, en: ` (${pageWords.draft.en})` }} />
        </span>
      </h4>
      <OnlySubjectsNote facts={facts} onPaper />
      <p class="number">
        <Both of={pageWords.noticeNumber} /> ____________
      </p>
      <p>
        <Both of={addressee} />
      </p>
      <p class="body">
        <Both of={pageWords.noticeText(assessment.year, source, scheme, isMixed, facts.nouns.judged)} />
      </p>
      <table>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading.en} scope="col">
                <Both of={heading} />
              </th>
            ))}
          </tr>
        </thead>
        <Items title={isMixed ? pageWords.toMend : null} findings={mend} first={1} facts={facts} />
        {isMixed && <Items title={pageWords.toSupply} findings={supply} first={mend.length + 1} facts={facts} />}
      </table>
      <p class="note">
        <Both of={pageWords.draftNote} />
      </p>
      <div class="paper foot">
        {parts.noticeSignatures()}
        {parts.mark()}
      </div>
    </article>
  );
};
