import type { Messages } from './message.ts';

export const reportMessages = {
  'report.unreadable': {
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
  },
  'report.needs-ruleset': {
    zh: ({ ruleset }) => `报告所依据的规则包“${ruleset}”不是自带的；请用 --rules 指出它的文件夹或文件。`,
    en: ({ ruleset }) =>
      `The report was made with the ruleset "${ruleset}", which is not bundled; name its folder or file with --rules.`,
  },
  'report.too-large': {
    zh: ({ path, limit }) =>
      `报告文件“${path}”被重新排版过，又超过 ${limit}，无法整体读入；请使用当初写出的原文件，不要用其他程序另存。`,
    en: ({ path, limit }) =>
      `The report "${path}" was laid out anew and is over ${limit}, too large to be read whole; use the file as it was written.`,
  },
  'report.too-many-streets': {
    zh: ({ path, streets, most }) =>
      `报告文件“${path}”有 ${streets} 个街道，超过 ${most} 个的不再逐个核对读取；请直接用 assess 输出所需的格式，或分批评定。`,
    en: ({ path, streets, most }) =>
      `The report "${path}" is of ${streets} streets, and more than ${most} are not checked and read one by one; write the format you want with assess, or assess in parts.`,
  },
  'report.subject-too-large': {
    zh: ({ path, limit }) =>
      `报告文件“${path}”中有一个考核对象列出的记录超过 ${limit}，无法读入；请用 --witnesses 限定每项列出几条，重新评定并输出。`,
    en: ({ path, limit }) =>
      `A subject of the report "${path}" lists records of more than ${limit}, too many to be read; assess again with --witnesses, which bounds what is listed.`,
  },
  'report.encoding': {
    zh: ({ path }) => `报告文件“${path}”不是 UTF-8 编码；请用 --output 写出报告，不要用“>”转存或用其他程序另存。`,
    en: ({ path }) =>
      `The report "${path}" is not UTF-8; write reports with --output, not with ">" or by saving them in another program.`,
  },
  'report.syntax': {
    zh: ({ path, cause }) => `报告文件“${path}”不是完整的 JSON（${cause}）；可能被截断或改动，请重新生成。`,
    en: ({ path, cause }) =>
      `The report "${path}" is not whole JSON (${cause}); it may have been cut or edited, so make it again.`,
  },
  'report.foreign': {
    zh: ({ path }) => `“${path}”不是本工具的 JSON 报告；请给出用 --format json 写出的文件。`,
    en: ({ path }) => `"${path}" is no JSON report of this tool; give a file that was written with --format json.`,
  },
  'report.version': {
    zh: ({ path, version, known }) =>
      `报告文件“${path}”的格式版本是 ${version}，本工具只能读取版本 ${known}；请使用与报告相应的版本。`,
    en: ({ path, version, known }) =>
      `The report "${path}" has the format version ${version}, and this tool reads version ${known}; use the tool that fits it.`,
  },
  'report.invalid': {
    zh: ({ path, pointer, problem }) =>
      `报告文件“${path}”的内容不合格式，位置 ${pointer || '/'}：${problem.zh}；可能被改动，请重新生成。`,
    en: ({ path, pointer, problem }) =>
      `The report "${path}" is not as its format wants it, at ${pointer || '/'}: ${problem.en}; it may have been edited, so make it again.`,
  },
  'report.contradiction': {
    zh: ({ path, pointer, recorded, computed }) =>
      `报告文件“${path}”自相矛盾，位置 ${pointer}：写的是 ${recorded}，按报告中的数据应为 ${computed}；可能被改动，请用 verify 核验或重新生成。`,
    en: ({ path, pointer, recorded, computed }) =>
      `The report "${path}" contradicts itself, at ${pointer}: it says ${recorded}, and its own figures give ${computed}; it may have been edited, so verify it or make it again.`,
  },
  'report.other-ruleset': {
    zh: ({ ruleset, recorded, found }) =>
      `规则包“${ruleset}”与报告所依据的不同（报告中 sha256 为 ${recorded}，现为 ${found}）；请用 --rules 给出当时的规则包，或重新评定。`,
    en: ({ ruleset, recorded, found }) =>
      `The ruleset "${ruleset}" is not the one of the report (its sha256 is ${found}, recorded is ${recorded}); give that one with --rules, or judge again.`,
  },
} satisfies Messages<'report'>;
