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
