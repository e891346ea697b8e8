import type { Rule } from '../../model/ruleset.ts';
import { Both } from './bilingual.tsx';
import { both } from './both.ts';
import { FilterBar } from './filter-bar.tsx';
import { markup } from './markup.ts';
import { OnlyStreetsNote } from './only-streets-note.tsx';
import type { PackedTexts } from './packed-texts.ts';
import { type PageFacts, plainText } from './page-facts.ts';
import { pageWords } from './page-words.ts';
import { PrintMark } from './print-mark.tsx';
import { Signatures } from './signatures.tsx';

const SIGNED = [pageWords.preparedBy, pageWords.reviewedBy, pageWords.headOfOffice, pageWords.signedOn];

const Head = ({ rules }: { readonly rules: readonly Rule[] }) => (
  <thead>
    <tr>
      <th scope="col">
        <Both of={both(({ subject }) => subject)} />
      </th>
      <th scope="col">
        <Both of={both(({ verdict }) => verdict)} />
      </th>
      {rules.map(({ id, short }) => (
        <th key={id} scope="col">
          <Both of={plainText(short)} />
        </th>
      ))}
    </tr>
  </thead>
);

/** Streets × rules, row by row: on the screen filtered and sorted, on paper the form of the district. */
export function* summaryTable(facts: PageFacts, streets: PackedTexts, districts: PackedTexts): Iterable<string> {
  const { rules, context } = facts;
  yield '<section id="summary" aria-labelledby="summary-title">\n';
  yield markup(
    <h2 id="summary-title">
      <Both of={pageWords.summary} />
    </h2>,
  );
  yield markup(<OnlyStreetsNote facts={facts} onPaper />);
  yield markup(
    <p id="summary-hint" class="hint screen">
      <Both of={pageWords.summaryHint} />
    </p>,
  );
  yield markup(<FilterBar rules={rules} language={context.language} />);
  yield markup(
    <p id="filtered" class="paper" hidden>
      <Both of={pageWords.printed} />
    </p>,
  );
  yield markup(
    <p class="hint scrolls" aria-hidden="true">
      <Both of={pageWords.scrolls} />
    </p>,
  );
  yield '\n<section class="scroll" tabindex="0" aria-labelledby="summary-hint"><table id="grid">\n';
  yield markup(<Head rules={rules} />);
  yield '\n<tbody id="streets">\n';
  for (const row of streets) yield `${row}\n`;
  yield '</tbody><tbody id="districts">\n';
  for (const row of districts) yield `${row}\n`;
  yield '</tbody></table></section>\n';
  yield markup(
    <p class="note">
      <Both of={pageWords.legend} />
      <br />
      <Both of={both(({ pooled }) => pooled)} />
    </p>,
  );
  yield markup(
    <div class="paper foot">
      <Signatures of={SIGNED} />
      <PrintMark facts={facts} />
    </div>,
  );
  yield '\n</section>\n';
}
