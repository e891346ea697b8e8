import type { Subject } from '../../model/assessment.ts';
import { plain } from '../plain.ts';
import { Both, both, bothOf, nameOf, RESULT_CLASS, Verdict } from './bilingual.tsx';
import { markup, type PackedTexts } from './markup.ts';
import type { PageFacts } from './page-facts.ts';
import { pageWords } from './page-words.ts';
import { OnlySubjectsNote, PrintMark } from './sheet.tsx';

/** A passing subject of a large register: name, code, verdict. */
export const PassingRow = ({
  subject,
  id,
  words,
}: {
  readonly subject: Subject;
  readonly id: string;
  readonly words: PageFacts['words'];
}) => (
  <tr data-s={id} data-v={RESULT_CLASS[subject.verdict]}>
    <th scope="row">
      <Both of={nameOf(subject, words)} />
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
      <Both of={pageWords.passing(facts.nouns.judged)} />
    </h2>,
  );
  yield markup(
    <p class="hint screen">
      <Both of={pageWords.reduced(rows.count, facts.nouns.judged)} />
    </p>,
  );
  yield markup(
    <p class="hint paper">
      <Both of={pageWords.reducedOnPaper(rows.count, facts.nouns.judged)} />
    </p>,
  );
  yield markup(<OnlySubjectsNote facts={facts} onPaper />);
  yield '\n<table class="compact">';
  yield markup(
    <thead>
      <tr>
        {[bothOf(facts.words, ({ subject }) => subject), pageWords.code, both(({ verdict }) => verdict)].map(
          (heading) => (
            <th key={heading.en} scope="col">
              <Both of={heading} />
            </th>
          ),
        )}
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
