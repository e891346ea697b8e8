import { innerLevels, judgedLevel, outerLevels } from '../model/levels.ts';
import type { Level, Ruleset } from '../model/ruleset.ts';

/** What people call the units of a ruleset in the lines around a table. */
export interface LevelWords {
  /** Subjects and what lies in them: 街道, 社区, 小区. */
  readonly units: readonly string[];
  /** What lies in subjects. */
  readonly inner: readonly string[];
  /** Units of any level, and how their names end: 区, 街道, 居委会, 镇. */
  readonly all: readonly string[];
  /** Nobody signs for one: 小区. */
  readonly innermost: string;
  /** How the office of a subject ends: 街道办事处. */
  readonly offices: readonly string[];
  /** Digits of the codes of subjects and by how many those within are longer; null where codes are not nested. */
  readonly codes: { readonly least: number; readonly step: number } | null;
  /** Digits of the codes of subjects and of what they lie in: of those that report. */
  readonly reporting: readonly number[];
}

const nounOf = ({ noun }: Level): string => noun.zh;

/** Pattern for one of the words, the longest first. */
export const oneOf = (words: readonly string[]): string =>
  `(?:${[...new Set(words)]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
    .join('|')})`;

export const levelWords = (ruleset: Pick<Ruleset, 'levels'>): LevelWords => {
  const judged = judgedLevel(ruleset);
  const inner = innerLevels(ruleset);
  const next = inner.find(({ digits }) => digits !== null)?.digits ?? null;
  return {
    units: [judged, ...inner].map(nounOf),
    inner: inner.map(nounOf),
    all: ruleset.levels.flatMap(({ noun, endings, marks }) => [noun.zh, ...endings, ...marks]),
    innermost: nounOf(inner.at(-1) ?? judged),
    offices: judged.endings.filter((ending) => ending.startsWith(judged.noun.zh) && ending !== judged.noun.zh),
    reporting: [...outerLevels(ruleset), judged].flatMap(({ digits }) => digits ?? []),
    codes:
      judged.digits === null
        ? null
        : { least: judged.digits, step: next === null ? 3 : Math.max(1, next - judged.digits) },
  };
};
