import { render } from 'preact-render-to-string';
import type { Rule } from '../../model/ruleset.ts';
import { Both } from './bilingual.tsx';
import { both } from './both.ts';
import { FilterBar } from './filter-bar.tsx';
import { type PageFacts, plainText } from './page-facts.ts';
import { pageWords } from './page-words.ts';
import type { PackedTexts } from './packed-texts.ts';
import { PrintMark } from './print-mark.tsx';
import { SheetHead } from './sheet-head.tsx';
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
export function* summaryTable(
  facts: PageFacts,
  streets: PackedTexts,
  districts: PackedTexts,
): Iterable<string> {
  const { rules, context } = facts;
  yield '<section id="summary" aria-labelledby="summary-title">\n';
  yield render(<SheetHead facts={facts} title={pageWords.summary} />);
  yield render(
    <h2 id="summary-title" class="screen">
      <Both of={pageWords.summary} />
    </h2>,
  );
  yield render(
    <p class="hint screen">
      <Both of={pageWords.summaryHint} />
    </p>,
  );
  yield render(<FilterBar rules={rules} language={context.language} />);
  yield render(
    <p id="filtered" class="paper" hidden>
      <Both of={pageWords.printed} />
    </p>,
  );
  yield '\n<div class="scroll" tabindex="0" role="group" aria-labelledby="summary-title"><table id="grid">\n';
  yield render(<Head rules={rules} />);
  yield '\n<tbody id="streets">\n';
  for (const row of streets) yield `${row}\n`;
  yield '</tbody><tbody id="districts">\n';
  for (const row of districts) yield `${row}\n`;
  yield '</tbody></table></div>\n';
  yield render(
    <p class="note">
      <Both of={both(({ legend }) => legend)} />
      <br />
      <Both of={both(({ pooled }) => pooled)} />
    </p>,
  );
  yield render(<Signatures of={SIGNED} />);
  yield render(
    <div class="paper">
      <PrintMark facts={facts} />
    </div>,
  );
  yield '\n</section>\n';
}
