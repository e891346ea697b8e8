import type { Result } from '../../model/assessment.ts';
import { isAll } from '../../model/share.ts';
import { widthOf } from '../../model/width.ts';
import type { Noun } from '../nouns.ts';
import { Both, resultText } from './bilingual.tsx';
import { ruleLabel } from './page-facts.ts';
import { pageWords } from './page-words.ts';
import { countText, type ShareLine, type ShareSurvey } from './share-figures.ts';

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
/** Never the colour alone: a circle, a cross, a diamond, a plus. */
const SYMBOLS = {
  pass: 'M4,0A4,4,0,1,1-4,0A4,4,0,1,1,4,0',
  fail: 'M-4,-4L4,4M-4,4L4,-4',
  unknown: 'M0,-6.5L4,0L0,6.5L-4,0Z',
  'not-applicable': 'M-6,0H6M0,-6V6',
} as const satisfies Record<Result, string>;

/** Rounded beyond what is seen, which keeps the order of the shares. */
const xOf = (percent: number): number =>
  Number((MARGIN.left + (percent / 100) * (WIDTH - MARGIN.left - MARGIN.right)).toFixed(3));

const short = (name: string): string => {
  if (widthOf(name) <= NAME_COLUMNS) return name;
  let cut = '';
  for (const character of name) {
    if (widthOf(cut + character) >= NAME_COLUMNS) break;
    cut += character;
  }
  return `${cut}…`;
};

/** The subjects' shares of one rule, a line each, from the worst case to the best, against the target. */
const SharePicture = ({
  lines,
  atLeast,
  labelledBy,
}: {
  readonly lines: readonly ShareLine[];
  readonly atLeast: string;
  readonly labelledBy: string;
}) => {
  const bottom = MARGIN.top + lines.length * LINE;
  const height = bottom + MARGIN.bottom;
  const upright = (percent: number) => `M${xOf(percent)},${MARGIN.top}V${bottom}`;
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the caption names it, in both languages
    <svg
      width={WIDTH}
      height={height}
      viewBox={`0 0 ${WIDTH} ${height}`}
      fill="currentColor"
      font-size={12}
      role="img"
      aria-labelledby={labelledBy}
    >
      <path d={[0, 25, 50, 75, 100].map(upright).join('')} stroke="var(--line)" />
      <g font-size={11} text-anchor="middle">
        {[0, 50, 100].map((percent) => (
          <text key={percent} x={xOf(percent)} y={bottom + 17}>
            {`${percent}%`}
          </text>
        ))}
        <text x={xOf(Number(atLeast))} y={MARGIN.top - 6}>
          {`${atLeast}%`}
        </text>
      </g>
      <path d={upright(Number(atLeast))} stroke="var(--text)" stroke-width={1.5} stroke-dasharray="4 2" />
      {lines.map((line, index) => {
        // Printed percentages are cut off: no dot reaches a target that the counts miss.
        const [least, most] = [xOf(Number(line.least)), xOf(Number(line.most))];
        return (
          <g key={index} transform={`translate(0,${MARGIN.top + LINE * (index + 0.5)})`}>
            <text x={MARGIN.left - 9} y={4} text-anchor="end">
              {short(line.name)}
            </text>
            <g stroke={COLORS[line.result]} stroke-width={2} fill="none">
              {most > least && <path d={`M${least},0H${most}`} stroke-width={6} stroke-opacity={0.45} />}
              <path d={SYMBOLS[line.result]} transform={`translate(${least},0)`} />
              {most > least && <circle cx={most} r={3} />}
            </g>
            <text x={WIDTH - 2} y={4} text-anchor="end">
              {countText(line)}
            </text>
          </g>
        );
      })}
    </svg>
  );
};

const ShareChart = ({ survey, judged }: { readonly survey: ShareSurvey; readonly judged: Noun }) => {
  const { rule, lines, counts, meansAll } = survey;
  const { atLeast } = rule;
  const [smallest] = meansAll.named;
  const title = `chart-${rule.id}`;
  return (
    <figure>
      <figcaption>
        <h3 id={title}>
          <Both of={ruleLabel(rule)} />
        </h3>
        <p id={`${title}-text`}>
          <Both of={isAll(atLeast) ? pageWords.targetAll : pageWords.target(atLeast)} />
          {' · '}
          <Both
            of={
              counts.subjects === 0
                ? resultText('not-applicable')
                : pageWords.reached(counts.reached, counts.subjects, judged)
            }
          />
        </p>
      </figcaption>
      {lines.length === 0 && counts.subjects > 0 && (
        <p>
          <Both of={pageWords.nothingDrawn} />
        </p>
      )}
      {lines.length > 0 && <SharePicture lines={lines} atLeast={atLeast} labelledBy={`${title} ${title}-text`} />}
      {counts.withFigures > lines.length && (
        <p class="note">
          <Both of={pageWords.lowest(lines.length, counts.withFigures, judged)} />
        </p>
      )}
      {lines.length > 0 && counts.subjects > counts.withFigures && (
        <p class="note">
          <Both of={pageWords.noFigures(counts.subjects - counts.withFigures, judged)} />
        </p>
      )}
      {smallest !== undefined && (
        <p class="note">
          <Both
            of={pageWords.meansAll(
              atLeast,
              smallest.of,
              meansAll.named.map(({ name }) => name),
              meansAll.total - meansAll.named.length,
              judged,
            )}
          />
        </p>
      )}
    </figure>
  );
};

/** For every share rule the subjects against its target; one that all have in full is told, not drawn. */
export const ShareCharts = ({ of, judged }: { readonly of: readonly ShareSurvey[]; readonly judged: Noun }) => {
  const full = of.filter(({ isFull }) => isFull).map(({ rule }) => ruleLabel(rule));
  const drawn = of.filter(({ isFull }) => !isFull);
  return (
    <section id="shares" aria-labelledby="shares-title">
      <h2 id="shares-title">
        <Both of={pageWords.shares} />
      </h2>
      {drawn.length > 0 && (
        <p class="hint">
          <Both of={pageWords.sharesHint(judged)} />
        </p>
      )}
      {full.length > 0 && (
        <p>
          <Both of={pageWords.allInFull(full, judged)} />
        </p>
      )}
      {drawn.length > 0 && (
        <div class="charts">
          {drawn.map((survey) => (
            <ShareChart key={survey.rule.id} survey={survey} judged={judged} />
          ))}
        </div>
      )}
    </section>
  );
};
