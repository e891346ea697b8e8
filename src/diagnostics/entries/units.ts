import { type Text, withArticle } from '../../model/text.ts';
import { error, type Heading, listEn, listZh, note, warning } from '../entry.ts';

/** Of the scheme that the examples are taken from. */
const STREETS: Text = { zh: '街道', en: 'streets' };
const DISTRICT: Text = { zh: '区', en: 'district' };

/** Why a unit is left out whose parent is. */
export const PARENT_LEFT_OUT: Text = { zh: '所属单位不计入', en: 'belongs to a unit that is left out' };

export const unitDiagnostics = {
  'unit.too-many': error<{ most: number; subjects: Text }>({
    zh: ({ most, subjects: { zh } }) =>
      `${zh}超过 ${most} 个，或${zh}名称过长，已不再读取；请核对各列的表头，${zh}一列填的多半不是${zh}。`,
    en: ({ most, subjects: { en } }) =>
      `There are more than ${most} ${en}, or their names are too long, so no more are read; check the headings: the column of ${en} probably holds something else.`,
    explain: () => ({
      title: { zh: '考核对象过多', en: 'Too many subjects' },
      text: {
        zh: '全国乡级单位约 4.1 万个。考核对象超过 131072 个，或全部名称合计超过约 800 万字的，多半是把下级单位或备注一列当成了考核对象；逐个评定没有意义，也会占满内存，所以不再读取，不评定。',
        en: 'The whole nation has some 41,000 units of the lowest administration. Where a submission names more than 131,072 subjects, or their names are some 8 million characters together, a column of their units or of remarks was probably taken for theirs. To judge them one by one means nothing and would fill the memory, so reading ends there, and there is no verdict.',
      },
      remedy: {
        zh: '核对表头，使考核对象的名称、代码两列只填考核对象；确有这么多的，分批评定。',
        en: 'Check the headings, so that the columns of the subjects and their codes hold subjects only; if there really are so many, assess them in parts.',
      },
      example: {
        input: '小区名称,街道,创建等级\n甲小区,海山路 1 号,标兵\n乙小区,海山路 2 号,标兵\n…',
        at: '小区.csv:131075:2',
        slots: { most: 131_072, subjects: STREETS },
      },
    }),
  }),
  'unit.duplicate': error<{ unit: string }>({
    zh: ({ unit }) => `“${unit}”在同一年度出现不止一次；请只保留一条正确的记录。`,
    en: ({ unit }) => `"${unit}" stands in the same year more than once; keep the one record that is right.`,
    explain: () => ({
      title: { zh: '单位重复', en: 'A unit twice' },
      text: {
        zh: '同一年度同一单位有两条或更多记录（代码相同；没有代码的，上级和名称相同）。重复会使总数和达标率都不对，两条内容不同时更不知以哪条为准。所有位置都列出，最多 1000 处。名称比较时不计规则包 endings 所列的后缀。',
        en: 'A unit has two or more records in one year (by code, else by parent and name). It would be counted twice, and where the records differ it is not clear which one holds. All places are listed, up to 1,000. The endings that the ruleset lists do not tell names apart.',
      },
      remedy: {
        zh: '保留正确的一条，删去其余；确是两个单位的，改正代码或名称。',
        en: 'Keep the record that is right; if there really are two units, correct a code or name.',
      },
      example: {
        input:
          '小区代码,小区名称,街道代码,创建等级\n440308003003001,甲小区,440308003,标兵\n440308003003001,甲小区,440308003,先进',
        at: '小区.csv:2:1 A2',
        slots: { unit: '440308003003001 甲小区' },
      },
    }),
  }),
  'unit.other-name': error<{ code: string; names: readonly string[] }>({
    zh: ({ code, names }) => `代码 ${code} 对应不同的名称：${listZh(names)}；请核对代码，统一名称。`,
    en: ({ code, names }) => `The code ${code} has different names: ${listEn(names)}; check the code and use one name.`,
    explain: () => ({
      title: { zh: '同一代码、不同名称', en: 'One code, different names' },
      text: {
        zh: '同一年度同一代码对应不同的名称。不是抄错了代码，就是改了名；前者是两个单位，后者是一个，结论不同，所以不猜测。规则包可以用 aliases 登记别名。',
        en: 'In one year a code has different names. Either a code was copied wrongly, and there are two units, or a name was changed, and there is one. The ruleset can list other names under aliases.',
      },
      remedy: {
        zh: '核对代码，统一名称；确属别名的，登记到规则包的 aliases。',
        en: 'Check the code and use one name; list a second name under aliases of the ruleset.',
      },
      example: {
        input: '社区代码,社区名称,街道代码\n440308003003,桥东社区,440308003\n440308003003,田心社区,440308003',
        at: '社区.csv:2:1 A2',
        slots: { code: '440308003003', names: ['桥东社区', '田心社区'] },
      },
    }),
  }),
  'unit.code-outside-parent': warning<{ code: string; parent: string; level: Text }>({
    zh: ({ code, parent, level }) => `单位代码 ${code} 不以所属${level.zh}的代码 ${parent} 开头；请核对两个代码。`,
    en: ({ code, parent, level }) =>
      `The code ${code} does not begin with that of its ${level.en}, ${parent}; check both.`,
    explain: () => ({
      title: { zh: '代码与所属单位不符', en: 'A code outside its parent' },
      text: {
        zh: '按规则包的代码规定，单位的代码以所属单位的代码开头。不符多半是代码或所属单位填错；也可能是区划调整后尚未换码，所以只警告，按填写的所属单位计数。',
        en: 'By the codes of the ruleset a unit’s code begins with that of what it lies in. Mostly one of the two is wrong; but units that moved may keep their code, so it is a warning and the unit counts for the one that it names.',
      },
      remedy: { zh: '核对两个代码，改正填错的一个。', en: 'Check both codes and correct the one that is wrong.' },
      example: {
        input: '社区代码,社区名称,街道代码\n440308003003,桥东社区,440308004',
        at: '社区.csv:2:1 A2',
        slots: { code: '440308003003', parent: '440308004', level: { zh: '街道', en: 'street' } },
      },
    }),
  }),
  'unit.left-out': note<{ reason: Text }>({
    zh: ({ reason }) => `该记录不计入考核：${reason.zh}。`,
    en: ({ reason }) => `This record is left out: ${reason.en}.`,
    explain: () => ({
      title: { zh: '不计入考核的记录', en: 'Records that are left out' },
      text: {
        zh: '规则包（units 之下）规定某些代码不是要计数的单位，例如只为统计而设的。这些记录及其下属单位不计入，也不影响达标率。',
        en: 'By the ruleset (under units) some codes are none of the units that are counted, such as those made for statistics only. They and what belongs to them are not counted.',
      },
      remedy: {
        zh: '一般无需处理；若确应计入，请核对代码。',
        en: 'Mostly nothing needs doing; if it ought to count, check the code.',
      },
      example: {
        input: '街道代码,街道名称\n440308001,梅沙街道\n440308403,深圳盐田综合保税区',
        at: '街道.csv:3:1 A3',
        slots: { reason: { zh: '类似乡级单位，不是街道', en: 'similar to a street but not one' } },
      },
    }),
  }),
  'reference.unknown': error<{ parent: Text; reference: string }>({
    zh: ({ parent, reference }) =>
      `“${reference}”不在报送的${parent.zh}表中；请核对代码或名称，或在${parent.zh}表中补上。`,
    en: ({ parent, reference }) =>
      `No ${parent.en} "${reference}" was handed in; check the code or name, or add it to its table.`,
    explain: () => ({
      title: { zh: '所属单位不存在', en: 'A reference to nothing' },
      text: {
        zh: '记录所填的所属单位不在报送的表中。名称按宽度、空格和规则包所列的后缀归一后比较，别名以规则包登记的为准，绝不按相近猜测。算不进任何考核对象的单位若被略过，达标率就不对。',
        en: 'The parent that a record names is not in the table handed in. Names are compared without width, spaces and the endings that the ruleset lists, and by its aliases, never by likeness. A unit that counts for no subject would falsify a share.',
      },
      remedy: {
        zh: '改正代码或名称；表中确实缺少的，补上该单位。',
        en: 'Correct the code or name, or add what is missing to its table.',
      },
      example: {
        others: { '街道.csv': '街道代码,街道名称\n440308003,沙头角街道\n440308004,海山街道' },
        input: '社区名称,街道名称\n桥东社区,沙头脚街道',
        at: '社区.csv:2:6 B2',
        slots: { parent: { zh: '街道', en: 'street' }, reference: '沙头脚街道' },
      },
    }),
  }),
  'reference.unlisted-subject': warning<{ reference: string; table: Text }>({
    zh: ({ reference, table }) =>
      `报送的${table.zh}中没有“${reference}”，而这张表是以它命名的；它的单位照样评定，一票否决各项不明，不会达标；请在${table.zh}中补上。`,
    en: ({ reference, table }) =>
      `The ${table.en} handed in lacks "${reference}", after which this table is named: its units are judged, what may veto is unknown, and it cannot pass; add it to the ${table.en}.`,
    explain: () => ({
      title: {
        zh: '考核对象的表缺少已报台账的对象',
        en: 'A subject that its own table names and the table of subjects lacks',
      },
      text: {
        zh: '工作表或文件以一个考核对象命名，其中的单位填着它的代码和名称，而报送的考核对象表里没有它。这不是个别行写错，是那张表漏了一个：该对象照样评定，但一票否决各项不明，至多为待定。别的情形（没有以它命名，或名称属于表中另一个对象）是错误 reference.unknown。',
        en: 'A sheet or file is named after a subject, its units give that code and name, and the table of subjects handed in lacks it. No row is mistyped then, the table is short: the subject is judged, with what may veto unknown, so that it cannot pass. Anything else (nothing named after it, or its name being that of another subject in the table) is an error, reference.unknown.',
      },
      remedy: {
        zh: '在考核对象的表中补上该对象及其一票否决各项的结果。',
        en: 'Add the subject and its results to the table of subjects.',
      },
      example: {
        others: { '街道.csv': '街道代码,街道名称\n440308003,沙头角街道' },
        input: '社区名称,街道代码,街道名称\n永安社区,440308002,盐田街道',
        at: '盐田街道.csv:2:6 B2',
        slots: { reference: '440308002 盐田街道', table: { zh: '街道表', en: 'streets table' } },
      },
    }),
  }),
  'reference.ambiguous': error<{ parent: Text; reference: string; units: readonly string[] }>({
    zh: ({ parent, reference, units }) =>
      `名称“${reference}”对应不止一个${parent.zh}：${listZh(units)}；请填写${parent.zh}代码。`,
    en: ({ parent, reference, units }) =>
      `The name "${reference}" fits more than one ${parent.en}: ${listEn(units)}; give the code of the ${parent.en}.`,
    explain: () => ({
      title: { zh: '名称对应多个单位', en: 'A name that fits several units' },
      text: {
        zh: '只填了名称，而同名的不止一个（全国同名的基层单位常有几百个）。填代码才能确定。',
        en: 'Only a name is given, and more than one unit has it, as happens to hundreds of places nationwide. Only a code settles it.',
      },
      remedy: { zh: '填写代码，或同时填写上级单位。', en: 'Give the code, or the parent as well.' },
      example: {
        others: { '社区.csv': '社区名称,街道代码,街道名称\n和平社区,440308001,梅沙街道\n和平社区,440308002,盐田街道' },
        input: '小区名称,社区名称\n甲小区,和平社区',
        at: '小区.csv:2:5 B2',
        slots: {
          parent: { zh: '社区', en: 'community' },
          reference: '和平社区',
          units: ['440308001 梅沙街道', '440308002 盐田街道'],
        },
      },
    }),
  }),
  'reference.contradiction': error<{ parent: Text; references: readonly string[] }>({
    zh: ({ parent, references }) => `所填${parent.zh}互相矛盾：${listZh(references)}；请核对代码与名称，使其一致。`,
    en: ({ parent, references }) =>
      `What is given for the ${parent.en} contradicts itself: ${listEn(references)}; make code and name agree.`,
    explain: () => ({
      title: { zh: '所属单位前后矛盾', en: 'A contradictory reference' },
      text: {
        zh: '代码指的是一个单位，名称指的是另一个；或者所填的两级所属单位对不上。以哪个为准会改变两个考核对象的结论，所以要求改正。',
        en: 'The code means one unit and the name another, or the parents of two levels that a record names do not belong together. Which one holds changes the findings of two subjects.',
      },
      remedy: { zh: '核对代码与名称，使其一致。', en: 'Make code and name agree.' },
      example: {
        others: { '街道.csv': '街道代码,街道名称\n440308003,沙头角街道\n440308004,海山街道' },
        input: '社区名称,街道代码,街道名称\n桥东社区,440308004,沙头角街道',
        at: '社区.csv:2:16 C2',
        slots: { parent: { zh: '街道', en: 'street' }, references: ['440308004 海山街道', '沙头角街道'] },
      },
    }),
  }),
  'reference.unjoined': error<{ names: readonly string[]; codes: readonly string[]; subjects: Text }>({
    zh: ({ names, codes, subjects: { zh } }) =>
      `有的${zh}只填了名称（${listZh(names)}），有的${zh}只填了代码（${listZh(codes)}），无法知道是否同一${zh}；请在各行（或${zh}表中）同时填写${zh}代码和名称。`,
    en: ({ names, codes, subjects: { en } }) =>
      `Some ${en} are given by name only (${listEn(names)}), others by code only (${listEn(codes)}), so it cannot be told which are the same; give code and name on every row, or in the ${en} table.`,
    explain: () => ({
      title: { zh: '考核对象的代码和名称对不上', en: 'Codes and names of subjects that cannot be joined' },
      text: {
        zh: '有的表只填考核对象的代码，有的表只填名称，又没有一处同时填写两者，也不能由所属单位推知。同一对象会被当作两个，各按一半的数据评定，所以要求改正，绝不猜测。',
        en: 'Some rows name their subject by its code only, others by its name only, and neither a row with both nor another parent joins them. One subject would be taken for two, each judged on half of its data.',
      },
      remedy: {
        zh: '在各表中同时填写考核对象的代码和名称，或补报列有代码和名称的考核对象表。',
        en: 'Give both code and name of the subject, or hand in a table of subjects that has both.',
      },
      example: {
        others: { '社区.csv': '街道代码,社区名称,无毒社区\n440308001,小梅沙社区,是' },
        input: '街道名称,小区名称,创建等级\n梅沙街道,甲小区,标兵',
        at: '小区.csv:2:1 A2',
        slots: { names: ['梅沙街道'], codes: ['440308001'], subjects: STREETS },
      },
    }),
  }),
  'outer.other-name': warning<{ code: string; names: readonly string[]; level: Text }>({
    zh: ({ code, names, level: { zh } }) => `${zh}代码 ${code} 对应不同的${zh}名：${listZh(names)}；请统一${zh}名。`,
    en: ({ code, names, level }) => `The ${level.en} code ${code} has different names: ${listEn(names)}; use one name.`,
    explain: () => ({
      title: { zh: '上级单位同一代码、不同名称', en: 'One code of what subjects lie in, different names' },
      text: {
        zh: '上级单位的同一代码对应不同的名称。填了代码的，按代码归并，只是显示的名称可能不对；没有代码列的，按名称分作几个，各自汇总。各考核对象的结论不受影响，但汇总可能不对，因此警告。',
        en: 'A code of what subjects lie in has different names. With a column of such codes the code decides, and only the name shown may be wrong; without one the name decides, and there are several, each with its own pooled shares. No finding of a subject changes.',
      },
      remedy: { zh: '统一名称。', en: 'Use one name.' },
      example: {
        input: '区代码,区名称,街道代码\n440308,盐田区,440308001\n440308,盐田,440308002',
        at: '街道.csv:3:8 B3',
        slots: { code: '440308', names: ['盐田区', '盐田'], level: DISTRICT },
      },
    }),
  }),
  'outer.odd-code': error<{ code: string; usual: readonly string[]; level: Text; levels: Text; subjects: Text }>({
    zh: ({ code, usual, level: { zh }, subjects }) =>
      `${zh}代码 ${code} 与其他各${zh}的写法不同（${listZh(usual)}），或不是所辖${subjects.zh}代码的开头，按它会单独成为一个${zh}；请核对并改正${zh}代码。`,
    en: ({ code, usual, level, levels, subjects }) =>
      `The ${level.en} code ${code} is written otherwise than those of other ${levels.en} (${listEn(usual)}), or does not begin the codes of its ${subjects.en}, and would make ${withArticle(level.en)} of its own; check and correct it.`,
    explain: () => ({
      title: { zh: '上级单位的代码写法特别', en: 'A code of what subjects lie in, unlike the others' },
      text: {
        zh: '上级单位的代码决定考核对象归在哪里汇总。位数或字符与其他的不同（如把数字 0 写成字母 O），或其他的都是所辖对象代码的开头而它不是，多半是笔误；照填的算，这些对象就单独汇总，合计的数就不对。',
        en: 'The code of what a subject lies in decides where it is pooled. One of another length or with other characters than the others (the letter O for a zero), or one that does not begin the codes of its subjects while all others do, is probably mistyped; taken as it stands it would be pooled alone, and the figures of both would be wrong.',
      },
      remedy: {
        zh: '对照其他考核对象的上级代码改正。',
        en: 'Correct it after the codes that the other subjects give.',
      },
      example: {
        input:
          '街道代码,街道名称,区代码\n440308001,梅沙街道,440308\n440308002,盐田街道,440308\n440308003,沙头角街道,44O308',
        at: '街道.csv:4:17 C4',
        slots: {
          ...{ code: '44O308', usual: ['440308'], level: DISTRICT },
          ...{ levels: { zh: '区', en: 'districts' }, subjects: STREETS },
        },
      },
    }),
  }),
  'outer.other-code': warning<{
    name: string;
    codes: readonly string[];
    level: Text;
    subjects: Text;
    heading: Heading;
  }>({
    zh: ({ name, codes, level: { zh }, subjects, heading }) =>
      `“${name}”的${subjects.zh}代码以不同的${zh}代码开头：${listZh(codes)}；已按${zh}名归为一个${zh}，请核对${subjects.zh}代码，或增加“${heading}”列。`,
    en: ({ name, codes, level, subjects, heading }) =>
      `The codes of the ${subjects.en} of "${name}" begin with different ${level.en} codes: ${listEn(codes)}; they count as one ${level.en} by its name. Check the codes, or add a column ${heading}.`,
    explain: () => ({
      title: { zh: '上级单位同一名称、不同代码', en: 'One name of what subjects lie in, different codes' },
      text: {
        zh: '没有上级单位的代码时，填同一上级名称的考核对象归在一起；但这些对象代码开头的几位不同。可能是代码抄错，也可能是两地同名。各考核对象的结论不受影响，但汇总可能混了两个单位，因此警告。',
        en: 'Without a code of what they lie in, subjects that name the same are pooled, yet the first digits of their codes differ. A code may have been copied wrongly, or two places have one name. No finding of a subject changes, but the pooled shares may be those of two.',
      },
      remedy: {
        zh: '核对考核对象的代码；确是同名的两个上级单位，增加其代码一列。',
        en: 'Check the codes of the subjects; if there are two of one name, add a column of their codes.',
      },
      example: {
        input: '区名称,街道代码,街道名称\n盐田区,440308001,梅沙街道\n盐田区,440309002,盐田街道',
        at: '街道.csv:3:5 B3',
        slots: { name: '盐田区', codes: ['440308', '440309'], level: DISTRICT, subjects: STREETS, heading: '区代码' },
      },
    }),
  }),
};
