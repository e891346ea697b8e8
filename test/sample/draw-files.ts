import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Draw } from '../../src/sample/sample.ts';
import { runMain } from '../samples/run-main.ts';
import { assertSample } from './sample-schema.ts';

export const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'streetcheck-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

export const write = (folder: string, name: string, text: string | Uint8Array): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

/** A draw as JSON, held against its schema, with its form. */
export const drawInto = async (folder: string, path: string, ...argv: readonly string[]) => {
  const [file, form] = [join(folder, 'draw.json'), join(folder, 'form.csv')];
  const targets = ['--format', 'json', '--output', file, '--form', form, '--lang', 'zh'];
  const run = await runMain(['sample', 'random', path, ...argv, ...targets]);
  if (run.code !== 0) throw new Error(run.stdout + run.stderr);
  const draw = assertSample(readFileSync(file, 'utf8')) as unknown as Draw;
  return { draw, file, form, rows: readRows(form) };
};

/** A form without quotes, as this one is: headings first. Codes lose their text marker. */
export const readRows = (form: string): string[][] =>
  readFileSync(form, 'utf8')
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(',').map((cell) => cell.replace(/^"=""(.*)"""$/, '$1')));

export const toCsv = (rows: readonly (readonly string[])[]): string => rows.map((row) => `${row.join(',')}\n`).join('');

/** Every character of two bytes, by what the platform makes of them. */
const twoBytes = (): ReadonlyMap<string, readonly [number, number]> => {
  const decoder = new TextDecoder('gb18030');
  const known = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) known.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return known;
};

export const encodeGb18030 = (text: string): Uint8Array => {
  const known = twoBytes();
  return Uint8Array.from(
    [...text].flatMap((character) => (character < '\u0080' ? [character.charCodeAt(0)] : [...known.get(character)!])),
  );
};
