import { inflateRawSync } from 'node:zlib';
import type { ReadPlace } from './read-place.ts';

/**
 * Reads cells back from an .xlsx file. Shares nothing with the code that reads submissions: walks over the local headers
 * of the archive, takes the XML apart with expressions, and knows only what the writers of the tests use.
 */
const partsOf = (bytes: Buffer): Map<string, string> => {
  const parts = new Map<string, string>();
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50; ) {
    const [method, size] = [bytes.readUInt16LE(at + 8), bytes.readUInt32LE(at + 18)];
    const [nameLength, extra] = [bytes.readUInt16LE(at + 26), bytes.readUInt16LE(at + 28)];
    const start = at + 30 + nameLength + extra;
    const data = bytes.subarray(start, start + size);
    const name = bytes.toString('utf8', at + 30, at + 30 + nameLength);
    parts.set(name, (method === 8 ? inflateRawSync(data) : data).toString('utf8'));
    at = start + size;
  }
  return parts;
};

const NAMES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#13': '\r' };
const unescaped = (xml: string): string => xml.replace(/&([^;]+);/g, (_, name: string) => NAMES[name]!);
const textOf = (xml: string): string =>
  [...xml.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map((found) => unescaped(found[1]!)).join('');

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0);

/** The place of a name such as F18, from 1. */
export const placeOfName = (name: string): { readonly line: number; readonly column: number } => {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(name)!;
  return { line: Number(row), column: columnOf(letters) };
};

const cellText = (attributes: string, inner: string, shared: readonly string[]): string => {
  if (attributes.includes('t="inlineStr"')) return textOf(inner);
  const value = /<v>([^<]*)<\/v>/.exec(inner)?.[1] ?? '';
  if (attributes.includes('t="s"')) return shared[Number(value)]!;
  return /t="/.test(attributes) || value === '' ? unescaped(value) : String(Number(value));
};

/** What stands in one sheet; the row with most texts above the first number is its head. */
export const sheetReader = (bytes: Uint8Array, sheet: string): ReadPlace => {
  const parts = partsOf(Buffer.from(bytes));
  const tabs = [...parts.get('xl/workbook.xml')!.matchAll(/<sheet name="([^"]*)"/g)].map((found) =>
    unescaped(found[1]!),
  );
  const xml = parts.get(`xl/worksheets/sheet${tabs.indexOf(sheet) + 1}.xml`)!;
  const shared = [...parts.get('xl/sharedStrings.xml')!.matchAll(/<si>([\s\S]*?)<\/si>/g)].map((found) =>
    textOf(found[1]!),
  );
  const cells = new Map<string, string>();
  for (const [, name = '', attributes = '', inner = ''] of xml.matchAll(
    /<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g,
  )) {
    const { line, column } = placeOfName(name);
    cells.set(`${line}:${column}`, cellText(attributes, inner, shared));
  }
  for (const [, from = '', to = ''] of xml.matchAll(/<mergeCell ref="([A-Z]+\d+):([A-Z]+\d+)"/g)) {
    const [start, end] = [placeOfName(from), placeOfName(to)];
    const text = cells.get(`${start.line}:${start.column}`) ?? '';
    for (let line = start.line; line <= end.line; line++) cells.set(`${line}:${start.column}`, text);
  }
  const rowOf = (line: number): string[] => {
    const row: string[] = [];
    for (const [key, text] of cells) {
      const [at, column] = key.split(':').map(Number);
      if (at === line) row[column! - 1] = text;
    }
    return Array.from(row, (text) => text ?? '');
  };
  const lines = [...new Set([...cells.keys()].map((key) => Number(key.split(':')[0])))].sort((a, b) => a - b);
  const head = rowOf(lines.find((line) => rowOf(line).filter((text) => text.trim() !== '').length > 1) ?? 1);
  return (line, column) => ({
    text: cells.get(`${line}:${column}`) ?? '',
    heading: head[column - 1] ?? null,
    record: rowOf(line),
  });
};
