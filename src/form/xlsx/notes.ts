import { widthOf } from '../../report/width.ts';
import type { FormColumn } from '../form.ts';
import { columnLetters, MAIN, XML, xmlText } from './xml.ts';

/** Of a note's box: pixels, and the columns of text that one line of it holds. */
const BOX = { width: 280, line: 18, padding: 12, columns: 40 } as const;

/** The notes of the headings, which stand in row `row` (from 1). */
export const notesXml = (columns: readonly FormColumn[], row: number): string => {
  const notes = columns.map(
    ({ note }, at) =>
      `<comment ref="${columnLetters(at)}${row}" authorId="0"><text><r><t xml:space="preserve">${xmlText(note)}</t></r></text></comment>`,
  );
  return `${XML}<comments xmlns="${MAIN}"><authors><author>streetcheck</author></authors><commentList>${notes.join('')}</commentList></comments>`;
};

const heightOf = (note: string): number => {
  const lines = note.split('\n').map((line) => Math.ceil(Math.max(1, widthOf(line)) / BOX.columns));
  return lines.reduce((sum, count) => sum + count, 0) * BOX.line + BOX.padding;
};

/** The boxes of the notes, hidden until somebody points at the heading; large enough for the whole text. */
export const noteBoxesXml = (columns: readonly FormColumn[], row: number, sheet: number): string => {
  const boxes = columns.map(
    ({ note }, at) =>
      `<v:shape id="_x0000_s${sheet * 1024 + at + 1}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:4pt;width:${BOX.width}px;height:${heightOf(note)}px;z-index:${at + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:Anchor>${at + 1},15,${row - 1},4,${at + 3},${BOX.width - 120},${row - 1 + Math.ceil(heightOf(note) / 20)},4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${at}</x:Column></x:ClientData></v:shape>`,
  );
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${sheet}"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${boxes.join('')}</xml>`;
};
