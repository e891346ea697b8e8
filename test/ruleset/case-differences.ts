import type { Finding, Subject } from '../../src/model/assessment.ts';

type Expected = Readonly<Record<string, unknown>>;

/** What a case expects of a subject and does not find, as `rule.property: found instead of expected`. */
export const caseDifferences = (expected: Expected | null, subject: Subject | undefined): readonly string[] => {
  if (expected === null) return subject === undefined ? [] : ['should not be there'];
  if (subject === undefined) return ['no such subject'];
  return Object.entries(expected).flatMap(([key, value]) => differ(key, value, subject));
};

const differ = (key: string, expected: unknown, subject: Subject): readonly string[] => {
  if (key === 'verdict' || key === 'verdictWithoutVetoes') return unequal(key, subject[key], expected);
  const finding: Finding | undefined = subject.findings.find(({ rule }) => rule === key);
  if (finding === undefined) return [`${key}: no such finding`];
  const properties = typeof expected === 'string' ? { result: expected } : (expected as Expected);
  return Object.entries(properties).flatMap(([name, value]) =>
    unequal(`${key}.${name}`, (finding as unknown as Expected)[name], value),
  );
};

const unequal = (name: string, found: unknown, expected: unknown): readonly string[] =>
  Object.is(found, expected) ? [] : [`${name}: ${String(found)} instead of ${String(expected)}`];
