import type { Question } from './question.ts';

/**
 * The questions as someone walks: what decides first, as it comes; the rest by street, by community, and in each
 * community first what is asked of it and then of its compounds. Streets come one after another already.
 */
export const walkingOrder = (questions: readonly Question[]): Question[] => {
  const groups = new Map<string, number>();
  const groupOf = ({ table, street, within, name, code }: Question): number => {
    const district = street?.code ?? street?.name ?? within[0] ?? name ?? '';
    const community = table === 'communities' ? [name, code] : table === 'compounds' ? within.slice(1) : [];
    const known = community.filter((each) => each !== null);
    const keys = known.length === 0 ? [district] : known.map((each) => JSON.stringify([district, each]));
    const group = keys.map((key) => groups.get(key)).find((each) => each !== undefined) ?? groups.size;
    for (const key of keys) groups.set(key, group);
    return group;
  };
  const rest = questions.filter(({ decides }) => !decides).map((question) => ({ question, group: groupOf(question) }));
  return [
    ...questions.filter(({ decides }) => decides),
    ...rest.toSorted((a, b) => a.group - b.group).map(({ question }) => question),
  ];
};
