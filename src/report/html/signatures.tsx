import type { Text } from '../../model/text.ts';
import { Both } from './bilingual.tsx';

/** Lines to be signed by hand, on paper only. */
export const Signatures = ({ of }: { readonly of: readonly Text[] }) => (
  <ul class="sign">
    {of.map((line) => (
      <li key={`${line.en}${of.indexOf(line)}`}>
        <Both of={{ zh: `${line.zh}：`, en: `${line.en}:` }} />
      </li>
    ))}
  </ul>
);
