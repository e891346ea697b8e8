import { Both } from './bilingual.tsx';
import type { PageFacts } from './page-facts.ts';
import { pageWords } from './page-words.ts';

/** Scheme, year, source; the buttons are the script's, which shows them. */
export const Masthead = ({ facts: { assessment, scheme, source } }: { readonly facts: PageFacts }) => (
  <header>
    <div>
      <h1>
        <Both of={scheme} />
        {assessment.year !== null && (
          <>
            {' '}
            <span class="year">
              <Both of={pageWords.year(assessment.year)} />
            </span>
          </>
        )}
      </h1>
      <p class="source">
        <Both of={assessment.command === 'validate' ? pageWords.validation : pageWords.results} />
        {source !== '' && ` · ${source}`}
      </p>
    </div>
    <div class="tools screen" data-script hidden>
      <button type="button" id="language">
        <span lang="zh">
          <span lang="en-GB">English</span>
        </span>
        <span lang="en">
          <span lang="zh-CN">中文</span>
        </span>
      </button>
      <button type="button" id="print">
        <Both of={pageWords.print} />
      </button>
    </div>
  </header>
);
