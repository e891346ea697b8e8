import type { Archive } from './archive.ts';
import { decodeEntities, parseXml } from './xml.ts';

const PART_BYTES = 16 << 20;
/** In characters; Excel takes no longer ones. */
const MAX_CODE = 255;

/** What a number format makes of a number, as far as it changes what it is: `decimals` of a percentage, at least so many `digits` of an integer. */
export type NumberFormat =
  | { readonly kind: 'plain' | 'date' | 'time' }
  | { readonly kind: 'percent'; readonly decimals: number }
  | { readonly kind: 'padded'; readonly digits: number };

const PLAIN: NumberFormat = { kind: 'plain' };
const DATE: NumberFormat = { kind: 'date' };
const TIME: NumberFormat = { kind: 'time' };

const between = (id: number, from: number, to: number): boolean => id >= from && id <= to;

/** The formats that a file need not spell out (ECMA-376 part 1, 18.8.30), those of Chinese spreadsheets included. */
const builtIn = (id: number): NumberFormat => {
  if (id === 9 || id === 10) return { kind: 'percent', decimals: id === 9 ? 0 : 2 };
  if (between(id, 18, 21) || between(id, 45, 47) || id === 32 || id === 33 || id === 34 || id === 35) return TIME;
  return between(id, 14, 17) || id === 22 || between(id, 27, 36) || between(id, 50, 58) ? DATE : PLAIN;
};

/** By its code, as `yyyy"年"m"月"` or `0.00%`; only the part for positive numbers counts. */
const formatOfCode = (code: string): NumberFormat => {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/gu, (piece) =>
    /^\[(?:h+|m+|s+)\]$/i.test(piece) ? 'h' : '',
  );
  const first = bare.split(';')[0]!;
  if (/^0{2,}$/.test(first)) return { kind: 'padded', digits: first.length };
  if (/general/i.test(first)) return PLAIN;
  if (/[yd]/i.test(first) || (/m/i.test(first) && !/[hs]/i.test(first))) return DATE;
  if (/[hs]/i.test(first)) return TIME;
  if (!first.includes('%')) return PLAIN;
  return { kind: 'percent', decimals: /\.([0#?]+)/.exec(first)?.[1]?.length ?? 0 };
};

/** The number format of each style of cells, by its index. */
export const readStyles = async (archive: Archive, part: string | null): Promise<readonly NumberFormat[]> => {
  if (part === null || !archive.has(part)) return [];
  const codes = new Map<number, NumberFormat>();
  const styles: NumberFormat[] = [];
  let section = '';
  await parseXml(part, archive.read(part, PART_BYTES), {
    open: (name, attributes, depth) => {
      if (depth === 2) section = name;
      if (depth !== 3) return;
      if (section === 'numFmts' && name === 'numFmt') {
        const { numFmtId, formatCode = '' } = attributes();
        codes.set(Number(numFmtId), formatCode.length > MAX_CODE ? PLAIN : formatOfCode(decodeEntities(formatCode)));
      } else if (section === 'cellXfs' && name === 'xf') {
        const id = Number(attributes().numFmtId ?? 0);
        styles.push(codes.get(id) ?? builtIn(id));
      }
    },
  });
  return styles;
};
