import { cellsOf, type Witness } from '../model/assessment.ts';
import { plain } from './plain.ts';
import type { Words } from './words.ts';

/** What indicators over streets look at: a street's own verdict, which stands in no cell. */
const VERDICT = 'verdict';

export type WitnessList = 'failing' | 'unknown';

/** The unit by code and name, as far as it has them; may be empty. */
export const witnessUnit = ({ code, name }: Witness): string =>
  [code, name].flatMap((part) => (part === null || part === '' ? [] : [plain(part)])).join(' ');

/** What stands in the deciding cells, nothing where there is no record; `headingOf` names a field whose column is absent. */
export const witnessCell = (
  witness: Witness,
  which: WitnessList,
  words: Words,
  headingOf: (field: string) => string,
): string => {
  const told = cellsOf(witness).map(({ place, field, heading, text }) => {
    if (field === VERDICT) return words.cell(words.verdict, words.results[which === 'failing' ? 'fail' : 'unknown']);
    if (heading === null) return place === null ? '' : words.absent(plain(headingOf(field)));
    return words.cell(plain(heading), text === null || text.trim() === '' ? words.blank : plain(text));
  });
  return told.filter((each) => each !== '').join(words.comma);
};
