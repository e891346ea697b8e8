import { axisX, axisY, dot, gridX, plot, ruleX, ruleY, text } from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { Result } from '../../model/assessment.ts';
import { widthOf } from '../../model/width.ts';
import { countText } from './share-figures.ts';
import type { ShareLine } from './share-survey.ts';

/** Pixels; as wide as a telephone shows it, and a third of a desk screen. */
const WIDTH = 344;
const LINE = 20;
const MARGIN = { top: 18, right: 62, bottom: 24, left: 92 };
const NAME_COLUMNS = 14;

const COLORS = {
  pass: 'var(--pass)',
  fail: 'var(--fail)',
  unknown: 'var(--open)',
  'not-applicable': 'var(--muted)',
} as const satisfies Record<Result, string>;
/** Never the colour alone. */
const SYMBOLS = {
  pass: 'circle',
  fail: 'times',
  unknown: 'diamond',
  'not-applicable': 'plus',
} as const satisfies Record<Result, string>;

const short = (name: string): string => {
  if (widthOf(name) <= NAME_COLUMNS) return name;
  let cut = '';
  for (const character of name) {
    if (widthOf(cut + character) >= NAME_COLUMNS) break;
    cut += character;
  }
  return `${cut}…`;
};

/** Positions are the printed percentages, which are cut off: no dot reaches a target that the counts miss. */
const toPoint = (line: ShareLine, index: number) => ({
  index,
  least: Number(line.least),
  most: Number(line.most),
  color: COLORS[line.result],
  symbol: SYMBOLS[line.result],
  figures: countText(line),
});

/** The streets' shares of one rule, a line each, from the worst case to the best, against the target. */
export const sharePlot = (lines: readonly ShareLine[], atLeast: string) => {
  const points = lines.map(toPoint);
  const open = points.filter(({ least, most }) => most > least);
  const target = Number(atLeast);
  const { document } = parseHTML('<!doctype html><html></html>');
  return plot({
    document,
    width: WIDTH,
    height: MARGIN.top + lines.length * LINE + MARGIN.bottom,
    marginTop: MARGIN.top,
    marginRight: MARGIN.right,
    marginBottom: MARGIN.bottom,
    marginLeft: MARGIN.left,
    x: { domain: [0, 100] },
    y: { type: 'band', domain: points.map(({ index }) => index), label: null, padding: 0 },
    symbol: { type: 'identity' },
    marks: [
      gridX([0, 25, 50, 75, 100], { stroke: 'var(--line)', strokeOpacity: 1 }),
      axisX([0, 50, 100], { tickFormat: (share: number) => `${share}%`, label: null, fontSize: 11, tickSize: 0 }),
      axisY({ tickFormat: (index: number) => short(lines[index]!.name), tickSize: 0, fontSize: 12 }),
      ruleX([target], { stroke: 'var(--text)', strokeWidth: 1.5, strokeDasharray: '4 2' }),
      text([target], {
        x: (share: number) => share,
        frameAnchor: 'top',
        dy: -14,
        text: () => `${atLeast}%`,
        fontSize: 11,
      }),
      ruleY(open, { y: 'index', x1: 'least', x2: 'most', stroke: 'color', strokeWidth: 6, strokeOpacity: 0.45 }),
      dot(points, { x: 'least', y: 'index', symbol: 'symbol', stroke: 'color', strokeWidth: 2, r: 4 }),
      dot(open, { x: 'most', y: 'index', stroke: 'color', strokeWidth: 2, r: 3 }),
      text(points, {
        y: 'index',
        frameAnchor: 'right',
        dx: MARGIN.right - 2,
        textAnchor: 'end',
        text: 'figures',
        fontSize: 12,
      }),
    ],
  });
};
