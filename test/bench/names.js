const FIRST = [...'东西南北中上下大小新老长永安和平兴隆福祥金银龙凤凰海山河江湖'];
const SECOND = [...'桥园田心湾塘岗坪岭头港城关坊里庄屯井泉林柏松梅竹桂荷景明华昌'];
const ESTATES = ['花园', '小区', '新村', '家园', '公寓', '苑', '大厦', '名邸', '雅居', '住宅区'];
const PHASES = ['', '', '', '一期', '二期', '三期', '（北区）', '（南区）'];
const BASES = FIRST.flatMap((first) => SECOND.map((second) => first + second));

/** 1,000 or so base names; consecutive numbers from any start are distinct until the list is used up. */
export const BASE_NAMES = BASES.length;

/** Coprime to the length of the list, so that neighbours do not look alike. */
const STRIDE = 389;

/** @param {number} number */
export const baseName = (number) => /** @type {string} */ (BASES[(number * STRIDE) % BASE_NAMES]);

/**
 * The name of a compound; about 1 in 2,000 needs quotes: a comma, a line break or a quote inside.
 * @param {number} number
 * @param {import('./random.js').Random} random
 */
export const compoundName = (number, random) => {
  const base = baseName(number);
  const estate = ESTATES[random.integer(ESTATES.length)];
  const phase = PHASES[random.integer(PHASES.length)];
  if (!random.chance(1 / 2000)) return `${base}${estate}${phase}`;
  return [`${base}${estate},${phase}`, `${base}${estate}\n${phase}`, `${base}"${estate}"${phase}`][random.integer(3)];
};
