import { parseArgs } from 'node:util';
import { MEASUREMENTS } from './measurements.js';

const WIDTHS = [46, 10, 10, 10];

/** @param {readonly string[]} cells */
const line = (cells) =>
  cells
    .map((cell, index) => cell.padEnd(WIDTHS[index] ?? 0))
    .join('')
    .trimEnd();

const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: 'nation' },
    runs: { type: 'string', default: '5' },
    only: { type: 'string', multiple: true, default: Object.keys(MEASUREMENTS) },
  },
});

console.log(line(['work', 'measured', 'against', 'result', 'budget']));
let over = 0;
for (const name of values.only) {
  const measure = MEASUREMENTS[name];
  if (measure === undefined) throw new RangeError(`no measurement ${name}: ${Object.keys(MEASUREMENTS).join(', ')}`);
  for (const { work, measured, against, result, budget, unit } of measure(values.scale, Number(values.runs))) {
    const kept = result <= budget;
    if (!kept) over += 1;
    const figures = [`${result.toFixed(unit === '×' ? 2 : 0)}${unit}`, `≤ ${budget}${unit}${kept ? '' : '  over'}`];
    console.log(line([work, measured, against, ...figures]));
  }
}
console.log(`node ${process.version}, ${process.platform} ${process.arch}, medians of ${values.runs}`);
if (over > 0) process.exitCode = 1;
