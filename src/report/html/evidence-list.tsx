import type { Finding, Witness } from '../../model/assessment.ts';
import { spotText } from '../../model/place.ts';
import { omittedOf, type WitnessList, witnessCell, witnessUnit } from '../finding-teller.ts';
import { words } from '../words.ts';
import { Both, both } from './bilingual.tsx';
import type { PageFacts } from './page-facts.ts';
import { pageWords } from './page-words.ts';

const TITLES = { failing: pageWords.unitsFailing, unknown: pageWords.unitsUnknown } as const;

const COLON = both(({ colon }) => colon);

/** A heading and a text of the file stand once; the style sheet writes the colon of the language between them. */
const Cell = ({
  witness,
  which,
  facts: { headingOf },
}: {
  readonly witness: Witness;
  readonly which: WitnessList;
  readonly facts: PageFacts;
}) => {
  const zh = witnessCell(witness, which, words.zh, (field) => headingOf(field).zh);
  const en = witnessCell(witness, which, words.en, (field) => headingOf(field).en);
  const at = zh.indexOf(COLON.zh);
  if (at === -1 || zh.slice(0, at) + COLON.en + zh.slice(at + COLON.zh.length) !== en) return <Both of={{ zh, en }} />;
  return (
    <>
      <b>{zh.slice(0, at)}</b> {zh.slice(at + COLON.zh.length)}
    </>
  );
};

const Entry = ({
  witness,
  which,
  facts,
  isUnderPath,
}: {
  readonly witness: Witness;
  readonly which: WitnessList;
  readonly facts: PageFacts;
  readonly isUnderPath: boolean;
}) => (
  <li>
    {witnessUnit(witness)}{' '}
    <q>
      <Cell witness={witness} which={which} facts={facts} />
    </q>{' '}
    {witness.place === null ? (
      <Both of={both(({ noPlace }) => noPlace)} />
    ) : (
      <code>{isUnderPath ? spotText(witness.place) : facts.placeText(witness.place)}</code>
    )}
  </li>
);

/** The path under which all that are listed stand, which is then said once; null where there are several or one entry. */
const commonPath = (listed: readonly Witness[]): string | null => {
  const [first, ...others] = listed;
  const path = first?.place?.path;
  return path !== undefined && others.length > 0 && others.every(({ place }) => place?.path === path) ? path : null;
};

const Entries = ({
  finding,
  which,
  facts,
  isPooled,
}: {
  readonly finding: Finding;
  readonly which: WitnessList;
  readonly facts: PageFacts;
  readonly isPooled: boolean;
}) => {
  const { [which]: listed, omitted } = finding.witnesses;
  const count = listed.length + omitted[which];
  if (count === 0) return null;
  const path = commonPath(listed);
  const list = (
    <ul class={path === null ? undefined : 'spots'}>
      {listed.map((witness, index) => (
        <Entry key={index} witness={witness} which={which} facts={facts} isUnderPath={path !== null} />
      ))}
      {omitted[which] > 0 && (
        <li>
          <span class="screen">
            <Both of={pageWords.moreUnits(omitted[which])} />
          </span>
          <span class="paper">
            <Both of={pageWords.moreUnitsOnPaper(omitted[which])} />
          </span>
        </li>
      )}
    </ul>
  );
  const title = (
    <>
      <Both of={TITLES[which](count)} />
      {path !== null && (
        <>
          {' '}
          <code>{facts.pathText(path)}</code>
        </>
      )}
    </>
  );
  return isPooled || finding.result === 'pass' || finding.result === 'not-applicable' ? (
    <details class={isPooled ? 'brief' : undefined}>
      <summary>
        {title}
        {isPooled && <Both of={pageWords.underSubjects(facts.nouns.judged)} />}
      </summary>
      {list}
    </details>
  ) : (
    <div class="units">
      <p>{title}</p>
      {list}
    </div>
  );
};

export const hasEvidence = (finding: Finding): boolean =>
  finding.witnesses.failing.length + finding.witnesses.unknown.length + omittedOf(finding) > 0;

/**
 * The records behind a finding, with their places; those of a pass are folded away on the screen. Those pooled from
 * subjects that are all on the page stay folded on paper too: each stands in its subject's form.
 */
export const EvidenceList = (of: {
  readonly finding: Finding;
  readonly facts: PageFacts;
  readonly isPooled: boolean;
}) => (
  <>
    <Entries {...of} which="failing" />
    <Entries {...of} which="unknown" />
  </>
);
