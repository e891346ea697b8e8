/** A sentence names this many; the rest is counted. */
const NAMED = 20;

export const listZh = (items: readonly string[]): string => {
  const named = items.slice(0, NAMED).map((item) => `“${item}”`);
  return items.length > NAMED ? `${named.join('、')}等 ${items.length} 项` : named.join('、');
};

export const listEn = (items: readonly string[]): string => {
  const named = items.slice(0, NAMED).map((item) => `"${item}"`);
  return items.length > NAMED ? `${named.join(', ')} and ${items.length - NAMED} more` : named.join(', ');
};

export const orEn = (items: readonly string[]): string => listEn(items).replaceAll('", "', '" or "');
