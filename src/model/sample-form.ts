import type { Text } from './text.ts';

/** The columns of a form besides those of the record schema: what is written is found again in either language. */
export const FORM_HEADINGS = {
  number: { zh: '序号', en: 'no.' },
  draw: { zh: '抽样编号', en: 'draw' },
  result: { zh: '复查评定', en: 'result of the check' },
  checkedOn: { zh: '核查日期', en: 'checked on' },
  checkedBy: { zh: '核查人', en: 'checked by' },
  note: { zh: '备注', en: 'note' },
} as const satisfies Readonly<Record<string, Text>>;

/** In front of the heading of a field: what the register says, beside the blank for what is found. */
export const REGISTER_SAYS: Text = { zh: '台账：', en: 'register: ' };
