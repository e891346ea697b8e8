import { RESULTS } from '../../model/assessment.ts';
import type { Text } from '../../model/text.ts';
import { Both, both, bothOf, RESULT_CLASS, Verdict } from './bilingual.tsx';
import { markup, type PackedTexts } from './markup.ts';
import { type PageFacts, plainText } from './page-facts.ts';
import { pageWords } from './page-words.ts';
import { OnlySubjectsNote, PrintMark, Signatures } from './sheet.tsx';

/** An option holds one language at a time; the script changes it with the page's. */
const Choice = ({
  value,
  of: { zh, en },
  shown,
}: {
  readonly value: string;
  readonly of: Text;
  readonly shown: string;
}) => (
  <option value={value} data-zh={zh} data-en={en}>
    {shown}
  </option>
);

/** Which subjects are shown: by their verdict or by their finding of one rule, and by name. The script's alone. */
const FilterBar = ({ rules, nouns: { judged }, context: { language } }: PageFacts) => (
  <form id="filter" class="screen" data-script hidden aria-labelledby="filter-title">
    <h3 id="filter-title" class="h">
      <Both of={pageWords.filter} />
    </h3>
    <label>
      <Both of={pageWords.search(judged)} /> <input id="search" type="search" autocomplete="off" spellcheck={false} />
    </label>
    <label>
      <Both of={pageWords.filterBy} />{' '}
      <select id="by">
        <Choice value="v" of={pageWords.overall} shown={pageWords.overall[language]} />
        {rules.map(({ id, short }, index) => (
          <Choice key={id} value={String(index)} of={plainText(short)} shown={plainText(short)[language]} />
        ))}
      </select>
    </label>
    <fieldset>
      <legend class="h">
        <Both of={pageWords.show} />
      </legend>
      {RESULTS.map((result) => (
        <label key={result} class={RESULT_CLASS[result]}>
          <input type="checkbox" name="result" value={RESULT_CLASS[result]} checked /> <Verdict of={result} />
        </label>
      ))}
    </fieldset>
    <button type="reset">
      <Both of={pageWords.reset} />
    </button>
    <p id="shown" role="status" data-zh={pageWords.shown(judged).zh} data-en={pageWords.shown(judged).en} />
  </form>
);

const SIGNED = [pageWords.preparedBy, pageWords.reviewedBy, pageWords.headOfOffice, pageWords.signedOn];

const Head = ({ rules, words }: PageFacts) => (
  <thead>
    <tr>
      <th scope="col">
        <Both of={bothOf(words, ({ subject }) => subject)} />
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

/** Subjects × rules, row by row: on the screen filtered and sorted, on paper the form of all. */
export function* summaryTable(facts: PageFacts, judged: PackedTexts, pooled: PackedTexts): Iterable<string> {
  yield '<section id="summary" aria-labelledby="summary-title">\n';
  yield markup(
    <h2 id="summary-title">
      <Both of={pageWords.summary} />
    </h2>,
  );
  yield markup(<OnlySubjectsNote facts={facts} onPaper />);
  yield markup(
    <p id="summary-hint" class="hint screen">
      <Both of={pageWords.summaryHint(facts.nouns.judged)} />
    </p>,
  );
  yield markup(<FilterBar {...facts} />);
  yield markup(
    <p id="filtered" class="paper" hidden>
      <Both of={pageWords.printed(facts.nouns.judged)} />
    </p>,
  );
  yield markup(
    <p class="hint scrolls" aria-hidden="true">
      <Both of={pageWords.scrolls} />
    </p>,
  );
  yield '\n<section class="scroll" tabindex="0" aria-labelledby="summary-hint"><table id="grid">\n';
  yield markup(<Head {...facts} />);
  yield '\n<tbody id="judged">\n';
  for (const row of judged) yield `${row}\n`;
  yield '</tbody><tbody id="pooled">\n';
  for (const row of pooled) yield `${row}\n`;
  yield '</tbody></table></section>\n';
  yield markup(
    <p class="note">
      <Both of={pageWords.legend} />
      <br />
      <Both of={bothOf(facts.words, ({ pooled }) => pooled.join(' '))} />
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
