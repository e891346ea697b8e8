import type { Text } from '../../model/text.ts';
import { error, unopened } from '../entry.ts';

/** What is wrong with a part of a saved report, as it stands in messages. */
export const lacksKey = (key: string): Text => ({ zh: `缺少“${key}”`, en: `"${key}" is missing` });

export const hasForeignKey = (key: string): Text => ({ zh: `不应有“${key}”`, en: `"${key}" does not belong there` });

/** `what` in the words of the schema, such as `"pass" | "fail"`. */
export const mustBe = (what: string): Text => ({ zh: `应为 ${what}`, en: `it must be ${what}` });

export const NO_ENCODING: Text = {
  zh: '应为字符编码的名称，如 gb18030',
  en: 'it must be the name of a character encoding, such as gb18030',
};

export const UNKNOWN_CODE: Text = { zh: '没有这个代码', en: 'there is no such code' };

export const WRONG_SLOTS: Text = { zh: '参数与代码不符', en: 'these are not the parameters of its code' };

const RECORDED = '7427e94825e9a9053ae0b8a97d09d137bd1a5a0f47bd9d13cf405f6eb0746e58';
const FOUND = 'f00f8562a72c08187c35acd5fa19351004ef77dc0c9123b103175fe2f760f7a9';

export const reportDiagnostics = {
  'report.unreadable': unopened<{ path: string; cause: string }>({
    zh: ({ path, cause }) => {
      if (cause === 'ENOENT') return `找不到报告文件“${path}”；请核对路径和文件名。`;
      return cause === 'EISDIR'
        ? `“${path}”是文件夹，不是报告；请给出其中的 JSON 报告文件。`
        : `无法读取报告文件“${path}”（${cause}）；请检查访问权限后重试。`;
    },
    en: ({ path, cause }) => {
      if (cause === 'ENOENT') return `There is no report "${path}"; check the path and the file name.`;
      return cause === 'EISDIR'
        ? `"${path}" is a folder, not a report; give the JSON report inside it.`
        : `The report "${path}" cannot be read (${cause}); check the permissions and try again.`;
    },
    explain: () => ({
      title: { zh: '报告文件无法读取', en: 'A saved report cannot be read' },
      text: {
        zh: '给出的报告文件不存在、是文件夹，或系统不允许读取。括号内是系统给出的原因，EACCES、EPERM 为没有权限。',
        en: 'The saved report does not exist, is a folder, or the system refuses to read it. The cause is the system’s own word: EACCES and EPERM mean no permission.',
      },
      remedy: {
        zh: '核对路径和文件名；报告须是用 --format json 写出的文件。',
        en: 'Check the path and the file name; it has to be a file written with --format json.',
      },
      example: { input: '$ streetcheck report 报告.json', slots: { path: '报告.json', cause: 'EACCES' } },
    }),
  }),
  'report.needs-ruleset': error<{ ruleset: string }>({
    zh: ({ ruleset }) => `报告所依据的规则包“${ruleset}”不是自带的；请用 --rules 指出它的文件夹或文件。`,
    en: ({ ruleset }) =>
      `The report was made with the ruleset "${ruleset}", which is not bundled; name its folder or file with --rules.`,
    explain: () => ({
      title: { zh: '缺少报告所依据的规则包', en: 'The ruleset of a saved report is not at hand' },
      text: {
        zh: '报告只记录规则包的编号、版本和 sha256，条款名称等要从规则包中取得。编号不在自带的规则包之列时，工具不会自行到别处寻找。',
        en: 'A report records the id, version and sha256 of its ruleset; labels and the like are taken from the ruleset itself. One that is not bundled is not searched for.',
      },
      remedy: { zh: '用 --rules 指出当时的规则包。', en: 'Name the ruleset that was used with --rules.' },
      example: { input: '$ streetcheck report 报告.json', slots: { ruleset: 'my-scheme' } },
    }),
  }),
  'report.too-large': error<{ path: string; limit: string }>({
    zh: ({ path, limit }) =>
      `报告文件“${path}”超过 ${limit}，无法整体读入；请用 --witnesses 限定每项列出几条，重新评定并输出，或分批评定。`,
    en: ({ path, limit }) =>
      `The report "${path}" is over ${limit}, too large to be read; assess again with --witnesses, which bounds what is listed, or assess in parts.`,
    explain: () => ({
      title: { zh: '报告太大', en: 'A report that is too large' },
      text: {
        zh: '保存的报告要整体读入，再逐项核对。全国的台账按默认每项列出 20 条，报告约 500 MiB；用 --witnesses 0 列出全部记录，或考核对象更多，就可能超过上限。报告本身没有错，其他程序可以读取。',
        en: 'A saved report is read whole and checked throughout. That of the register of a nation has some 500 MiB where each list has 20 records, the default; with --witnesses 0, or with more subjects, it can be above the limit. The report itself is sound and other programs may read it.',
      },
      remedy: {
        zh: '用 --witnesses 5 等重新评定并输出，或分批评定；只要另一种格式时，直接用 assess 输出。',
        en: 'Assess again with --witnesses 5 or the like, or in parts; if it is only another format you want, write it with assess.',
      },
      example: {
        input:
          '$ streetcheck assess 全国/ --witnesses 0 --format json --output 报告.json\n$ streetcheck report 报告.json',
        slots: { path: '报告.json', limit: '512 MiB' },
      },
    }),
  }),
  'report.encoding': error<{ path: string }>({
    zh: ({ path }) => `报告文件“${path}”不是 UTF-8 编码；请用 --output 写出报告，不要用“>”转存或用其他程序另存。`,
    en: ({ path }) =>
      `The report "${path}" is not UTF-8; write reports with --output, not with ">" or by saving them in another program.`,
    explain: () => ({
      title: { zh: '报告不是 UTF-8 编码', en: 'A saved report is not UTF-8' },
      text: {
        zh: '报告一律以 UTF-8 写出。有的命令行窗口用“>”转存时改成 UTF-16，有的编辑器另存时改成其他编码，报告的字节就不再是原样。',
        en: 'Reports are written in UTF-8. Some shells turn what goes through ">" into UTF-16, and some editors save in another encoding; the bytes are not the report’s own any more.',
      },
      remedy: {
        zh: '用 --output 文件名 写出报告，不要另存。',
        en: 'Write the report with --output FILE and do not save it again.',
      },
      example: {
        input: '> streetcheck assess 报送材料 --format json > 报告.json\n> streetcheck report 报告.json',
        slots: { path: '报告.json' },
      },
    }),
  }),
  'report.syntax': error<{ path: string; cause: string }>({
    zh: ({ path, cause }) => `报告文件“${path}”不是完整的 JSON（${cause}）；可能被截断或改动，请重新生成。`,
    en: ({ path, cause }) =>
      `The report "${path}" is not whole JSON (${cause}); it may have been cut or edited, so make it again.`,
    explain: () => ({
      title: { zh: '报告不是完整的 JSON', en: 'A saved report is not whole JSON' },
      text: {
        zh: '文件不能按 JSON 读出，括号内是解析程序的原话。多半是复制时被截断，或手工改动时漏了引号、逗号。',
        en: 'The file cannot be read as JSON; the words in brackets are the parser’s own. Mostly it was cut while it was copied, or a quote or comma was lost while it was edited.',
      },
      remedy: { zh: '重新复制原文件，或重新生成报告。', en: 'Copy the original again, or make the report again.' },
      example: {
        input: '$ head -c 20000 报告.json > 副本.json\n$ streetcheck report 副本.json',
        slots: { path: '副本.json', cause: 'Unexpected end of JSON input' },
      },
    }),
  }),
  'report.foreign': error<{ path: string }>({
    zh: ({ path }) => `“${path}”不是本工具的 JSON 报告；请给出用 --format json 写出的文件。`,
    en: ({ path }) => `"${path}" is no JSON report of this tool; give a file that was written with --format json.`,
    explain: () => ({
      title: { zh: '不是本工具的报告', en: 'No report of this tool' },
      text: {
        zh: '文件是 JSON，但不是本工具的报告：报告以 "format": "streetcheck-report" 标明身份。',
        en: 'The file is JSON but no report of this tool, which says "format": "streetcheck-report".',
      },
      remedy: {
        zh: '给出用 --format json 写出的报告；报送数据要用 assess 评定。',
        en: 'Give a report written with --format json; submissions are judged with assess.',
      },
      example: { input: '$ streetcheck report 街道.json', slots: { path: '街道.json' } },
    }),
  }),
  'report.version': error<{ path: string; version: string; known: number }>({
    zh: ({ path, version, known }) =>
      `报告文件“${path}”的格式版本是 ${version}，本工具只能读取版本 ${known}；请使用与报告相应的版本，或重新评定。`,
    en: ({ path, version, known }) =>
      `The report "${path}" has the format version ${version}, and this tool reads version ${known}; use the tool that fits it, or judge again.`,
    explain: () => ({
      title: { zh: '报告的格式版本不同', en: 'A report of another format version' },
      text: {
        zh: '报告由格式版本不同的工具写出，内容的含义可能不同，不能勉强读取。',
        en: 'The report was written in another version of its format, in which things may mean something else.',
      },
      remedy: {
        zh: '用写出该报告的工具版本读取，或用现有版本重新评定。',
        en: 'Read it with the version of the tool that wrote it, or judge again with this one.',
      },
      example: {
        input: '$ streetcheck report 报告.json',
        slots: { path: '报告.json', version: '1', known: 2 },
      },
    }),
  }),
  'report.invalid': error<{ path: string; pointer: string; problem: Text }>({
    zh: ({ path, pointer, problem }) =>
      `报告文件“${path}”的内容不合格式，位置 ${pointer || '/'}：${problem.zh}；可能被改动，请重新生成。`,
    en: ({ path, pointer, problem }) =>
      `The report "${path}" is not as its format wants it, at ${pointer || '/'}: ${problem.en}; it may have been edited, so make it again.`,
    explain: () => ({
      title: { zh: '报告内容不合格式', en: 'A saved report breaks its format' },
      text: {
        zh: '报告须符合公布的 rules/schema/report.schema.json。位置用 JSON 指针写明，如 /subjects/0/findings/2/result 是第一个考核对象第三项的结论。列出的是第一处。',
        en: 'A report has to fit the published rules/schema/report.schema.json. The place is a JSON pointer: /subjects/0/findings/2/result is the result of the third finding of the first subject. The first fault is told.',
      },
      remedy: { zh: '使用未经改动的报告，或重新生成。', en: 'Use the report as it was written, or make it again.' },
      example: {
        input: '$ streetcheck report 报告.json',
        slots: { path: '报告.json', pointer: '/subjects/0/findings/2/result', problem: mustBe('"pass" | "fail"') },
      },
    }),
  }),
  'report.contradiction': error<{ path: string; pointer: string; recorded: string; computed: string }>({
    zh: ({ path, pointer, recorded, computed }) =>
      `报告文件“${path}”自相矛盾，位置 ${pointer}：写的是 ${recorded}，按报告中的数据应为 ${computed}；可能被改动，请用 verify 核验或重新生成。`,
    en: ({ path, pointer, recorded, computed }) =>
      `The report "${path}" contradicts itself, at ${pointer}: it says ${recorded}, and its own figures give ${computed}; it may have been edited, so verify it or make it again.`,
    explain: () => ({
      title: { zh: '报告自相矛盾', en: 'A saved report contradicts itself' },
      text: {
        zh: '读取报告时，按其中的数、总数和不明数重新核算差额、结论、评定和合计。核算结果与所写的不同，说明报告在写出之后被改动过，因此不再据此出具任何报表。',
        en: 'Shortfalls, findings, verdicts and totals are worked out again from the counts in the report. Where they differ from what it says, it was changed after it was written, and nothing is rendered from it.',
      },
      remedy: {
        zh: '用 streetcheck verify 和原始数据核验，或重新评定。',
        en: 'Check it against the data with streetcheck verify, or judge again.',
      },
      example: {
        input: '$ streetcheck report 报告.json',
        slots: { path: '报告.json', pointer: '/subjects/0/verdict', recorded: '"pass"', computed: '"fail"' },
      },
    }),
  }),
  'report.other-ruleset': error<{ ruleset: string; recorded: string; found: string }>({
    zh: ({ ruleset, recorded, found }) =>
      `规则包“${ruleset}”与报告所依据的不同（报告中 sha256 为 ${recorded}，现为 ${found}）；请用 --rules 给出当时的规则包，或重新评定。`,
    en: ({ ruleset, recorded, found }) =>
      `The ruleset "${ruleset}" is not the one of the report (its sha256 is ${found}, recorded is ${recorded}); give that one with --rules, or judge again.`,
    explain: () => ({
      title: { zh: '规则包与报告所依据的不同', en: 'Another ruleset than that of the report' },
      text: {
        zh: '报告记录了规则包及其记录格式文件的 sha256。现有规则包的 sha256 不同，说明规则改动过；用另一套规则去解释原来的结论会张冠李戴。',
        en: 'A report records the sha256 of its ruleset and record schemas. The ruleset at hand has another, so it was changed, and would explain the findings by a standard they were not made under.',
      },
      remedy: {
        zh: '用 --rules 给出当时的规则包；找不到时重新评定。',
        en: 'Give the ruleset of that time with --rules; where it is lost, judge again.',
      },
      example: {
        input: '$ streetcheck report 报告.json --rules 新规则',
        slots: { ruleset: '新规则', recorded: RECORDED, found: FOUND },
      },
    }),
  }),
};
