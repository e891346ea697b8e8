import type { Assessment } from '../model/assessment.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type Place, placeText } from '../model/place.ts';
import { visible } from './plain.ts';

/** A place in its file as that was given on the command line; what is no input is a file of the ruleset refused. */
export const shownPlace = ({ inputs, rulesetFolder = '.' }: Assessment): ((place: Place) => Place) => {
  const shown = new Map(inputs.map((input) => [input.path, input.shown]));
  const inRuleset = (path: string) => (rulesetFolder === '.' ? path : `${rulesetFolder}/${path}`);
  return (place) => ({ ...place, path: shown.get(place.path) ?? inRuleset(place.path) });
};

/** A diagnostic whose place is in the file as it was given on the command line. */
export const withShownPlace = (assessment: Assessment): ((diagnostic: Diagnostic) => Diagnostic) => {
  const shown = shownPlace(assessment);
  return (diagnostic) => (diagnostic.place === null ? diagnostic : { ...diagnostic, place: shown(diagnostic.place) });
};

/** Writes a place as `file:line:column` or `book.xlsx#sheet!F18`, the file as it was given on the command line, so that it can be clicked. */
export type ShownPlaces = (place: Place) => string;

export const shownPlaces = (assessment: Assessment): ShownPlaces => {
  const shown = shownPlace(assessment);
  return (place) => visible(placeText(shown(place)));
};

/** Where a diagnostic is shown, else where the file that it names begins: by its argument, or where it is read by its path. */
export const diagnosticPlace = (assessment: Assessment): ((diagnostic: Diagnostic) => Place | null) => {
  const shown = shownPlace(assessment);
  return ({ code, place, params: { path } }) => {
    if (place !== null) return shown(place);
    const isArgument = code === 'input.given-twice';
    const file = isArgument ? assessment.inputs.find((input) => input.path === path)?.shown : path;
    return typeof file === 'string' ? { path: file, line: 1, column: 1 } : null;
  };
};
