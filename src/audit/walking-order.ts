import { levelOfTable } from '../model/levels.ts';
import type { Ruleset } from '../model/ruleset.ts';
import type { Question } from './question.ts';

/** By which a question is put beside others, from the subject inwards: each step by one or more names of a unit. */
const pathOf = ({ table, subject, within, name, code }: Question, ruleset: Ruleset): readonly (readonly string[])[] => {
  const { id, judged } = levelOfTable(ruleset, table);
  const isHolder = !judged && ruleset.levels.some((level) => level.within.includes(id));
  const own = isHolder ? [name, code].filter((each) => each !== null) : [];
  const outermost = subject?.code ?? subject?.name ?? within[0] ?? name ?? '';
  return [[outermost], ...within.slice(1).map((each) => [each]), ...(own.length > 0 ? [own] : [])];
};

const compare = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((step, index) => step !== b[index]);
  return at < 0 ? a.length - b.length : a[at]! - (b[at] ?? -1);
};

/**
 * The questions as someone walks: what decides first, as it comes; the rest by subject, in that by what lies between,
 * and of each unit first what is asked of it and then of what lies in it. Units come in the order in which they are met.
 */
export const walkingOrder = (questions: readonly Question[], ruleset: Ruleset): Question[] => {
  const groups = new Map<string, number>();
  const groupsOf = (question: Question): readonly number[] => {
    const path: number[] = [];
    for (const names of pathOf(question, ruleset)) {
      const keys = names.map((name) => JSON.stringify([path.at(-1), name]));
      const group = keys.map((key) => groups.get(key)).find((known) => known !== undefined) ?? groups.size;
      for (const key of keys) groups.set(key, group);
      path.push(group);
    }
    return path;
  };
  const rest = questions.filter(({ decides }) => !decides).map((question) => ({ question, path: groupsOf(question) }));
  return [
    ...questions.filter(({ decides }) => decides),
    ...rest.toSorted((a, b) => compare(a.path, b.path)).map(({ question }) => question),
  ];
};
