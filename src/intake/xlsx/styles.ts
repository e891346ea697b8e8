import type { Archive } from '../source.ts';
import { damaged } from './fault.ts';
import {
  builtIn,
  formatOfCode,
  type NumberFormat,
  PLAIN,
  type Sections,
  sectionsOf,
  showsText,
} from './number-format.ts';
import { type Attributes, bareName, decodeEntities, isOff, parseXml } from './xml.ts';

const PART_BYTES = 16 << 20;
/** In characters; Excel takes no longer ones. */
const MAX_CODE = 255;

export interface CellStyle {
  readonly format: NumberFormat;
  /** What the format shows; undefined for those that the program itself brings, which show the number. */
  readonly sections: Sections | undefined;
  /** Texts are shown otherwise than they are, or not at all. */
  readonly hidesText: boolean;
  /** The whole cell is struck out or raised. */
  readonly isWithdrawn: boolean;
}

/** One that no program takes shows nothing that is known. */
const toFormat = (code: string) => {
  const sections = code === '' ? undefined : sectionsOf(code.length > MAX_CODE ? ';;;' : code);
  return {
    format: code.length > MAX_CODE ? PLAIN : formatOfCode(code),
    sections,
    hidesText: sections !== undefined && !showsText(sections),
  };
};

/**
 * Whether a property of a font strikes its text out or raises or lowers it: what is crossed out was withdrawn, and
 * what is raised is a note or an exponent, so that 1² is no 12.
 */
export const isWithdrawing = (name: string, attributes: () => Attributes): boolean => {
  const property = bareName(name);
  if (property === 'strike' || property === 'dstrike') return !isOff(attributes().val ?? '1');
  return property === 'vertAlign' && (attributes().val ?? 'baseline') !== 'baseline';
};

/** What is listed, and what each of it is. Cells count the styles: one passed over would give them those of others. */
const ENTRIES: Readonly<Record<string, string>> = { fonts: 'font', cellStyleXfs: 'xf', cellXfs: 'xf' };

/** The styles of cells by their index. */
export const readStyles = async (archive: Archive, part: string | null): Promise<readonly CellStyle[]> => {
  if (part === null || !archive.has(part)) return [];
  const codes = new Map<number, Pick<CellStyle, 'format' | 'sections' | 'hidesText'>>();
  const fonts: boolean[] = [];
  /** Fonts of the named styles. */
  const named: (string | undefined)[] = [];
  const styles: CellStyle[] = [];
  let section = '';
  await parseXml(part, archive.read(part, PART_BYTES), {
    open: (name, attributes, depth) => {
      if (depth === 2) section = name;
      else if (section === 'numFmts' && bareName(name) === 'numFmt') {
        const { numFmtId, formatCode = '' } = attributes();
        codes.set(Number(numFmtId), toFormat(decodeEntities(formatCode)));
      } else if (depth === 3 && ENTRIES[section] !== undefined && name !== ENTRIES[section]) {
        throw damaged('stray', `<${name}>`);
      } else if (section === 'fonts') {
        if (depth === 3) fonts.push(false);
        else if (isWithdrawing(name, attributes)) fonts[fonts.length - 1] = true;
      } else if (depth === 3 && section === 'cellStyleXfs') named.push(attributes().fontId);
      else if (depth === 3 && section === 'cellXfs') {
        const { numFmtId = 0, fontId, xfId = 0 } = attributes();
        const id = Number(numFmtId);
        const font = Number(fontId ?? named[Number(xfId)] ?? 0);
        const format = codes.get(id) ?? { format: builtIn(id), sections: undefined, hidesText: false };
        styles.push({ ...format, isWithdrawn: fonts[font] === true });
      }
    },
  });
  return styles;
};
