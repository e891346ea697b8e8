/** The head of a JSON report, a plan or a spot check. */
const JSON_HEAD = /^\s*\{\s*"format"\s*:\s*"streetcheck-(?:report|submission|plan|draw|judgement|targets)"/;

/** The first line of a report for people, in either language: the whole answer and nothing else. A test holds the two to each other. */
const TABLE_HEAD = new RegExp(
  `^(?:${[
    '✓ 达标',
    '✗ 不达标',
    '\\? 待定：现有数据还不足以评定',
    '– 不适用：没有可评定的.{1,40}',
    '✓ 数据可以用于评定',
    '✗ 数据不能用于评定',
    '无法评定：(?:数据有误|输入文件有问题|规则包有误)',
    '✓ Meets the standard',
    '✗ Does not meet the standard',
    '\\? Cannot be decided yet: data is missing',
    '– Not applicable: no .{1,60} can be judged',
    '✓ The data is fit to be judged',
    '✗ The data is not fit to be judged',
    'Cannot be judged: (?:the data is invalid|an input cannot be used|the ruleset is invalid)',
  ].join('|')})\\r?\\n`,
  'u',
);

/** The headings over a batch. */
const BATCH_HEAD = /^(?:报送 +结论|submission +verdict) +✓ +✗ +\? +–(?: |\r?\n)/;

/** How the first line of a spot check begins. */
const SAMPLE_HEAD = new RegExp(
  `^(?:${[
    '随机抽查  ',
    '重点抽查对象  ',
    '[✓✗?] (?:抽查结果与台账和要求不矛盾|抽查否定了台账或要求中的说法，或方案不接受|尚不能下结论：有抽中的单位没有核查)\\r?\\n',
    'Random spot check  ',
    'Where a check matters most  ',
    '[✓✗?] (?:The sample contradicts |Cannot be decided yet: units that were drawn were not checked)',
  ].join('|')})`,
  'u',
);

/** The first headings of a CSV report: of findings, a row per subject, or of diagnostics; or of the form of a draw. */
const CSV_HEAD = new RegExp(
  `^\ufeff?(?:${[
    '年度,(?:[^,\\r\\n]+,){2,8}评定,不计一票否决的评定,',
    '级别,代码,位置,原文,说明,处数,相关位置\r',
    'year,(?:[^,\\r\\n]+,){2,8}verdict,verdict without vetoes,',
    'severity,code,place,text,message,count,see also\r',
    '序号,抽样编号,',
    'no.,draw,',
  ].join('|')})`,
  'u',
);

/** Whether a file that begins with `head` is a report of an earlier run: the next one finds it in its folder. */
export const isSavedReport = (head: string): boolean =>
  [JSON_HEAD, TABLE_HEAD, BATCH_HEAD, SAMPLE_HEAD, CSV_HEAD].some((known) => known.test(head));
