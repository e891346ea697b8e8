import type { Finding } from '../model/assessment.ts';
import { fileOf, type Place, placeText, STANDARD_INPUT } from '../model/place.ts';
import type { CiWords } from './ci-words.ts';
import { type Evidence, omittedOf } from './finding-teller.ts';
import { visible } from './plain.ts';

/** Whether a place, whose path is the one shown, is in no file. */
export const isStandardInput = (place: Place): boolean => fileOf(place) === STANDARD_INPUT;

/** `file:line:column`, of a place whose path is the one shown. */
export const clickable = (place: Place, text: CiWords): string =>
  isStandardInput(place)
    ? visible(placeText({ ...place, path: text.standardInput + place.path.slice(STANDARD_INPUT.length) }))
    : visible(placeText(place));

/** A line per witness, at most `most`, and one that counts the others. */
export const evidenceLines = (
  finding: Finding,
  evidence: readonly Evidence[],
  text: CiWords,
  most = evidence.length,
): string[] => {
  const more = Math.max(0, evidence.length - most) + omittedOf(finding);
  return [
    ...evidence
      .slice(0, most)
      .map(({ place, unit, cell }) =>
        [place === null ? text.notLocated : clickable(place, text), unit, cell]
          .filter((part) => part !== '')
          .join('  '),
      ),
    ...(more > 0 ? [text.more(more)] : []),
  ];
};
