import { type Assessment, type Finding, NO_WITNESSES } from '../../model/assessment.ts';
import type { Rule, Ruleset } from '../../model/ruleset.ts';
import { capitalized, type Language, type Text } from '../../model/text.ts';
import { findingTeller } from '../finding-teller.ts';
import { headingLookup, judgedRules } from '../lookups.ts';
import { type Nouns, nounsOf } from '../nouns.ts';
import { plain, visible } from '../plain.ts';
import type { ReportContext } from '../reporter.ts';
import { type ShownPlaces, shownPaths, shownPlaces } from '../shown-places.ts';
import { reportWords, type Words } from '../words.ts';
import type { Fingerprints } from './digest.ts';

/** What every part of the page may say, besides what it is about. */
export interface PageFacts {
  readonly assessment: Assessment;
  readonly nouns: Nouns;
  /** The words of the other reports for people. */
  readonly words: Readonly<Record<Language, Words>>;
  readonly context: ReportContext;
  readonly fingerprints: Fingerprints;
  /** Title of the scheme, or of the tool where the ruleset was refused. */
  readonly scheme: Text;
  /** Number of the document. */
  readonly source: string;
  /** The rules that subjects are judged by, as the grid has them. */
  readonly rules: readonly Rule[];
  readonly placeText: ShownPlaces;
  /** A file, and its sheet, as it was given on the command line. */
  readonly pathText: (path: string) => string;
  readonly labelOf: (finding: Finding) => Text;
  /** Its clause, the document being named above. */
  readonly clauseOf: (finding: Finding) => Text;
  readonly reasonOf: (finding: Finding) => Text;
  /** The reason where its units are listed beside it: without their names. */
  readonly figuresOf: (finding: Finding) => Text;
  readonly remedyOf: (finding: Finding) => Text | null;
  /** What people call a field whose column is absent. */
  readonly headingOf: (field: string) => Text;
}

export const plainText = ({ zh, en }: Text): Text => ({ zh: plain(zh), en: plain(en) });

/** As a heading: rulesets write English labels as parts of a sentence. */
export const ruleLabel = ({ label }: Rule): Text => ({ zh: plain(label.zh), en: capitalized(plain(label.en)) });

const UNCITED: Text = { zh: '', en: '' };

/** Beside a rule its clause is told already, and the scheme above. */
const withinScheme = (ruleset: Ruleset): Ruleset => ({
  ...ruleset,
  rules: ruleset.rules.map((rule) => ({ ...rule, cited: UNCITED })),
});

export const pageFacts = (assessment: Assessment, context: ReportContext, fingerprints: Fingerprints): PageFacts => {
  const { ruleset } = assessment;
  const zh = findingTeller(assessment, 'zh');
  const en = findingTeller(assessment, 'en');
  const inScheme = { ...assessment, ruleset: ruleset && withinScheme(ruleset) };
  const shortZh = findingTeller(inScheme, 'zh');
  const shortEn = findingTeller(inScheme, 'en');
  const pathOf = shownPaths(assessment);
  const reasonOf = (finding: Finding): Text => ({ zh: zh.reasonOf(finding), en: en.reasonOf(finding) });
  const heading = { zh: headingLookup(ruleset, 'zh'), en: headingLookup(ruleset, 'en') };
  return {
    assessment,
    nouns: nounsOf(ruleset),
    words: reportWords(ruleset),
    context,
    fingerprints,
    scheme: ruleset === null ? { zh: 'streetcheck', en: 'streetcheck' } : plainText(ruleset.label),
    source: plain(ruleset?.source.number ?? ''),
    rules: judgedRules(ruleset),
    placeText: shownPlaces(assessment),
    pathText: (path) => visible(pathOf(path)),
    labelOf: (finding) => ruleLabel(zh.ruleOf(finding)),
    clauseOf: (finding) => plainText(zh.ruleOf(finding).clauseText),
    reasonOf,
    figuresOf: (finding) => {
      const bare = { ...finding, witnesses: NO_WITNESSES };
      return { zh: shortZh.reasonOf(bare), en: shortEn.reasonOf(bare) };
    },
    remedyOf: (finding) => {
      const remedy = { zh: zh.remedyOf(finding), en: en.remedyOf(finding) };
      return remedy.zh === null || remedy.en === null ? null : { zh: remedy.zh, en: remedy.en };
    },
    headingOf: (field) => ({ zh: heading.zh(field), en: heading.en(field) }),
  };
};
