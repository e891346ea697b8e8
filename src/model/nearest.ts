/** How many letters differ, are missing, are too many, or stand the wrong way round beside each other. */
export const distance = (left: string, right: string): number => {
  const rows: number[][] = [Array.from({ length: right.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= left.length; i++) {
    const row = [i];
    for (let j = 1; j <= right.length; j++) {
      const changed = left[i - 1] === right[j - 1] ? 0 : 1;
      row[j] = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + changed);
      const isSwapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      if (isSwapped) row[j] = Math.min(row[j]!, rows[i - 2]![j - 2]! + 1);
    }
    rows.push(row);
  }
  return rows[left.length]![right.length]!;
};

/** Farther than this nothing was misspelt. */
const FAR = 2;

/** Of the words known, those that `word` is nearest to, if it may be one of them misspelt. */
export const nearest = (word: string, known: readonly string[]): readonly string[] => {
  if (word.length > 100) return [];
  const found = known.map((other) => ({ other, away: distance(word.toLowerCase(), other.toLowerCase()) }));
  const least = Math.min(...found.map(({ away }) => away));
  const isNear = least <= FAR && least * 2 < word.length;
  return isNear ? found.filter(({ away }) => away === least).map(({ other }) => other) : [];
};
