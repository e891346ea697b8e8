import type { Text } from '../model/text.ts';

interface OwnColumn {
  readonly heading: Text;
  /** What goes in. */
  readonly note: Text;
}

/** The columns of a form besides those of the record schema: what is written is found again in either language. */
export const FORM_COLUMNS = {
  number: {
    heading: { zh: '序号', en: 'no.' },
    note: { zh: '抽中的先后次序。', en: 'The order of the draw.' },
  },
  draw: {
    heading: { zh: '抽样编号', en: 'draw' },
    note: {
      zh: '这次抽取的编号，不要改动；判断时据此核对。',
      en: 'The number of this draw. Leave it as it is: the form is known by it.',
    },
  },
  result: {
    heading: { zh: '复查评定', en: 'result of the check' },
    note: { zh: '填“达标”或“不达标”；尚未复查的留空。', en: 'pass or fail; blank if it was not checked.' },
  },
  checkedOn: {
    heading: { zh: '核查日期', en: 'checked on' },
    note: { zh: '核查的日期，供存档。', en: 'The day of the check, for the file.' },
  },
  checkedBy: {
    heading: { zh: '核查人', en: 'checked by' },
    note: { zh: '核查人姓名，供存档。', en: 'Who checked, for the file.' },
  },
  note: {
    heading: { zh: '备注', en: 'note' },
    note: { zh: '其他要说明的，供存档。', en: 'Anything else, for the file.' },
  },
} as const satisfies Readonly<Record<string, OwnColumn>>;

/** In front of the heading of a field: what the register says, beside the blank for what is found. */
export const REGISTER_SAYS = {
  heading: { zh: '台账：', en: 'register: ' },
  note: { zh: '台账所报，供对照；实际情况填在右边。', en: 'What the register says; what is found goes to the right.' },
  title: { zh: '抽查核查表', en: 'Spot check' },
} as const satisfies Readonly<Record<string, Text>>;

/** What a check of a subject ends in: the canonical values and how each is written. */
export const CHECK_RESULTS = {
  pass: { zh: '达标', en: 'pass' },
  fail: { zh: '不达标', en: 'fail' },
} as const satisfies Readonly<Record<string, Text>>;
