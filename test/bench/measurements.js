import { assess, assessEach, assessQuietly, countRows, EMPTY, parseEach, SAMPLE } from './commands.js';
import { compare } from './compare.js';
import { batchOf, dataSet } from './data-set.js';
import { measureMemory, readOutput, timeProcess } from './run-process.js';

/** @typedef {{ work: string, measured: string, against: string, result: number, budget: number, unit: string }} Row */

/** @param {number} seconds */
const inSeconds = (seconds) => `${seconds.toFixed(seconds < 1 ? 3 : 1)} s`;

/**
 * @param {string} work
 * @param {number} budget
 * @param {readonly [number, number]} medians
 * @returns {Row}
 */
const ratio = (work, budget, [measured, against]) => ({
  ...{ work, budget, unit: '×', result: measured / against },
  ...{ measured: inSeconds(measured), against: inSeconds(against) },
});

/** @param {'table' | 'json'} format @param {number} budget @param {string} scale @param {number} runs */
const register = (format, budget, scale, runs) => {
  const folder = dataSet(scale);
  const medians = compare(timeProcess, runs, assessQuietly(folder, format), countRows(folder));
  return [ratio(`${scale}, ${format}, against the yardstick`, budget, medians)];
};

/** The peak, and what each unit of as many again adds to it. @param {'table' | 'json'} format @param {string} scale @param {number} runs @returns {Row[]} */
const memory = (format, scale, runs) => {
  const [once, twice] = [dataSet(scale), dataSet(scale, 2)];
  const [peak, larger] = compare(measureMemory, runs, assessQuietly(once, format), assessQuietly(twice, format));
  const further = Number(readOutput(countRows(twice))) - Number(readOutput(countRows(once)));
  const figures = { measured: `${peak.toFixed(0)} MB`, against: '' };
  const growth = { measured: `${larger.toFixed(0)} MB`, against: figures.measured };
  return [
    { work: `${scale}, ${format}, peak memory`, ...figures, result: peak, budget: 600, unit: ' MB' },
    {
      work: `${scale} ×2, ${format}, per further unit`,
      ...growth,
      result: ((larger - peak) * 1e6) / further,
      budget: 60,
      unit: ' B',
    },
  ];
};

/** @param {string} scale @param {number} runs @returns {Row[]} */
const page = (scale, runs) => {
  const [peak] = compare(measureMemory, runs, assess(dataSet(scale), 'html'), EMPTY);
  const figures = { measured: `${peak.toFixed(0)} MB`, against: '' };
  return [{ work: `${scale}, html, peak memory`, ...figures, result: peak, budget: 600, unit: ' MB' }];
};

/** With a heap so small that what is free is freed at once: the peak is what is held. @param {string} folder */
const inLittleRoom = (folder) => ['--max-semi-space-size=2', '--max-old-space-size=24', ...assessEach(folder)];

/** Small submissions in one process: what one more takes, and whether many take more room than few. @param {number} runs @returns {Row[]} */
const each = (runs) => {
  const [many, one] = [batchOf(1000), batchOf(1)];
  const more = compare(timeProcess, runs, assessEach(many), parseEach(many));
  const less = compare(timeProcess, runs, assessEach(one), parseEach(one));
  const [judged, parsed] = [more[0] - less[0], more[1] - less[1]];
  const [large, small] = compare(measureMemory, runs, inLittleRoom(many), inLittleRoom(batchOf(250)));
  return [
    ratio('1,000 small submissions in one process', 5, [judged, parsed]),
    {
      ...{ work: '1,000 small submissions against 250, peak', budget: 1.1, unit: '×', result: large / small },
      ...{ measured: `${large.toFixed(0)} MB`, against: `${small.toFixed(0)} MB` },
    },
  ];
};

/**
 * Each budget of the design by its name.
 * @type {Readonly<Record<string, (scale: string, runs: number) => Row[]>>}
 */
export const MEASUREMENTS = {
  sample: (_, runs) => [
    ratio('samples/yantian-2012 against node -e 0', 2.2, compare(timeProcess, runs, assess(SAMPLE, 'table'), EMPTY)),
  ],
  each: (_, runs) => each(runs),
  table: (scale, runs) => register('table', 1.3, scale, runs),
  json: (scale, runs) => register('json', 1.7, scale, runs),
  memory: (scale, runs) => [...memory('table', scale, runs), ...memory('json', scale, runs)],
  html: page,
  rows: (_, runs) => {
    const [more, once] = [dataSet('province', 10), dataSet('province')];
    return [
      ratio(
        'province ×10, table, against ×1',
        10.5,
        compare(timeProcess, runs, assessQuietly(more, 'table'), assessQuietly(once, 'table')),
      ),
    ];
  },
};
