import type { Text } from '../../model/text.ts';
import { Both } from './bilingual.tsx';
import { OnlyStreetsNote } from './only-streets-note.tsx';
import type { PageFacts } from './page-facts.ts';
import { pageWords } from './page-words.ts';

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
    <OnlyStreetsNote facts={facts} />
  </div>
);
