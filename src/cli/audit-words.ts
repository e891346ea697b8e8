import type { Result } from '../model/assessment.ts';

/** What a guided audit says on the terminal. */
export interface AuditWords {
  readonly title: string;
  readonly who: string;
  readonly blank: string;
  readonly counts: (answered: number, skipped: number, open: number, decisive: number) => string;
  readonly verdicts: Readonly<Record<Result, string>>;
  readonly soFar: (street: string, verdict: string) => string;
  readonly separator: string;
  readonly missing: (unknown: number) => string;
  readonly allHold: string;
  readonly notJudged: string;
  readonly decides: string;
  readonly beside: (heading: string, text: string) => string;
  readonly count: string;
  readonly choices: (choices: readonly string[]) => string;
  readonly text: string;
  readonly feeds: (rule: string, clause: string) => string;
  readonly old: (text: string) => string;
  readonly keeps: (text: string) => string;
  readonly answered: (text: string, by: string, at: string) => string;
  readonly commands: string;
  readonly answer: string;
  readonly nothingTyped: string;
  readonly noAnswer: (typed: string, why: string) => string;
  readonly notTakenBack: (why: string) => string;
  readonly saysNothing: string;
  readonly unencodable: (encoding: string) => string;
  readonly unknownCommand: (command: string) => string;
  readonly textNeeded: (command: string) => string;
  readonly nothingBefore: string;
  readonly noAnswers: string;
  readonly noted: (text: string) => string;
  readonly evidenceKept: (text: string) => string;
  readonly help: readonly string[];
  readonly goOn: string;
  readonly find: string;
  readonly list: string;
  readonly open: string;
  readonly correct: string;
  readonly filled: string;
  readonly finished: string;
  readonly whatNow: string;
  readonly save: string;
  readonly revisit: (skipped: number) => string;
  readonly review: (answered: number) => string;
  readonly pause: string;
  readonly resumed: (file: string, answers: number) => string;
  readonly torn: (file: string, lines: number) => string;
  readonly written: (file: string, answers: number) => string;
  readonly unchanged: (file: string) => string;
  readonly record: (journal: string) => string;
  readonly verdict: (verdict: string) => string;
  readonly changed: (file: string) => string;
  readonly gone: (file: string) => string;
  readonly difference: (unit: string, heading: string, before: string, theirs: string, ours: string) => string;
  readonly absent: string;
  readonly more: (count: number) => string;
  readonly copy: string;
  readonly keep: string;
  readonly copied: (file: string) => string;
  readonly kept: (journal: string) => string;
  readonly paused: (command: string) => string;
  readonly noTerminal: string;
  readonly refused: (errors: number, command: string) => string;
  readonly tooLarge: (limit: string) => string;
  readonly notEditable: (file: string) => string;
  readonly alias: string;
  readonly locked: (lock: string, pid: number, host: string) => string;
  readonly otherRuleset: (journal: string, ruleset: string) => string;
  readonly otherFile: (journal: string) => string;
  readonly noFile: string;
  readonly spreadsheet: (sheet: string, copy: string) => string;
  readonly copySheet: string;
  readonly noCopy: string;
  readonly noCopyMade: string;
}

export const chineseAudit: AuditWords = {
  title: '现场核查',
  who: '核查人姓名（记入核查记录）：',
  blank: '（空）',
  counts: (answered, skipped, open, decisive) =>
    `已答 ${answered}，跳过 ${skipped}，待答 ${open}（其中决定结论的 ${decisive}）`,
  verdicts: { pass: '达标', fail: '不达标', unknown: '待定', 'not-applicable': '不适用' },
  soFar: (street, verdict) => `${street} 目前 ${verdict}：`,
  separator: '；',
  missing: (unknown) => ` 缺${unknown}`,
  allHold: '各项规则均已满足',
  notJudged: '数据较大，保存后再评定',
  decides: '★ 决定本街道结论',
  beside: (heading, text) => `对比 ${heading}：${text}`,
  count: '填件数：0 或正整数，只填数字',
  choices: (choices) => `填序号或文字：${choices.join('　')}`,
  text: '填文字',
  feeds: (rule, clause) => `用于 ${rule}（${clause}）`,
  old: (text) => `文件中现为 ${text}`,
  keeps: (text) => `文件中现为 ${text}；与现场不符的请改正，直接回车保留`,
  answered: (text, by, at) => `已答 ${text}（${by}，${at}）；直接回车保留`,
  commands: '/b 返回　/s 跳过　/n 备注　/e 佐证　/f 查找　/l 已答　/q 结束　/? 帮助',
  answer: '答：',
  noAnswer: (typed, why) => `“${typed}”不能作答：${why}`,
  nothingTyped: '尚未填写；不清楚的请输入 /s 跳过。',
  notTakenBack: (why) => `回答不能撤回：${why}`,
  saysNothing: '这个填法表示“不详”，等于没有回答；请输入 /s 跳过。',
  unencodable: (encoding) => `文件编码 ${encoding} 写不下这些文字；请换一种写法。`,
  unknownCommand: (command) => `没有命令“${command}”；输入 /? 查看全部命令。`,
  textNeeded: (command) => `请把内容写在命令后面，如 ${command} 档案2012-0007`,
  nothingBefore: '前面没有问过别的。',
  noAnswers: '还没有回答。',
  noted: (text) => `备注已记下：${text}`,
  evidenceKept: (text) => `佐证已记下：${text}`,
  help: [
    '/b 或 /返回　回到上一题，可改答',
    '/s 或 /跳过　本题先不答；答过的，撤回回答',
    '/n 或 /备注 内容　给本题记一条备注，只存核查记录',
    '/e 或 /佐证 内容　档案号、照片文件名等；小区的同时写入“佐证材料”',
    '/f 或 /查找　按单位或街道名称找题目，也可改正已填的',
    '/l 或 /已答　看已答的，可选一题改答',
    '/q 或 /结束　保存并结束，或先不保存、以后接着答',
    'Ctrl-C　立即停下；答过的都已存盘，再次运行同一命令即可接着答',
  ],
  goOn: '继续',
  find: '输入名称查找：',
  list: '已答的题目（选一题可改答）：',
  open: '未答',
  correct: '改正已填的',
  filled: '已填的（选一项改正）：',
  finished: '没有待答的题目了。',
  whatNow: '下一步：',
  save: '保存：把回答写入文件并结束',
  revisit: (skipped) => `再问跳过的 ${skipped} 题`,
  review: (answered) => `看已答的 ${answered} 题`,
  pause: '先不写入文件，以后接着答',
  resumed: (file, answers) => `接着上次核查：${file} 已答 ${answers} 题`,
  torn: (file, lines) => `${file} 的核查记录有 ${lines} 行读不懂（中断时没写完，或被改动），不算数`,
  written: (file, answers) => `已写入 ${file}（回答 ${answers} 题）`,
  unchanged: (file) => `${file} 没有改动`,
  record: (journal) => `谁在何时答了什么，记在 ${journal}`,
  verdict: (verdict) => `目前总结论：${verdict}`,
  changed: (file) => `${file} 在核查期间被别人改动，未覆盖。不同之处：`,
  gone: (file) => `${file} 在核查期间被移走或删除，回答无处可写。`,
  difference: (unit, heading, before, theirs, ours) =>
    `${unit} ${heading}：原为 ${before}，对方 ${theirs}，本次 ${ours}`,
  absent: '（无此行）',
  more: (count) => `另有 ${count} 处`,
  copy: '把本次回答写成副本',
  keep: '不写副本，回答留在核查记录中',
  copied: (file) => `副本已写入 ${file}；请与改动后的文件核对合并，评定前移走副本`,
  kept: (journal) => `回答仍在 ${journal}，没有丢失`,
  paused: (command) => `已停下，答过的都已存盘；接着答：${command}`,
  noTerminal:
    '现场核查要在终端里一问一答；没有终端时，请直接填写文件中的空格，或用 streetcheck template --from 做成表格来填，再用 streetcheck validate 检查',
  refused: (errors, command) => `数据有 ${errors} 处错误，读不懂的数据不能核查；改正后再来。全部错误见：${command}`,
  tooLarge: (limit) => `文件太大，现场核查最多 ${limit}；请按街道拆开后再核查`,
  notEditable: (file) => `无法在 ${file} 中改写单个值，已停止`,
  alias: '其中用了 YAML 别名（&、*），改一处会牵动多条记录；请把别名改写成各自的内容',
  locked: (lock, pid, host) => `已有另一个核查在进行（${host} 上的进程 ${pid}）；确认没有的话，请删除 ${lock} 后再试`,
  otherRuleset: (journal, ruleset) =>
    `${journal} 中未完的核查依据的是规则包 ${ruleset}；请用 --rules 指定它，完成后再换`,
  otherFile: (journal) => `${journal} 记的是另一个文件的核查，对不上；请把它移走后再核查`,
  noFile: '核查要改写文件，不能读标准输入；请给出文件',
  spreadsheet: (sheet, copy) => `${sheet} 是电子表格，不能只改单个格子；可另存为 ${copy} 后核查`,
  copySheet: '另存为 CSV（UTF-8），核查这份副本',
  noCopy: '不另存，结束',
  noCopyMade: '没有另存，也没有改动任何文件',
};

export const englishAudit: AuditWords = {
  title: 'On-site audit',
  who: 'Your name, for the record of the audit:',
  blank: '(blank)',
  counts: (answered, skipped, open, decisive) =>
    `${answered} answered, ${skipped} skipped, ${open} open (${decisive} decide)`,
  verdicts: { pass: 'pass', fail: 'fail', unknown: 'unknown', 'not-applicable': 'not applicable' },
  soFar: (street, verdict) => `${street}, so far ${verdict}: `,
  separator: '; ',
  missing: (unknown) => ` (${unknown} open)`,
  allHold: 'all rules hold',
  notJudged: 'a large file: judged once it is saved',
  decides: '* decides this street',
  beside: (heading, text) => `held against ${heading}: ${text}`,
  count: 'a number of cases: digits only, 0 or more',
  choices: (choices) => `a number or a word: ${choices.join('   ')}`,
  text: 'a text',
  feeds: (rule, clause) => `for the rule: ${rule} (${clause})`,
  old: (text) => `in the file now: ${text}`,
  keeps: (text) => `in the file now: ${text}; correct it if it is wrong, Enter keeps it`,
  answered: (text, by, at) => `answered: ${text} (${by}, ${at}); Enter keeps it`,
  commands: '/b back  /s skip  /n note  /e evidence  /f find  /l list  /q finish  /? help',
  answer: 'Answer:',
  noAnswer: (typed, why) => `'${typed}' is no answer: ${why}`,
  nothingTyped: 'Nothing typed yet; type /s to skip what is not known.',
  notTakenBack: (why) => `The answer cannot be taken back: ${why}`,
  saysNothing: 'This stands for "not known" and answers nothing; type /s to skip.',
  unencodable: (encoding) => `The encoding of the file, ${encoding}, cannot hold this text; put it another way.`,
  unknownCommand: (command) => `There is no command '${command}'; type /? for all of them.`,
  textNeeded: (command) => `Write the text behind the command, such as ${command} file 2012-0007`,
  nothingBefore: 'Nothing was asked before.',
  noAnswers: 'No answers yet.',
  noted: (text) => `The note is kept: ${text}`,
  evidenceKept: (text) => `The evidence is kept: ${text}`,
  help: [
    '/b or /back   return to the question before, to answer it anew',
    '/s or /skip   leave this one for now; an answer already given is taken back',
    '/n or /note TEXT   a remark on this question, kept in the record of the audit',
    '/e or /evidence TEXT   a document number, a photo; written to the unit as well',
    '/f or /find   look for a unit by name, also to correct what is filled in',
    '/l or /list   the answers so far; choose one to answer it anew',
    '/q or /quit   save and finish, or stop without saving and go on later',
    'Ctrl-C   stop at once: every answer is on disk, the same command goes on',
  ],
  goOn: 'go on',
  find: 'Name of a unit or street:',
  list: 'Answers so far (choose one to answer it anew):',
  open: 'open',
  correct: 'correct what is filled in',
  filled: 'Filled in (choose one to correct it):',
  finished: 'There are no open questions left.',
  whatNow: 'What now?',
  save: 'save: write the answers into the file and finish',
  revisit: (skipped) => `ask the ${skipped} skipped again`,
  review: (answered) => `look at the ${answered} answered`,
  pause: 'write nothing into the file now, go on later',
  resumed: (file, answers) => `An audit goes on: ${answers} answered in ${file}`,
  torn: (file, lines) => `${file}: lines of the record that were cut short or changed, and do not count: ${lines}`,
  written: (file, answers) => `written: ${file} (${answers} answered)`,
  unchanged: (file) => `not changed: ${file}`,
  record: (journal) => `who answered what and when: ${journal}`,
  verdict: (verdict) => `overall so far: ${verdict}`,
  changed: (file) => `${file} was changed by someone else and is not overwritten. What differs:`,
  gone: (file) => `${file} was moved or deleted during the audit; there is no file to write the answers into.`,
  difference: (unit, heading, before, theirs, ours) =>
    `${unit} ${heading}: it was ${before}, theirs ${theirs}, ours ${ours}`,
  absent: '(no such row)',
  more: (count) => `${count} more`,
  copy: 'write the answers into a copy',
  keep: 'write no copy; the answers stay in the record',
  copied: (file) => `the copy is ${file}; merge it with the changed file, and move it away before the folder is judged`,
  kept: (journal) => `the answers are still in ${journal}, nothing is lost`,
  paused: (command) => `Stopped; every answer is on disk. To go on: ${command}`,
  noTerminal:
    'an audit asks and listens on a terminal; without one, fill in the blanks of the file, or a form made by streetcheck template --from, and check it with streetcheck validate',
  refused: (errors, command) =>
    `errors in the data: ${errors}. What cannot be read is not audited; correct them first. All of them: ${command}`,
  tooLarge: (limit) => `the files are too large, an audit takes ${limit}; split them by street`,
  notEditable: (file) => `single values of ${file} cannot be changed in place`,
  alias: 'it uses YAML aliases (&, *), where one change would touch several records; write the values out',
  locked: (lock, pid, host) =>
    `another audit has this file (process ${pid} on ${host}); if there is none, delete ${lock} and try again`,
  otherRuleset: (journal, ruleset) =>
    `the unfinished audit in ${journal} was begun under the ruleset ${ruleset}; finish it with --rules first`,
  otherFile: (journal) => `${journal} is the record of another file; move it away, then audit`,
  noFile: 'an audit changes files and cannot read standard input; give a file',
  spreadsheet: (sheet, copy) =>
    `${sheet} is a spreadsheet, whose cells cannot be changed one by one; it can be copied to ${copy}`,
  copySheet: 'copy it as CSV (UTF-8) and audit the copy',
  noCopy: 'make no copy and end',
  noCopyMade: 'No copy was made and no file changed.',
};
