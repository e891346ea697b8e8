import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type AssessRequest, assess } from '../../src/assess.ts';
import type { Assessment } from '../../src/model/assessment.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { type Place, placeText } from '../../src/model/place.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;
export type Options = Partial<AssessRequest>;

export type Assessed = Assessment;

/** Writes the files into a folder of its own and hands it to `use`; names may hold `/`. */
export const withFolder = async <T>(files: Files, use: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'streetcheck-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

export const assessed = assess;

/** The assessment of a folder that holds the files. */
export const inFolder = (files: Files, options: Options = {}): Promise<Assessed> =>
  withFolder(files, (folder) => assessed({ paths: [folder], ...options }));

const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** As editors take it: the cell of a spreadsheet beside it is tested by itself. */
const toldPlace = ({ sheetCell: _, ...place }: Place): string => placeText(place);

const lineOf = ({ severity, code, place, related, text, count }: Diagnostic): string =>
  [
    severity,
    code,
    ...(place ? [toldPlace(place)] : []),
    ...(related.length > 0 ? ['&', ...related.map(toldPlace)] : []),
    ...(text === null ? [] : [JSON.stringify(cut(text))]),
    ...(count > 1 ? [`×${count}`] : []),
  ].join(' ');

/** Columns that a short table of a test does without, and the streets that then have no units. */
const EXPECTED = new Set(['table.column-absent', 'table.no-units']);

/** Each diagnostic on a line: severity, code, place, `&` the places related, the raw text, how many it stands for. */
export const told = ({ diagnostics }: Pick<Assessed, 'diagnostics'>): string[] =>
  diagnostics.filter(({ code }) => !EXPECTED.has(code)).map(lineOf);

/** The same without notes. */
export const faults = ({ diagnostics }: Pick<Assessed, 'diagnostics'>): string[] =>
  told({ diagnostics: diagnostics.filter(({ severity }) => severity !== 'note') });

/** One rule's `met/of`, with `?unknown` where there are any, by street: `梅沙街道 1/2`. */
export const figures = ({ subjects }: Pick<Assessed, 'subjects'>, rule = 'model-compounds'): string[] =>
  subjects
    .filter(({ scope }) => scope === 'street')
    .map(({ code, name, findings }) => {
      const found = findings.find((finding) => finding.rule === rule);
      const counts = found?.kind === 'share' ? `${found.met}/${found.of}` : String(found?.result);
      const unknown = found?.kind === 'share' && found.unknown ? `?${found.unknown}` : '';
      return `${name ?? code} ${counts}${unknown}`;
    });

/** Records read, rows skipped and records left out of every input. */
export const rowCounts = ({ inputs }: Pick<Assessed, 'inputs'>): string[] =>
  inputs.map(({ path, records, skipped, leftOut }) => `${path} ${records}+${skipped}-${leftOut}`);
