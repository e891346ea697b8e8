import type { Text } from '../../model/text.ts';
import { Both } from './bilingual.tsx';
import { pageWords } from './page-words.ts';

/** A street that is no pass, with the first of its reasons. */
export interface FirstReason {
  readonly id: string;
  readonly name: Text;
  readonly code: string;
  readonly reason: Text;
  /** How many reasons it has besides. */
  readonly others: number;
}

/** The streets of one verdict with their first reasons; `total` counts those that are not listed as well. */
export const ReasonList = ({
  title,
  kind,
  streets,
  total,
}: {
  readonly title: Text;
  readonly kind: 'f' | 'u';
  readonly streets: readonly FirstReason[];
  readonly total: number;
}) => (
  <section class={`reasons ${kind}`} aria-labelledby={`reasons-${kind}`}>
    <h2 id={`reasons-${kind}`}>
      <Both of={title} />
    </h2>
    <ul>
      {streets.map(({ id, name, code, reason, others }) => (
        <li key={id}>
          <a href={`#${id}`}>
            <Both of={name} />
          </a>{' '}
          <small>{code}</small> <Both of={reason} />
          {others > 0 && (
            <small class="more">
              {' '}
              <Both of={pageWords.otherReasons(others)} />
            </small>
          )}
        </li>
      ))}
    </ul>
    {total > streets.length && (
      <p>
        <Both of={pageWords.otherStreets(total - streets.length)} />
      </p>
    )}
  </section>
);
