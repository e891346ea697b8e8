import type { FieldKind } from '../../model/ruleset.ts';
import { MAIN, XML } from './xml.ts';

/** Indexes of the formats in `STYLES`. */
const GENERAL = 0;
export const HEADING = 1;
export const TEXT = 2;
const WHOLE = 3;

/**
 * How the cells of a column are formatted, empty ones too. As text wherever a spreadsheet would take something for what
 * it is not: 440308001002 for 4.40308E+11, a compound named 3-2 for a date.
 */
export const FORMATS: Readonly<Record<FieldKind, number>> = {
  code: TEXT,
  name: TEXT,
  text: TEXT,
  year: WHOLE,
  count: WHOLE,
  choice: GENERAL,
};

const side = (name: string): string => `<${name} style="thin"><color rgb="FF7F7F7F"/></${name}>`;

/** Built-in number formats: 49 is text (`@`), 1 whole numbers (`0`). */
export const STYLES = `${XML}<styleSheet xmlns="${MAIN}">
<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDDEBF7"/><bgColor indexed="64"/></patternFill></fill></fills>
<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="4">
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`;
