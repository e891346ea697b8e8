import { fileOf, type Place } from '../../model/place.ts';
import type { CiWords } from '../ci-words.ts';
import { clickable, isStandardInput } from '../evidence-text.ts';
import { sarifText, toUri } from './sarif-text.ts';

/** The base of places that are in no input: the folder of the ruleset, which a report does not know. */
export const RULESET_BASE = 'RULESET';
const RULESET_FILE = 'ruleset.yaml';

/** A place whose path is the one shown; null and what is in no file stand for the ruleset. */
export const physicalLocation = (place: Place | null) =>
  place === null || isStandardInput(place)
    ? { artifactLocation: { uri: RULESET_FILE, uriBaseId: RULESET_BASE }, region: { startLine: 1, startColumn: 1 } }
    : {
        artifactLocation: { uri: toUri(fileOf(place)) },
        region: { startLine: place.line, startColumn: place.column },
      };

/** Adds to a message where it is about what is in no file, or a cell, which a line and column do not name. */
export const withPlace = (message: string, place: Place | null, text: CiWords): string =>
  place !== null && (isStandardInput(place) || place.cell !== undefined)
    ? `${message}${text.at(clickable(place, text))}`
    : message;

export const relatedLocation = (id: number, place: Place, message: string, text: CiWords) => ({
  id,
  ...(isStandardInput(place) ? {} : { physicalLocation: physicalLocation(place) }),
  message: { text: sarifText(withPlace(message, place, text)) },
});
