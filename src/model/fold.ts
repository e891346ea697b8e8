/** What a heading may carry at its end without being another heading: a unit （起） or the choices （是/否）. */
const TRAILING_UNIT =
  /[([【〔](?:单位[::]?)?(?:[起个件宗例次处家户人名条座项年%]|[^()[\]【】〔〕/]+\/[^()[\]【】〔〕]+)[)\]】〕]$/u;

/** 小区（个） is how many there are (小区数), and no column of their names; 社区（人） is neither. 小区数（个） is itself. */
const COUNTED = /^(.*\p{Script=Han}(?<![数量率名称]))[([【〔](?:单位[::]?)?([个处家户人名条座])[)\]】〕]$/u;

/** That a column has to be filled in, or may be left: said of a heading, and no part of it. */
const REQUIRED = /^(?:[*※★☆]|[([【〔](?:必填|选填)项?[)\]】〕])+|(?:[*※★☆]|[([【〔](?:必填|选填)项?[)\]】〕])+$/gu;

/** In UTF-16 units: a longer text is no heading, and to look for marks takes the square of its length. */
const LONGEST = 256;

/** Chinese characters only, as most headings and labels are: nothing to fold. */
const isPlainChinese = (text: string): boolean => {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x4e00 || code > 0x9fff) return false;
  }
  return true;
};

/** What the characters of CJK Radicals Supplement are as characters of words, from its first; U+2E80 and U+2E9A are none. */
const RADICALS = [
  ...'·厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑𫜹忄心扌攵·旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟',
];
const FIRST_RADICAL = 0x2e80;
/** The same of CJK Strokes, from U+31CF. */
const STROKES = [...'乀一丨丿丿丶𠃍乛𠃊𠃎𠄌亅𡿨𠃋乀𠃑乚乙'];
const FIRST_STROKE = 0x31cf;

/** What cannot be seen, but for what parts words and lines; the blank of Braille is no space to a program. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\u2800]|(?![\t\n\v\f\r])[\p{Cc}\p{Cf}]/gu;
/**
 * Other forms of a character; its raised, circled and bracketed ones are footnotes. Made when it is needed: that takes
 * a millisecond of the start.
 */
const forms = () =>
  /(?:(?![\u00aa\u00ba])[\p{Lu}\p{Ll}\p{Lo}\p{Nd}\p{Nl}\p{P}\p{Zs}\p{Sm}\u2f00-\u2fd5\uff00-\uffef]){1,256}/gu;
const RADICAL = /[\u2e80-\u2ef3\u31cf-\u31e0]/g;
/** Spaces, ASCII, Chinese characters, and the dash that stands for nothing known: nothing to fold. */
const USUAL = /^[\t\n\r -~\u2014\u4e00-\u9fff]*$/;

/** Characters that look like others or like nothing, and are hardly meant. */
const ODD =
  /[\p{Default_Ignorable_Code_Point}\u2800\u2e80-\u2fd5\u31cf-\u31e0\uf900-\ufaff]|(?![\t\n\v\f\r])[\p{Cc}\p{Cf}]|[\u{2f800}-\u{2fa1f}]/u;

/** Whether a text has characters that cannot be seen, or that look like usual ones: two spellings of one name. */
export const hasOddCharacters = (text: string): boolean => !USUAL.test(text) && ODD.test(text);

/**
 * The forms of a character as one (１ is 1, Ａ is A, ⾦ and ⻘ are 金 and 青), without what cannot be seen. What only looks
 * like a digit stays: ① and ² are footnotes.
 */
export const plainWidth = (text: string): string => {
  if (USUAL.test(text)) return text;
  const one = text
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(forms(), (other) => other.normalize('NFKC'));
  return one.replace(RADICAL, (radical) => {
    const code = radical.charCodeAt(0);
    const equal = code < FIRST_STROKE ? RADICALS[code - FIRST_RADICAL]! : STROKES[code - FIRST_STROKE]!;
    return equal === '·' ? radical : equal;
  });
};

/**
 * Headings that are equal after folding are the same: forms of characters, spaces, case, marks of what is required and a
 * trailing unit do not count.
 */
export const foldHeading = (text: string): string => {
  if (isPlainChinese(text)) return text;
  const whole = plainWidth(text).normalize('NFKC').replace(/\s/gu, '').toLowerCase();
  const plain = whole.length > LONGEST ? whole : whole.replace(REQUIRED, '') || whole;
  const count = COUNTED.exec(plain);
  if (count) return '个处家'.includes(count[2]!) ? `${count[1]}数` : plain;
  return plain.replace(TRAILING_UNIT, '') || plain;
};

/** Labels that are equal after folding are the same: forms of characters, outer spaces and case do not count. */
export const foldLabel = (text: string): string =>
  isPlainChinese(text) ? text : plainWidth(text).normalize('NFKC').trim().toLowerCase();
