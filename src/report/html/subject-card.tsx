import type { Subject } from '../../model/assessment.ts';
import { plain } from '../plain.ts';
import { words } from '../words.ts';
import { Both, RESULT_CLASS, Verdict } from './bilingual.tsx';
import { both } from './both.ts';
import { FindingRows } from './finding-rows.tsx';
import type { PageFacts } from './page-facts.ts';
import { pageWords } from './page-words.ts';
import { PrintMark } from './print-mark.tsx';
import { SheetHead } from './sheet-head.tsx';
import { Signatures } from './signatures.tsx';
import { nameOf } from './subject-title.ts';

const SIGNED = {
  street: [pageWords.inspector, pageWords.streetHead, pageWords.reviewedBy, pageWords.headOfOffice, pageWords.signedOn],
  district: [pageWords.preparedBy, pageWords.reviewedBy, pageWords.headOfOffice, pageWords.signedOn],
} as const;

/** One subject with all its findings: on the screen a card, on paper the form that is signed and filed. */
export const SubjectCard = ({
  subject,
  id,
  facts,
}: {
  readonly subject: Subject;
  readonly id: string;
  readonly facts: PageFacts;
}) => {
  const { scope, verdict, verdictWithoutVetoes: without } = subject;
  return (
    <article id={id} data-s={id} class={`card ${RESULT_CLASS[verdict]}`} aria-labelledby={`${id}-name`}>
      <SheetHead facts={facts} title={scope === 'street' ? pageWords.card : pageWords.districtCard} />
      <h3 id={`${id}-name`}>
        <Both of={nameOf(subject)} /> <small>{plain(subject.code ?? '')}</small>{' '}
        <span class={RESULT_CLASS[verdict]}>
          <Verdict of={verdict} />
        </span>
      </h3>
      {without !== verdict && (
        <p class="aside">
          <Both
            of={{
              zh: words.zh.withoutVetoes(words.zh.results[without]),
              en: words.en.withoutVetoes(words.en.results[without]),
            }}
          />
        </p>
      )}
      {scope === 'district' && (
        <p class="aside">
          <Both of={both(({ doesNotDecide }) => doesNotDecide)} />
        </p>
      )}
      <table>
        <thead>
          <tr>
            {[pageWords.rule, pageWords.required, pageWords.actual, pageWords.finding].map((heading) => (
              <th key={heading.en} scope="col">
                <Both of={heading} />
              </th>
            ))}
          </tr>
        </thead>
        {subject.findings.map((finding) => (
          <FindingRows key={finding.rule} finding={finding} facts={facts} />
        ))}
      </table>
      <Signatures of={SIGNED[scope]} />
      <div class="paper">
        <PrintMark facts={facts} />
      </div>
    </article>
  );
};
