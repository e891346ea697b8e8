import { type Text, withArticle } from '../../model/text.ts';
import { error, type Heading, listEn, listZh, warning } from '../entry.ts';

export const summaryDiagnostics = {
  'summary.met-exceeds-of': error<{ met: Heading; of: Heading; metText: string; ofText: string }>({
    zh: ({ met, of, metText, ofText }) => `“${met}”（${metText}）大于“${of}”（${ofText}）；请核对并改正。`,
    en: ({ met, of, metText, ofText }) => `"${met}" (${metText}) exceeds "${of}" (${ofText}); check and correct them.`,
    explain: () => ({
      title: { zh: '符合数大于总数', en: 'More than all' },
      text: {
        zh: '汇总数中符合要求的单位比单位总数还多，两个数必有一个是错的。达标率会超过 100%，所以不评定。',
        en: 'The summary has more units that meet the condition than units in all, so one of the two is wrong and the share would exceed 100%.',
      },
      remedy: { zh: '核对两列，改正后重新报送。', en: 'Check both columns and correct them.' },
      example: {
        input: '街道代码,小区总数,标兵小区数\n440308003,8,9',
        at: '街道.csv:2:13 C2',
        slots: { met: '标兵小区数', of: '小区总数', metText: '9', ofText: '8' },
      },
    }),
  }),
  'summary.differs': warning<{ heading: Heading; subject: string; register: string; summary: string }>({
    zh: ({ heading, subject, register, summary }) =>
      `“${subject}”的“${heading}”填为 ${summary}，按台账统计为 ${register}，两者不一致；考核以台账为准，请核对。`,
    en: ({ heading, subject, register, summary }) =>
      `"${heading}" of "${subject}" is given as ${summary} but the register has ${register}; the register is used, check both.`,
    explain: () => ({
      title: { zh: '汇总数与台账不一致', en: 'Summary and register differ' },
      text: {
        zh: '考核对象填的汇总数与逐个单位统计的结果不同（有单位情况不详的，给出可能的范围，如 1 至 3）。台账能指到每个单位，所以以台账为准；两处位置都列出，以便核对哪一处有误。',
        en: 'A figure of the summary is not what the units, counted one by one, give (a range such as 1–3 where some of them are not known). The register names every unit and is used; both places are shown so that the wrong one can be found.',
      },
      remedy: {
        zh: '核对后改正汇总数，或补报漏掉的单位。',
        en: 'Correct the summary, or hand in the units that are missing.',
      },
      example: {
        others: {
          '小区.csv':
            '小区代码,小区名称,街道代码,创建等级\n440308003003001,甲小区,440308003,标兵\n440308003003002,乙小区,440308003,先进',
        },
        input: '街道代码,街道名称,小区总数,标兵小区数\n440308003,沙头角街道,2,2',
        at: '街道.csv:2:19 D2',
        slots: {
          heading: '标兵小区数',
          subject: '440308003 沙头角街道',
          register: '1',
          summary: '2',
        },
      },
    }),
  }),
  'summary.stands-in': warning<{
    table: Text;
    fields: readonly Heading[];
    heading: Heading;
    count: number;
    level: Text;
    subjects: Text;
  }>({
    zh: ({ table, fields, heading, count, level: { zh } }) =>
      `${table.zh}没有${listZh(fields)}列，有 ${count} 个${zh}的该项改按${zh}表的“${heading}”评定，无法逐个核对；请补报该列。`,
    en: ({ table, fields, heading, count, level, subjects }) =>
      `The ${table.en} has no column for ${listEn(fields)}, so ${count === 1 ? `${withArticle(level.en)} is` : `${count} ${subjects.en} are`} judged by ${heading} of the ${subjects.en} table, which nobody can check unit by unit; hand the column in.`,
    explain: () => ({
      title: { zh: '按汇总数而不按台账评定', en: 'A summary count stands in for a column' },
      text: {
        zh: '台账已报送，但没有该项要看的列；考核对象有汇总数，就按汇总数评定。汇总数无法逐个核对，台账中的单位多于汇总的总数时，多出的算作情况不明。该列是漏报还是列名写错，要由报送单位核对，所以警告。',
        en: 'The register was handed in without a column that the rule reads, and the subjects give summary counts, so these are judged. They cannot be checked unit by unit; units on the register beyond their total are not known. Whether the column was left out or has another heading is for the office to check, hence the warning.',
      },
      remedy: {
        zh: '在台账中补报该列，或改正列名。',
        en: 'Hand in the column, or correct its heading.',
      },
      example: {
        others: { '小区.csv': '小区代码,小区名称,街道代码\n440308003003001,甲小区,440308003' },
        input: '街道代码,街道名称,小区总数,标兵小区数\n440308003,沙头角街道,1,1',
        at: '街道.csv:2:19 D2',
        slots: {
          table: { zh: '小区表', en: 'compounds table' },
          fields: ['创建等级'],
          heading: '标兵小区数',
          count: 1,
          level: { zh: '街道', en: 'street' },
          subjects: { zh: '街道', en: 'streets' },
        },
      },
    }),
  }),
  'summary.units-missing': warning<{ heading: Heading; subject: string; register: string; summary: string }>({
    zh: ({ heading, subject, register, summary }) =>
      `“${subject}”的“${heading}”填为 ${summary}，台账只有 ${register} 个，缺 ${Number(summary) - Number(register)} 个，按情况不明计；请补报所缺的单位，总数填错的请改正。`,
    en: ({ heading, subject, register, summary }) =>
      `"${heading}" of "${subject}" is given as ${summary} but the register has only ${register}; the ${Number(summary) - Number(register)} missing count as not known. Hand them in, or correct the total.`,
    explain: () => ({
      title: { zh: '台账少于申报的总数', en: 'A register shorter than its declared total' },
      text: {
        zh: '申报的总数大于台账中的单位数。台账漏报的单位情况不明，不能当作不存在，否则只报符合的单位就能达标；所以按申报的总数计算，所缺的算作情况不明。“plan”列出缺多少。',
        en: 'The declared total is larger than the number of units on the register. Nothing is known of those left out, and they do exist; else a subject could pass by handing in only the units that meet the rule. So the declared total is what is counted of, and the missing units are not known. plan says how many are missing.',
      },
      remedy: {
        zh: '补报所缺的单位；总数填错的，改正总数。',
        en: 'Hand in the units that are missing; if the total is wrong, correct it.',
      },
      example: {
        others: { '小区.csv': '小区代码,小区名称,街道代码,创建等级\n440308003003001,甲小区,440308003,标兵' },
        input: '街道代码,街道名称,小区总数\n440308003,沙头角街道,50',
        at: '街道.csv:2:17 C2',
        slots: { heading: '小区总数', subject: '440308003 沙头角街道', register: '1', summary: '50' },
      },
    }),
  }),
  'summary.unread-total': warning<{
    heading: Heading;
    subject: string;
    stated: string;
    known: string;
    total: Heading;
    own: Text;
  }>({
    zh: ({ heading, subject, stated, known, total, own }) =>
      `“${heading}”一列没有采用，而其中“${subject}”共有 ${stated} 个单位，考核只计 ${known} 个；台账有漏报的请补报，确系总数的请填在${own.zh}的“${total}”一列。`,
    en: ({ heading, subject, stated, known, total, own }) =>
      `The column "${heading}" is not read, but it says that "${subject}" has ${stated} units where ${known} count; hand in those that are missing, and give the total in the column "${total}" of the ${own.en}.`,
    explain: () => ({
      title: { zh: '没有采用的总数多于计入的单位', en: 'A total that is not read exceeds the units counted' },
      text: {
        zh: '考核对象的表用别的列名写了总数，或者其下一级的表写了各单位的下级有几个。这样的列不参加考核，但所写的总数比计入的单位多，说明台账可能漏报，因此警告。下一级的数按考核对象相加；各行都相同的按考核对象的总数看。',
        en: 'The table of subjects gives a total under other words, or that of a level within says how many units each of its own has. Such columns are not read, but the total exceeds the units that count, so that some may be missing. Figures of a level within are added up by subject; one that all of them repeat is taken for the total of the subject.',
      },
      remedy: {
        zh: '补报漏报的单位；确系总数的，填在考核对象的总数列里，缺的就按情况不明计。',
        en: 'Hand in the units that are missing; give the total in its column of the table of subjects, so that those missing count as unknown.',
      },
      example: {
        input: '街道代码,街道名称,辖区小区数量\n440308001,梅沙街道,50',
        others: { '小区.csv': '街道代码,小区名称,创建等级\n440308001,一村,标兵' },
        at: '街道.csv:2:16 C2',
        slots: {
          own: { zh: '街道表', en: 'streets table' },
          heading: '辖区小区数量',
          subject: '440308001 梅沙街道',
          stated: '50',
          known: '1',
          total: '小区总数',
        },
      },
    }),
  }),
  'summary.empty': warning<{ heading: Heading; subject: string }>({
    zh: ({ heading, subject }) => `“${subject}”的“${heading}”填为 0，有关指标不适用；如系漏报请补填。`,
    en: ({ heading, subject }) =>
      `"${heading}" of "${subject}" is given as 0, so what it counts does not apply; enter the number if it was left out.`,
    explain: () => ({
      title: { zh: '汇总总数为 0', en: 'A summary total of 0' },
      text: {
        zh: '该考核对象没有台账，汇总数的总数填为 0。0 个中的 0 个不能算达标，有关指标为不适用。不知道总数而填了 0 也会是这个样子，因此警告。',
        en: 'The subject has no records and its summary gives a total of 0. Nought of nought is no pass: what it counts is not applicable. A 0 entered for a total that is not known looks the same, so it is a warning.',
      },
      remedy: {
        zh: '总数不详的请留空，漏报的请补填；确实没有的无需处理。',
        en: 'Leave the total blank if it is not known, enter it if it was left out; if there are none, nothing needs doing.',
      },
      example: {
        input: '街道代码,街道名称,小区总数,标兵小区数\n440308001,梅沙街道,0,0',
        at: '街道.csv:2:16 C2',
        slots: { heading: '小区总数', subject: '440308001 梅沙街道' },
      },
    }),
  }),
};
