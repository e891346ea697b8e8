import type { Place } from '../../model/place.ts';
import { sarifText, toUri } from './sarif-text.ts';

/** The base of places that are in no input: the folder of the ruleset, which a report does not know. */
export const RULESET_BASE = 'RULESET';
const RULESET_FILE = 'ruleset.yaml';

/** A place whose path is the one shown; null stands for the ruleset. */
export const physicalLocation = (place: Place | null) =>
  place === null
    ? { artifactLocation: { uri: RULESET_FILE, uriBaseId: RULESET_BASE }, region: { startLine: 1, startColumn: 1 } }
    : {
        artifactLocation: { uri: toUri(place.path) },
        region: { startLine: place.line, startColumn: place.column },
      };

export const relatedLocation = (id: number, place: Place, text: string) => ({
  id,
  physicalLocation: physicalLocation(place),
  message: { text: sarifText(text) },
});
