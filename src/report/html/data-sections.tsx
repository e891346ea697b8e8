import type { VNode } from 'preact';
import { SEVERITIES } from '../../diagnostics/diagnostics.ts';
import type { Severity } from '../../model/diagnostic.ts';
import { type DiagnosticGroup, diagnosticGroups, elsewhere } from '../diagnostic-list.ts';
import { visible } from '../plain.ts';
import { both, headings, markup } from './markup.tsx';
import { type Page, printMark } from './page.tsx';
import { pageWords } from './page-words.ts';

const CLASSES = { error: 'f', warning: 'u', note: 'n' } as const satisfies Record<Severity, string>;

/** A diagnostic: where, which code, what was found there, what is wrong. */
const problem = ({ say, tellers }: Page, group: DiagnosticGroup): VNode => {
  const { first } = group;
  const { code, severity, place, related } = first;
  const { placeText, foundOf } = tellers.zh;
  return (
    <li class={CLASSES[severity]}>
      {place !== null && (
        <>
          <code>{placeText(place)}</code>{' '}
        </>
      )}
      <code class="code">{code}</code>
      {foundOf(first) !== null && <> {say((teller) => teller.foundOf(first)!)}</>}
      <p>{say((teller) => teller.messageOf(first))}</p>
      {related.length > 0 && (
        <p>
          {say(({ words }) => words.related + words.colon)}
          {related.map((other, index) => (
            <code key={index}>{placeText(other)} </code>
          ))}
        </p>
      )}
      {group.next.length > 0 && <p>{say(({ words }) => elsewhere(group, words, placeText))}</p>}
    </li>
  );
};

/** What is wrong with the data, by severity; notes are folded. Quiet: the errors alone. */
export function* problemList(page: Page): Iterable<string> {
  const { assessment, context, say } = page;
  const { diagnostics } = assessment;
  yield '<section id="problems" aria-labelledby="problems-title">\n';
  yield markup(<h2 id="problems-title">{both(pageWords.problems)}</h2>);
  if (diagnostics.length === 0) yield markup(<p>{both(pageWords.noProblems)}</p>);
  for (const severity of context.quiet ? (['error'] as const) : SEVERITIES) {
    const listed = diagnostics.filter((each) => each.severity === severity);
    if (listed.length === 0) continue;
    const groups = diagnosticGroups(listed);
    const isNotes = severity === 'note';
    if (isNotes) {
      yield `<details class="brief"${context.notes ? ' open' : ''}>`;
      yield markup(<summary>{say(({ words }) => words.notesFolded(listed.length))}</summary>);
    } else {
      const title = say(({ words }) => words.gathered(words.severities[severity], listed.length, groups.length));
      yield markup(<h3 class={CLASSES[severity]}>{title}</h3>);
    }
    yield '\n<ul class="problems">\n';
    for (const group of groups) yield `${markup(problem(page, group))}\n`;
    yield isNotes ? '</ul></details>\n' : '</ul>\n';
  }
  yield '</section>\n';
}

const COLUMNS = [
  ...[pageWords.file, pageWords.table, pageWords.encoding, pageWords.records, pageWords.skippedRows],
  ...[pageWords.leftOut, { zh: 'SHA-256', en: 'SHA-256' }],
];

const inputTable = ({ assessment: { inputs }, say }: Page): VNode => (
  <>
    <h3 id="inputs-title">{say(({ words }) => words.counted(words.inputs, inputs.length))}</h3>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
    <section class="scroll" tabIndex={0} aria-labelledby="inputs-title">
      <table>
        {headings(COLUMNS)}
        <tbody>
          {inputs.map(({ path, shown, table, encoding, records, skipped, leftOut, sha256 }) => (
            <tr key={path}>
              <th scope="row">{visible(shown)}</th>
              <td>{say(({ words }) => (table === null ? words.severalTables : words.table(table)))}</td>
              <td>{visible(encoding)}</td>
              <td>{records}</td>
              <td>{skipped}</td>
              <td>{leftOut}</td>
              <td>
                <code class="digest">{sha256}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  </>
);

/** What was read, and the fingerprints by which a sheet of paper is matched to it. */
export const basis = (page: Page): VNode => (
  <section id="basis" aria-labelledby="basis-title">
    <h2 id="basis-title">{both(pageWords.basisOfReport)}</h2>
    {printMark(page)}
    <p>
      {both(pageWords.fullPrint)} <code class="digest">{page.fingerprints.report}</code>
    </p>
    {page.assessment.inputs.length > 0 && inputTable(page)}
    <p class="note">{both(pageWords.printsExplained)}</p>
  </section>
);
