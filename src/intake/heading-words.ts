/** What asks for 是 or 否 is no part of a heading: 是否安全文明社区. */
const ASKING = /^是(?:否|不是)(?:为|是|属于|属)?(?=.)/u;
/** A heading without the 是否 in front of it; undefined where there is none. */
export const withoutAsking = (heading: string): string | undefined => {
  const asked = heading.replace(ASKING, '');
  return asked === heading ? undefined : asked;
};

/** The choices listed behind a heading in brackets: 创建等级（标兵、先进、达标）. */
const LISTED = /^(.+?)[([【〔](?:请?填写?|可填|选填?|选项)?[:：]?([^()[\]【】〔〕]+)[)\]】〕]$/u;
const BETWEEN = /[、,，;；|/]|或者?|和|以及/u;

/** A heading and what its brackets list. */
export const listedChoices = (
  heading: string,
): { readonly heading: string; readonly choices: readonly string[] } | undefined => {
  const [, bare, inside] = LISTED.exec(heading) ?? [];
  if (bare === undefined || inside === undefined) return undefined;
  return { heading: bare, choices: inside.split(BETWEEN).filter((choice) => choice !== '') };
};

/** How headings name the year judged and the one before; the first are tried in the order of this list. */
export const THIS_YEAR: readonly string[] = ['本年', '本年度', '今年', '当年', ''];
export const LAST_YEAR: readonly string[] = ['上年', '上年度', '去年', '上一年', '上年同期'];

const WORDS = {
  this: '本年度|本年|今年|当年度|当年|考核年度|考核年',
  last: '(?:上一年度|上一年|上年度|上年|去年|前一年度|前一年)(?:同期)?',
};
const behind = (words: string): RegExp => new RegExp(`^(.+?)[([【〔]?(?:${words})[)\\]】〕]?$`, 'u');
const before = (words: string): RegExp => new RegExp(`^[([【〔]?(?:${words})[)\\]】〕]?的?(.+)$`, 'u');
const SPELLED = [
  { year: 'this', patterns: [before(WORDS.this), behind(WORDS.this)] },
  { year: 'last', patterns: [before(WORDS.last), behind(WORDS.last)] },
] as const;

/** Which year a heading speaks of in words, and the heading without them. */
export const spelledYear = (heading: string): { readonly year: 'this' | 'last'; readonly rest: string } | undefined => {
  for (const { year, patterns } of SPELLED) {
    for (const pattern of patterns) {
      const rest = pattern.exec(heading)?.[1];
      if (rest !== undefined) return { year, rest };
    }
  }
  return undefined;
};

/** As a date where a spreadsheet made one of 2012年. */
const NUMBER = '((?:19|20)\\d\\d)(?:年度?|-01-01)?(?:同期)?';
const DATED = [
  { pattern: new RegExp(`^[([【〔]?${NUMBER}[)\\]】〕]?的?(?=\\p{Script=Han})(.+)$`, 'u'), year: 1, rest: 2 },
  { pattern: new RegExp(`^(.*\\p{Script=Han})[([【〔]?${NUMBER}[)\\]】〕]?$`, 'u'), year: 2, rest: 1 },
] as const;

/** The year that a heading names in digits, and the heading without it: 2012年刑事发案, 刑事发案（2012年）. */
export const datedHeading = (heading: string): { readonly year: number; readonly rest: string } | undefined => {
  for (const { pattern, year, rest } of DATED) {
    const found = pattern.exec(heading);
    if (found !== null) return { year: Number(found[year]), rest: found[rest]! };
  }
  return undefined;
};

/** Of another year or part of it a heading says nothing alone: 刑事发案 under 去年 is not that of this year. */
export const PERIOD = /年|期|月|季/;
