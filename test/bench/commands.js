import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const pathOf = (/** @type {string} */ relative) => fileURLToPath(new URL(relative, import.meta.url));

export const SAMPLE = pathOf('../../samples/yantian-2012');

/** The process that does nothing. */
export const EMPTY = ['-e', '0'];

/** `streetcheck assess` as built, with the whole report. @param {string} folder @param {'table' | 'html'} format */
export const assess = (folder, format) => [pathOf('../../bin/streetcheck.js'), 'assess', folder, '--format', format];

/** The answer alone. @param {string} folder @param {'table' | 'json'} format */
export const assessQuietly = (folder, format) => [...assess(folder, format), '--quiet'];

/** A line for each submission in a folder. @param {string} folder */
export const assessEach = (folder) => [
  ...[pathOf('../../bin/streetcheck.js'), 'assess', '--each', folder, '--format', 'jsonl'],
];

/** The same files parsed and written as JSON, and nothing asked of them. @param {string} folder */
export const parseEach = (folder) => [pathOf('yardstick-each.js'), folder];

/** @param {string} folder */
export const countRows = (folder) => [
  pathOf('yardstick.js'),
  ...['streets', 'communities', 'compounds'].map((table) => join(folder, `${table}.csv`)),
];
