import type { VNode } from 'preact';
import type { Finding } from '../../model/assessment.ts';
import type { Scope } from '../../model/ruleset.ts';
import type { Text } from '../../model/text.ts';
import { figuresKey } from '../figures-key.ts';
import { Both } from './bilingual.tsx';
import { hasEveryCard } from './detail.ts';
import { FindingRows } from './finding-rows.tsx';
import type { PageFacts } from './page-facts.ts';
import { pageWords } from './page-words.ts';
import { PrintMark } from './print-mark.tsx';
import { ready } from './ready.ts';
import { SheetHead } from './sheet-head.tsx';
import { Signatures } from './signatures.tsx';

const TITLES = { street: pageWords.card, district: pageWords.districtCard } as const;
const SIGNED = {
  street: [pageWords.inspector, pageWords.streetHead, pageWords.reviewedBy, pageWords.headOfOffice, pageWords.signedOn],
  district: [pageWords.preparedBy, pageWords.reviewedBy, pageWords.headOfOffice, pageWords.signedOn],
} as const satisfies Record<Scope, readonly Text[]>;

const NOTICE_SIGNED = [pageWords.issuedBy, pageWords.signedOn, pageWords.receivedBy, pageWords.signedOn];

const REMEMBERED = 512;

/** What the cards of a page have in common, rendered once: a page may have 100,000. */
export interface CardParts {
  readonly head: Readonly<Record<Scope, () => VNode>>;
  readonly columns: () => VNode;
  readonly signatures: Readonly<Record<Scope, () => VNode>>;
  readonly noticeSignatures: () => VNode;
  readonly mark: () => VNode;
  /** The rows of a finding; those without witnesses, most of a large register, are remembered. */
  readonly rows: Readonly<Record<Scope, (finding: Finding) => VNode>>;
}

const bothScopes = (of: (scope: Scope) => VNode) => ({ street: ready(of('street')), district: ready(of('district')) });

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
