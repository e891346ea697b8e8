import type { Ruleset, TableName, Value } from '../../model/ruleset.ts';
import type { Language } from '../../model/text.ts';

const CHINESE = /\p{Script=Han}/u;

/** How people write a value of a field: in Chinese its first Chinese label. What is given is read back as the value. */
export const valueLabel = (
  { records }: Ruleset,
  table: TableName,
  field: string,
  value: Value,
  language: Language,
): string => {
  const labels = records[table]!.fields.find(({ name }) => name === field)?.labels ?? new Map<string, Value>();
  const own = [...labels].filter(([, of]) => of === value).map(([label]) => label);
  return (language === 'zh' ? own.find((label) => CHINESE.test(label)) : undefined) ?? String(value);
};
