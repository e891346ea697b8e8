import type { Result } from '../../model/assessment.ts';
import type { Text } from '../../model/text.ts';

const streets = (count: number): string => (count === 1 ? 'street' : 'streets');
const units = (count: number): string => (count === 1 ? 'unit' : 'units');

/** Every fixed text of the page that the other reports do not have. Slots come in already made safe. */
export const pageWords = {
  results: { zh: '考核结果', en: 'Assessment' },
  validation: { zh: '数据检查', en: 'Data check' },
  year: (year: number) => ({ zh: `${year}年度`, en: `year ${year}` }),
  skip: { zh: '跳到汇总表', en: 'Skip to the summary table' },
  print: { zh: '打印', en: 'Print' },

  answer: {
    pass: ({ pass }, all) =>
      pass < all
        ? {
            zh: `达标：${all} 个街道中 ${pass} 个达标，${all - pass} 个不适用`,
            en: `Pass: ${pass} of ${all} streets meet the standard, ${all - pass} not applicable`,
          }
        : {
            zh: `达标：${all} 个街道全部达标`,
            en: `Pass: ${all === 1 ? 'the one street meets' : `all ${all} streets meet`} the standard`,
          },
    fail: ({ fail, unknown }, all) => ({
      zh: `不达标：${all} 个街道中 ${fail} 个不达标${unknown > 0 ? `，${unknown} 个待定` : ''}`,
      en: `Fail: ${fail} of ${all} ${streets(all)} ${fail === 1 ? 'does' : 'do'} not meet the standard${unknown > 0 ? `, ${unknown} undecided` : ''}`,
    }),
    unknown: ({ unknown }, all) => ({
      zh: `待定：${all} 个街道中 ${unknown} 个数据不足，尚不能评定`,
      en: `Undecided: data is missing for ${unknown} of ${all} ${streets(all)}`,
    }),
    'not-applicable': () => ({ zh: '不适用：没有可评定的街道', en: 'Not applicable: no street can be judged' }),
  } satisfies Readonly<Record<Result, (totals: Readonly<Record<Result, number>>, all: number) => Text>>,
  ofThoseAskedFor: ({ zh, en }: Text) => ({ zh: `${zh}（只计指定的街道）`, en: `${en} (only those asked for)` }),
  failing: { zh: '不达标的街道及首要原因', en: 'Streets that fail, and the first reason' },
  open: { zh: '待定的街道及首要原因', en: 'Streets not decided yet, and the first reason' },
  noneFails: { zh: '没有不达标的街道。', en: 'No street fails.' },
  noneOfThoseFails: { zh: '指定的街道中没有不达标的。', en: 'None of the streets asked for fails.' },
  otherReasons: (count: number) => ({
    zh: `另有 ${count} 项`,
    en: `${count} more ${count === 1 ? 'reason' : 'reasons'}`,
  }),
  otherStreets: (count: number) => ({
    zh: `另有 ${count} 个街道，见汇总表。`,
    en: `${count} more ${streets(count)} in the summary table.`,
  }),

  summary: { zh: '考核情况汇总表', en: 'Summary of the assessment' },
  summaryHint: {
    zh: '每行一个街道，每列一项规则：符合数/总数、比例和结论。',
    en: 'A row for each street, a column for each rule: units that meet it of all units, their share, and the finding.',
  },
  scrolls: { zh: '← 表格可左右滑动 →', en: '← The table scrolls sideways →' },
  streetsPassing: { zh: '达标街道名单', en: 'Streets that pass' },
  reduced: (count: number) => ({
    zh: `街道较多，达标的 ${count} 个街道只列名称和评定；用 --street 可单独列出某个街道的各项情况。`,
    en: `With so many streets the ${count} that pass are listed by name and verdict only; --street shows one in full.`,
  }),
  reducedOnPaper: (count: number) => ({
    zh: `街道较多，达标的 ${count} 个街道只列名称和评定，各项情况见电子报告。`,
    en: `With so many streets the ${count} that pass are listed by name and verdict only; their figures stand in the electronic report.`,
  }),
  withoutCards: (count: number) => ({
    zh: `街道较多，达标的 ${count} 个街道只列入汇总表；用 --street 可单独列出某个街道的各项情况。`,
    en: `With so many streets the ${count} that pass stand in the summary table only; --street shows one in full.`,
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
  search: { zh: '街道名称或代码', en: 'Street name or code' },
  reset: { zh: '全部显示', en: 'Show all' },
  shown: { zh: '已显示 {shown} / {all} 个街道', en: '{shown} of {all} streets shown' },
  printed: { zh: '本页已筛选，未列出全部街道。', en: 'Filtered: not every street is listed here.' },

  shares: { zh: '各项达标率', en: 'The shares, rule by rule' },
  sharesHint: {
    zh: '每个街道一行，竖线为要求。圆点为实际比例；有情况不明的单位时画出最差至最好的范围。',
    en: 'A line for each street; the upright is the target. A dot is the share; where units are unknown, a bar reaches from the worst case to the best.',
  },
  target: (atLeast: string) => ({ zh: `要求 ${atLeast}% 以上`, en: `target: at least ${atLeast}%` }),
  targetAll: { zh: '要求 100%', en: 'target: 100%' },
  reached: (pass: number, all: number) => ({
    zh: `${all} 个街道中 ${pass} 个达到`,
    en: `reached by ${pass} of ${all} ${streets(all)}`,
  }),
  lowest: (drawn: number, all: number) => ({
    zh: `图中为比例最低的 ${drawn} 个街道，共 ${all} 个。`,
    en: `The ${drawn} lowest of ${all} streets are drawn.`,
  }),
  noFigures: (count: number) => ({
    zh: `${count} 个街道没有可计算的数字，未画出。`,
    en: `${count} ${streets(count)} without figures ${count === 1 ? 'is' : 'are'} not drawn.`,
  }),
  allInFull: (labels: readonly Text[]) => ({
    zh: `各街道均为 100%，不另画图：${labels.map(({ zh }) => zh).join('、')}。`,
    en: `100% in every street, so not drawn: ${labels.map(({ en }) => en).join('; ')}.`,
  }),
  nothingDrawn: { zh: '没有可画出的数字。', en: 'There are no figures to draw.' },
  meansAll: (atLeast: string, of: number, names: readonly string[], others: number) => ({
    zh: `单位少时 ${atLeast}% 即全部：${names.join('、')}${others > 0 ? `等 ${names.length + others} 个街道` : ''}（如 ${of} 个的 ${atLeast}% 即全部 ${of} 个）。`,
    en: `With few units ${atLeast}% means all of them: ${names.join(', ')}${others > 0 ? ` and ${others} more` : ''} (${atLeast}% of ${of} is all ${of}).`,
  }),

  cards: { zh: '各街道考核情况', en: 'Street by street' },
  card: { zh: '街道考核情况表', en: 'Assessment of a street' },
  districtCard: { zh: '全区考核情况表', en: 'Assessment of the district' },
  rule: { zh: '考核规则和依据条款', en: 'Rule and clause' },
  required: { zh: '要求', en: 'Target' },
  actual: { zh: '实际', en: 'Found' },
  finding: { zh: '结论', en: 'Finding' },
  veto: { zh: '一票否决', en: 'veto' },
  unknownUnits: (count: number) => ({ zh: `不明 ${count} 个`, en: `${count} not known` }),

  notice: { zh: '限期整改通知书', en: 'Notice to remedy' },
  draft: { zh: '草稿', en: 'draft' },
  noticeNumber: { zh: '编号', en: 'No.' },
  addressee: (name: string) => ({ zh: `${name}：`, en: `To ${name}:` }),
  noticeText: (year: number | null, source: string, scheme: Text, isMixed: boolean) => ({
    zh: `依据${source}，经${scheme.zh}${year === null ? '' : `（${year} 年度）`}，你街道评定为不达标。现将须整改的事项${isMixed ? '和须补报的数据' : ''}通知如下，请按期整改${isMixed ? '、补报' : ''}，并书面报告整改情况。`,
    en: `Under ${source} (${scheme.en})${year === null ? '' : `, in the assessment of ${year},`} your street does not meet the standard. Please remedy ${isMixed ? 'or supply ' : ''}the following by the dates given, and report in writing.`,
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
  streetHead: { zh: '街道负责人签字', en: 'For the street' },
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
  tooManyStreets: (count: number) => ({
    zh: `有 ${count} 个街道，多得无法逐个列在一页上；全部结果请用 --format json 或 csv 输出，用 --street 可列出其中的街道。`,
    en: `There are ${count} streets, too many to stand one by one on a page; --format json or csv holds them all, and --street shows some of them.`,
  }),
  warnings: (count: number) => ({
    zh: `数据有 ${count} 条警告：可能有漏报或矛盾，须由人核对`,
    en: `${count} ${count === 1 ? 'warning' : 'warnings'} about the data: something may be missing or contradict itself, and a person should look`,
  }),
  problems: { zh: '数据问题', en: 'What is wrong with the data' },
  noProblems: { zh: '没有数据问题。', en: 'Nothing is wrong with the data.' },
  unitsFailing: (count: number) => ({ zh: `不符合的（${count}）`, en: `Do not meet it (${count})` }),
  unitsUnknown: (count: number) => ({ zh: `情况不明的（${count}）`, en: `Not known (${count})` }),
  underStreets: { zh: '，见各街道考核情况表', en: ', listed street by street' },
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
