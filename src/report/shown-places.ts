import type { InputFile } from '../model/assessment.ts';
import type { Place } from '../model/place.ts';
import { visible } from './plain.ts';

/** Writes a place as `file:line:column`, the file as it was given on the command line, so that it can be clicked. */
export type ShownPlaces = (place: Place) => string;

export const shownPlaces = (inputs: readonly InputFile[]): ShownPlaces => {
  const shown = new Map(inputs.map((input) => [input.path, visible(input.shown)]));
  return ({ path, line, column }) => `${shown.get(path) ?? visible(path)}:${line}:${column}`;
};
