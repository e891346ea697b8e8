import type { Subject } from '../../model/assessment.ts';
import { byWeight } from '../by-weight.ts';
import { plain } from '../plain.ts';
import { words } from '../words.ts';
import { Both, RESULT_CLASS, Verdict } from './bilingual.tsx';
import { both } from './both.ts';
import type { CardParts } from './card-parts.tsx';
import { nameOf } from './subject-title.ts';

/** One subject with all its findings: on the screen a card, on paper the form that is signed and filed. */
export const SubjectCard = ({
  subject,
  id,
  parts,
}: {
  readonly subject: Subject;
  readonly id: string;
  readonly parts: CardParts;
}) => {
  const { scope, verdict, verdictWithoutVetoes: without } = subject;
  return (
    <article id={id} data-s={id} class={`card ${RESULT_CLASS[verdict]}`} aria-labelledby={`${id}-name`}>
      {parts.head[scope]()}
      <h3 id={`${id}-name`}>
        <Both of={nameOf(subject)} /> {subject.name && <small>{plain(subject.code ?? '')}</small>}{' '}
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
        {parts.columns()}
        {byWeight(subject.findings).map(parts.rows[scope])}
      </table>
      <div class="paper foot">
        {parts.signatures[scope]()}
        {parts.mark()}
      </div>
    </article>
  );
};
