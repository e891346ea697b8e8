import type { Subject } from '../../model/assessment.ts';
import { plain } from '../plain.ts';
import { Both, both, nameOf, RESULT_CLASS, Verdict } from './bilingual.tsx';
import { markup, type PackedTexts } from './markup.ts';
import type { PageFacts } from './page-facts.ts';
import { pageWords } from './page-words.ts';
import { OnlyStreetsNote, PrintMark } from './sheet.tsx';

/** A passing street of a large register: name, code, verdict. */
export const PassingRow = ({ subject, id }: { readonly subject: Subject; readonly id: string }) => (
  <tr data-s={id} data-v={RESULT_CLASS[subject.verdict]}>
    <th scope="row">
      <Both of={nameOf(subject)} />
    </th>
    <td>{plain(subject.code ?? '')}</td>
    <td>
      <Verdict of={subject.verdict} />
    </td>
  </tr>
);

export function* passingTable(facts: PageFacts, rows: PackedTexts): Iterable<string> {
  yield '<section id="passing" aria-labelledby="passing-title">\n';
  yield markup(
    <h2 id="passing-title">
      <Both of={pageWords.streetsPassing} />
    </h2>,
  );
  yield markup(
    <p class="hint screen">
      <Both of={pageWords.reduced(rows.count)} />
    </p>,
  );
  yield markup(
    <p class="hint paper">
      <Both of={pageWords.reducedOnPaper(rows.count)} />
    </p>,
  );
  yield markup(<OnlyStreetsNote facts={facts} onPaper />);
  yield '\n<table class="compact">';
  yield markup(
    <thead>
      <tr>
        {[both(({ subject }) => subject), pageWords.code, both(({ verdict }) => verdict)].map((heading) => (
          <th key={heading.en} scope="col">
            <Both of={heading} />
          </th>
        ))}
      </tr>
    </thead>,
  );
  yield '\n<tbody>\n';
  for (const row of rows) yield `${row}\n`;
  yield '</tbody></table>\n';
  yield markup(
    <div class="paper">
      <PrintMark facts={facts} />
    </div>,
  );
  yield '\n</section>\n';
}
