import { messageOf } from '../../diagnostics/message.ts';
import type { Severity } from '../../model/diagnostic.ts';
import { type DiagnosticGroup, diagnosticGroups, elsewhere } from '../diagnostic-list.ts';
import { plainDiagnostic, visible } from '../plain.ts';
import type { ReportContext } from '../reporter.ts';
import type { ShownPlaces } from '../shown-places.ts';
import { words } from '../words.ts';
import { Both, both } from './bilingual.tsx';
import { markup } from './markup.ts';
import type { PageFacts } from './page-facts.ts';
import { pageWords } from './page-words.ts';

const CLASSES = { error: 'f', warning: 'u', note: 'n' } as const satisfies Record<Severity, string>;

/** A diagnostic: where, which code, what was found there, what is wrong. */
const Problem = ({ of, placeText }: { readonly of: DiagnosticGroup; readonly placeText: ShownPlaces }) => {
  const diagnostic = plainDiagnostic(of.first);
  const { code, severity, place, related, text } = diagnostic;
  return (
    <li class={CLASSES[severity]}>
      {place !== null && (
        <>
          <code>{placeText(place)}</code>{' '}
        </>
      )}
      <code class="code">{code}</code>
      {text !== null && text !== '' && (
        <>
          {' '}
          <Both of={{ zh: words.zh.found(text), en: words.en.found(text) }} />
        </>
      )}
      <p>
        <Both of={{ zh: visible(messageOf(diagnostic, 'zh')), en: visible(messageOf(diagnostic, 'en')) }} />
      </p>
      {related.length > 0 && (
        <p>
          <Both of={both((each) => each.related + each.colon)} />
          {related.map((other, index) => (
            <code key={index}>{placeText(other)} </code>
          ))}
        </p>
      )}
      {of.next.length > 0 && (
        <p>
          <Both of={both((each) => elsewhere(of, each, placeText))} />
        </p>
      )}
    </li>
  );
};

const ProblemHeading = ({
  severity,
  count,
  entries,
}: {
  readonly severity: Severity;
  readonly count: number;
  readonly entries: number;
}) => (
  <h3 class={CLASSES[severity]}>
    <Both of={both((text) => text.gathered(text.severities[severity], count, entries))} />
  </h3>
);

/** What is wrong with the data, by severity; notes are folded. */
export function* problemList(
  { assessment, placeText }: PageFacts,
  severities: readonly Severity[],
  { notes = false }: ReportContext,
): Iterable<string> {
  yield '<section id="problems" aria-labelledby="problems-title">\n';
  yield markup(
    <h2 id="problems-title">
      <Both of={pageWords.problems} />
    </h2>,
  );
  if (assessment.diagnostics.length === 0)
    yield markup(
      <p>
        <Both of={pageWords.noProblems} />
      </p>,
    );
  for (const severity of severities) {
    const listed = assessment.diagnostics.filter((each) => each.severity === severity);
    if (listed.length === 0) continue;
    const groups = diagnosticGroups(listed);
    if (severity === 'note') {
      yield `<details class="brief"${notes ? ' open' : ''}>`;
      yield markup(
        <summary>
          <Both of={both((text) => text.notesFolded(listed.length))} />
        </summary>,
      );
    } else yield markup(<ProblemHeading severity={severity} count={listed.length} entries={groups.length} />);
    yield '\n<ul class="problems">\n';
    for (const each of groups) yield `${markup(<Problem of={each} placeText={placeText} />)}\n`;
    yield severity === 'note' ? '</ul></details>\n' : '</ul>\n';
  }
  yield '</section>\n';
}
