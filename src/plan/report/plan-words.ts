import type { Language } from '../../model/text.ts';
import { plural } from '../../report/words.ts';

const zh = {
  waysOut: '怎样达标',
  visits: (units: number, fields: number) => `整改以下 ${units} 个单位（共 ${fields} 项）即可达标，再少不行：`,
  visitsLeavingOpen: (units: number, fields: number) =>
    `整改以下 ${units} 个单位（共 ${fields} 项）后仍待定，由空缺数据决定：`,
  visitsForTheRest: (units: number, fields: number) =>
    `其余各项仍可补齐，最少整改以下 ${units} 个单位（共 ${fields} 项）：`,
  nothingToMend: '没有要整改的，结论由空缺数据决定。',
  noWayOut: '本年度已无法达标：',
  notSearched: '组合过多，推算不出最少要整改哪些单位。',
  conflict: (rules: string) => `以下各项不能同时达到，改好一项就达不到另一项：${rules}`,
  blockedUnits: (rule: string, cited: string, allowed: number, units: number) =>
    `${rule}（依据：${cited}）：${allowed === 0 ? '须全部符合' : `最多允许 ${allowed} 个单位不符合`}，已有 ${units} 个无法再改：`,
  blockedSubject: (rule: string, cited: string) => `${rule}（依据：${cited}）：结果已定，不能再改：`,
  nextYear: (allowances: string) => `下一年度要符合：${allowances}`,
  allowance: (fields: string, atMost: number) => `${fields}不超过 ${atMost}`,
  plus: '加',
  unnamed: (rule: string, count: number, noun: string) =>
    `${rule}：还差 ${count} 个${noun}；只报了汇总数，列不出是哪些。`,
  unitsLacking: (rule: string, units: number, noun: string) =>
    `${rule}：台账缺 ${units} 个${noun}，请补报；总数填错的请改正。`,
  tableLacking: (rule: string, table: string, judged: string) => `${rule}：请报送${table}，或在${judged}中填报汇总数。`,
  columnsLacking: (rule: string, table: string, fields: string) => `${rule}：请在${table}中补报这些列：${fields}`,
  undecided: (rule: string, needed: number, cells: number) =>
    `${rule}：以下 ${cells} 处空缺中，要有 ${needed} 个单位补报后符合：`,
  undecidedSubject: (rule: string) => `${rule}：`,
  askForBoth: (cells: number) =>
    `补齐以下 ${cells} 处空缺即可定论，${cells === 1 ? '' : '都'}有利则达标，${cells === 1 ? '' : '都'}不利则不达标：`,
  askToPass: (cells: number) => `最少补齐以下 ${cells} 处空缺，${cells === 1 ? '' : '都'}有利即可定为达标：`,
  askToFail: (cells: number) => `最少补齐以下 ${cells} 处空缺，${cells === 1 ? '' : '都'}不利即可定为不达标：`,
  nothingPasses: '仅靠补齐空缺，定不了达标。',
  nothingFails: '仅靠补齐空缺，定不了不达标。',
  change: (heading: string, now: string, then: string) => `${heading}：${now} → ${then}`,
  more: (count: number) => `另有 ${count} 处未列出（--format json 可列出全部）`,
  fragile: '先查哪里',
  fragileHint: (judged: string) => `已达标的${judged}，越靠前越容易变成不达标。`,
  losesBy: (changes: number, rules: string) => `只要 ${changes} 个单位由符合变为不符合，就不再达标（${rules}）`,
  cannotLose: '单位如何变化都不影响达标',
  margins: (margins: string) => `余量：${margins}`,
  margin: (rule: string, margin: number) => `${rule} ${margin}`,
  vetoesApart: '一票否决另算：任何一项不达标，当年就不达标。',
  notApplicable: '不适用，无须整改。',
  list: '、',
};

/** Every fixed word of a plan. Slots come in already made safe. */
export type PlanWords = typeof zh;

const en: PlanWords = {
  waysOut: 'The way out',
  visits: (units, fields) =>
    `Visit ${units === 1 ? 'this unit' : `these ${units} units`} (${plural(fields, 'change')}) and it passes; nothing less will do:`,
  visitsLeavingOpen: (units, fields) =>
    `Visit ${units === 1 ? 'this unit' : `these ${units} units`} (${plural(fields, 'change')}); missing cells then decide:`,
  visitsForTheRest: (units, fields) =>
    `All else can still be mended, by visiting no less than ${units === 1 ? 'this unit' : `these ${units} units`} (${plural(fields, 'change')}):`,
  nothingToMend: 'Nothing has to be mended; missing cells decide.',
  noWayOut: 'No way out this year:',
  notSearched: 'There are too many combinations to search for the fewest units to visit.',
  conflict: (rules) => `These cannot all be met, as what mends one stands in another's way: ${rules}`,
  blockedUnits: (rule, cited, allowed, units) =>
    `${rule} (${cited}): ${allowed === 0 ? 'no unit' : `only ${plural(allowed, 'unit')}`} may fail it, and ${units} cannot be mended any more:`,
  blockedSubject: (rule, cited) => `${rule} (${cited}): the result stands and cannot be mended:`,
  nextYear: (allowances) => `To meet it next year: ${allowances}`,
  allowance: (fields, atMost) => `${fields} at most ${atMost}`,
  plus: ' + ',
  unnamed: (rule, count, noun) => `${rule}: ${count} more ${noun} needed; from a summary it cannot be said which.`,
  unitsLacking: (rule, units, noun) =>
    `${rule}: ${units} ${noun} ${units === 1 ? 'is' : 'are'} missing from the records; hand ${units === 1 ? 'it' : 'them'} in, or correct the total.`,
  tableLacking: (rule, table, judged) => `${rule}: hand in the ${table}, or its summary counts in the ${judged}.`,
  columnsLacking: (rule, table, fields) => `${rule}: hand in these columns of the ${table}: ${fields}`,
  undecided: (rule, needed, cells) =>
    `${rule}: of the units behind ${cells === 1 ? 'this cell' : `these ${cells} cells`}, ${needed} must turn out to meet it:`,
  undecidedSubject: (rule) => `${rule}:`,
  askForBoth: (cells) =>
    `Ask for ${cells === 1 ? 'this missing cell' : `these ${cells} missing cells`}; good news settles a pass, bad news a fail:`,
  askToPass: (cells) =>
    `Ask for ${cells === 1 ? 'this missing cell' : `these ${cells} missing cells`}; good news settles a pass:`,
  askToFail: (cells) =>
    `Ask for ${cells === 1 ? 'this missing cell' : `these ${cells} missing cells`}; bad news settles a fail:`,
  nothingPasses: 'No answer about the missing cells alone can settle a pass.',
  nothingFails: 'No answer about the missing cells alone can settle a fail.',
  change: (heading, now, then) => `${heading}: ${now} → ${then}`,
  more: (count) => `${count} more not listed (--format json lists all)`,
  fragile: 'Where to check first',
  fragileHint: (judged) => `The ${judged} that pass; those at the top are lost most easily.`,
  losesBy: (changes, rules) =>
    changes === 1
      ? `a single unit that no longer meets its rule loses it (${rules})`
      : `${changes} units that no longer meet their rule lose it (${rules})`,
  cannotLose: 'no change of its units can lose it',
  margins: (margins) => `Margins: ${margins}`,
  margin: (rule, margin) => `${rule} ${margin}`,
  vetoesApart: 'Vetoes are apart: any that fails loses the year.',
  notApplicable: 'Not applicable; there is nothing to mend.',
  list: ', ',
};

export const planWords = { zh, en } as const satisfies Record<Language, PlanWords>;
