import type { Assessment } from '../model/assessment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type Place, placeText } from '../model/place.ts';
import { visible } from './plain.ts';

/** The path of an input as it was given on the command line; what is no input is a file of the ruleset refused. */
export const shownPaths = ({ inputs, rulesetFolder = '.' }: Assessment): ((path: string) => string) => {
  const shown = new Map(inputs.map((input) => [input.path, input.shown]));
  return (path) => shown.get(path) ?? (rulesetFolder === '.' ? path : `${rulesetFolder}/${path}`);
};

/** A diagnostic whose place is in the file as it was given on the command line. */
export const withShownPlace = (assessment: Assessment): ((diagnostic: Diagnostic) => Diagnostic) => {
  const shown = shownPaths(assessment);
  return (diagnostic) => {
    const { place } = diagnostic;
    return place === null ? diagnostic : { ...diagnostic, place: { ...place, path: shown(place.path) } };
  };
};

/** Writes a place as `file:line:column` or `book.xlsx#sheet!F18`, the file as it was given on the command line, so that it can be clicked. */
export type ShownPlaces = (place: Place) => string;

export const shownPlaces = (assessment: Assessment): ShownPlaces => {
  const shown = shownPaths(assessment);
  return (place) => visible(placeText({ ...place, path: shown(place.path) }));
};

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
