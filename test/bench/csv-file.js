import { closeSync, openSync, writeSync } from 'node:fs';

const BUFFERED_CHARACTERS = 1 << 20;

/** @param {string} cell */
const quoted = (cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/**
 * A CSV file written piece by piece: UTF-8, LF, quotes only where needed.
 * @param {string} path
 * @param {readonly string[]} headings
 */
export const openCsvFile = (path, headings) => {
  const file = openSync(path, 'w');
  let rows = 0;
  let buffered = `${headings.join(',')}\n`;
  const flush = () => {
    writeSync(file, buffered);
    buffered = '';
  };
  return {
    /** @param {readonly string[]} before cells that never need quotes @param {string} name @param {readonly string[]} after */
    write: (before, name, after) => {
      buffered += `${before.join(',')},${quoted(name)},${after.join(',')}\n`;
      rows += 1;
      if (buffered.length > BUFFERED_CHARACTERS) flush();
    },
    /** Closes the file and says how many rows stand below the headings. */
    close: () => {
      flush();
      closeSync(file);
      return rows;
    },
  };
};
