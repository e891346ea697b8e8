import { plain } from '../plain.ts';
import { Both } from './bilingual.tsx';
import { shortPrint } from './fingerprints.ts';
import type { PageFacts } from './page-facts.ts';
import { pageWords } from './page-words.ts';

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
