import { appendFileSync, closeSync, existsSync, fsyncSync, openSync, readFileSync, statSync } from 'node:fs';
import { diagnose } from '../../diagnostics/diagnostics.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { jsonLine } from '../../model/json-line.ts';
import type { Draw, EarlierDraws } from '../sample.ts';

interface Entry {
  readonly draw: string;
  readonly seed: string;
  readonly table: string;
  readonly year: number | null;
  readonly register: string;
  readonly drawn: number;
}

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' &&
  value !== null &&
  ['draw', 'seed', 'table', 'register'].every((key) => typeof (value as Record<string, unknown>)[key] === 'string');

const entryOf = ({ id, seed, register, units }: Draw, year: number | null): Entry => ({
  draw: id,
  seed,
  table: register.table,
  year,
  register: register.sha256,
  drawn: units.length,
});

/**
 * Writes a draw into the journal before anyone sees it, and says what that holds of other draws. The very same draw is
 * not written twice. A line that cannot be read may be a draw that was covered up, so nothing is drawn.
 */
export const recordDraw = (file: string, draw: Draw, year: number | null): EarlierDraws | Diagnostic => {
  // A pipe would hold up the run, and keep nothing.
  if (existsSync(file) && !statSync(file).isFile()) throw Object.assign(new Error('no file'), { code: 'ENODEV' });
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const lines = text.split(/\r?\n/);
  const entries: Entry[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const entry = jsonLine(line, isEntry);
    if (entry === null) {
      const place = { path: file, line: at + 1, column: 1 };
      return diagnose('sample.journal-line', {}, { place, text: line });
    }
    entries.push(entry);
  }
  const own = entryOf(draw, year);
  // The keys do not hold the year: the next year's draw with the same seed has the same number.
  const known = entries.findIndex((entry) => entry.draw === own.draw && entry.year === year);
  if (known < 0) {
    const handle = openSync(file, 'a');
    try {
      appendFileSync(handle, `${text === '' || text.endsWith('\n') ? '' : '\n'}${JSON.stringify(own)}\n`);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  }
  const before = known < 0 ? entries : entries.slice(0, known);
  const others = before.filter(({ table, year: of }) => table === own.table && of === year);
  const same = others.filter(({ register }) => register === own.register);
  return {
    sameRegister: same.map(({ draw: id, seed }) => ({ id, seed })),
    otherRegisters: others.length - same.length,
  };
};
