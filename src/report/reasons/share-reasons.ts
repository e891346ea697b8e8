import type { ShareReasonCode } from '../../model/assessment.ts';
import { withArticle } from '../../model/text.ts';
import type { Reason, ShareFacts } from '../reasons.ts';

/** Why a share is what it is. */
export const shareReasons: Readonly<Record<ShareReasonCode, Reason<ShareFacts>>> = {
  'share.pass': {
    result: 'pass',
    zh: ({ target, figures, met, margin, failing, open }) =>
      `${target}，实为 ${figures(met)}，达标${margin > 0 ? `，超出 ${margin} 个` : ''}${failing}${open}`,
    en: ({ target, figures, met, margin, failing, open }) =>
      `${target}; reached with ${figures(met)}${margin > 0 ? `, ${margin} more than needed` : ''}${failing}${open}`,
    explain: () => ({
      title: { zh: '达到要求', en: 'The target is reached' },
      text: {
        zh: '符合要求的单位所占比例达到目标，没有情况不明的单位。“以上”包括本数（民法典第 1259 条），80% 恰好达标。按整数比较，不作四舍五入；显示的百分比只舍不入。',
        en: 'The share of units that meet the condition reaches the target and none is unknown. 以上 includes the figure itself (Civil Code, article 1259), so exactly 80% passes. Counts are compared as integers, nothing is rounded, and a printed percentage is cut off.',
      },
      remedy: { zh: '无需处理。', en: 'Nothing needs doing.' },
      example: {
        input: { zh: '标兵 8 个，先进 2 个', en: '8 compounds are model (标兵), 2 advanced (先进)' },
        counts: { met: 8, of: 10, unknown: 0, missing: 0, source: 'register' },
        failing: ['甲小区', '乙小区'],
      },
    }),
  },
  'share.pass-despite-unknown': {
    result: 'pass',
    zh: ({ target, figures, met, unknown, failing, open }) =>
      `${target}，已有 ${figures(met)}，另有 ${unknown} 个情况不明，即使都不符合也达标${open}${failing}`,
    en: ({ target, figures, met, unknown, failing, open }) =>
      `${target}; reached with ${figures(met)} whatever becomes of the ${unknown} not known${open}${failing}`,
    explain: () => ({
      title: { zh: '情况不明也已达标', en: 'Reached whatever is unknown' },
      text: {
        zh: '有的单位情况不明，但即使它们全都不符合，比例也达到目标，所以可以定为达标，不必等补报。',
        en: 'Some units are unknown, but the target is reached even if every one of them fails. The result is certain without them.',
      },
      remedy: {
        zh: '结论不受影响；台账仍应补全。',
        en: 'The finding will not change; the records should still be completed.',
      },
      example: {
        input: { zh: '标兵 9 个，等级空白 1 个', en: '9 compounds are model (标兵), 1 has no level' },
        counts: { met: 9, of: 10, unknown: 1, missing: 0, source: 'register' },
        unknown: ['丙小区'],
      },
    }),
  },
  'share.fail': {
    result: 'fail',
    zh: ({ target, figures, met, shortfall, failing, open }) =>
      `${target}，实为 ${figures(met)}，不达标，还差 ${shortfall} 个${failing}${open}`,
    en: ({ target, figures, met, shortfall, failing, open }) =>
      `${target}; missed with ${figures(met)}, ${shortfall} short${failing}${open}`,
    explain: () => ({
      title: { zh: '未达到要求', en: 'The target is missed' },
      text: {
        zh: '符合要求的单位所占比例低于目标。单位少时要求会变成“全部”：7 个的 90% 是 6.3 个，即 7 个都要符合。不四舍五入：200 个中 199 个是 99.50%，不是 100%。不符合的单位逐个列出，带行号和原文。',
        en: 'The share lies below the target. With few units the target may come to all of them: 90% of 7 is 6.3, so all 7 are needed. Nothing is rounded up: 199 of 200 is 99.50%, not 100%. The units that fail are listed with line and text.',
      },
      remedy: {
        zh: '按列出的单位整改，达到“还差”的个数；数据填错的改正后重新考核。',
        en: 'Work on the units listed until the number short is made up; if a record is wrong, correct it and assess again.',
      },
      example: {
        input: {
          zh: '7 个社区中，田心社区本年刑事发案 4 起，上年 3 起',
          en: 'of 7 communities, 田心社区 has 4 criminal cases this year and had 3 last year',
        },
        label: { zh: '刑事和治安发案稳中有降', en: 'cases steady or falling' },
        atLeast: '90',
        counts: { met: 6, of: 7, unknown: 0, missing: 0, source: 'register' },
        failing: ['田心社区'],
      },
    }),
  },
  'share.fail-despite-unknown': {
    result: 'fail',
    zh: ({ target, figures, met, unknown, shortfall, failing, open }) =>
      `${target}，已有 ${figures(met)}，还差 ${shortfall} 个，情况不明的只有 ${unknown} 个，即使都符合也只有 ${figures(met + unknown)}，不达标${failing}${open}`,
    en: ({ target, figures, met, unknown, shortfall, failing, open }) =>
      `${target}; missed with ${figures(met)}, ${shortfall} short, and the ${unknown} not known would make it ${figures(met + unknown)} at best${failing}${open}`,
    explain: () => ({
      title: { zh: '情况不明也已不达标', en: 'Missed whatever is unknown' },
      text: {
        zh: '有的单位情况不明，但即使它们全都符合，比例也达不到目标，所以可以定为不达标。',
        en: 'Some units are unknown, but the target is missed even if every one of them meets the condition. The result is certain without them.',
      },
      remedy: {
        zh: '整改不符合的单位；补全台账只能减少差额，不能单独使其达标。',
        en: 'Work on the units that fail; completing the records makes the gap smaller but does not close it.',
      },
      example: {
        input: {
          zh: '标兵 6 个，先进 3 个，等级空白 1 个',
          en: '6 compounds are model (标兵), 3 advanced (先进), 1 has no level',
        },
        counts: { met: 6, of: 10, unknown: 1, missing: 0, source: 'register' },
        failing: ['甲小区', '乙小区', '丁小区'],
        unknown: ['丙小区'],
      },
    }),
  },
  'share.unknown': {
    result: 'unknown',
    zh: ({ target, figures, percent, met, unknown, shortfall, failing, open }) =>
      `${target}，已有 ${figures(met)}，另有 ${unknown} 个情况不明，结果在 ${percent(met)}% 至 ${percent(met + unknown)}% 之间，其中有 ${shortfall} 个符合即达标，待定${open}${failing}`,
    en: ({ target, figures, percent, met, unknown, shortfall, failing, open }) =>
      `${target}; so far ${figures(met)} with ${unknown} not known, so between ${percent(met)}% and ${percent(met + unknown)}%: undecided, it takes ${shortfall} of them${open}${failing}`,
    explain: () => ({
      title: { zh: '取决于情况不明的单位', en: 'The unknown units decide' },
      text: {
        zh: '情况不明的单位全都符合则达标，全都不符合则不达标，现在不能下结论。空白不当作 0，也不当作达标：发案数空白不等于没有发案。给出最差和最好两种情况的比例，以及其中几个符合即可达标。',
        en: 'If all unknown units meet the condition the target is reached, if none does it is missed. A blank is neither zero nor a pass: a blank crime count does not mean that there was no crime. The shares of the worst and the best case are given, and how many of the unknown it takes.',
      },
      remedy: { zh: '补填列出的各格后重新考核。', en: 'Fill in the cells listed and assess again.' },
      example: {
        input: {
          zh: '标兵 7 个，先进 2 个，等级空白 1 个',
          en: '7 compounds are model (标兵), 2 advanced (先进), 1 has no level',
        },
        counts: { met: 7, of: 10, unknown: 1, missing: 0, source: 'register' },
        failing: ['甲小区', '乙小区'],
        unknown: ['丙小区'],
      },
    }),
  },
  'share.total-unknown': {
    result: 'unknown',
    zh: ({ target, given }) =>
      given === null
        ? `${target}，未报总数或总数填得不对，无法计算，待定`
        : `${target}，报有 ${given} 个符合，未报总数或总数填得不对，无法计算，待定`,
    en: ({ target, given }) =>
      given === null
        ? `${target}; undecided, the total is not given or cannot be read`
        : `${target}; undecided, ${given} are given that meet it, but the total is not given or cannot be read`,
    explain: () => ({
      title: { zh: '汇总数缺少总数', en: 'A summary without the total' },
      text: {
        zh: '没有台账，考核对象的汇总数只报了符合要求的个数，没有报总数；或者有台账，而申报的总数填得不对、按“未知”处理，不知道是否还有漏报的单位。比例无从计算。',
        en: 'There are no records, and the summary of the subject gives how many units meet the condition but not how many there are; or there are records, but the declared total is wrong and taken as unknown, so that units may be missing. There is no share.',
      },
      remedy: {
        zh: '补填或改正总数，或报送台账。',
        en: 'Fill in or correct the total, or hand in the records.',
      },
      example: {
        input: '街道代码,小区总数,标兵小区数\n440308003,,8',
        counts: { met: 8, of: null, unknown: null, missing: 0, source: 'summary' },
      },
    }),
  },
  'share.not-submitted': {
    result: 'unknown',
    zh: ({ target }) => `${target}，本年度台账和汇总数均未报送，待定，须补报其中之一`,
    en: ({ target }) =>
      `${target}; undecided, neither records nor summary counts of this year were handed in, and one of them has to be`,
    explain: () => ({
      title: { zh: '没有报送', en: 'Nothing was submitted' },
      text: {
        zh: '该指标既没有台账，也没有汇总数。没有报送不等于没有单位，所以是待定，不是不适用，更不是达标。',
        en: 'The indicator has neither records nor a summary count. Nothing handed in does not mean that there is nothing, so it is unknown, neither not applicable nor passed.',
      },
      remedy: {
        zh: '报送该表的台账，或填写考核对象的汇总数。',
        en: 'Hand in the table, or fill in the summary counts of the subject.',
      },
      example: {
        input: '$ streetcheck assess 街道.csv 社区.csv',
      },
    }),
  },
  'share.no-units': {
    result: 'unknown',
    zh: ({ target, nouns: { judged } }) =>
      `${target}，报送的台账中没有本${judged.zh}的单位，也没有汇总数，待定，须补报；确实没有的，须申报总数为 0`,
    en: ({ target, nouns: { judged } }) =>
      `${target}; undecided, the records handed in have no unit of this ${judged.en} and there are no summary counts: hand them in, or declare a total of 0 if there are none`,
    explain: () => ({
      title: { zh: '台账中没有本对象的单位', en: 'The subject is not in the records' },
      text: {
        zh: '台账已报送，但其中没有本考核对象的单位，也没有汇总数。台账只来了别的对象的、整张空白、或者漏了本对象，看上去都一样，所以是待定。只有申报总数为 0，才是没有单位（0/0，不适用）。',
        en: 'Records were handed in, but none of this subject, and there are no summary counts. A table that came for other subjects, one that came blank and one that forgot this subject look alike, so it is unknown. Only a total declared as 0 says that there are no units (0/0, not applicable).',
      },
      remedy: {
        zh: '补报本对象的台账；确实没有的，在总数一栏填 0。',
        en: 'Hand in the records of the subject; if there are none, enter 0 as their total.',
      },
      example: {
        input: '小区名称,街道名称,创建等级\n一号院,海山街道,标兵',
      },
    }),
  },
  'share.column-absent': {
    result: 'unknown',
    zh: ({ target }) => `${target}，台账缺少本项所需的列，待定`,
    en: ({ target }) => `${target}; undecided, the records lack a column that this needs`,
    explain: () => ({
      title: { zh: '台账缺少所需的列', en: 'The records lack a column' },
      text: {
        zh: '台账已报送，但没有判断该指标要看的列，也没有汇总数可用，所以每个单位都情况不明。缺哪一列见 table.column-absent 警告。',
        en: 'The records were handed in without a column that the condition reads, and there is no summary to take instead, so every unit is unknown. A warning table.column-absent names the column.',
      },
      remedy: { zh: '补上该列，或改正列名。', en: 'Add the column, or correct its heading.' },
      example: {
        input: '社区代码,社区名称,街道代码,无毒小区',
        label: { zh: '无毒社区', en: 'drug-free communities' },
        atLeast: '100',
      },
    }),
  },
  'share.subject-not-submitted': {
    result: 'unknown',
    zh: ({ target, nouns: { judged, outer } }) =>
      `${target}，有${judged.zh}的数字未报送或不全，${outer.length === 1 ? `全${outer[0]!.zh}` : ''}无法合计，待定`,
    en: ({ target, nouns: { judged, outer } }) =>
      `${target}; undecided, the counts of ${withArticle(judged.en)} are missing or incomplete, so ${outer.length === 1 ? `the ${outer[0]!.en} has` : 'there is'} no sum`,
    explain: () => ({
      title: { zh: '有考核对象的数字不全', en: 'The counts of a subject are missing' },
      text: {
        zh: '上级单位的比例按其中各考核对象合并计算。有一个没有数字，总数就不知道，只合计已报的会偏高或偏低，所以待定。合计的比例供对照，不决定各对象的评定。',
        en: 'The pooled share is that of all subjects together. With the counts of one missing the total is not known, and the sum of the rest would mislead. The pooled share is shown for comparison and does not decide any subject.',
      },
      remedy: { zh: '补报该考核对象的数据。', en: 'Hand in the data of the subject that is missing.' },
      example: {
        input: { zh: '4 个街道中，盐田街道未报小区表', en: 'of 4 streets, 盐田街道 handed in no compounds' },
      },
    }),
  },
  'share.empty': {
    result: 'not-applicable',
    zh: ({ target }) => `${target}，没有应计的单位（0/0），本项不适用`,
    en: ({ target }) => `${target}; not applicable, there is no unit to count (0/0)`,
    explain: () => ({
      title: { zh: '没有应计的单位', en: 'No unit to count' },
      text: {
        zh: '已经报送，但总数为 0。0 个中的 0 个没有比例可言，既不算达标，也不算不达标，本项不适用，由其他各项评定。所有达标率要求都不适用时，该对象的评定为不适用。',
        en: 'Something was handed in but the total is 0. Nought of nought has no share and is neither pass nor fail: the rule does not apply and the others decide. If no share rule applies, the verdict of the subject is not applicable.',
      },
      remedy: {
        zh: '确实没有的无需处理；漏报的请补报。',
        en: 'If there really are none nothing needs doing; otherwise hand them in.',
      },
      example: {
        input: '街道代码,小区总数,标兵小区数\n440308001,0,0',
        counts: { met: 0, of: 0, unknown: 0, missing: 0, source: 'summary' },
      },
    }),
  },
};
