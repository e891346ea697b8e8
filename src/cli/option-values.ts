import { isEncodingLabel } from '../intake/encoding.ts';
import { UsageError } from './errors.ts';
import type { Words } from './words.ts';

/** Reads the value of an option, or throws a `UsageError` in the user's language. */
type Read<T> = (value: string) => T;

const reader =
  <T>(option: string, expected: (usage: Words['usage']) => string, read: (value: string) => T | undefined) =>
  ({ usage }: Words): Read<T> =>
  (value) => {
    const result = read(value);
    if (result === undefined) throw new UsageError(usage.badValue(option, value, expected(usage)));
    return result;
  };

export const readChoice = <T extends string>(option: string, values: readonly T[]) =>
  reader(
    option,
    (usage) => usage.oneOf(values),
    (value) => values.find((known) => known === value),
  );

export const readYear = reader(
  '--year',
  (usage) => usage.fourDigits,
  (value) => (/^[1-9]\d{3}$/.test(value) ? Number(value) : undefined),
);

export const readCount = (option: string) =>
  reader(
    option,
    (usage) => usage.wholeNumber,
    (value) => (/^\d{1,9}$/.test(value) ? Number(value) : undefined),
  );

export const readEncoding = reader(
  '--encoding',
  (usage) => usage.encodingLabel,
  (value) => (isEncodingLabel(value) ? value : undefined),
);

export const readName = (option: string) =>
  reader(
    option,
    (usage) => usage.notEmpty,
    (value) => (value.trim() === '' ? undefined : value),
  );

/** `--subject` as often as it is given. */
export const readSubjects = (words: Words) => {
  const read = readName('--subject')(words);
  return (value: string, before: readonly string[] = []): readonly string[] => [...before, read(value)];
};
