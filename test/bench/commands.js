import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const pathOf = (/** @type {string} */ relative) => fileURLToPath(new URL(relative, import.meta.url));

export const SAMPLE = pathOf('../../samples/yantian-2012');

/** The process that does nothing. */
export const EMPTY = ['-e', '0'];

/** `streetcheck assess` as built. @param {string} folder @param {'table' | 'json' | 'html'} format */
export const assess = (folder, format) => [
  ...[pathOf('../../bin/streetcheck.js'), 'assess', folder, '--format', format],
  // A quiet page has no streets.
  ...(format === 'html' ? [] : ['--quiet']),
];

/** @param {string} folder */
export const countRows = (folder) => [
  pathOf('yardstick.js'),
  ...['streets', 'communities', 'compounds'].map((table) => join(folder, `${table}.csv`)),
];
