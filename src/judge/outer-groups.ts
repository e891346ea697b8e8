import { judgedLevel, outerLevels } from '../model/levels.ts';
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

interface Group {
  readonly code: string | null;
  readonly isNamed: boolean;
  readonly subjects: Subject[];
}

const compareTexts = (a: string | null, b: string | null): number => {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
};

const compare = (a: Named, b: Named): number => compareTexts(a.code, b.code) || compareTexts(a.name, b.name);

const single = <T>(values: ReadonlySet<T> | undefined): T | undefined => {
  const [first] = values?.size === 1 ? values : [];
  return first;
};

/**
 * Subjects by what they lie in: what a column says of it decides, its code before its folded name. The first digits of
 * its own code, or of the code of what lies between, are that of a subject that says neither, and subjects without any of these form one group together.
 */
const groupBy = (subjects: readonly Subject[], ruleset: Ruleset, level: Level, at: number): OuterGroup[] => {
  const { prefix, isOf } = codesOf(ruleset);
  const levels = outerLevels(ruleset);
  const isNumbered = judgedLevel(ruleset).digits !== null;
  const fold = nameFolder(ruleset, level);
  const groups = new Map<string, Group>();
  const add = (key: string, subject: Subject, code: string | null, isNamed: boolean): void => {
    const group = groups.get(key);
    if (group) group.subjects.push(subject);
    else groups.set(key, { code, isNamed, subjects: [subject] });
  };
  /** The first digits of the code of what lies between, else of its own; an office's own numbers begin with nothing. */
  const digitsOf = ({ code, outer }: Subject): string | null => {
    const between = levels.flatMap((each, nth) => {
      const named = nth > at ? outer[nth]!.code : null;
      return named !== null && isOf(named, each) ? [named] : [];
    });
    return prefix(between.at(-1) ?? (isNumbered ? code : null), level);
  };
  /** Those digits, where subjects agree. */
  const commonPrefix = (own: readonly Subject[]): string | null =>
    single(new Set(own.flatMap((subject) => digitsOf(subject) ?? []))) ?? null;

  /** The codes that subjects give for what has a name. */
  const codes = new Map<string, Set<string>>();
  for (const { outer } of subjects) {
    const { code, name } = outer[at]!;
    if (name !== null && code !== null) codes.set(fold(name), (codes.get(fold(name)) ?? new Set()).add(code));
  }
  const silent: Subject[] = [];
  for (const subject of subjects) {
    const outer = subject.outer[at]!;
    const name = outer.name === null ? null : fold(outer.name);
    const code = outer.code ?? (name === null ? null : (single(codes.get(name)) ?? null));
    if (code !== null) add(`code ${code}`, subject, code, false);
    else if (name !== null) add(`name ${name}`, subject, null, true);
    else silent.push(subject);
  }

  const byPrefix = new Map<string, Set<string>>();
  for (const [key, { isNamed, subjects: own }] of groups) {
    const common = isNamed ? commonPrefix(own) : null;
    if (common !== null) byPrefix.set(common, (byPrefix.get(common) ?? new Set()).add(key));
  }
  for (const subject of silent) {
    const digits = digitsOf(subject);
    const own = `code ${digits ?? ''}`;
    add(groups.has(own) ? own : (single(byPrefix.get(digits ?? '')) ?? own), subject, digits, false);
  }

  return [...groups.values()]
    .map(
      ({ code, isNamed, subjects: own }): OuterGroup => ({
        level,
        code: isNamed ? commonPrefix(own) : code,
        name: own.flatMap(({ outer }) => outer[at]!.name ?? []).at(0) ?? null,
        subjects: own.sort(compare),
      }),
    )
    .sort(compare);
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
