import type { Assessment } from '../model/assessment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Place } from '../model/place.ts';
import { shownPaths } from './shown-places.ts';

/** Where the file named in a diagnostic begins, if it names one. */
const fileNamed = ({ params: { path } }: Diagnostic): Place | null =>
  typeof path === 'string' ? { path, line: 1, column: 1 } : null;

/** Places as they are shown: of a diagnostic, else of the file that it names. */
export interface DiagnosticPlaces {
  readonly shown: (place: Place) => Place;
  readonly placeOf: (diagnostic: Diagnostic) => Place | null;
}

export const diagnosticPlaces = (assessment: Assessment): DiagnosticPlaces => {
  const pathOf = shownPaths(assessment);
  const shown = ({ path, line, column }: Place): Place => ({ path: pathOf(path), line, column });
  return {
    shown,
    placeOf: (diagnostic) => (diagnostic.place === null ? fileNamed(diagnostic) : shown(diagnostic.place)),
  };
};
