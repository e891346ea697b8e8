import { messageOf } from '../../diagnostics/message.ts';
import type { Severity } from '../../model/diagnostic.ts';
import { type DiagnosticGroup, elsewhere } from '../diagnostic-groups.ts';
import { visible } from '../plain.ts';
import { plainDiagnostic } from '../plain-diagnostic.ts';
import type { ShownPlaces } from '../shown-places.ts';
import { words } from '../words.ts';
import { Both } from './bilingual.tsx';
import { both } from './both.ts';

const CLASSES = { error: 'f', warning: 'u', note: 'n' } as const satisfies Record<Severity, string>;

/** A diagnostic: where, which code, what was found there, what is wrong. */
export const Problem = ({ of, placeText }: { readonly of: DiagnosticGroup; readonly placeText: ShownPlaces }) => {
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

export const ProblemHeading = ({
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
