import type { Command } from 'commander';
import { type Asked, addOption, addOptions, addOutputOptions, NAME, READING, VERB_FORMATS } from '../../cli/options.ts';
import type { Session } from '../../cli/session.ts';
import type { SizeOptions } from './draw-size.ts';

const exitCodesZh = (done: string): string => `退出码：
  0 ${done}   64 用法错误   65 数据无效   66 输入或规则包打不开
  70 程序缺陷   73 无法写出   78 规则包无效   130 被中断`;

const exitCodesEn = (done: string): string => `Exit codes:
  0 ${done}   64 wrong usage   65 invalid data
  66 an input or ruleset cannot be opened   70 a bug
  73 an output cannot be written   78 invalid ruleset   130 interrupted`;

const zh = {
  sample: '抽查：重点抽查，或可由任何人重做的随机抽取',
  targeted: '列出最值得重点抽查的考核对象和单位；不是随机样本，不能推断总体',
  random: '从台账中随机抽取单位，给出名单和核查表',
  subjects: '年度抽查：从已命名的考核对象中随机抽取',
  judge: '根据填好的核查表判断抽查结果说明什么',
  of: '抽取什么：规则包中的表，或其层级',
  rule: '只针对一条规则，抽取它所统计的单位，如 model-compounds',
  seed: '公开的种子，如公布的日期或号码；凭它可重做抽取',
  subject: '只从该考核对象抽取；可多次使用',
  stratum: '分层抽取，每层各抽：按单位所属的某个层级',
  rate: '每层抽取的比例，如 10%',
  atLeast: '与 --rate 同用：每层至少几个；默认 4',
  acceptable: '符合率达到多少算合格，如 0.90',
  unacceptable: '符合率低至多少算不合格，如 0.70',
  alpha: '把合格判为不合格的风险不超过多少；默认 5%',
  beta: '把不合格判为合格的风险不超过多少；默认 10%',
  refute: '用最少的单位否定“全部符合”的说法',
  log: '抽取记录文件：追加本次抽取，并指明同一台账是否抽过',
  form: '另外写出核查表：.xlsx，其他扩展名为 CSV',
  named: '已命名考核对象的名单，每行一个；默认取本年度达标的',
  drawFile: '用 --format json 保存的抽取结果',
  formFile: '填好的核查表',
  drawExitCodes: exitCodesZh('已抽取'),
  targetExitCodes: exitCodesZh('已列出'),
  judgeExitCodes: `退出码：
  0 与台账和要求不矛盾   1 否定了其中的说法，或方案不接受
  2 取决于未核查的单位
  64 用法错误   65 抽取结果或核查表无效
  66 文件打不开   70 程序缺陷   73 无法写出   78 规则包无效   130 被中断`,
  oneLine: '一行文字，首尾没有空格，不含控制字符',
  share: '0 至 1 的小数或百分数，如 0.90、90%',
  risk: '大于 0、小于 1 的小数或百分数，如 5%',
  units: '大于 0 的整数',
  noSize: '请说明抽多少：--rate 10% --at-least 4，或 --acceptable 0.90 --unacceptable 0.70，或 --refute',
  sizesTogether: '--rate、--acceptable 与 --unacceptable、--refute 三种抽样数量只能用一种，各自的选项须齐全',
  sharesTurned: (acceptable: string, unacceptable: string) =>
    `--acceptable（${acceptable}）须大于 --unacceptable（${unacceptable}）：前者算合格，后者算不合格`,
  noPopulation: '请用 --of 或 --rule 说明抽取什么',
};

/** What `sample` and its commands are, and what is wrong with how they are called. */
type SampleCommandWords = typeof zh;

const en: SampleCommandWords = {
  sample: 'spot checks: where a check matters most, or a random draw that anyone can repeat',
  targeted: 'list where a check matters most; no random sample, nothing follows for other units',
  random: 'draw units at random from the register, as a list and a form to fill',
  subjects: 'the yearly spot check: draw from the subjects already named',
  judge: 'say what a filled form shows',
  of: 'what is drawn: a table of the ruleset, or its level',
  rule: 'only for this rule, the units that it counts, such as model-compounds',
  seed: 'public, such as a date or a number that is announced; with it anyone repeats the draw',
  subject: 'draw from this subject only; repeatable',
  stratum: 'draw from each unit of this level, which the units lie in, on its own',
  rate: 'share of each stratum to draw, such as 10%',
  atLeast: 'with --rate: at least so many of each stratum; default 4',
  acceptable: 'conforming share that is good enough, such as 0.90',
  unacceptable: 'conforming share that is not good enough, such as 0.70',
  alpha: 'risk of rejecting what is good enough; default 5%',
  beta: 'risk of accepting what is not; default 10%',
  refute: 'the fewest units that refute the claim that all conform',
  log: 'journal of draws: this one is added, and earlier ones from the same register are told',
  form: 'also write a form to fill: .xlsx, any other extension is CSV',
  named: 'list of the subjects already named, a name or code on each line; default: those that pass',
  drawFile: 'a draw saved with --format json',
  formFile: 'a filled form',
  drawExitCodes: exitCodesEn('drawn'),
  targetExitCodes: exitCodesEn('listed'),
  judgeExitCodes: `Exit codes:
  0 nothing contradicted   1 something is, or the plan does not accept
  2 depends on units not checked
  64 wrong usage   65 no valid draw or form   66 a file cannot be opened
  70 a bug   73 an output cannot be written   78 invalid ruleset
  130 interrupted`,
  oneLine: 'one line of text without spaces around it and without control characters',
  share: 'a share from 0 to 1 or in per cent, such as 0.90 or 90%',
  risk: 'a risk above 0 and below 1, such as 5%',
  units: 'a whole number above 0',
  noSize: 'say how many to draw: --rate 10% --at-least 4, or --acceptable 0.90 --unacceptable 0.70, or --refute',
  sizesTogether:
    'one of --rate, --acceptable with --unacceptable, or --refute says how many; give that with its own options',
  sharesTurned: (acceptable, unacceptable) =>
    `--acceptable (${acceptable}) has to be above --unacceptable (${unacceptable}): the one is good enough, the other is not`,
  noPopulation: 'say with --of or --rule what is drawn',
};

export const sampleCommandWords = { zh, en };

/** Of every command of `sample` that reads a submission. */
const COMMON = ['rules', 'lang', ...READING, 'color'] as const;
const JUDGED = ['rules', 'lang', 'encoding', 'color'] as const;

export type TargetOptions = Asked<(typeof COMMON)[number] | 'subject'>;
export type JudgeOptions = Asked<(typeof JUDGED)[number]>;

/** Of a draw; `of`, `rule` and `stratum` are of units, `named` is of subjects. */
export interface DrawOptions extends TargetOptions, SizeOptions {
  readonly of?: string;
  readonly rule?: string;
  readonly stratum?: string;
  readonly named?: string;
  readonly seed: string;
  readonly log?: string;
  readonly form?: string;
}

/** Spot checks: `targeted` and random ones are different things, and commands of their own. */
export const addSampleCommand = (program: Command, session: Session): void => {
  const { words } = session;
  const own = sampleCommandWords[words.language];
  const sample = program.command('sample').description(own.sample);
  /** A command that reads a submission. */
  const reading = (name: 'targeted' | 'random' | 'subjects'): Command =>
    sample.command(name).description(own[name]).argument('<PATH...>', words.help.path);

  const targeted = addOptions(reading('targeted'), words, ['subject']);
  const targetedOutputs = addOutputOptions(targeted, words, VERB_FORMATS);
  addOptions(targeted, words, COMMON)
    .addHelpText('after', `\n${own.targetExitCodes}`)
    .action(async (paths: string[], options: TargetOptions) => {
      const { runTargeted } = await import('./run-sample.ts');
      session.done(await runTargeted(session, paths, options, targetedOutputs()));
    });

  /** Adds the options of a draw, and draws units or subjects. */
  const addDraw = (command: Command, what: 'units' | 'subjects'): void => {
    command
      .requiredOption('--seed <TEXT>', own.seed)
      .option('--rate <SHARE>', own.rate)
      .option('--at-least <N>', own.atLeast)
      .option('--acceptable <SHARE>', own.acceptable)
      .option('--unacceptable <SHARE>', own.unacceptable)
      .option('--alpha <RISK>', own.alpha)
      .option('--beta <RISK>', own.beta)
      .option('--refute', own.refute);
    addOption(command, words, '--log <FILE>', own.log, NAME);
    addOption(command, words, '--form <FILE>', own.form, NAME);
    const outputs = addOutputOptions(command, words, VERB_FORMATS);
    addOptions(command, words, COMMON)
      .addHelpText('after', `\n${own.drawExitCodes}`)
      .action(async (paths: string[], options: DrawOptions) => {
        const { runDraw } = await import('./run-sample.ts');
        session.done(await runDraw(session, paths, what, options, outputs()));
      });
  };

  const random = reading('random');
  addOption(random, words, '--of <TABLE>', own.of, NAME);
  addOption(random, words, '--rule <ID>', own.rule, NAME);
  addOption(random, words, '--stratum <S>', own.stratum, NAME);
  addDraw(addOptions(random, words, ['subject'], { subject: own.subject }), 'units');
  addDraw(addOption(reading('subjects'), words, '--named <FILE>', own.named, NAME), 'subjects');

  const judge = sample
    .command('judge')
    .description(own.judge)
    .argument('<DRAW>', own.drawFile)
    .argument('<FORM...>', own.formFile);
  const judgeOutputs = addOutputOptions(judge, words, VERB_FORMATS);
  addOptions(judge, words, JUDGED)
    .addHelpText('after', `\n${own.judgeExitCodes}`)
    .action(async (draw: string, forms: string[], options: JudgeOptions) => {
      const { runJudge } = await import('./run-sample.ts');
      session.done(await runJudge(session, draw, forms, options, judgeOutputs()));
    });
};
