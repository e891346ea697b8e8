/** What a heading may carry at its end without being another heading: a unit （起） or the choices （是/否）. */
const TRAILING_UNIT =
  /[([【〔](?:单位[::]?)?(?:[起个件宗例次处家户人名条座项年%]|[^()[\]【】〔〕/]+\/[^()[\]【】〔〕]+)[)\]】〕]$/u;

/** 小区（个） is how many there are (小区数), and no column of their names; 社区（人） is neither. */
const COUNT_OF_UNITS = /^(.*(?:区|街道))[([【〔](?:单位[::]?)?([^/])[)\]】〕]$/u;

/** Chinese characters only, as most headings and labels are: nothing to fold. */
export const isPlainChinese = (text: string): boolean => {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x4e00 || code > 0x9fff) return false;
  }
  return true;
};

/**
 * Full- and half-width characters as plain ones (１ is 1, Ａ is A, （ is a bracket). What only looks like a digit stays:
 * ① and ² are footnotes.
 */
export const plainWidth = (text: string): string =>
  text.normalize('NFC').replace(/[\u3000\uff00-\uffef]/gu, (wide) => wide.normalize('NFKC'));

/** Headings that are equal after folding are the same: width, spaces, case and a trailing unit do not count. */
export const foldHeading = (text: string): string => {
  if (isPlainChinese(text)) return text;
  const plain = text.normalize('NFKC').replace(/\s/gu, '').toLowerCase();
  const count = COUNT_OF_UNITS.exec(plain);
  if (count) return '个处家'.includes(count[2]!) ? `${count[1]}数` : plain;
  return plain.replace(TRAILING_UNIT, '') || plain;
};

/** Labels that are equal after folding are the same: width, outer spaces and case do not count. */
export const foldLabel = (text: string): string =>
  isPlainChinese(text) ? text : text.normalize('NFKC').trim().toLowerCase();
