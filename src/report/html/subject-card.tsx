import type { VNode } from 'preact';
import type { Finding, Subject } from '../../model/assessment.ts';
import type { Scope } from '../../model/ruleset.ts';
import type { Text } from '../../model/text.ts';
import { byWeight } from '../by-weight.ts';
import { figuresKey } from '../finding-teller.ts';
import type { Noun } from '../nouns.ts';
import { plain } from '../plain.ts';
import { words } from '../words.ts';
import { Both, bothOf, nameOf, RESULT_CLASS, Verdict } from './bilingual.tsx';
import { hasEveryCard } from './detail.ts';
import { FindingRows } from './finding-rows.tsx';
import { ready } from './markup.ts';
import type { PageFacts } from './page-facts.ts';
import { pageWords } from './page-words.ts';
import { PrintMark, SheetHead, Signatures } from './sheet.tsx';

const signedBy = (judged: Noun | null): readonly Text[] => [
  ...(judged === null ? [pageWords.preparedBy] : [pageWords.inspector, pageWords.head(judged)]),
  ...[pageWords.reviewedBy, pageWords.headOfOffice, pageWords.signedOn],
];
const NOTICE_SIGNED = [pageWords.issuedBy, pageWords.signedOn, pageWords.receivedBy, pageWords.signedOn];

const REMEMBERED = 512;

/** What the cards of a page have in common, rendered once: a page may have 100,000. */
export interface CardParts {
  readonly words: PageFacts['words'];
  readonly head: (scope: Scope) => VNode;
  readonly columns: () => VNode;
  readonly signatures: (scope: Scope) => VNode;
  readonly noticeSignatures: () => VNode;
  readonly mark: () => VNode;
  /** The rows of a finding; those without witnesses, most of a large register, are remembered. */
  readonly rows: (scope: Scope) => (finding: Finding) => VNode;
}

/** Rendered once for each scope. */
const byScope = (of: (scope: Scope) => VNode): ((scope: Scope) => VNode) => {
  const known = new Map<Scope, () => VNode>();
  return (scope) => {
    const rendered = known.get(scope) ?? ready(of(scope));
    known.set(scope, rendered);
    return rendered();
  };
};

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
  const { nouns } = facts;
  const [ofSubject, pooled] = [rowsOf(false), rowsOf(hasEveryCard(facts.assessment))];
  return {
    words: facts.words,
    head: byScope((scope) => (
      <SheetHead
        facts={facts}
        title={scope === nouns.level ? pageWords.card(nouns.judged) : pageWords.pooledCard(nouns.of(scope))}
      />
    )),
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
    signatures: byScope((scope) => <Signatures of={signedBy(scope === nouns.level ? nouns.judged : null)} />),
    noticeSignatures: ready(<Signatures of={NOTICE_SIGNED} />),
    mark: ready(<PrintMark facts={facts} />),
    rows: (scope) => (scope === nouns.level ? ofSubject : pooled),
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
  const { scope, verdict, verdictWithoutVetoes: without } = subject;
  return (
    <article id={id} data-s={id} class={`card ${RESULT_CLASS[verdict]}`} aria-labelledby={`${id}-name`}>
      {parts.head(scope)}
      <h3 id={`${id}-name`}>
        <Both of={nameOf(subject, parts.words)} /> {subject.name && <small>{plain(subject.code ?? '')}</small>}{' '}
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
      {scope !== parts.words.en.level && (
        <p class="aside">
          <Both of={bothOf(parts.words, ({ doesNotDecide }) => doesNotDecide(scope))} />
        </p>
      )}
      <table>
        {parts.columns()}
        {byWeight(subject.findings).map(parts.rows(scope))}
      </table>
      <div class="paper foot">
        {parts.signatures(scope)}
        {parts.mark()}
      </div>
    </article>
  );
};
