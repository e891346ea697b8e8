import type { VNode } from 'preact';
import type { Finding, Subject } from '../../model/assessment.ts';
import type { Text } from '../../model/text.ts';
import { byWeight } from '../by-weight.ts';
import { figuresKey } from '../finding-teller.ts';
import { plain } from '../plain.ts';
import { words } from '../words.ts';
import { Both, both, nameOf, RESULT_CLASS, Verdict } from './bilingual.tsx';
import { hasEveryCard } from './detail.ts';
import { FindingRows } from './finding-rows.tsx';
import { ready } from './markup.ts';
import type { PageFacts } from './page-facts.ts';
import { pageWords } from './page-words.ts';
import { PrintMark, SheetHead, Signatures } from './sheet.tsx';

const TITLES = { street: pageWords.card, district: pageWords.districtCard } as const;
const SIGNED = {
  street: [pageWords.inspector, pageWords.streetHead, pageWords.reviewedBy, pageWords.headOfOffice, pageWords.signedOn],
  district: [pageWords.preparedBy, pageWords.reviewedBy, pageWords.headOfOffice, pageWords.signedOn],
} as const satisfies OfScope<readonly Text[]>;

const NOTICE_SIGNED = [pageWords.issuedBy, pageWords.signedOn, pageWords.receivedBy, pageWords.signedOn];

const REMEMBERED = 512;

/** What the cards of a page have in common, rendered once: a page may have 100,000. */
interface OfScope<T> {
  readonly street: T;
  readonly district: T;
}

export interface CardParts {
  readonly head: OfScope<() => VNode>;
  readonly columns: () => VNode;
  readonly signatures: OfScope<() => VNode>;
  readonly noticeSignatures: () => VNode;
  readonly mark: () => VNode;
  /** The rows of a finding; those without witnesses, most of a large register, are remembered. */
  readonly rows: OfScope<(finding: Finding) => VNode>;
}

const bothScopes = (of: (scope: keyof OfScope<unknown>) => VNode) => ({
  street: ready(of('street')),
  district: ready(of('district')),
});

export const cardParts = (facts: PageFacts): CardParts => {
  const known = new Map<string, () => VNode>();
  const rowsOf = (isPooled: boolean) => (finding: Finding) => {
    const key = figuresKey(finding);
    const rows = <FindingRows key={finding.rule} finding={finding} facts={facts} isPooled={isPooled} />;
    if (key === null) return rows;
    const rendered = known.get(key) ?? ready(rows);
    if (known.size < REMEMBERED) known.set(key, rendered);
    return rendered();
  };
  return {
    head: bothScopes((scope) => <SheetHead facts={facts} title={TITLES[scope]} />),
    columns: ready(
      <thead>
        <tr>
          {[pageWords.rule, pageWords.required, pageWords.actual, pageWords.finding].map((heading) => (
            <th key={heading.en} scope="col">
              <Both of={heading} />
            </th>
          ))}
        </tr>
      </thead>,
    ),
    signatures: bothScopes((scope) => <Signatures of={SIGNED[scope]} />),
    noticeSignatures: ready(<Signatures of={NOTICE_SIGNED} />),
    mark: ready(<PrintMark facts={facts} />),
    rows: { street: rowsOf(false), district: rowsOf(hasEveryCard(facts.assessment)) },
  };
};

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
  const { verdict, verdictWithoutVetoes: without } = subject;
  const scope = subject.scope as keyof OfScope<unknown>;
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
