import type { Language } from '../../model/text.ts';
import { widthOf } from '../../model/width.ts';
import { plain } from '../../report/plain.ts';
import { type Piece, wrap } from '../../report/wrap.ts';
import type { RulesetId } from '../saved-file.ts';
import type { LineDifference } from '../saved-report.ts';
import type { Cause, Verification } from '../verify.ts';

const zh = {
  reproduced: '报告可以逐字节重现',
  differs: (causes: number) => `报告不能原样重现，原因 ${causes} 项`,
  inputs: (count: number) => `输入文件 ${count} 个`,
  data: '数据',
  ruleset: '规则包',
  options: '选项',
  tool: '工具',
  report: '报告',
  changed: (path: string) => `${path} 的内容与报告记录的不同`,
  missing: (path: string) => `缺少报告记录的输入文件 ${path}`,
  extra: (path: string) => `多出报告未记录的输入文件 ${path}`,
  renamed: (path: string, found: string) => `报告记录的 ${path} 现名 ${found}，内容相同`,
  beside: '输入文件相同，但文件夹中的其他文件与报告提示中所列的不同，或有文件重复给出',
  otherRuleset: (recorded: string, found: string) => `报告依据 ${recorded}，现用 ${found}`,
  noRuleset: '（规则包无效）',
  option: (option: string, recorded: string, reproduces: string) =>
    `报告记录的 ${option} 是“${recorded}”，其余内容却是按“${reproduces}”得出的`,
  command: (recorded: string, reproduces: string) =>
    `报告记录的命令是“${recorded}”，其余内容却是由“${reproduces}”得出的`,
  otherTool: (recorded: string, found: string) => `报告由 streetcheck ${recorded} 写出，现用 ${found}`,
  onlyTool: '除版本号外，报告完全相同',
  /** What may come of another version, from this line on. */
  further: (line: number) => `报告第 ${line} 行起另有不同，可能由版本不同引起`,
  altered: (line: number) => `数据、规则包、选项和工具都相同，报告本身被改动过，首先见于第 ${line} 行`,
  relaid: (line: number) => `内容相同，但排版或编码被改动过，首先见于第 ${line} 行`,
  /** Why options and report are not looked at. */
  undecided: '数据或规则包既已不同，无法再判断选项和报告本身是否被改动。',
  recorded: '报告记录',
  found: '现在为',
  computed: '重新评定',
  /** A line where the text has ended. */
  ended: '（到此为止）',
  /** An option that was not given. */
  byDefault: '默认值',
  none: '（无）',
  colon: '：',
  separator: '、',
};

type VerifyWords = typeof zh;

const en: VerifyWords = {
  reproduced: 'The report is reproduced byte for byte',
  differs: (causes) => `The report is not reproduced: ${causes} ${causes === 1 ? 'cause' : 'causes'}`,
  inputs: (count) => `${count} ${count === 1 ? 'input' : 'inputs'}`,
  data: 'Data',
  ruleset: 'Ruleset',
  options: 'Options',
  tool: 'Tool',
  report: 'Report',
  changed: (path) => `${path} is not what it was when the report was made`,
  missing: (path) => `${path} is recorded in the report and was not given`,
  extra: (path) => `${path} was given and is not recorded in the report`,
  renamed: (path, found) => `${path} in the report is now called ${found}; its content is the same`,
  beside:
    'the inputs are the same, but the other files in their folder are not those in the notes of the report, or a file is given twice',
  otherRuleset: (recorded, found) => `the report was made with ${recorded}, now there is ${found}`,
  noRuleset: '(an invalid ruleset)',
  option: (option, recorded, reproduces) =>
    `the report records ${recorded} for ${option}, and the rest of it comes from ${reproduces}`,
  command: (recorded, reproduces) =>
    `the report records the command ${recorded}, and the rest of it comes from ${reproduces}`,
  otherTool: (recorded, found) => `the report was written by streetcheck ${recorded}, this is ${found}`,
  onlyTool: 'except for the version the report is the same',
  further: (line) => `it also differs from line ${line} on, which may come of the version`,
  altered: (line) =>
    `data, ruleset, options and tool are the same, so the report itself was altered, first in line ${line}`,
  relaid: (line) => `its content is the same, but its layout or encoding was altered, first in line ${line}`,
  undecided: 'As data or ruleset differ, whether options or the report itself were altered cannot be told.',
  recorded: 'recorded',
  found: 'now',
  computed: 'judged again',
  ended: '(ended)',
  byDefault: 'the default',
  none: '(none)',
  colon: ': ',
  separator: ', ',
};

/** What `verify` answers. */
export const verifyWords = { zh, en } as const satisfies Record<Language, VerifyWords>;

const WIDTH = 80;

/** The options by the names they have on the command line. */
const NAMES = {
  year: '--year',
  subjects: '--subject',
  onInvalid: '--on-invalid',
  witnesses: '--witnesses',
  encoding: '--encoding',
} as const satisfies Record<Exclude<Extract<Cause, { kind: 'option' }>['option'], 'command'>, string>;

const valueText = (value: unknown, { byDefault, separator }: VerifyWords): string => {
  if (value === null || (Array.isArray(value) && value.length === 0)) return byDefault;
  return Array.isArray(value) ? value.map((each) => plain(String(each))).join(separator) : plain(String(value));
};

const rulesetText = (ruleset: RulesetId | null, { noRuleset }: VerifyWords): string =>
  ruleset === null ? noRuleset : `${plain(ruleset.id)} ${plain(ruleset.version)}`;

type Facts = readonly (readonly [string, string])[];

const ofLines = ({ recorded, computed }: LineDifference, words: VerifyWords): Facts => {
  // Not `trim`, which would hide a byte order mark.
  const shown = (line: string) => (line === '' ? words.ended : plain(line.replace(/^ +/, '')));
  return [
    [words.recorded, shown(recorded)],
    [words.computed, shown(computed)],
  ];
};

const ofHashes = (recorded: string, found: string, words: VerifyWords): Facts => [
  [words.recorded, recorded],
  [words.found, found],
];

const dataText = (cause: Extract<Cause, { kind: 'data' }>, words: VerifyWords): string => {
  if (cause.change === 'beside') return words.beside;
  const path = plain(cause.path);
  return cause.change === 'renamed' ? words.renamed(path, plain(cause.found)) : words[cause.change](path);
};

/** A cause under its title; below it what is set against each other. */
const causeLines = (cause: Cause, words: VerifyWords, isOnly: boolean): readonly string[] => {
  const entry = (title: string, text: string, facts: Facts = [], more = ''): readonly string[] => {
    const width = Math.max(0, ...facts.map(([label]) => widthOf(label)));
    const fact = ([label, value]: readonly [string, string]) => {
      const pieces: Piece[] = [label + ' '.repeat(width - widthOf(label)), '  ', value];
      return wrap(pieces, WIDTH, '    ', ' '.repeat(width + 6));
    };
    return [
      ...wrap(`${title}${words.colon}${text}`, WIDTH, '  ', '    '),
      ...(more === '' ? [] : wrap(more, WIDTH, '    ')),
      ...facts.flatMap(fact),
    ];
  };
  switch (cause.kind) {
    case 'data': {
      const facts = cause.change === 'changed' ? ofHashes(cause.recorded, cause.found, words) : [];
      return entry(words.data, dataText(cause, words), facts);
    }
    case 'ruleset': {
      const { recorded, found } = cause;
      const text = words.otherRuleset(rulesetText(recorded, words), rulesetText(found, words));
      return entry(words.ruleset, text, ofHashes(recorded?.sha256 ?? words.none, found?.sha256 ?? words.none, words));
    }
    case 'option': {
      const [recorded, reproduces] = [valueText(cause.recorded, words), valueText(cause.reproduces, words)];
      const text =
        cause.option === 'command'
          ? words.command(recorded, reproduces)
          : words.option(NAMES[cause.option], recorded, reproduces);
      return entry(words.options, text);
    }
    case 'tool': {
      const text = words.otherTool(plain(cause.recorded), plain(cause.found));
      const { rest } = cause;
      return rest === null
        ? entry(words.tool, text, [], isOnly ? words.onlyTool : '')
        : entry(words.tool, text, ofLines(rest, words), words.further(rest.line));
    }
    case 'layout':
      return entry(words.report, words.relaid(cause.line), ofLines(cause, words));
    case 'report':
      return entry(words.report, words.altered(cause.line), ofLines(cause, words));
    default:
      return cause satisfies never;
  }
};

const isOfHashes = (cause: Cause): boolean =>
  cause.kind === 'ruleset' || (cause.kind === 'data' && cause.change !== 'beside');

/** The answer of `verify` for people. */
export const describeVerification = (
  { report: { tool, ruleset, inputs }, causes }: Verification,
  path: string,
  language: Language,
): string => {
  const words = verifyWords[language];
  const facts = [
    `streetcheck ${plain(tool)}`,
    ...(ruleset === null ? [] : [rulesetText(ruleset, words)]),
    words.inputs(inputs.length),
  ];
  const lines = [
    ...wrap(causes.length === 0 ? `✓ ${words.reproduced}` : `✗ ${words.differs(causes.length)}`, WIDTH),
    ...wrap({ solid: plain(path) }, WIDTH, '  '),
    ...wrap(facts.join('  '), WIDTH, '  '),
    ...causes.flatMap((cause) => ['', ...causeLines(cause, words, causes.length === 1)]),
    ...(causes.some(isOfHashes) ? ['', ...wrap(words.undecided, WIDTH, '  ')] : []),
  ];
  return `${lines.join('\n')}\n`;
};
