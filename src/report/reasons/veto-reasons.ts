import type { VetoReasonCode } from '../../model/assessment.ts';
import type { Reason, ReasonContext } from './reason.ts';

/** Why a special assessment vetoes, or does not. */
export const vetoReasons: Readonly<Record<VetoReasonCode, Reason<ReasonContext>>> = {
  'veto.pass': {
    result: 'pass',
    zh: () => '结果达标，不触发一票否决',
    en: () => 'passed, no veto',
    explain: () => ({
      title: { zh: '专项考核达标', en: 'A special assessment is passed' },
      text: {
        zh: '该专项考核结果为达标，不触发一票否决。专项考核达标不能抵消达标率的不足。',
        en: 'The special assessment was passed, so it does not veto. It makes up for no share that is missed.',
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
        zh: '维稳综治、安全、计生任何一个专项考核不达标，该街道当年评定即为不达标（方案四(四)），各项比例再高也不能抵消。只影响该街道当年。各项比例照常计算，并给出“不计一票否决”的评定。',
        en: 'If any one of the special assessments is failed the street fails the year (clause 四(四) of the scheme), whatever the shares say. It concerns this street and this year only. The shares are worked out all the same, and the verdict without vetoes is shown.',
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
      title: { zh: '专项考核结果未填', en: 'A special assessment left blank' },
      text: {
        zh: '街道表有该列，但此街道没有填结果（空白或“未报”等）。没有结果不能当作达标，也不能当作不达标，评定只能待定；其他方面已经不达标的除外。',
        en: 'The column is there but holds no result for this street. No result is neither a pass nor a fail, so the verdict stays unknown unless something else fails it.',
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
    zh: () => '街道表没有本项的列，结果不明，待定',
    en: () => 'undecided, the streets table has no column for it',
    explain: () => ({
      title: { zh: '没有专项考核的列', en: 'No column for a special assessment' },
      text: {
        zh: '街道表已报送，但没有该专项考核的列，所有街道的这一项都不明。',
        en: 'The streets table was handed in without a column for this special assessment, so it is unknown for every street.',
      },
      remedy: { zh: '在街道表增加该列并填写结果。', en: 'Add the column to the streets table and fill it in.' },
      example: { input: '街道代码,街道名称,维稳综治专项考核' },
    }),
  },
  'veto.not-submitted': {
    result: 'unknown',
    zh: () => '街道表没有报送或缺该街道，结果不明，待定',
    en: () => 'undecided, no streets table with this street was handed in',
    explain: () => ({
      title: { zh: '没有报送街道表，或其中没有该街道', en: 'No streets table with this street' },
      text: {
        zh: '没有报送街道表，或者表中没有该街道，专项考核结果不明；街道是从社区、小区的台账得知的。（报送了街道表而表中没有某记录所属的街道，一般是错误 reference.unknown；以该街道命名的工作表或文件除外。）',
        en: 'No streets table was handed in, or it lacks this street, so the results are unknown; the street is known from its communities and compounds. (With a streets table that lacks it, a reference to it is an error, reference.unknown, but in a sheet or file that is named after the street.)',
      },
      remedy: { zh: '报送街道表，填写各专项考核的结果。', en: 'Hand in a streets table with the results.' },
      example: { input: '$ streetcheck assess 社区.csv 小区.csv' },
    }),
  },
};
