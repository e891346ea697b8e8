import type { Text } from '../../model/text.ts';
import { onlyStreets } from '../only-streets.ts';
import { words } from '../words.ts';
import { Both } from './bilingual.tsx';
import type { PageFacts } from './page-facts.ts';

/** With `--street`, that other streets are left out: beside the answer, and on every form, which is filed alone. */
export const OnlyStreetsNote = ({
  facts: { assessment },
  onPaper = false,
}: {
  readonly facts: Pick<PageFacts, 'assessment'>;
  readonly onPaper?: boolean;
}) => {
  const zh = onlyStreets(assessment, words.zh);
  const en = onlyStreets(assessment, words.en);
  if (zh === null || en === null) return null;
  const text: Text = { zh: `${zh}。`, en: `${en}.` };
  return (
    <p class={onPaper ? 'only paper' : 'only'}>
      <Both of={text} />
    </p>
  );
};
