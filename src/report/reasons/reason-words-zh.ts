import { isAll } from '../../model/share.ts';
import type { ReasonWords } from './reason-words.ts';

const SOURCES = { register: '', summary: '，据汇总数', mixed: '，部分据汇总数' } as const;

export const zh: ReasonWords = {
  sentence: (label, cited, body) => `${label}${cited === '' ? '' : `（依据：${cited}）`}：${body}。`,
  target: (atLeast, target, of) => {
    const share = isAll(atLeast) ? '应达 100%' : `应达 ${atLeast}% 以上`;
    if (target === null || of === null) return share;
    return target === of ? `${share}（即全部 ${of} 个）` : `${share}（即 ${of} 个中至少 ${target} 个）`;
  },
  figures: (met, of, percent, source) => `${met}/${of}（${percent}%${SOURCES[source ?? 'register']}）`,
  names: (names, total) => (total > names.length ? `${names.join('、')}等 ${total} 个` : names.join('、')),
  nameless: '（无名称）',
  failing: (names) => `；不符合的有：${names}`,
  unknown: (names) => `；情况不明的有：${names}`,
  missing: (count) => `；不明的单位中有 ${count} 个没有报送数据`,
  pass: (figures, margin) => `，实为 ${figures}，达标${margin > 0 ? `，超出 ${margin} 个` : ''}`,
  passDespiteUnknown: (figures, unknown) => `，已有 ${figures}，另有 ${unknown} 个情况不明，即使都不符合也达标`,
  fail: (figures, shortfall) => `，实为 ${figures}，不达标，还差 ${shortfall} 个`,
  failDespiteUnknown: (figures, shortfall, unknown, best) =>
    `，已有 ${figures}，还差 ${shortfall} 个，情况不明的只有 ${unknown} 个，即使都符合也只有 ${best}，不达标`,
  open: (figures, unknown, worst, best, shortfall) =>
    `，已有 ${figures}，另有 ${unknown} 个情况不明，结果在 ${worst}% 至 ${best}% 之间，其中有 ${shortfall} 个符合即达标，待定`,
  totalUnknown: (met) =>
    met === null
      ? '，未报总数或总数填得不对，无法计算，待定'
      : `，报有 ${met} 个符合，未报总数或总数填得不对，无法计算，待定`,
  notSubmitted: '，本年度台账和汇总数均未报送，待定，须补报其中之一',
  noUnits: '，报送的台账中没有本街道的单位，也没有汇总数，待定，须补报；确实没有的，须申报总数为 0',
  columnAbsent: '，台账缺少本项所需的列，待定',
  streetNotSubmitted: '，有街道的数字未报送或不全，全区无法合计，待定',
  empty: '，没有应计的单位（0/0），本项不适用',
  vetoPass: '结果达标，不触发一票否决',
  vetoFail: '结果不达标，一票否决，当年评定为不达标',
  vetoBlank: '结果未填，待定，须补填达标或不达标',
  vetoColumnAbsent: '街道表没有本项的列，结果不明，待定',
  vetoNotSubmitted: '街道表没有报送或缺该街道，结果不明，待定',
  notInForce: (year, from) =>
    `${from === undefined ? '' : `方案自 ${from} 年起施行，`}${year === null ? '该年度' : `${year} 年度`}不适用`,
  requiredFrom: (from) => `；目标期内，${from} 年起才为必达，本年度只作参考`,
  advisory: '；本项只作参考，不影响评定',
};
