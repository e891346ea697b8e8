import type { Result } from '../../model/assessment.ts';
import { capitalized, oneOrMany, type Text, withArticle } from '../../model/text.ts';
import type { Noun } from '../names.ts';

const ofThem = (count: number, { en, plural }: Noun): string => oneOrMany(count, en, plural);
const units = (count: number): string => (count === 1 ? 'unit' : 'units');

/** Every text of the page that the other reports do not have; `of` is what is judged. Slots come in already made safe. */
export const pageWords = {
  results: { zh: '考核结果', en: 'Assessment' },
  validation: { zh: '数据检查', en: 'Data check' },
  skip: { zh: '跳到汇总表', en: 'Skip to the summary table' },
  print: { zh: '打印', en: 'Print' },

  answer: {
    pass: ({ pass }, all, of) =>
      pass < all
        ? {
            zh: `达标：${all} 个${of.zh}中 ${pass} 个达标，${all - pass} 个不适用`,
            en: `Pass: ${pass} of ${all} ${of.plural} meet the standard, ${all - pass} not applicable`,
          }
        : {
            zh: `达标：${all} 个${of.zh}全部达标`,
            en: `Pass: ${all === 1 ? `the one ${of.en} meets` : `all ${all} ${of.plural} meet`} the standard`,
          },
    fail: ({ fail, unknown }, all, of) => ({
      zh: `不达标：${all} 个${of.zh}中 ${fail} 个不达标${unknown > 0 ? `，${unknown} 个待定` : ''}`,
      en: `Fail: ${fail} of ${all} ${ofThem(all, of)} ${fail === 1 ? 'does' : 'do'} not meet the standard${unknown > 0 ? `, ${unknown} undecided` : ''}`,
    }),
    unknown: ({ unknown }, all, of) => ({
      zh: `待定：${all} 个${of.zh}中 ${unknown} 个数据不足，尚不能评定`,
      en: `Undecided: data is missing for ${unknown} of ${all} ${ofThem(all, of)}`,
    }),
    'not-applicable': (_totals, _all, of) => ({
      zh: `不适用：没有可评定的${of.zh}`,
      en: `Not applicable: no ${of.en} can be judged`,
    }),
  } satisfies Readonly<Record<Result, (totals: Readonly<Record<Result, number>>, all: number, of: Noun) => Text>>,
  ofThoseAskedFor: ({ zh, en }: Text, of: Noun) => ({
    zh: `${zh}（只计指定的${of.zh}）`,
    en: `${en} (only those asked for)`,
  }),
  failing: (of: Noun) => ({
    zh: `不达标的${of.zh}及首要原因`,
    en: `${capitalized(of.plural)} that fail, and the first reason`,
  }),
  open: (of: Noun) => ({
    zh: `待定的${of.zh}及首要原因`,
    en: `${capitalized(of.plural)} not decided yet, and the first reason`,
  }),
  noneFails: (of: Noun) => ({ zh: `没有不达标的${of.zh}。`, en: `No ${of.en} fails.` }),
  noneOfThoseFails: (of: Noun) => ({
    zh: `指定的${of.zh}中没有不达标的。`,
    en: `None of the ${of.plural} asked for fails.`,
  }),
  otherReasons: (count: number) => ({
    zh: `另有 ${count} 项`,
    en: `${count} more ${count === 1 ? 'reason' : 'reasons'}`,
  }),
  otherSubjects: (count: number, of: Noun) => ({
    zh: `另有 ${count} 个${of.zh}，见汇总表。`,
    en: `${count} more ${ofThem(count, of)} in the summary table.`,
  }),

  summary: { zh: '考核情况汇总表', en: 'Summary of the assessment' },
  summaryHint: (of: Noun) => ({
    zh: `每行一个${of.zh}，每列一项规则：符合数/总数、比例和结论。`,
    en: `A row for each ${of.en}, a column for each rule: units that meet it of all units, their share, and the finding.`,
  }),
  scrolls: { zh: '← 表格可左右滑动 →', en: '← The table scrolls sideways →' },
  passing: (of: Noun) => ({ zh: `达标${of.zh}名单`, en: `${capitalized(of.plural)} that pass` }),
  reduced: (count: number, of: Noun) => ({
    zh: `${of.zh}较多，达标的 ${count} 个${of.zh}只列名称和评定；用 --subject 可单独列出某个${of.zh}的各项情况。`,
    en: `With so many ${of.plural} the ${count} that pass are listed by name and verdict only; --subject shows one in full.`,
  }),
  reducedOnPaper: (count: number, of: Noun) => ({
    zh: `${of.zh}较多，达标的 ${count} 个${of.zh}只列名称和评定，各项情况见电子报告。`,
    en: `With so many ${of.plural} the ${count} that pass are listed by name and verdict only; their figures stand in the electronic report.`,
  }),
  withoutCards: (count: number, of: Noun) => ({
    zh: `${of.zh}较多，达标的 ${count} 个${of.zh}只列入汇总表；用 --subject 可单独列出某个${of.zh}的各项情况。`,
    en: `With so many ${of.plural} the ${count} that pass stand in the summary table only; --subject shows one in full.`,
  }),
  code: { zh: '代码', en: 'Code' },
  legend: {
    zh: '✓ 达标　✗ 不达标　? 待定　– 不适用　* 仅供参考，不影响评定。有情况不明的单位时，数字为最差至最好，如 5–7/7。',
    en: '✓ pass, ✗ fail, ? unknown, – not applicable, * advisory. Where units are unknown, figures run from the worst case to the best: 5–7/7.',
  },
  notAsked: { zh: '不考核此项', en: 'not asked' },
  advisory: { zh: '仅供参考', en: 'advisory' },

  filter: { zh: '筛选', en: 'Filter' },
  filterBy: { zh: '按哪一项', en: 'By' },
  overall: { zh: '总评定', en: 'overall verdict' },
  show: { zh: '显示', en: 'Show' },
  search: (of: Noun) => ({ zh: `${of.zh}名称或代码`, en: `${capitalized(of.en)} name or code` }),
  reset: { zh: '全部显示', en: 'Show all' },
  shown: (of: Noun) => ({ zh: `已显示 {shown} / {all} 个${of.zh}`, en: `{shown} of {all} ${of.plural} shown` }),
  printed: (of: Noun) => ({
    zh: `本页已筛选，未列出全部${of.zh}。`,
    en: `Filtered: not every ${of.en} is listed here.`,
  }),

  shares: { zh: '各项达标率', en: 'The shares, rule by rule' },
  sharesHint: (of: Noun) => ({
    zh: `每个${of.zh}一行，竖线为要求。圆点为实际比例；有情况不明的单位时画出最差至最好的范围。`,
    en: `A line for each ${of.en}; the upright is the target. A dot is the share; where units are unknown, a bar reaches from the worst case to the best.`,
  }),
  reached: (pass: number, all: number, of: Noun) => ({
    zh: `${all} 个${of.zh}中 ${pass} 个达到`,
    en: `reached by ${pass} of ${all} ${ofThem(all, of)}`,
  }),
  lowest: (drawn: number, all: number, of: Noun) => ({
    zh: `图中为比例最低的 ${drawn} 个${of.zh}，共 ${all} 个。`,
    en: `The ${drawn} lowest of ${all} ${of.plural} are drawn.`,
  }),
  noFigures: (count: number, of: Noun) => ({
    zh: `${count} 个${of.zh}没有可计算的数字，未画出。`,
    en: `${count} ${ofThem(count, of)} without figures ${count === 1 ? 'is' : 'are'} not drawn.`,
  }),
  allInFull: (labels: readonly Text[], of: Noun) => ({
    zh: `各${of.zh}均为 100%，不另画图：${labels.map(({ zh }) => zh).join('、')}。`,
    en: `100% in every ${of.en}, so not drawn: ${labels.map(({ en }) => en).join('; ')}.`,
  }),
  nothingDrawn: { zh: '没有可画出的数字。', en: 'There are no figures to draw.' },
  meansAll: (percent: string, units: number, names: readonly string[], others: number, of: Noun) => ({
    zh: `单位少时 ${percent}% 即全部：${names.join('、')}${others > 0 ? `等 ${names.length + others} 个${of.zh}` : ''}（如 ${units} 个的 ${percent}% 即全部 ${units} 个）。`,
    en: `With few units ${percent}% means all of them: ${names.join(', ')}${others > 0 ? ` and ${others} more` : ''} (${percent}% of ${units} is all ${units}).`,
  }),

  cards: (of: Noun) => ({ zh: `各${of.zh}考核情况`, en: `${capitalized(of.en)} by ${of.en}` }),
  card: (of: Noun) => ({ zh: `${of.zh}考核情况表`, en: `Assessment of ${withArticle(of.en)}` }),
  /** Of what lies around the subjects. */
  pooledCard: (of: Noun) => ({ zh: `全${of.zh}考核情况表`, en: `Assessment of the ${of.en}` }),
  rule: { zh: '考核规则和依据条款', en: 'Rule and clause' },
  required: { zh: '要求', en: 'Target' },
  actual: { zh: '实际', en: 'Found' },
  finding: { zh: '结论', en: 'Finding' },
  unknownUnits: (count: number) => ({ zh: `不明 ${count} 个`, en: `${count} not known` }),

  notice: { zh: '限期整改通知书', en: 'Notice to remedy' },
  draft: { zh: '草稿', en: 'draft' },
  noticeNumber: { zh: '编号', en: 'No.' },
  addressee: (name: string) => ({ zh: `${name}：`, en: `To ${name}:` }),
  noticeText: (year: number | null, source: string, scheme: Text, isMixed: boolean, of: Noun) => ({
    zh: `依据${source}，经${scheme.zh}${year === null ? '' : `（${year} 年度）`}，你${of.zh}评定为不达标。现将须整改的事项${isMixed ? '和须补报的数据' : ''}通知如下，请按期整改${isMixed ? '、补报' : ''}，并书面报告整改情况。`,
    en: `Under ${source} (${scheme.en})${year === null ? '' : `, in the assessment of ${year},`} your ${of.en} does not meet the standard. Please remedy ${isMixed ? 'or supply ' : ''}the following by the dates given, and report in writing.`,
  }),
  item: { zh: '序号', en: 'No.' },
  toMend: { zh: '须整改的事项', en: 'To be remedied' },
  matter: { zh: '事项', en: 'Matter' },
  dueDate: { zh: '期限', en: 'Due' },
  toSupply: { zh: '须补报的数据', en: 'To be supplied' },
  basis: { zh: '依据条款', en: 'Clause' },
  deadline: { zh: '整改期限', en: 'Deadline' },
  affected: { zh: '涉及：', en: 'Concerns: ' },
  date: { zh: '　　年　月　日', en: '____-__-__' },
  draftNote: {
    zh: '本件由系统根据考核数据草拟，不是决定。是否发出、整改要求和期限，由负责人审定。',
    en: 'Drafted from the data; it is no decision. Whether it is sent, with what demands and deadlines, is for the person in charge.',
  },

  inspector: { zh: '检查组签字', en: 'Inspected by' },
  head: (of: Noun) => ({ zh: `${of.zh}负责人签字`, en: `For the ${of.en}` }),
  preparedBy: { zh: '填表人', en: 'Prepared by' },
  reviewedBy: { zh: '审核人', en: 'Reviewed by' },
  headOfOffice: { zh: '负责人（盖章）', en: 'Head of office (seal)' },
  issuedBy: { zh: '签发人（盖章）', en: 'Issued by (seal)' },
  receivedBy: { zh: '签收人', en: 'Received by' },
  signedOn: { zh: '日期', en: 'Date' },

  reportPrint: { zh: '报告指纹', en: 'Report fingerprint' },
  inputsPrint: { zh: '数据指纹', en: 'Data fingerprint' },
  printsExplained: {
    zh: '报告指纹为同一次考核的 JSON 报告的 SHA-256 前 16 位；数据指纹为各输入文件 SHA-256（每行一个，按下表次序）的 SHA-256 前 16 位。凭指纹可核对纸件与数据是否一致。',
    en: 'The fingerprint of the report is the first 16 digits of the SHA-256 of its JSON form; that of the data, of the SHA-256 over the inputs’ SHA-256, one a line in the order of this table. They match paper to data.',
  },
  fullPrint: { zh: 'JSON 报告的 SHA-256', en: 'SHA-256 of the JSON report' },
  basisOfReport: { zh: '依据与指纹', en: 'Basis and fingerprints' },
  file: { zh: '文件', en: 'File' },
  table: { zh: '表', en: 'Table' },
  encoding: { zh: '编码', en: 'Encoding' },
  records: { zh: '记录', en: 'Records' },
  skippedRows: { zh: '跳过行', en: 'Rows skipped' },
  leftOut: { zh: '不计入', en: 'Left out' },
  tooMany: (count: number, of: Noun) => ({
    zh: `有 ${count} 个${of.zh}，多得无法逐个列在一页上；全部结果请用 --format json 或 csv 输出，用 --subject 可列出其中的${of.zh}。`,
    en: `There are ${count} ${of.plural}, too many to stand one by one on a page; --format json or csv holds them all, and --subject shows some of them.`,
  }),
  warnings: (count: number) => ({
    zh: `数据有 ${count} 条警告：可能有漏报或矛盾，须由人核对`,
    en: `${count} ${count === 1 ? 'warning' : 'warnings'} about the data: something may be missing or contradict itself, and a person should look`,
  }),
  problems: { zh: '数据问题', en: 'What is wrong with the data' },
  noProblems: { zh: '没有数据问题。', en: 'Nothing is wrong with the data.' },
  underSubjects: (of: Noun) => ({ zh: `，见各${of.zh}考核情况表`, en: `, listed ${of.en} by ${of.en}` }),
  moreUnitsOnPaper: (count: number) => ({
    zh: `另有 ${count} 个单位未列出，完整名单见列出全部单位的电子报告`,
    en: `${count} more ${units(count)} ${count === 1 ? 'is' : 'are'} not listed; all stand in the electronic report that lists every unit`,
  }),
  moreUnits: (count: number) => ({
    zh: `另有 ${count} 个未列出（--witnesses 0 可列出全部）`,
    en: `${count} more ${units(count)} not listed (--witnesses 0 lists all)`,
  }),
} as const satisfies Readonly<
  Record<string, Text | ((...slots: never[]) => Text) | Readonly<Record<string, (...slots: never[]) => Text>>>
>;
