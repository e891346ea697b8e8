import type { VetoReasonCode } from '../../model/assessment.ts';
import type { Reason, ReasonContext } from '../reasons.ts';

/** Why a result vetoes, or does not. */
export const vetoReasons: Readonly<Record<VetoReasonCode, Reason<ReasonContext>>> = {
  'veto.pass': {
    result: 'pass',
    zh: () => '结果达标，不触发一票否决',
    en: () => 'passed, no veto',
    explain: () => ({
      title: { zh: '否决项达标', en: 'What may veto is passed' },
      text: {
        zh: '该项结果为达标，不触发一票否决。否决项达标不能抵消达标率的不足。',
        en: 'What may veto was passed, so it does not. It makes up for no share that is missed.',
      },
      remedy: { zh: '无需处理。', en: 'Nothing needs doing.' },
      example: { input: '街道代码,安全专项考核\n440308003,达标' },
    }),
  },
  'veto.fail': {
    result: 'fail',
    zh: () => '结果不达标，一票否决，当年评定为不达标',
    en: () => 'failed, and this veto fails the year',
    explain: () => ({
      title: { zh: '一票否决', en: 'A veto' },
      text: {
        zh: '任何一个否决项不达标，该考核对象当年评定即为不达标，各项比例再高也不能抵消。只影响该对象当年。各项比例照常计算，并给出“不计一票否决”的评定。',
        en: 'If any one of what may veto is failed, the subject fails the year, whatever the shares say. It concerns this subject and this year only. The shares are worked out all the same, and the verdict without vetoes is shown.',
      },
      remedy: {
        zh: '按主管部门的考核意见整改；结果填错的，凭考核文件改正后重新考核。',
        en: 'Remedy what the office in charge found; if the result was entered wrongly, correct it after the official paper and assess again.',
      },
      example: { input: '街道代码,安全专项考核\n440308003,不达标' },
    }),
  },
  'veto.blank': {
    result: 'unknown',
    zh: () => '结果未填，待定，须补填达标或不达标',
    en: () => 'undecided, the result was left blank and must be filled in',
    explain: () => ({
      title: { zh: '否决项结果未填', en: 'A result that may veto is left blank' },
      text: {
        zh: '考核对象的表有该列，但此处没有填结果（空白或“未报”等）。没有结果不能当作达标，也不能当作不达标，评定只能待定；其他方面已经不达标的除外。',
        en: 'The column is there but holds no result for this subject. No result is neither a pass nor a fail, so the verdict stays unknown unless something else fails it.',
      },
      remedy: {
        zh: '取得考核结果后补填“达标”或“不达标”。',
        en: 'Fill in 达标 or 不达标 (pass or fail) once the result is known.',
      },
      example: { input: '街道代码,安全专项考核\n440308003,' },
    }),
  },
  'veto.column-absent': {
    result: 'unknown',
    zh: ({ nouns }) => `${nouns.judged.zh}表没有本项的列，结果不明，待定`,
    en: ({ nouns }) => `undecided, the ${nouns.judged.plural} table has no column for it`,
    explain: () => ({
      title: { zh: '没有否决项的列', en: 'No column for what may veto' },
      text: {
        zh: '考核对象的表已报送，但没有该否决项的列，所有考核对象的这一项都不明。',
        en: 'The table of the subjects was handed in without a column for this veto, so it is unknown for every subject.',
      },
      remedy: {
        zh: '在考核对象的表中增加该列并填写结果。',
        en: 'Add the column to the table of the subjects and fill it in.',
      },
      example: { input: '街道代码,街道名称,维稳综治专项考核' },
    }),
  },
  'veto.not-submitted': {
    result: 'unknown',
    zh: ({ nouns: { judged } }) => `${judged.zh}表没有报送或缺该${judged.zh}，结果不明，待定`,
    en: ({ nouns: { judged } }) => `undecided, no ${judged.plural} table with this ${judged.en} was handed in`,
    explain: () => ({
      title: { zh: '没有报送考核对象的表，或其中没有该对象', en: 'No table with this subject' },
      text: {
        zh: '没有报送考核对象的表，或者表中没有该对象，否决项的结果不明；该对象是从所属单位的台账得知的。（报送了这张表而表中没有某记录所属的对象，一般是错误 reference.unknown；以该对象命名的工作表或文件除外。）',
        en: 'No table of the subjects was handed in, or it lacks this one, so the results are unknown; the subject is known from the records of its units. (With a table that lacks it, a reference to it is an error, reference.unknown, but in a sheet or file that is named after it.)',
      },
      remedy: { zh: '报送考核对象的表，填写各否决项的结果。', en: 'Hand in a table of the subjects with the results.' },
      example: { input: '$ streetcheck assess 社区.csv 小区.csv' },
    }),
  },
};

/** Not judged by a later standard; a reason of any rule. */
export const notInForce: Reason<ReasonContext> = {
  result: 'not-applicable',
  zh: ({ year, from }) =>
    `${from === undefined ? '' : `方案自 ${from} 年起施行，`}${year === null ? '该年度' : `${year} 年度`}不适用`,
  en: ({ year, from }) =>
    `not applicable${year === null ? '' : ` to ${year}`}, the scheme ${from === undefined ? 'was not in force' : `is in force from ${from}`}`,
  explain: () => ({
    title: { zh: '尚未施行', en: 'Not in force yet' },
    text: {
      zh: '数据的年度早于方案开始施行的年度，各项均不适用，不能用后来的标准评定以前的年度。',
      en: 'The data is of a year before the scheme came into force. Nothing applies: a year is not judged by a later standard.',
    },
    remedy: {
      zh: '核对年度填写是否正确；年度无误的无需处理。',
      en: 'Check that the year is right; if so nothing needs doing.',
    },
    example: {
      input: '年度,小区代码,创建等级\n2011,440308003003001,标兵',
      counts: { met: 1, of: 1, unknown: 0, missing: 0, source: 'register' },
      year: 2011,
    },
  }),
};
