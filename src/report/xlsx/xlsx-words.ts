import type { Language } from '../../model/text.ts';
import type { Noun } from '../nouns.ts';

const zh = {
  /** Names of the sheets. */
  sheets: { summary: '汇总', findings: '逐项', evidence: '依据', diagnostics: '数据问题' },
  titled: (scheme: string, sheet: string) => `${scheme} ${sheet}`,
  /** Why a record stands among the evidence. */
  listed: { failing: '不符合', unknown: '情况不明' },
  pooled: (outer: Noun, judged: Noun) => `“全${outer.zh}合计”按各${judged.zh}合并计算，供对照，不参与评定。`,
  /** Under a refusal: how to get a workbook in which the faulty cells are marked. */
  corrections: '用 validate 命令加 -o 改错表.xlsx，可得到标出每处错误的表格，在其中改好即可重新报送。',
};

/** The words of the workbook, besides the headings of its columns. */
type XlsxWords = typeof zh;

const en: XlsxWords = {
  sheets: { summary: 'summary', findings: 'findings', evidence: 'evidence', diagnostics: 'data problems' },
  titled: (scheme, sheet) => `${scheme}: ${sheet}`,
  listed: { failing: 'does not meet it', unknown: 'not known' },
  pooled: (outer, judged) =>
    `The ${outer.en} is counted over all its ${judged.plural}, for comparison; it does not decide.`,
  corrections:
    'The command validate with -o corrections.xlsx gives the tables with each faulty cell marked, to be put right and handed in again.',
};

export const xlsxWords = { zh, en } as const satisfies Record<Language, XlsxWords>;
