import { BASE_NAMES, baseName, compoundName } from './names.js';
import { seededRandom } from './random.js';

/**
 * Streets per scale: 盐田区, 深圳市, 广东省 and the whole country as in the list of June 2023.
 * @type {Readonly<Record<string, number>>}
 */
export const SCALES = { street: 1, district: 4, city: 79, province: 1757, nation: 41_352 };

/*
 * The rates below are invented, and such that somewhat more than half of the streets of a large register pass: reports then hold
 * several hundred thousand witnesses as well as plain passes.
 */
const DISTRICTS_PER_CITY = 12;
const CITIES_PER_PROVINCE = 50;
const FIRST_PROVINCE = 11;

/** @param {number} number @param {number} width */
const digits = (number, width) => String(number).padStart(width, '0');

/** Six digits, two each for province, city and district. @param {number} index */
const districtCode = (index) => {
  const city = Math.floor(index / DISTRICTS_PER_CITY);
  const province = FIRST_PROVINCE + Math.floor(city / CITIES_PER_PROVINCE);
  if (province > 99) throw new RangeError('more districts than codes');
  return `${province}${digits((city % CITIES_PER_PROVINCE) + 1, 2)}${digits((index % DISTRICTS_PER_CITY) + 1, 2)}`;
};

/** @param {import('./random.js').Random} random @param {string} yes @param {string} no @param {number} rate */
const title = (random, yes, no, rate) => (random.chance(0.0005) ? '' : random.chance(rate) ? yes : no);

/** This year's and last year's count of one kind of case. @param {import('./random.js').Random} random @param {number} median */
const caseCounts = (random, median) => {
  const previous = Math.floor(random.logNormal(median, 0.8));
  const rises = random.chance(0.02);
  const current = rises ? previous + 1 + random.integer(3) : Math.floor(previous * (0.7 + 0.3 * random.next()));
  return [random.chance(0.0005) ? '' : String(current), random.chance(0.0005) ? '' : String(previous)];
};

/** @param {import('./random.js').Random} random */
const level = (random) => {
  const draw = random.next();
  if (draw < 0.88) return '标兵';
  if (draw < 0.95) return '先进';
  if (draw < 0.98) return '达标';
  return draw < 0.9995 ? '未创建' : '';
};

/** @param {import('./random.js').Random} random @param {string} communityCode @param {number} index @param {number} start */
const compound = (random, communityCode, index, start) => ({
  code: communityCode + digits(index + 1, 3),
  name: compoundName(start + index, random),
  kind: random.chance(0.8) ? '住宅' : random.chance(0.6) ? '城中村' : '单位宿舍',
  level: level(random),
});

/** @param {import('./random.js').Random} random @param {string} streetCode @param {number} index @param {number} start */
const community = (random, streetCode, index, start) => {
  const code = streetCode + digits(index + 1, 3);
  const compounds = Math.min(60, Math.floor(random.logNormal(3.3, 0.6)));
  const firstName = random.integer(BASE_NAMES);
  return {
    code,
    name: `${baseName(start + index)}社区`,
    titles: [title(random, '是', '否', 0.995), title(random, '是', '否', 0.995), title(random, '是', '否', 0.995)],
    cases: [...caseCounts(random, 12), ...caseCounts(random, 25)],
    compounds: Array.from({ length: compounds }, (_, number) => compound(random, code, number, firstName)),
  };
};

/**
 * The streets one by one, each with its communities and their compounds. Communities per street spread as in
 * the list of 2023 (domain: median 10, 90 % at most 25, at most 170).
 * @param {{ streets: number, seed: number }} size
 */
export function* register({ streets, seed }) {
  const random = seededRandom(seed);
  let district = -1;
  let left = 0;
  let index = 0;
  let firstName = 0;
  for (let made = 0; made < streets; made += 1) {
    if (left === 0) {
      district += 1;
      left = 4 + random.integer(20);
      index = 0;
      firstName = random.integer(BASE_NAMES);
    }
    const inDistrict = districtCode(district);
    const code = inDistrict + digits(index + 1, 3);
    const communities = Math.min(170, Math.max(1, Math.round(random.logNormal(10.2, 0.72))));
    const firstCommunity = random.integer(BASE_NAMES);
    yield {
      code,
      name: `${baseName(firstName + index)}街道`,
      districtCode: inDistrict,
      district: `${baseName(district)}区`,
      vetoes: [
        title(random, '达标', '不达标', 0.99),
        title(random, '达标', '不达标', 0.99),
        title(random, '达标', '不达标', 0.99),
      ],
      communities: Array.from({ length: communities }, (_, number) => community(random, code, number, firstCommunity)),
    };
    left -= 1;
    index += 1;
  }
}
