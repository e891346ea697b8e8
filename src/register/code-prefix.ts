/** The prefix that children's codes share with a parent's: 12-digit codes of streets end in 000, districts in 000 or 000000. */
const stem = (code: string): string => {
  if (/^\d{6}(?:000){1,2}$/.test(code)) return code.slice(0, 6);
  return /^\d{9}000$/.test(code) ? code.slice(0, 9) : code;
};

/** Whether a code begins with that of a parent. */
export const isWithin = (code: string, parent: string): boolean =>
  code.startsWith(parent) || code.startsWith(stem(parent));
