import type { Assessment } from '../model/assessment.ts';
import type { Place } from '../model/place.ts';
import { visible } from './plain.ts';

/** Writes a place as `file:line:column`, the file as it was given on the command line, so that it can be clicked. */
export type ShownPlaces = (place: Place) => string;

/** What is no input is a file of the ruleset that was refused. */
export const shownPlaces = ({ inputs, rulesetFolder = '.' }: Assessment): ShownPlaces => {
  const shown = new Map(inputs.map((input) => [input.path, visible(input.shown)]));
  const inFolder = (path: string) => (rulesetFolder === '.' ? path : `${rulesetFolder}/${path}`);
  return ({ path, line, column }) => `${shown.get(path) ?? visible(inFolder(path))}:${line}:${column}`;
};
