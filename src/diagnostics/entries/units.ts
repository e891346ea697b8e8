import type { Text } from '../../model/text.ts';
import { error, listEn, listZh, note, warning } from '../entry.ts';

export const unitDiagnostics = {
  'unit.too-many': error<{ most: number }>({
    zh: ({ most }) => `街道超过 ${most} 个，或街道名称过长，已不再读取；请核对各列的表头，街道一列填的多半不是街道。`,
    en: ({ most }) =>
      `There are more than ${most} streets, or their names are too long, so no more are read; check the headings: the column of streets probably holds something else.`,
    explain: () => ({
      title: { zh: '街道过多', en: 'Too many streets' },
      text: {
        zh: '全国的街道、乡镇约 4.1 万个。街道超过 131072 个，或全部街道名称合计超过约 800 万字的，多半是把小区或备注一列当成了街道；逐个评定没有意义，也会占满内存，所以不再读取，不评定。',
        en: 'The whole nation has some 41,000 townships and streets. Where a submission names more than 131,072, or their names are some 8 million characters together, a column of compounds or remarks was probably taken for that of streets. To judge them one by one means nothing and would fill the memory, so reading ends there, and there is no verdict.',
      },
      remedy: {
        zh: '核对表头，使“街道”“街道代码”两列只填街道；确有这么多街道的，分批评定。',
        en: 'Check the headings, so that the columns of streets and their codes hold streets only; if there really are so many, assess them in parts.',
      },
      example: {
        input: '小区名称,街道,创建等级\n甲小区,海山路 1 号,标兵\n乙小区,海山路 2 号,标兵\n…',
        at: '小区.csv:131075:2',
        slots: { most: 131_072 },
      },
    }),
  }),
  'unit.duplicate': error<{ unit: string }>({
    zh: ({ unit }) => `“${unit}”在同一年度出现不止一次；请只保留一条正确的记录。`,
    en: ({ unit }) => `"${unit}" stands in the same year more than once; keep the one record that is right.`,
    explain: () => ({
      title: { zh: '单位重复', en: 'A unit twice' },
      text: {
        zh: '同一年度同一单位有两条或更多记录（代码相同；没有代码的，上级和名称相同）。重复会使总数和达标率都不对，两条内容不同时更不知以哪条为准。所有位置都列出，最多 1000 处。名称比较时不计“街道办”“居委会”等后缀。',
        en: 'A unit has two or more records in one year (by code, else by parent and name). It would be counted twice, and where the records differ it is not clear which one holds. All places are listed, up to 1,000. Endings such as 街道办 and 居委会 do not tell names apart.',
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
  'unit.code-outside-parent': warning<{ code: string; parent: string }>({
    zh: ({ code, parent }) => `单位代码 ${code} 不以所属街道的代码 ${parent} 开头；请核对两个代码。`,
    en: ({ code, parent }) => `The code ${code} does not begin with that of its street, ${parent}; check both.`,
    explain: () => ({
      title: { zh: '代码与所属街道不符', en: 'A code outside its street' },
      text: {
        zh: '按统计用区划代码，社区和小区的代码以所属街道的代码开头。不符多半是代码或所属街道填错；也可能是区划调整后尚未换码，所以只警告，按填写的所属街道计数。',
        en: 'By the statistical codes a unit’s code begins with that of its street. Mostly one of the two is wrong; but units that moved may keep their code, so it is a warning and the unit counts for the street that it names.',
      },
      remedy: { zh: '核对两个代码，改正填错的一个。', en: 'Check both codes and correct the one that is wrong.' },
      example: {
        input: '社区代码,社区名称,街道代码\n440308003003,桥东社区,440308004',
        at: '社区.csv:2:1 A2',
        slots: { code: '440308003003', parent: '440308004' },
      },
    }),
  }),
  'unit.left-out': note<{ reason: Text }>({
    zh: ({ reason }) => `该记录不计入考核：${reason.zh}。`,
    en: ({ reason }) => `This record is left out: ${reason.en}.`,
    explain: () => ({
      title: { zh: '不计入考核的记录', en: 'Records that are left out' },
      text: {
        zh: '按规则包的规定，某些代码不是街道、社区：第 7 至 9 位为 400 至 599 的类似乡级单位（如综合保税区），第 10 至 12 位为 498、598 的虚拟社区。这些记录及其下属单位不计入，也不影响达标率。',
        en: 'By the ruleset some codes are no streets or communities: 400–599 in digits 7–9 (bonded zones and the like) and the virtual communities 498 and 598 in digits 10–12. They and what belongs to them are not counted.',
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
        zh: '记录所填的街道或社区不在报送的表中。名称按宽度、空格和“街道办”“居委会”等后缀归一后比较，别名以规则包登记的为准，绝不按相近猜测。算不进任何街道的单位若被略过，达标率就不对。',
        en: 'The street or community that a record names is not in the table handed in. Names are compared without width, spaces and endings such as 街道办 and 居委会, and by the aliases of the ruleset, never by likeness. A unit that counts for no street would falsify a share.',
      },
      remedy: {
        zh: '改正代码或名称；表中确实缺少的，补上该街道或社区。',
        en: 'Correct the code or name, or add the missing street or community to its table.',
      },
      example: {
        others: { '街道.csv': '街道代码,街道名称\n440308003,沙头角街道\n440308004,海山街道' },
        input: '社区名称,街道名称\n桥东社区,沙头脚街道',
        at: '社区.csv:2:6 B2',
        slots: { parent: { zh: '街道', en: 'street' }, reference: '沙头脚街道' },
      },
    }),
  }),
  'reference.unlisted-subject': warning<{ reference: string }>({
    zh: ({ reference }) =>
      `报送的街道表中没有“${reference}”，而这张表是以它命名的；它的单位照样评定，三项专项考核不明，不会达标；请在街道表中补上。`,
    en: ({ reference }) =>
      `The streets table handed in lacks "${reference}", after which this table is named: its units are judged, its special assessments are unknown, and it cannot pass; add it to the streets table.`,
    explain: () => ({
      title: { zh: '街道表缺少已报台账的街道', en: 'A street that its own table names and the streets table lacks' },
      text: {
        zh: '工作表或文件以一个街道命名，其中的单位填着该街道的代码和名称，而报送的街道表里没有它。这不是个别行写错，是街道表漏了一个街道：该街道照样评定，但专项考核不明，至多为待定。别的情形（没有以它命名，或名称属于表中另一个街道）是错误 reference.unknown。',
        en: 'A sheet or file is named after a street, its units give that code and name, and the streets table handed in lacks it. No row is mistyped then, the streets table is short: the street is judged, with its special assessments unknown, so that it cannot pass. Anything else (nothing named after it, or its name being that of another street in the table) is an error, reference.unknown.',
      },
      remedy: {
        zh: '在街道表中补上该街道及其专项考核。',
        en: 'Add the street and its special assessments to the streets table.',
      },
      example: {
        others: { '街道.csv': '街道代码,街道名称\n440308003,沙头角街道' },
        input: '社区名称,街道代码,街道名称\n永安社区,440308002,盐田街道',
        at: '盐田街道.csv:2:6 B2',
        slots: { reference: '440308002 盐田街道' },
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
        zh: '只填了名称，而同名的不止一个（全国叫“和平村委会”的就有几百个）。填代码才能确定。',
        en: 'Only a name is given, and more than one unit has it, as happens to hundreds of communities nationwide. Only a code settles it.',
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
        zh: '代码指的是一个街道或社区，名称指的是另一个；或者小区填的街道与其社区所属的街道不同。以哪个为准会改变两个街道的结论，所以要求改正。',
        en: 'The code means one street or community and the name another, or a compound names another street than its community. Which one holds changes the findings of two streets.',
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
  'reference.unjoined': error<{ names: readonly string[]; codes: readonly string[] }>({
    zh: ({ names, codes }) =>
      `有的街道只填了名称（${listZh(names)}），有的街道只填了代码（${listZh(codes)}），无法知道是否同一街道；请在各行（或街道表中）同时填写街道代码和名称。`,
    en: ({ names, codes }) =>
      `Some streets are given by name only (${listEn(names)}), others by code only (${listEn(codes)}), so it cannot be told which are the same; give code and name on every row, or in the streets table.`,
    explain: () => ({
      title: { zh: '街道的代码和名称对不上', en: 'Codes and names of streets that cannot be joined' },
      text: {
        zh: '有的表只填街道代码，有的表只填街道名称，又没有一处同时填写两者（街道表也没有），也不能由所属社区推知。同一街道会被当作两个，各按一半的数据评定，所以要求改正，绝不猜测。',
        en: 'Some rows name their street by its code only, others by its name only, and neither a row with both, of a streets table or another, nor the community of a compound joins them. One street would be taken for two, each judged on half of its data.',
      },
      remedy: {
        zh: '在各表中同时填写街道代码和街道名称，或补报列有代码和名称的街道表。',
        en: 'Give both code and name of the street, or hand in a streets table that has both.',
      },
      example: {
        others: { '社区.csv': '街道代码,社区名称,无毒社区\n440308001,小梅沙社区,是' },
        input: '街道名称,小区名称,创建等级\n梅沙街道,甲小区,标兵',
        at: '小区.csv:2:1 A2',
        slots: { names: ['梅沙街道'], codes: ['440308001'] },
      },
    }),
  }),
  'outer.other-name': warning<{ code: string; names: readonly string[] }>({
    zh: ({ code, names }) => `区代码 ${code} 对应不同的区名：${listZh(names)}；请统一区名。`,
    en: ({ code, names }) => `The district code ${code} has different names: ${listEn(names)}; use one name.`,
    explain: () => ({
      title: { zh: '同一区代码、不同区名', en: 'One district code, different names' },
      text: {
        zh: '同一区代码对应不同的区名。填了区代码的，按区代码归区，只是显示的区名可能不对；没有区代码列的，按区名分作几个区，各自汇总。各街道的结论不受影响，但区的汇总可能不对，因此警告。',
        en: 'A district code has different names. With a column of district codes the code decides, and only the name shown may be wrong; without one the name decides, and there are several districts, each with its own pooled shares. No finding of a street changes.',
      },
      remedy: { zh: '统一区名。', en: 'Use one name.' },
      example: {
        input: '区代码,区名称,街道代码\n440308,盐田区,440308001\n440308,盐田,440308002',
        at: '街道.csv:3:8 B3',
        slots: { code: '440308', names: ['盐田区', '盐田'] },
      },
    }),
  }),
  'outer.odd-code': error<{ code: string; usual: readonly string[] }>({
    zh: ({ code, usual }) =>
      `区代码 ${code} 与其他各区的写法不同（${listZh(usual)}），或不是所辖街道代码的开头，按它会单独成为一个区；请核对并改正区代码。`,
    en: ({ code, usual }) =>
      `The district code ${code} is written otherwise than those of other districts (${listEn(usual)}), or does not begin the codes of its streets, and would make a district of its own; check and correct it.`,
    explain: () => ({
      title: { zh: '写法特别的区代码', en: 'A district code unlike the others' },
      text: {
        zh: '区代码决定街道归在哪个区。位数或字符与其他各区不同（如把数字 0 写成字母 O），或其他各区的代码都是所辖街道代码的开头而它不是，多半是笔误；照填的算，这些街道就单独成为一个区，全区的数就不对。',
        en: 'The district code decides which district a street counts in. One of another length or with other characters than those of the other districts (the letter O for a zero), or one that does not begin the codes of its streets while all others do, is probably mistyped; taken as it stands it would make a district of its own, and the figures of both would be wrong.',
      },
      remedy: {
        zh: '对照其他街道的区代码改正。',
        en: 'Correct it after the district codes of the other streets.',
      },
      example: {
        input:
          '街道代码,街道名称,区代码\n440308001,梅沙街道,440308\n440308002,盐田街道,440308\n440308003,沙头角街道,44O308',
        at: '街道.csv:4:17 C4',
        slots: { code: '44O308', usual: ['440308'] },
      },
    }),
  }),
  'outer.other-code': warning<{ name: string; codes: readonly string[] }>({
    zh: ({ name, codes }) =>
      `“${name}”的街道代码以不同的区代码开头：${listZh(codes)}；已按区名归为一个区，请核对街道代码，或增加“区代码”列。`,
    en: ({ name, codes }) =>
      `The codes of the streets of "${name}" begin with different district codes: ${listEn(codes)}; they count as one district by its name. Check the codes, or add a column 区代码.`,
    explain: () => ({
      title: { zh: '同一区名、不同区代码', en: 'One district name, different district codes' },
      text: {
        zh: '没有区代码时，区名相同的街道归为一个区；但这些街道代码的前六位不同。可能是街道代码抄错，也可能是外地同名的区。各街道的结论不受影响，但区的汇总可能混了两个区，因此警告。',
        en: 'Without a district code, streets whose district has one name are one district, yet the first six digits of their codes differ. A code may have been copied wrongly, or two districts have one name. No finding of a street changes, but the pooled shares may be those of two districts.',
      },
      remedy: {
        zh: '核对街道代码；确是同名的两个区，增加“区代码”列。',
        en: 'Check the codes of the streets; if there are two districts of one name, add a column 区代码.',
      },
      example: {
        input: '区名称,街道代码,街道名称\n盐田区,440308001,梅沙街道\n盐田区,440309002,盐田街道',
        at: '街道.csv:3:5 B3',
        slots: { name: '盐田区', codes: ['440308', '440309'] },
      },
    }),
  }),
};
