import type { VNode } from 'preact';
import type { Result, ShareFinding } from '../../model/assessment.ts';
import type { Rule } from '../../model/ruleset.ts';
import { isAll, type Percent, percentIn } from '../../model/share.ts';
import { type ShareFigures, shareFigures } from '../findings.ts';
import { plain } from '../plain.ts';
import { asked } from '../reasons.ts';
import { cut } from '../wrap.ts';
import { both, resultText } from './markup.tsx';
import { type Page, ruleLabel } from './page.tsx';
import { pageWords } from './page-words.ts';

export const countText = ({ met, best, of }: ShareFigures): string =>
  best === met ? `${met}/${of}` : `${met}–${best}/${of}`;

export const percentText = ({ met, best, least, most }: ShareFigures): string =>
  best === met ? `${least}%` : `${least}–${most}%`;

/** A picture has so many lines; beyond, the lowest subjects are drawn, those one would look for. */
const DRAWN = 24;
/** So many names stand in the note on targets that mean all units. */
const NAMED = 3;

interface ShareLine extends ShareFigures {
  readonly name: string;
  readonly result: Result;
  /** Of a subject so small that the target means all of its units. */
  readonly meansAll: boolean;
}

/** A rule that asks for a per cent, and what the subjects that were asked for it came to. */
interface Asked {
  readonly rule: Rule;
  readonly percent: Percent;
  readonly shares: readonly { readonly name: string; readonly finding: ShareFinding }[];
}

const askedOf = ({ assessment, nouns, nameOf }: Page, rule: Rule): readonly Asked[] => {
  const percent = rule.kind === 'share' ? percentIn(rule.target) : null;
  if (percent === null) return [];
  const shares = assessment.subjects.flatMap((subject) => {
    const finding = subject.scope === nouns.level && subject.findings.find((each) => each.rule === rule.id);
    if (!finding || finding.kind === 'veto' || finding.reason === 'rule.not-in-force') return [];
    return [{ name: subject.name === null ? plain(subject.code ?? '') : nameOf(subject).zh, finding }];
  });
  return [{ rule, percent, shares }];
};

const linesOf = ({ shares }: Asked): ShareLine[] =>
  shares.flatMap(({ name, finding }) => {
    const figures = shareFigures(finding);
    if (figures === null) return [];
    return [{ ...figures, name, result: finding.result, meansAll: finding.effectiveTarget === finding.of }];
  });

/** Whether every subject has all of its units: a picture would show a row of dots at 100 %. */
const isFull = (asked: Asked): boolean => {
  const lines = linesOf(asked);
  return lines.length > 0 && lines.length === asked.shares.length && lines.every(({ met, of }) => met === of);
};

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

/** The subjects' shares of one rule, a line each, from the worst case to the best, against the target. */
const picture = (lines: readonly ShareLine[], percent: Percent, labelledBy: string): VNode => {
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
        <text x={xOf(Number(percent))} y={MARGIN.top - 6}>
          {`${percent}%`}
        </text>
      </g>
      <path d={upright(Number(percent))} stroke="var(--text)" stroke-width={1.5} stroke-dasharray="4 2" />
      {lines.map((line, index) => {
        // Printed percentages are cut off: no dot reaches a target that the counts miss.
        const [least, most] = [xOf(Number(line.least)), xOf(Number(line.most))];
        return (
          <g key={index} transform={`translate(0,${MARGIN.top + LINE * (index + 0.5)})`}>
            <text x={MARGIN.left - 9} y={4} text-anchor="end">
              {cut(line.name, NAME_COLUMNS)}
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

const chart = (shown: Asked, { nouns: { judged }, say }: Page): VNode => {
  const { rule, percent, shares } = shown;
  const lines = linesOf(shown);
  const drawn = lines.toSorted((a, b) => a.met * b.of - b.met * a.of).slice(0, DRAWN);
  const reached = shares.filter(({ finding }) => finding.result === 'pass').length;
  const small = isAll(percent) ? [] : lines.filter(({ meansAll }) => meansAll);
  const title = `chart-${rule.id}`;
  return (
    <figure key={rule.id}>
      <figcaption>
        <h3 id={title}>{both(ruleLabel(rule))}</h3>
        <p id={`${title}-text`}>
          {say(({ language }) => asked(rule, language))}
          {' · '}
          {both(shares.length === 0 ? resultText('not-applicable') : pageWords.reached(reached, shares.length, judged))}
        </p>
      </figcaption>
      {lines.length === 0 && shares.length > 0 && <p>{both(pageWords.nothingDrawn)}</p>}
      {lines.length > 0 && picture(drawn, percent, `${title} ${title}-text`)}
      {lines.length > drawn.length && <p class="note">{both(pageWords.lowest(drawn.length, lines.length, judged))}</p>}
      {lines.length > 0 && shares.length > lines.length && (
        <p class="note">{both(pageWords.noFigures(shares.length - lines.length, judged))}</p>
      )}
      {small.length > 0 && (
        <p class="note">
          {both(
            pageWords.meansAll(
              percent,
              small[0]!.of,
              small.slice(0, NAMED).map(({ name }) => name),
              Math.max(0, small.length - NAMED),
              judged,
            ),
          )}
        </p>
      )}
    </figure>
  );
};

/** For every per cent asked for the subjects against it; one that all have in full is told, not drawn. */
export const shareCharts = (page: Page): VNode | null => {
  const { judged } = page.nouns;
  const all = page.rules.flatMap((rule) => askedOf(page, rule));
  if (all.every(({ shares }) => shares.length === 0)) return null;
  const full = all.filter(isFull);
  const drawn = all.filter((asked) => !full.includes(asked));
  const labels = full.map(({ rule }) => ruleLabel(rule));
  return (
    <section id="shares" aria-labelledby="shares-title">
      <h2 id="shares-title">{both(pageWords.shares)}</h2>
      {drawn.length > 0 && <p class="hint">{both(pageWords.sharesHint(judged))}</p>}
      {full.length > 0 && <p>{both(pageWords.allInFull(labels, judged))}</p>}
      {drawn.length > 0 && <div class="charts">{drawn.map((asked) => chart(asked, page))}</div>}
    </section>
  );
};
