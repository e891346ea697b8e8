import { widthOf } from '../model/width.ts';
import { cellRef } from './worksheet.ts';
import { MAIN, XML, xmlText } from './xml.ts';

/** How wide the columns and how high the rows of a sheet are, by their numbers from 0. */
export interface Grid {
  /** In characters. */
  widthOf(column: number): number;
  /** In points. */
  heightOf(row: number): number;
}

/** Of a digit in the default font, and of the space around the text of a cell; in pixels. */
const DIGIT = 7;
const PADDING = 5;
/** How many pixels a point has. */
const POINT = 4 / 3;

/** Where `distance` pixels from the beginning of number `first` ends: in which one, and how far into it. */
const endOf = (
  distance: number,
  first: number,
  sizeOf: (at: number) => number,
): readonly [at: number, rest: number] => {
  const size = sizeOf(first);
  return distance < size ? [first, Math.round(distance)] : endOf(distance - size, first + 1, sizeOf);
};

/** The corners of a box right of a cell, in the terms of the format: column, pixels into it, row, pixels into it. */
const anchorOf = ({ widthOf, heightOf }: Grid, column: number, row: number, width: number, height: number): string => {
  const [indent, drop] = [15, 4];
  const [right, into] = endOf(indent + width, column + 1, (at) => widthOf(at) * DIGIT + PADDING);
  const [bottom, down] = endOf(drop + height, row, (at) => heightOf(at) * POINT);
  return [column + 1, indent, row, drop, right, into, bottom, down].join();
};

/** A note on a cell. */
export interface Note {
  /** From 0. */
  readonly column: number;
  /** From 1. */
  readonly row: number;
  readonly text: string;
}

/** Of a note's box: pixels, and the columns of text that one line of it holds. No box is larger than a screen. */
const BOX = { width: 280, line: 18, padding: 12, columns: 36, highest: 480 } as const;
/** Shapes are numbered in blocks of so many, which no two sheets share. */
const BLOCK = 1024;

/** How many blocks of numbers the boxes of a sheet need; the first number of a block is not used. */
export const noteBlocks = (notes: readonly Note[]): number => Math.ceil((notes.length + 1) / BLOCK);

/** The notes of a sheet, piece by piece. */
export function* notesXml(notes: readonly Note[]): Generator<string> {
  yield `${XML}<comments xmlns="${MAIN}"><authors><author>streetcheck</author></authors><commentList>`;
  for (const { column, row, text } of notes) {
    yield `<comment ref="${cellRef(column, row)}" authorId="0"><text><r><t xml:space="preserve">${xmlText(text)}</t></r></text></comment>`;
  }
  yield '</commentList></comments>';
}

const heightOf = (note: string): number => {
  const lines = note.split('\n').map((line) => Math.ceil(Math.max(1, widthOf(line)) / BOX.columns));
  const height = lines.reduce((sum, count) => sum + count, 0) * BOX.line + BOX.padding;
  return Math.min(height, BOX.highest);
};

/** The boxes of the notes, hidden until somebody points at the cell; large enough for the whole text. */
export function* noteBoxesXml(notes: readonly Note[], grid: Grid, firstBlock: number): Generator<string> {
  const blocks = Array.from({ length: noteBlocks(notes) }, (_, nth) => firstBlock + nth);
  yield `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${blocks.join()}"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`;
  for (const [at, { column, row, text }] of notes.entries()) {
    const height = heightOf(text);
    yield `<v:shape id="_x0000_s${firstBlock * BLOCK + at + 1}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:4pt;width:${BOX.width}px;height:${height}px;z-index:${at + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:Anchor>${anchorOf(grid, column, row - 1, BOX.width, height)}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
  }
  yield '</xml>';
}
