import type { Place } from '../model/place.ts';

/** A file of a ruleset: its name relative to the ruleset's folder, with `/`. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One file as plain data, with the place of every value and key by JSON pointer. */
export interface SourceDocument {
  readonly name: string;
  readonly data: unknown;
  /** Of the value; of the nearest object around it where there is none. */
  placeOf(pointer: string): Place;
  /** Of the key whose value is there. */
  keyPlaceOf(pointer: string): Place;
  /** The text of a scalar as written, without quotes. */
  textOf(pointer: string): string | null;
}

export const pointerTo = (parent: string, key: string | number): string =>
  `${parent}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;

export const parentOf = (pointer: string): string => pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));

export const lastKeyOf = (pointer: string): string =>
  pointer
    .slice(pointer.lastIndexOf('/') + 1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');
