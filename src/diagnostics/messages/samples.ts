import { listEn, listZh } from './list-all.ts';
import type { Messages } from './message.ts';

export const sampleMessages = {
  'sample.no-units': {
    zh: ({ table }) => `${table.zh}中没有可抽取的单位；请核对年度、--street 和报送的文件。`,
    en: ({ table }) => `There is no unit to draw in the ${table.en}; check the year, --street and the files handed in.`,
  },
  'sample.units-alike': {
    zh: ({ unit }) => `有两个单位的编号或名称相同（${unit}），抽中时分不清；请为它们填上各自的编号。`,
    en: ({ unit }) =>
      `Two units have the same code or names (${unit}) and could not be told apart when drawn; give each a code of its own.`,
  },
  'sample.too-many': {
    zh: ({ limit }) => `按这些比例和风险要抽查 ${limit} 个以上单位；请拉开两个比例，或放宽风险。`,
    en: ({ limit }) =>
      `These shares and risks ask for more than ${limit} units; set the shares further apart or allow greater risks.`,
  },
  'sample.not-a-street': {
    zh: ({ streets }) => `已命名街道名单中有台账里没有的街道：${listZh(streets)}；请核对名单和年度。`,
    en: ({ streets }) =>
      `The list of named streets has streets that the data does not: ${listEn(streets)}; check the list and the year.`,
  },
  'sample.journal-line': {
    zh: () => '抽取记录中的这一行不是本工具写的；请恢复原文件，不要改动它。',
    en: () => 'This line of the journal of draws was not written by this tool; restore the file and leave it as it is.',
  },
  'sample.draw-too-large': {
    zh: ({ path, limit }) =>
      `抽取结果“${path}”超过 ${limit}，无法整体读入；请用 --street 分街道抽取，或减少抽取的数量。`,
    en: ({ path, limit }) =>
      `The draw "${path}" is over ${limit}, too large to be read whole; draw street by street with --street, or fewer units.`,
  },
  'sample.draw-edited': {
    zh: ({ path, pointer, recorded, computed }) =>
      `抽取结果“${path}”前后不一致，位置 ${pointer}：写的是 ${recorded}，按其种子和台账应为 ${computed}，可能被改动；请使用抽取时写出的原文件，或用同一台账和种子重新抽取。`,
    en: ({ path, pointer, recorded, computed }) =>
      `The draw "${path}" does not agree with itself at ${pointer}: it says ${recorded}, and its seed and register give ${computed}, so it may have been edited; use the file as it was written, or draw again with the same register and seed.`,
  },
  'sample.other-draw': {
    zh: ({ draw, found }) =>
      found === ''
        ? `这一行没有抽样编号 ${draw}；请使用该次抽取给出的核查表，不要删改抽样编号。`
        : `这一行的抽样编号是“${found}”，而给出的是 ${draw} 的抽取结果；请使用该次抽取给出的核查表。`,
    en: ({ draw, found }) =>
      found === ''
        ? `This row has no draw number ${draw}; use the form of that draw, and leave its draw numbers as they are.`
        : `This row is of the draw "${found}", and the draw given is ${draw}; use the form of that draw.`,
  },
  'sample.not-drawn': {
    zh: ({ unit }) => `这个单位（${unit}）没有被抽中，不能推断总体；请从核查表中删去，另行登记。`,
    en: ({ unit }) =>
      `This unit (${unit}) was not drawn, and nothing follows from it; take it out of the form and record it elsewhere.`,
  },
  'sample.other-name': {
    zh: ({ unit, name }) =>
      `这一行的编号（${unit}）抽中的是“${name}”，名称却不同，可能是行列错位；请恢复原名，单位确已改名的写入备注。`,
    en: ({ unit, name }) =>
      `The unit drawn under this code (${unit}) is "${name}", and this row names another, as happens when columns are sorted apart; restore the name, and put a new one into the note.`,
  },
  'sample.other-year': {
    zh: ({ year, found }) =>
      `这一行的年度是 ${found}，而抽取的是 ${year} 年度；请改回 ${year}，不要用其他年度的结果代替。`,
    en: ({ year, found }) =>
      `This row is of ${found}, and the draw is of ${year}; change it back, and do not put in what was found in another year.`,
  },
  'sample.bad-result': {
    zh: () => '复查评定只能填“达标”或“不达标”；请改正，尚未复查的留空。',
    en: () => 'The result of a check is "pass" or "fail"; correct it, and leave it blank if it was not checked.',
  },
  'sample.row-missing': {
    zh: ({ units }) => `核查表中缺少抽中的单位，按“未核查”处理：${listZh(units)}。`,
    en: ({ units }) => `Units that were drawn are not in the form and count as not checked: ${listEn(units)}.`,
  },
} satisfies Messages<'sample'>;
