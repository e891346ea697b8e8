import { judgedLevel, outerLevels } from '../model/levels.ts';
import { getOrInsert } from '../model/remembered.ts';
import type { Level, Ruleset } from '../model/ruleset.ts';
import { codesOf } from '../register/codes.ts';
import { nameFolder } from '../register/fold-name.ts';
import type { Named } from '../register/named.ts';
import type { Subject } from '../register/subjects.ts';

/** The subjects that lie in one unit of a level around them, which is shown pooled. */
export interface OuterGroup extends Named {
  readonly level: Level;
  /** By code, those without one after them by name, each in code-point order. */
  readonly subjects: readonly Subject[];
}

const compareTexts = (a: string | null, b: string | null): number => {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return Number(a > b) - Number(a < b);
};

const compare = (a: Named, b: Named): number => compareTexts(a.code, b.code) || compareTexts(a.name, b.name);

const single = <T>(values: ReadonlySet<T> | undefined): T | undefined => {
  const [first] = values?.size === 1 ? values : [];
  return first;
};

/**
 * Subjects by what they lie in: what a column says of it decides, its code before its folded name. The first digits of
 * the code of what lies between, or of its own, are that of a subject that says neither, and subjects without any of
 * these form one group together.
 */
const groupBy = (subjects: readonly Subject[], ruleset: Ruleset, level: Level, at: number): OuterGroup[] => {
  const { prefix, isOf } = codesOf(ruleset);
  const levels = outerLevels(ruleset);
  const isNumbered = judgedLevel(ruleset).digits !== null;
  const fold = nameFolder(ruleset, level);
  /** An office's own numbers begin with nothing, and codes of what lies further out are too short. */
  const digitsOf = ({ code, outer }: Subject): string | null => {
    const between = levels.flatMap((each, nth) => {
      const named = outer[nth]!.code;
      return named !== null && isOf(named, each) ? (prefix(named, level) ?? []) : [];
    });
    return between.at(-1) ?? (isNumbered ? prefix(code, level) : null);
  };
  /** Those digits, where subjects agree. */
  const commonPrefix = (own: readonly Subject[]): string | null =>
    single(new Set(own.flatMap((subject) => digitsOf(subject) ?? []))) ?? null;

  /** The codes that subjects give for what has a name. */
  const codes = new Map<string | null, Set<string>>();
  for (const { outer } of subjects) {
    const { code, name } = outer[at]!;
    if (name !== null && code !== null) getOrInsert(codes, fold(name), () => new Set<string>()).add(code);
  }
  const byCode = new Map<string | null, Subject[]>();
  const byName = new Map<string, Subject[]>();
  const silent: Subject[] = [];
  for (const subject of subjects) {
    const outer = subject.outer[at]!;
    const name = outer.name === null ? null : fold(outer.name);
    const code = outer.code ?? single(codes.get(name));
    if (code !== undefined) getOrInsert(byCode, code, () => []).push(subject);
    else if (name !== null) getOrInsert(byName, name, () => []).push(subject);
    else silent.push(subject);
  }
  const byPrefix = new Map<string | null, Set<string>>();
  for (const [name, own] of byName) {
    const common = commonPrefix(own);
    if (common !== null) getOrInsert(byPrefix, common, () => new Set<string>()).add(name);
  }
  for (const subject of silent) {
    const digits = digitsOf(subject);
    const name = byCode.has(digits) ? undefined : single(byPrefix.get(digits));
    const own = name === undefined ? getOrInsert(byCode, digits, () => []) : byName.get(name)!;
    own.push(subject);
  }

  const toGroup = (code: string | null, own: Subject[]): OuterGroup => ({
    level,
    code,
    name: own.flatMap(({ outer }) => outer[at]!.name ?? []).at(0) ?? null,
    subjects: own.sort(compare),
  });
  return [
    ...[...byCode].map(([code, own]) => toGroup(code, own)),
    ...[...byName.values()].map((own) => toGroup(commonPrefix(own), own)),
  ].sort(compare);
};

/** A subject, or a unit around it whose subjects came just before. */
export type Shown = { readonly subject: Subject } | { readonly group: OuterGroup };

/** The subjects in the order in which they are shown, each group behind its subjects. */
export const shownOrder = (subjects: readonly Subject[], ruleset: Ruleset): Shown[] => {
  const levels = outerLevels(ruleset);
  const within = (own: readonly Subject[], at: number): Shown[] =>
    at === levels.length
      ? own.toSorted(compare).map((subject) => ({ subject }))
      : groupBy(own, ruleset, levels[at]!, at).flatMap((group) => [...within(group.subjects, at + 1), { group }]);
  return within(subjects, 0);
};

/** The groups of every level around the subjects. */
export const outerGroups = (shown: readonly Shown[]): OuterGroup[] =>
  shown.flatMap((each) => ('group' in each ? [each.group] : []));
