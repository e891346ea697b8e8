/** A seed is read aloud, copied and typed in again: one line, nothing hidden in it, no space at its ends. */
export const isOneLine = (seed: string): boolean =>
  seed !== '' && seed === seed.trim() && !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(seed);
