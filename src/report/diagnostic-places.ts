import type { Assessment } from '../model/assessment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Place } from '../model/place.ts';
import { shownPaths } from './shown-places.ts';

/** Where the file named in a diagnostic begins, if it names one: by its argument, or where it is read by its path. */
const fileNamed = ({ code, params: { path } }: Diagnostic, { inputs }: Assessment): Place | null => {
  const file = code === 'input.given-twice' ? inputs.find((input) => input.path === path)?.shown : path;
  return typeof file === 'string' ? { path: file, line: 1, column: 1 } : null;
};

/** Places as they are shown: of a diagnostic, else of the file that it names. */
export interface DiagnosticPlaces {
  readonly shown: (place: Place) => Place;
  readonly placeOf: (diagnostic: Diagnostic) => Place | null;
}

export const diagnosticPlaces = (assessment: Assessment): DiagnosticPlaces => {
  const pathOf = shownPaths(assessment);
  const shown = (place: Place): Place => ({ ...place, path: pathOf(place.path) });
  return {
    shown,
    placeOf: (diagnostic) => (diagnostic.place === null ? fileNamed(diagnostic, assessment) : shown(diagnostic.place)),
  };
};
