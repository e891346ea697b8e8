import type { LeftOut } from '../model/ruleset.ts';

/** The rule of the ruleset by which a code is no unit, if any. Only codes of digits have places to look at. */
export const leftOutTest = (rules: readonly LeftOut[]): ((code: string) => LeftOut | undefined) => {
  const reach = Math.max(0, ...rules.map(({ last }) => last));
  let lastPrefix = '\0';
  let lastAnswer: LeftOut | undefined;
  return (code) => {
    if (code.length >= reach && code.startsWith(lastPrefix)) return lastAnswer;
    const answer = /^\d+$/.test(code)
      ? rules.find(({ first, last, from, to }) => {
          if (code.length < last) return false;
          const digits = Number(code.slice(first - 1, last));
          return digits >= from && digits <= to;
        })
      : undefined;
    if (code.length >= reach && reach > 0) {
      lastPrefix = code.slice(0, reach);
      lastAnswer = answer;
    }
    return answer;
  };
};
