import { isAll } from '../../model/share.ts';
import { Both, resultText } from './bilingual.tsx';
import { ruleLabel } from './page-facts.ts';
import { pageWords } from './page-words.ts';
import { sharePlot } from './share-plot.ts';
import type { ShareSurvey } from './share-survey.ts';
import { svgNodes } from './svg-nodes.tsx';

const ShareChart = ({ survey }: { readonly survey: ShareSurvey }) => {
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
            of={counts.streets === 0 ? resultText('not-applicable') : pageWords.reached(counts.reached, counts.streets)}
          />
        </p>
      </figcaption>
      {lines.length === 0 && counts.streets > 0 && (
        <p>
          <Both of={pageWords.nothingDrawn} />
        </p>
      )}
      {lines.length > 0 &&
        svgNodes(sharePlot(lines, atLeast), { role: 'img', 'aria-labelledby': `${title} ${title}-text` })}
      {counts.withFigures > lines.length && (
        <p class="note">
          <Both of={pageWords.lowest(lines.length, counts.withFigures)} />
        </p>
      )}
      {lines.length > 0 && counts.streets > counts.withFigures && (
        <p class="note">
          <Both of={pageWords.noFigures(counts.streets - counts.withFigures)} />
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
            )}
          />
        </p>
      )}
    </figure>
  );
};

/** For every share rule the streets against its target; one that all streets have in full is told, not drawn. */
export const ShareCharts = ({ of }: { readonly of: readonly ShareSurvey[] }) => {
  const full = of.filter(({ isFull }) => isFull).map(({ rule }) => ruleLabel(rule));
  const drawn = of.filter(({ isFull }) => !isFull);
  return (
    <section id="shares" aria-labelledby="shares-title">
      <h2 id="shares-title">
        <Both of={pageWords.shares} />
      </h2>
      {drawn.length > 0 && (
        <p class="hint">
          <Both of={pageWords.sharesHint} />
        </p>
      )}
      {full.length > 0 && (
        <p>
          <Both of={pageWords.allInFull(full)} />
        </p>
      )}
      {drawn.length > 0 && (
        <div class="charts">
          {drawn.map((survey) => (
            <ShareChart key={survey.rule.id} survey={survey} />
          ))}
        </div>
      )}
    </section>
  );
};
