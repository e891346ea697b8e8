import type { Text } from '../../model/text.ts';
import { onlySubjects } from '../headline.ts';
import { plain } from '../plain.ts';
import { reportWords } from '../words.ts';
import { Both } from './bilingual.tsx';
import { shortPrint } from './digest.ts';
import type { PageFacts } from './page-facts.ts';
import { pageWords } from './page-words.ts';

/** Where some are asked for, that the others are left out: beside the answer, and on every form, which is filed alone. */
export const OnlySubjectsNote = ({
  facts: { assessment },
  onPaper = false,
}: {
  readonly facts: Pick<PageFacts, 'assessment'>;
  readonly onPaper?: boolean;
}) => {
  const words = reportWords(assessment.ruleset);
  const zh = onlySubjects(assessment, words.zh);
  const en = onlySubjects(assessment, words.en);
  if (zh === null || en === null) return null;
  const text: Text = { zh: `${zh}。`, en: `${en}.` };
  return (
    <p class={onPaper ? 'only paper' : 'only'}>
      <Both of={text} />
    </p>
  );
};

/** The title of a printed form: what it is, of which scheme and year. */
export const SheetHead = ({
  facts,
  facts: { assessment, scheme, source },
  title,
}: {
  readonly facts: PageFacts;
  readonly title: Text;
}) => (
  <div class="sheet-head paper">
    <p class="sheet-title">
      <Both of={title} />
    </p>
    <p>
      <Both of={scheme} />
      {source !== '' && ` · ${source}`}
      {assessment.year !== null && (
        <>
          {' · '}
          <Both of={pageWords.year(assessment.year)} />
        </>
      )}
    </p>
    <OnlySubjectsNote facts={facts} />
  </div>
);

/** Lines to be signed by hand, on paper only. */
export const Signatures = ({ of }: { readonly of: readonly Text[] }) => (
  <ul class="sign">
    {of.map((line) => (
      <li key={`${line.en}${of.indexOf(line)}`}>
        <Both of={{ zh: `${line.zh}：`, en: `${line.en}:` }} />
      </li>
    ))}
  </ul>
);

/** At the foot of every sheet: which report and which data it belongs to, and what judged. */
export const PrintMark = ({ facts: { assessment, context, fingerprints } }: { readonly facts: PageFacts }) => (
  <p class="mark">
    <Both of={pageWords.reportPrint} /> <code>{shortPrint(fingerprints.report)}</code>
    {fingerprints.inputs !== null && (
      <>
        {' · '}
        <Both of={pageWords.inputsPrint} /> <code>{shortPrint(fingerprints.inputs)}</code>
      </>
    )}
    {assessment.ruleset !== null && ` · ${plain(assessment.ruleset.id)} ${plain(assessment.ruleset.version)}`}
    {` · streetcheck ${plain(context.tool)}`}
  </p>
);
