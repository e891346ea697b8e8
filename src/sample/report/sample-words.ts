import type { Language } from '../../model/text.ts';
import { plural } from '../../report/words.ts';
import type { SizeRule } from '../sample.ts';

type Size<K extends SizeRule['kind']> = Extract<SizeRule, { kind: K }>;

/** Every fixed word of a draw and of what it showed. Slots come in already made safe. */
const zh = {
  drawn: '随机抽查',
  idAndSeed: (id: string, seed: string) => `抽样编号 ${id}  种子 ${seed}`,
  register: (units: number, noun: string) => `台账：${noun} ${units} 个`,
  fingerprint: (sha256: string) => `台账指纹 ${sha256}`,
  sizes: {
    rate: ({ rate, atLeast }: Size<'rate'>) => `数量：每层按 ${rate}% 抽取，不足 ${atLeast} 个的按 ${atLeast} 个`,
    plan: ({ acceptable, unacceptable, alpha, beta }: Size<'plan'>) =>
      `数量：符合率 ${acceptable}% 算合格、${unacceptable}% 算不合格；错判合格者的风险不超过 ${alpha}%，放过不合格者的风险不超过 ${beta}%`,
    refute: (_: Size<'refute'>) => '数量：用于否定“全部符合”；有 5% 不符合时，一个也查不到的概率不超过 5%',
  },
  checkedFor: (rules: string) => `核查内容：${rules}`,
  first: '抽取记录中，这是从该台账的首次抽取。',
  again: (times: number, earlier: string) =>
    `注意：这是从同一台账的第 ${times} 次抽取，此前用过的种子：${earlier}。应采用哪一次须事先说明。`,
  otherRegisters: (times: number) => `抽取记录中还有 ${times} 次抽取用的是该年度同一张表的其他版本。`,
  noJournal: '未用 --log 记录本次抽取，看不出是否抽过不止一次。',
  whole: '全部',
  total: (drawn: number, units: number, strata: number) => `合计：${strata} 层，${units} 个中抽 ${drawn} 个`,
  stratum: (name: string, drawn: number, units: number) => `${name}：${units} 个中抽 ${drawn} 个`,
  all: (name: string, units: number) => `${name}：${units} 个全部核查`,
  accept: (accept: number) => (accept === 0 ? '，发现 1 个不符合即不接受' : `，不符合的不超过 ${accept} 个即接受`),
  missed: (bad: string, units: number, missed: string) =>
    `若有 ${bad}%（${units} 个）不符合，一个也抽不到的概率不超过 ${missed}%`,
  units: '抽中的单位',
  reproducible: '用同一台账和种子，任何人都会抽到同样的单位。',
  toFill:
    '核查表用 --form 生成：到现场把实际情况填在空白列里，没有核查的留空；不要增删行，也不要换成别的单位。填好后用 sample judge 判断。',
  notNamed: (noun: string) => `（未填${noun}）`,
  moreStrata: (count: number) => `另有 ${count} 层未列出（JSON 中有全部）`,
  moreUnits: (count: number) => `另有 ${count} 个单位未列出（JSON 和核查表中有全部）`,
  judged: {
    consistent: '抽查结果与台账和要求不矛盾',
    contradicted: '抽查否定了台账或要求中的说法，或方案不接受',
    undecided: '尚不能下结论：有抽中的单位没有核查',
  },
  found: (bad: number, drawn: number) => `抽查 ${drawn} 个，不符合 ${bad} 个`,
  unchecked: (count: number) => `，未核查 ${count} 个`,
  atMost: (most: number, units: number) => `有 95% 的把握：${units} 个中不符合的不超过 ${most} 个`,
  atMostBetween: (best: number, worst: number, units: number) =>
    `有 95% 的把握：${units} 个中不符合的不超过 ${best} 个（未核查的都符合）至 ${worst} 个（都不符合）`,
  exactly: (bad: number, units: number) => `已全部核查：${units} 个中不符合的就是 ${bad} 个`,
  exactlyBetween: (best: number, worst: number, units: number) =>
    `应全部核查：${units} 个中不符合的为 ${best} 个（未核查的都符合）至 ${worst} 个（都不符合）`,
  reading:
    '怎样看：“被抽查否定”是说，假如所称属实，查出这么多不符合的可能性不超过 5%；“未被否定”只是没有查出矛盾，不等于证实。',
  readingSeveral: '各项是分别判断的，项数多时，个别“被抽查否定”也可能出于偶然。',
  target: (asked: string, allowed: number) => `${asked}（最多 ${allowed} 个不符合）`,
  registerSays: (allowed: number) => `台账所报（最多 ${allowed} 个不符合）`,
  contradicted: { yes: '被抽查否定', no: '未被否定', unknown: '取决于未核查的单位' },
  accepted: {
    yes: (accept: number) => `方案：不超过 ${accept} 个，接受`,
    no: (accept: number) => `方案：超过 ${accept} 个，不接受`,
    unknown: (accept: number) => `方案：不超过 ${accept} 个才接受，取决于未核查的单位`,
  },
  wholeBound: (strata: number) => `各层合计（每层只用 5% 的 ${strata} 分之一，各层的界限同时成立）`,
  changes: '核查后应更正的记录',
  noChanges: '已核查的内容与台账一致，没有要更正的记录。',
  change: (field: string, from: string, to: string) => `${field}：${from} → ${to}`,
  registerPlace: (place: string) => `台账 ${place}`,
  formPlace: (place: string) => `核查表 ${place}`,
  onlyThese: '抽查只更正被抽中的单位，不把不符合的比例推到其他单位的记录上。',
  proposals: '建议（由检查组决定）',
  proposal: (slid: string, proposal: string) => `${slid}，${proposal}`,
  proposalBasis: (cited: string, basis: string) => `依据：${cited}：${basis}`,
  slidBack: '退步的单位（如何处理由检查组决定）',
  slidBackIn: (unit: string, rules: string) => `${unit}：${rules}退步`,
  notChecked: '未核查的单位',
  list: '、',
  verdict: '评定',
};

export type SampleWords = typeof zh;

const en: SampleWords = {
  drawn: 'Random spot check',
  idAndSeed: (id, seed) => `number ${id}  seed ${seed}`,
  register: (units, noun) => `register: ${units} ${noun}`,
  fingerprint: (sha256) => `register sha256 ${sha256}`,
  sizes: {
    rate: ({ rate, atLeast }) => `size: ${rate}% of each stratum, ${atLeast} at the least`,
    plan: ({ acceptable, unacceptable, alpha, beta }) =>
      `size: ${acceptable}% conforming is good, ${unacceptable}% is not; the risk of rejecting the good is at most ${alpha}%, that of accepting the bad at most ${beta}%`,
    refute: () => 'size: to refute that all conform; with 5% that do not, the chance of finding none is at most 5%',
  },
  checkedFor: (rules) => `checked for: ${rules}`,
  first: 'By the journal this is the first draw from this register.',
  again: (times, earlier) =>
    `Mind: this is draw number ${times} from the same register; seeds used before: ${earlier}. Which one counts has to be said in advance.`,
  otherRegisters: (times) =>
    `The journal also holds ${plural(times, 'draw')} from other versions of this table and year.`,
  noJournal: 'Without --log this draw is not recorded, and nothing shows whether there were others.',
  whole: 'all',
  total: (drawn, units, strata) => `in all: ${plural(strata, 'stratum', 'strata')}, ${drawn} of ${units} drawn`,
  stratum: (name, drawn, units) => `${name}: ${drawn} of ${units} drawn`,
  all: (name, units) => `${name}: all ${units} are checked`,
  accept: (accept) =>
    accept === 0 ? '; rejected if one does not conform' : `; accepted if at most ${accept} do not conform`,
  missed: (bad, units, missed) =>
    `if ${bad}% (${units}) do not conform, the chance of drawing none of them is at most ${missed}%`,
  units: 'Units drawn',
  reproducible: 'Anyone with the same register and seed draws the same units.',
  toFill:
    'The form is written by --form: fill in on the spot what is found, leave blank what is not checked, add and remove no row, and take no other unit instead. Then give it to sample judge.',
  notNamed: (noun) => `(no ${noun})`,
  moreStrata: (count) => `${plural(count, 'more stratum', 'more strata')} not listed (all are in the JSON)`,
  moreUnits: (count) => `${plural(count, 'more unit')} not listed (all are in the JSON and the form)`,
  judged: {
    consistent: 'The sample contradicts neither the register nor the targets',
    contradicted: 'The sample contradicts the register or a target, or the plan does not accept',
    undecided: 'Cannot be decided yet: units that were drawn were not checked',
  },
  found: (bad, drawn) => `${bad} of ${drawn} drawn do not conform`,
  unchecked: (count) => `, ${count} not checked`,
  atMost: (most, units) => `with 95% certainty at most ${most} of ${units} do not conform`,
  atMostBetween: (best, worst, units) =>
    `with 95% certainty at most ${best} (if all unchecked conform) to ${worst} (if none does) of ${units} do not conform`,
  exactly: (bad, units) => `all were checked: exactly ${bad} of ${units} do not conform`,
  exactlyBetween: (best, worst, units) =>
    `all are to be checked: ${best} (if all unchecked conform) to ${worst} (if none does) of ${units} do not conform`,
  reading:
    'How to read this: "contradicted" means that if the claim were true, so many bad units would be found with a chance of at most 5%; "not contradicted" only means that nothing was found against it, and is no proof.',
  readingSeveral: 'Each claim is judged on its own: among many, one may be contradicted by chance.',
  target: (asked, allowed) => `${asked} (at most ${allowed} do not conform)`,
  registerSays: (allowed) => `the register (at most ${allowed} do not conform)`,
  contradicted: {
    yes: 'contradicted by the sample',
    no: 'not contradicted',
    unknown: 'depends on the unchecked units',
  },
  accepted: {
    yes: (accept) => `plan: at most ${accept}, accepted`,
    no: (accept) => `plan: more than ${accept}, rejected`,
    unknown: (accept) => `plan: accepted with at most ${accept}, which depends on the unchecked units`,
  },
  wholeBound: (strata) => `all strata together (each at 5% ÷ ${strata}, so that their bounds hold at once)`,
  changes: 'Records to be corrected',
  noChanges: 'What was checked is what the register says: no record changes.',
  change: (field, from, to) => `${field}: ${from} → ${to}`,
  registerPlace: (place) => `register ${place}`,
  formPlace: (place) => `form ${place}`,
  onlyThese: 'A check corrects the units that were drawn; the share of bad ones is not carried over to other records.',
  proposals: 'Proposals (for the inspection group to decide)',
  proposal: (slid, proposal) => `${slid}: ${proposal}`,
  proposalBasis: (cited, basis) => `Basis: ${cited}: ${basis}`,
  slidBack: 'Units that slid back (what becomes of them the inspection group decides)',
  slidBackIn: (unit, rules) => `${unit} slid back in ${rules}`,
  notChecked: 'Units not checked',
  list: ', ',
  verdict: 'verdict',
};

export const sampleWords = { zh, en } as const satisfies Record<Language, SampleWords>;

const more = (count: number): string => (count === 1 ? 'one more unit' : `${count} more units`);
const units = (count: number): string => (count === 1 ? 'one unit' : `${count} units`);

/** Every fixed word of a list of targets. Slots come in already made safe. */
const targetsZh = {
  title: '重点抽查对象',
  noInference:
    '这些是挑选出来的，不是随机样本：查出的问题只说明被查的单位，不能由此推算其他单位。要推断总体，请用 sample random。',
  subjects: (noun: string) => `${noun}（评定最容易改变的在前）`,
  units: '单位（有疑点的在前，其次理由多的）',
  none: '没有特别需要重点抽查的。',
  verdict: (verdict: string) => `现为${verdict}`,
  turnsVerdict: (changes: number) => `改变 ${changes} 个单位，评定就会改变`,
  losesRules: (rules: string, changes: number) => `再有 ${changes} 个单位不符合就达不到的：${rules}`,
  lacksRules: (rules: string, changes: number) => `只差 ${changes} 个单位的：${rules}`,
  carries: (rules: string, subject: string) => `${subject}的${rules}没有富余，此单位不符合即达不到`,
  zero: (rule: string, before: number) => `${rule}：去年 ${before} 起，今年为 0，请核对`,
  limit: (rule: string, at: number) => `${rule}：今年与去年同为 ${at} 起，多一起就不符合`,
  warning: (code: string) => `数据警告 ${code}`,
  more: (count: number) => `另有 ${count} 个未列出（JSON 中有全部）`,
  list: '、',
};

export type TargetWords = typeof targetsZh;

const targetsEn: TargetWords = {
  title: 'Where a check matters most',
  noInference:
    'These were picked and are no random sample: what is found says something about the units that are checked and nothing about others. To conclude on all units, use sample random.',
  subjects: (noun) => `${noun} (the verdict that turns most easily first)`,
  units: 'Units (what looks doubtful first, then those with the most reasons)',
  none: 'Nothing stands out.',
  verdict: (verdict) => `now: ${verdict}`,
  turnsVerdict: (changes) => `the verdict turns with ${units(changes)}`,
  losesRules: (rules, changes) =>
    `lost with ${more(changes)} that ${changes === 1 ? 'does' : 'do'} not conform: ${rules}`,
  lacksRules: (rules, changes) => `short by ${units(changes)}: ${rules}`,
  carries: (rules, subject) => `${subject} has no unit to spare in ${rules}, and this is one of those that meet it`,
  zero: (rule, before) => `${rule}: ${before} cases last year and none this year, which wants a look`,
  limit: (rule, at) => `${rule}: ${at} cases this year as last year, one more would not meet it`,
  warning: (code) => `warning ${code}`,
  more: (count) => `${count} more not listed (all are in the JSON)`,
  list: ', ',
};

export const targetWords = { zh: targetsZh, en: targetsEn } as const satisfies Record<Language, TargetWords>;
