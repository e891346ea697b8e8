import type { FieldKind } from '../model/ruleset.ts';
import { MAIN, XML } from './xml.ts';

/** As text wherever a spreadsheet would think for itself; `share` shows as many places as are written, two at the least. */
const FORMATS = { general: 0, whole: 1, text: 49, share: 164 } as const;

const FONTS = {
  plain: '<sz val="11"/><name val="Calibri"/><family val="2"/>',
  bold: '<b/><sz val="11"/><name val="Calibri"/><family val="2"/>',
  struck: '<strike/><sz val="11"/><name val="Calibri"/><family val="2"/>',
  title: '<b/><sz val="14"/><name val="Calibri"/><family val="2"/>',
  link: '<u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/><family val="2"/>',
} as const;

/** The first two are those that every stylesheet begins with. */
const FILLS = {
  none: '',
  gray125: '',
  head: 'FFDDEBF7',
  good: 'FFE2F0D9',
  bad: 'FFFFC7CE',
  open: 'FFFFEB9C',
  idle: 'FFEDEDED',
  related: 'FFFCE4D6',
} as const;

const BORDERS = { none: '', thin: 'FF7F7F7F', light: 'FFBFBFBF' } as const;

const ALIGNMENTS = {
  none: '',
  head: '<alignment horizontal="center" vertical="center" wrapText="1"/>',
  center: '<alignment horizontal="center" vertical="top" wrapText="1"/>',
  top: '<alignment vertical="top"/>',
  wrap: '<alignment vertical="top" wrapText="1"/>',
} as const;

interface Look {
  readonly format: keyof typeof FORMATS;
  readonly font?: keyof typeof FONTS;
  readonly fill?: keyof typeof FILLS;
  readonly border?: keyof typeof BORDERS;
  readonly alignment?: keyof typeof ALIGNMENTS;
}

const body = { border: 'light', alignment: 'top' } as const;
const result = { format: 'text', border: 'light', alignment: 'center' } as const;

/** How cells look, in the order of their numbers. */
const LOOKS = {
  plain: { format: 'general' },
  heading: { format: 'text', font: 'bold', fill: 'head', border: 'thin', alignment: 'head' },
  text: { format: 'text' },
  whole: { format: 'whole' },
  title: { format: 'text', font: 'title' },
  bodyText: { format: 'text', ...body },
  bodyWrapped: { format: 'text', border: 'light', alignment: 'wrap' },
  bodyWhole: { format: 'whole', ...body },
  bodyShare: { format: 'share', ...body },
  bodyLink: { format: 'text', font: 'link', border: 'light', alignment: 'wrap' },
  good: { ...result, fill: 'good' },
  bad: { ...result, fill: 'bad' },
  open: { ...result, fill: 'open' },
  idle: { ...result, fill: 'idle' },
  /** Of a cell with an error, a warning, or what belongs to one elsewhere. */
  errorText: { format: 'text', fill: 'bad' },
  errorStruck: { format: 'text', fill: 'bad', font: 'struck' },
  errorWhole: { format: 'whole', fill: 'bad' },
  warningText: { format: 'text', fill: 'open' },
  warningWhole: { format: 'whole', fill: 'open' },
  relatedText: { format: 'text', fill: 'related' },
  relatedWhole: { format: 'whole', fill: 'related' },
} as const satisfies Record<string, Look>;

export type Style = keyof typeof LOOKS;

const INDEXES = new Map(Object.keys(LOOKS).map((name, index) => [name, index]));

export const styleIndex = (style: Style): number => INDEXES.get(style)!;

/**
 * How the cells of a column are formatted, empty ones too. As text wherever a spreadsheet would take something for what
 * it is not: 440308001002 for 4.40308E+11, a unit named 3-2 for a date.
 */
export const FIELD_STYLES = {
  code: 'text',
  name: 'text',
  text: 'text',
  year: 'whole',
  count: 'whole',
  choice: 'text',
} as const satisfies Record<FieldKind, Style>;

const side = (name: string, color: string): string => `<${name} style="thin"><color rgb="${color}"/></${name}>`;

const border = (color: string): string =>
  color === ''
    ? '<border><left/><right/><top/><bottom/><diagonal/></border>'
    : `<border>${['left', 'right', 'top', 'bottom'].map((name) => side(name, color)).join('')}<diagonal/></border>`;

const fill = (name: string, color: string): string =>
  color === ''
    ? `<fill><patternFill patternType="${name}"/></fill>`
    : `<fill><patternFill patternType="solid"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill></fill>`;

const at = (names: object, name: string): number => Object.keys(names).indexOf(name);

const xf = ({ format, font = 'plain', fill = 'none', border = 'none', alignment = 'none' }: Look): string => {
  const open = `<xf numFmtId="${FORMATS[format]}" fontId="${at(FONTS, font)}" fillId="${at(FILLS, fill)}" borderId="${at(BORDERS, border)}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"`;
  return alignment === 'none' ? `${open}/>` : `${open} applyAlignment="1">${ALIGNMENTS[alignment]}</xf>`;
};

const list = (name: string, items: readonly string[]): string =>
  `<${name} count="${items.length}">${items.join('')}</${name}>`;

/** Built-in number formats: 49 is text (`@`), 1 whole numbers (`0`). */
export const STYLES = `${XML}<styleSheet xmlns="${MAIN}">${[
  list('numFmts', [`<numFmt numFmtId="${FORMATS.share}" formatCode="0.00####"/>`]),
  list(
    'fonts',
    Object.values(FONTS).map((font) => `<font>${font}</font>`),
  ),
  list(
    'fills',
    Object.entries(FILLS).map(([name, color]) => fill(name, color)),
  ),
  list('borders', Object.values(BORDERS).map(border)),
  list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
  list('cellXfs', Object.values(LOOKS).map(xf)),
  list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
].join('\n')}
</styleSheet>`;
