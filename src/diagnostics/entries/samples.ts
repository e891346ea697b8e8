import type { Text } from '../../model/text.ts';
import { error, listEn, listZh, warning } from '../entry.ts';

const DRAW = 'draw-b46d8a0f3c1e';

export const sampleDiagnostics = {
  'sample.no-units': error<{ table: Text }>({
    zh: ({ table }) => `${table.zh}中没有可抽取的单位；请核对年度、--street 和报送的文件。`,
    en: ({ table }) => `There is no unit to draw in the ${table.en}; check the year, --street and the files handed in.`,
    explain: () => ({
      title: { zh: '没有可抽取的单位', en: 'There is nothing to draw from' },
      text: {
        zh: '抽取的范围是该年度台账中的全部单位，用 --street 时只限该街道。这个范围是空的，抽不出样本，也不能由此说明什么。已命名街道的抽查，范围是本年度达标的街道，或 --named 名单中的街道。',
        en: 'What is drawn from are all units of the year, with --street those of that street. There are none, so there is no sample, and nothing follows from that. For named streets it is the streets that pass, or those listed with --named.',
      },
      remedy: {
        zh: '核对年度和 --street；只报了汇总数的，须补报台账。',
        en: 'Check the year and --street; where only summary counts were handed in, ask for the register.',
      },
      example: {
        input: '$ streetcheck sample random . --of compounds --seed 1 --refute',
        slots: { table: { zh: '小区表', en: 'compounds table' } },
      },
    }),
  }),
  'sample.units-alike': error<{ unit: string }>({
    zh: ({ unit }) => `有两个单位的编号或名称相同（${unit}），抽中时分不清；请为它们填上各自的编号。`,
    en: ({ unit }) =>
      `Two units have the same code or names (${unit}) and could not be told apart when drawn; give each a code of its own.`,
    explain: () => ({
      title: { zh: '两个单位分不清', en: 'Two units that cannot be told apart' },
      text: {
        zh: '抽取按编号进行；没有编号的，按街道、社区和名称。两个街道同名又都没有编号时，其中的同名单位就分不清，抽中了也不知道该查哪个。',
        en: 'Units are drawn by their codes, and where they have none by street, community and name. Where two streets have one name and no code, units of one name in them cannot be told apart, nor which of them to check.',
      },
      remedy: { zh: '填上各自的编号。', en: 'Fill in a code for each of them.' },
      example: {
        input: '$ streetcheck sample random . --of compounds --seed 1 --refute',
        slots: { unit: '中心/和平/阳光花园' },
      },
    }),
  }),
  'sample.too-many': error<{ limit: number }>({
    zh: ({ limit }) => `按这些比例和风险要抽查 ${limit} 个以上单位；请拉开两个比例，或放宽风险。`,
    en: ({ limit }) =>
      `These shares and risks ask for more than ${limit} units; set the shares further apart or allow greater risks.`,
    explain: () => ({
      title: { zh: '要抽查的单位过多', en: 'More units than anyone checks' },
      text: {
        zh: '两个比例越接近，要抽查的单位就越多。超过上限的方案在现场做不到，不再推算。',
        en: 'The closer the two shares are, the more units it takes to tell them apart. A plan above the limit cannot be carried out on the spot and is not searched for.',
      },
      remedy: {
        zh: '降低 --unacceptable，或提高 --alpha、--beta；也可改用 --rate。',
        en: 'Lower --unacceptable, or raise --alpha and --beta; or take a --rate.',
      },
      example: {
        input: '$ streetcheck sample random . --of compounds --seed 1 --acceptable 91% …',
        slots: { limit: 10_000 },
      },
    }),
  }),
  'sample.not-a-street': error<{ streets: readonly string[] }>({
    zh: ({ streets }) => `已命名街道名单中有台账里没有的街道：${listZh(streets)}；请核对名单和年度。`,
    en: ({ streets }) =>
      `The list of named streets has streets that the data does not: ${listEn(streets)}; check the list and the year.`,
    explain: () => ({
      title: { zh: '名单中有不认识的街道', en: 'A named street that is not in the data' },
      text: {
        zh: '--named 给出的文件每行一个街道，写名称或代码。其中有台账里没有的街道，抽取的范围就不完整，因此不予抽取。',
        en: 'The file given with --named has a street on each line, by name or code. One that the data does not have would be missing from what is drawn from, so nothing is drawn.',
      },
      remedy: { zh: '核对名单，或补报该街道的台账。', en: 'Check the list, or ask for the records of that street.' },
      example: {
        input: '$ streetcheck sample streets . --named 已命名.txt --seed 2013 --rate 50%',
        slots: { streets: ['梅山街道'] },
      },
    }),
  }),
  'sample.journal-line': error({
    zh: () => '抽取记录中的这一行不是本工具写的；请恢复原文件，不要改动它。',
    en: () => 'This line of the journal of draws was not written by this tool; restore the file and leave it as it is.',
    explain: () => ({
      title: { zh: '抽取记录被改动', en: 'A journal of draws that was changed' },
      text: {
        zh: '--log 指定的文件逐行记录每一次抽取，用来说明同一台账是否抽过不止一次。有一行读不出来，就无法保证没有漏记，因此不再抽取。',
        en: 'The file given with --log records each draw on a line, to show whether a register was drawn from more than once. With a line that cannot be read nothing shows that none is missing, so nothing is drawn.',
      },
      remedy: {
        zh: '恢复原文件；确已损坏的，另起一个文件并说明原因。',
        en: 'Restore the file; if it is lost, begin another one and say why.',
      },
      example: {
        input: '$ streetcheck sample random . --of compounds --seed 1 --refute --log 记录',
        slots: {},
      },
    }),
  }),
  'sample.draw-too-large': error<{ path: string; limit: string }>({
    zh: ({ path, limit }) =>
      `抽取结果“${path}”超过 ${limit}，无法整体读入；请用 --street 分街道抽取，或减少抽取的数量。`,
    en: ({ path, limit }) =>
      `The draw "${path}" is over ${limit}, too large to be read whole; draw street by street with --street, or fewer units.`,
    explain: () => ({
      title: { zh: '抽取结果过大', en: 'A draw that is too large' },
      text: {
        zh: '抽取结果列有全部单位的编号和抽中的单位，判断时要整体读入。全国的台账按社区分层抽取，就可能超过上限。',
        en: 'A draw lists the keys of all units and those that were drawn, and is read whole to be judged. One from the register of a nation, by community, can be above the limit.',
      },
      remedy: {
        zh: '用 --street 分街道抽取、分别判断，或减少抽取的数量。',
        en: 'Draw and judge street by street with --street, or draw fewer units.',
      },
      example: {
        input: '$ streetcheck sample judge 抽取.json 核查表.csv',
        slots: { path: '抽取.json', limit: '512 MiB' },
      },
    }),
  }),
  'sample.draw-edited': error<{ path: string; pointer: string; recorded: string; computed: string }>({
    zh: ({ path, pointer, recorded, computed }) =>
      `抽取结果“${path}”前后不一致，位置 ${pointer}：写的是 ${recorded}，按其种子和台账应为 ${computed}，可能被改动；请使用抽取时写出的原文件，或用同一台账和种子重新抽取。`,
    en: ({ path, pointer, recorded, computed }) =>
      `The draw "${path}" does not agree with itself at ${pointer}: it says ${recorded}, and its seed and register give ${computed}, so it may have been edited; use the file as it was written, or draw again with the same register and seed.`,
    explain: () => ({
      title: { zh: '抽取结果被改动', en: 'A draw that was edited' },
      text: {
        zh: '判断前，程序按抽取结果中的种子和单位重新抽取一遍。抽中的单位、数量、指纹、编号以及台账所报的数字，有一处对不上，就说明文件被改动过，由此得出的结论不可信。',
        en: 'Before it is judged, a draw is drawn again from its own seed and keys. Where units, sizes, fingerprint, number or what the register says do not agree, the file was edited, and nothing that follows from it can be trusted.',
      },
      remedy: {
        zh: '使用抽取时写出的原文件；找不到的，用同一台账和种子重新抽取，结果相同。',
        en: 'Use the file as it was written; if it is lost, draw again with the same register and seed, which gives the same.',
      },
      example: {
        input: '$ streetcheck sample judge 抽取.json 核查表.csv',
        slots: { path: '抽取.json', pointer: '/strata/0/accept', recorded: '9', computed: '4' },
      },
    }),
  }),
  'sample.other-draw': error<{ draw: string; found: string }>({
    zh: ({ draw, found }) =>
      found === ''
        ? `这一行没有抽样编号 ${draw}；请使用该次抽取给出的核查表，不要删改抽样编号。`
        : `这一行的抽样编号是“${found}”，而给出的是 ${draw} 的抽取结果；请使用该次抽取给出的核查表。`,
    en: ({ draw, found }) =>
      found === ''
        ? `This row has no draw number ${draw}; use the form of that draw, and leave its draw numbers as they are.`
        : `This row is of the draw "${found}", and the draw given is ${draw}; use the form of that draw.`,
    explain: () => ({
      title: { zh: '核查表不是这次抽取的', en: 'The form is of another draw' },
      text: {
        zh: '核查表每行都有抽样编号，由种子、台账和抽中的单位算出。编号不同，说明核查的不是这次抽中的单位；换一批单位再下结论，样本就不是随机的了。',
        en: 'Each row of a form has the number of its draw, which follows from the seed, the register and the units drawn. Another number means that other units were checked, and a sample that was exchanged is not random.',
      },
      remedy: {
        zh: '给出与核查表相应的抽取结果，不要改动抽样编号。',
        en: 'Give the draw that belongs to the form, and leave the draw numbers as they are.',
      },
      example: {
        input: '$ streetcheck sample judge 抽取.json 核查表.csv',
        slots: { draw: DRAW, found: 'draw-0d1f5b7a9c3e' },
      },
    }),
  }),
  'sample.not-drawn': error<{ unit: string }>({
    zh: ({ unit }) => `这个单位（${unit}）没有被抽中，不能推断总体；请从核查表中删去，另行登记。`,
    en: ({ unit }) =>
      `This unit (${unit}) was not drawn, and nothing follows from it; take it out of the form and record it elsewhere.`,
    explain: () => ({
      title: { zh: '核查了没有抽中的单位', en: 'A unit that was not drawn' },
      text: {
        zh: '由样本推断总体，只能用随机抽中的单位。另外挑选的单位即使有问题，也只说明它自己，混进来会使推断出错。',
        en: 'Only units that were drawn at random say something about all others. One that was picked says something about itself alone, and would falsify the rest.',
      },
      remedy: { zh: '从核查表中删去该行，另行登记。', en: 'Take the row out of the form and record it elsewhere.' },
      example: { input: '$ streetcheck sample judge 抽取.json 核查表.csv', slots: { unit: '440308001002009' } },
    }),
  }),
  'sample.other-name': error<{ unit: string; name: string }>({
    zh: ({ unit, name }) =>
      `这一行的编号（${unit}）抽中的是“${name}”，名称却不同，可能是行列错位；请恢复原名，单位确已改名的写入备注。`,
    en: ({ unit, name }) =>
      `The unit drawn under this code (${unit}) is "${name}", and this row names another, as happens when columns are sorted apart; restore the name, and put a new one into the note.`,
    explain: () => ({
      title: { zh: '编号和名称对不上', en: 'A code and a name that do not belong together' },
      text: {
        zh: '判断时按编号认单位。编号与抽取时的名称对不上，往往是排序时只选了部分列、或编号填错了行，核查结果会记到别的单位头上。名称空着的不比对。',
        en: 'Units are known by their codes. Where the name is not that of the draw, columns were often sorted apart or a code was put into the wrong row, and what was found would go to another unit. A blank name is not compared.',
      },
      remedy: {
        zh: '对照原核查表恢复编号和名称；单位确已改名的，保留原名，新名写入备注。',
        en: 'Restore code and name as they were in the form; where a unit was renamed, keep the old name and note the new one.',
      },
      example: {
        input: '$ streetcheck sample judge 抽取.json 核查表.csv',
        slots: { unit: '440308001002009', name: '阳光花园' },
      },
    }),
  }),
  'sample.other-year': error<{ year: string; found: string }>({
    zh: ({ year, found }) =>
      `这一行的年度是 ${found}，而抽取的是 ${year} 年度；请改回 ${year}，不要用其他年度的结果代替。`,
    en: ({ year, found }) =>
      `This row is of ${found}, and the draw is of ${year}; change it back, and do not put in what was found in another year.`,
    explain: () => ({
      title: { zh: '核查表中有其他年度的行', en: 'A row of another year' },
      text: {
        zh: '抽取是对一个年度的台账进行的。其他年度的行不能代替抽中的单位，也不能当作没有核查而悄悄略去。',
        en: 'A draw is from the register of one year. A row of another one stands for no unit that was drawn, and is not left out in silence either.',
      },
      remedy: {
        zh: '把年度改回抽取的年度，或换用该次抽取的核查表。',
        en: 'Change the year back, or take the form of that draw.',
      },
      example: {
        input: '$ streetcheck sample judge 抽取.json 核查表.csv',
        slots: { year: '2012', found: '2013' },
      },
    }),
  }),
  'sample.bad-result': error({
    zh: () => '复查评定只能填“达标”或“不达标”；请改正，尚未复查的留空。',
    en: () => 'The result of a check is "pass" or "fail"; correct it, and leave it blank if it was not checked.',
    explain: () => ({
      title: { zh: '复查评定填写不规范', en: 'The result of a check is neither pass nor fail' },
      text: {
        zh: '街道的复查评定只有“达标”和“不达标”两种，空白表示尚未复查。其他写法不予猜测。',
        en: 'A check of a street ends in "pass" (达标) or "fail" (不达标); a blank means that it was not checked. Anything else is not guessed at.',
      },
      remedy: { zh: '改为“达标”或“不达标”，或留空。', en: 'Write one of the two, or leave it blank.' },
      example: { input: '$ streetcheck sample judge 抽取.json 核查表.csv', slots: {} },
    }),
  }),
  'sample.row-missing': warning<{ units: readonly string[] }>({
    zh: ({ units }) => `核查表中缺少抽中的单位，按“未核查”处理：${listZh(units)}。`,
    en: ({ units }) => `Units that were drawn are not in the form and count as not checked: ${listEn(units)}.`,
    explain: () => ({
      title: { zh: '核查表中缺少抽中的单位', en: 'Units that were drawn are not in the form' },
      text: {
        zh: '抽中而没有核查的单位既不算符合，也不算不符合：结论按它们全部符合和全部不符合各算一次，两种都成立才算数。',
        en: 'A unit that was drawn and not checked counts neither way: conclusions are drawn as if all of these conform and as if none does, and hold only where both agree.',
      },
      remedy: { zh: '补查这些单位，不要用其他单位代替。', en: 'Check these units; do not take others in their place.' },
      example: {
        input: '$ streetcheck sample judge 抽取.json 核查表.csv',
        slots: { units: ['440308001002009'] },
      },
    }),
  }),
};
