import { RESULTS } from '../../model/assessment.ts';
import type { Rule } from '../../model/ruleset.ts';
import type { Text } from '../../model/text.ts';
import { Both, RESULT_CLASS, Verdict } from './bilingual.tsx';
import { plainText } from './page-facts.ts';
import { pageWords } from './page-words.ts';

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

/** Which streets are shown: by their verdict or by their finding of one rule, and by name. The script's alone. */
export const FilterBar = ({ rules, language }: { readonly rules: readonly Rule[]; readonly language: keyof Text }) => (
  <form id="filter" class="screen" data-script hidden aria-labelledby="filter-title">
    <h3 id="filter-title" class="h">
      <Both of={pageWords.filter} />
    </h3>
    <label>
      <Both of={pageWords.search} /> <input id="search" type="search" autocomplete="off" spellcheck={false} />
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
    <p id="shown" role="status" data-zh={pageWords.shown.zh} data-en={pageWords.shown.en} />
  </form>
);
