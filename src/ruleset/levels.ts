import type { Level } from '../model/ruleset.ts';
import { entriesOf, textsOf, valueAt } from './plain-data.ts';

const textOf = (data: unknown): string | null => (typeof data === 'string' ? data : null);

/** The levels of a ruleset, as far as it says them. */
export const readLevels = (main: unknown): readonly Level[] =>
  entriesOf(valueAt(main, 'levels')).map(([id, level]): Level => {
    const of = (...path: readonly string[]) => valueAt(level, ...path);
    const noun = { zh: textOf(of('noun', 'zh')) ?? id, en: textOf(of('noun', 'en')) ?? id };
    const digits = of('code', 'digits');
    const plural = textOf(of('plural')) ?? `${noun.en}s`;
    return {
      ...{ id, noun, plural },
      table: of('records') === undefined ? null : (textOf(of('table')) ?? plural),
      within: textsOf([of('within')].flat()),
      judged: of('judged') === true,
      digits: typeof digits === 'number' ? digits : null,
      endings: textsOf(of('endings')),
      marks: textsOf(of('marks')),
    };
  });
