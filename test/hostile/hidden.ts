const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Characters of a text for people that a terminal would act on or not show, line breaks aside, by code point. */
export const hiddenIn = (text: string): string[] => [
  ...new Set(
    (text.match(HIDDEN) ?? []).filter((found) => found !== '\n').map((found) => found.codePointAt(0)!.toString(16)),
  ),
];
