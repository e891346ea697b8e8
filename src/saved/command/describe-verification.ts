import { widthOf } from '../../model/width.ts';
import { plain } from '../../report/plain.ts';
import { type Piece, wrap } from '../../report/wrap.ts';
import type { Cause, LineDifference, RulesetId, Verification } from '../verification.ts';
import type { VerifyWords } from './verify-words.ts';

const WIDTH = 80;

/** The options by the names they have on the command line. */
const NAMES = {
  command: 'command',
  year: '--year',
  subjects: '--subject',
  onInvalid: '--on-invalid',
  witnesses: '--witnesses',
  encoding: '--encoding',
} as const satisfies Record<Extract<Cause, { kind: 'option' }>['option'], string>;

const valueText = (value: unknown, { byDefault, separator }: VerifyWords): string => {
  if (value === null || (Array.isArray(value) && value.length === 0)) return byDefault;
  return Array.isArray(value) ? value.map((each) => plain(String(each))).join(separator) : plain(String(value));
};

const rulesetText = (ruleset: RulesetId | null, { noRuleset }: VerifyWords): string =>
  ruleset === null ? noRuleset : `${plain(ruleset.id)} ${plain(ruleset.version)}`;

type Facts = readonly (readonly [string, string])[];

interface Entry {
  readonly title: string;
  readonly text: string;
  /** What is set against each other, below the text. */
  readonly facts?: Facts;
  readonly more?: string;
}

const linesOf = ({ recorded, computed }: LineDifference, words: VerifyWords): Facts => {
  // Not `trim`, which would hide a byte order mark.
  const shown = (line: string) => (line === '' ? words.ended : plain(line.replace(/^ +/, '')));
  return [
    [words.recorded, shown(recorded)],
    [words.computed, shown(computed)],
  ];
};

const hashes = (recorded: string, found: string, words: VerifyWords): Facts => [
  [words.recorded, recorded],
  [words.found, found],
];

const dataEntry = (cause: Extract<Cause, { kind: 'data' }>, words: VerifyWords): Entry => {
  const title = words.data;
  switch (cause.change) {
    case 'changed':
      return { title, text: words.changed(plain(cause.path)), facts: hashes(cause.recorded, cause.found, words) };
    case 'missing':
      return { title, text: words.missing(plain(cause.path)) };
    case 'extra':
      return { title, text: words.extra(plain(cause.path)) };
    case 'renamed':
      return { title, text: words.renamed(plain(cause.path), plain(cause.found)) };
    case 'beside':
      return { title, text: words.beside };
    default:
      return cause satisfies never;
  }
};

const entryOf = (cause: Cause, words: VerifyWords, isOnly: boolean): Entry => {
  switch (cause.kind) {
    case 'data':
      return dataEntry(cause, words);
    case 'ruleset': {
      const text = words.otherRuleset(rulesetText(cause.recorded, words), rulesetText(cause.found, words));
      const facts = hashes(cause.recorded?.sha256 ?? words.none, cause.found?.sha256 ?? words.none, words);
      return { title: words.ruleset, text, facts };
    }
    case 'option': {
      const [recorded, reproduces] = [valueText(cause.recorded, words), valueText(cause.reproduces, words)];
      const isCommand = cause.option === 'command';
      const text = isCommand
        ? words.command(recorded, reproduces)
        : words.option(NAMES[cause.option], recorded, reproduces);
      return { title: words.options, text };
    }
    case 'tool': {
      const { recorded, found, rest } = cause;
      const entry = { title: words.tool, text: words.otherTool(plain(recorded), plain(found)) };
      if (rest === null) return isOnly ? { ...entry, more: words.onlyTool } : entry;
      return { ...entry, more: words.further(rest.line), facts: linesOf(rest, words) };
    }
    case 'layout':
      return { title: words.report, text: words.relaid(cause.line), facts: linesOf(cause, words) };
    case 'report':
      return { title: words.report, text: words.altered(cause.line), facts: linesOf(cause, words) };
    default:
      return cause satisfies never;
  }
};

const entryLines = ({ title, text, more, facts = [] }: Entry, words: VerifyWords): readonly string[] => {
  const width = Math.max(0, ...facts.map(([label]) => widthOf(label)));
  const fact = ([label, value]: readonly [string, string]) => {
    const pieces: Piece[] = [label + ' '.repeat(width - widthOf(label)), '  ', value];
    return wrap(pieces, WIDTH, '    ', ' '.repeat(width + 6));
  };
  return [
    ...wrap(`${title}${words.colon}${text}`, WIDTH, '  ', '    '),
    ...(more === undefined ? [] : wrap(more, WIDTH, '    ')),
    ...facts.flatMap(fact),
  ];
};

/** The answer of `verify` for people. */
export const describeVerification = ({ head, causes }: Verification, report: string, words: VerifyWords): string => {
  const ruleset = head.ruleset && rulesetText(head.ruleset, words);
  const facts = [
    `streetcheck ${plain(head.tool)}`,
    ...(ruleset === null ? [] : [ruleset]),
    words.inputs(head.inputs.length),
  ];
  const hidesMore = causes.some(({ kind }) => kind === 'ruleset') || causes.some(isOfHashes);
  const lines = [
    ...wrap(causes.length === 0 ? `✓ ${words.reproduced}` : `✗ ${words.differs(causes.length)}`, WIDTH),
    ...wrap({ solid: plain(report) }, WIDTH, '  '),
    ...wrap(facts.join('  '), WIDTH, '  '),
    ...causes.flatMap((cause) => ['', ...entryLines(entryOf(cause, words, causes.length === 1), words)]),
    ...(hidesMore ? ['', ...wrap(words.undecided, WIDTH, '  ')] : []),
  ];
  return `${lines.join('\n')}\n`;
};

const isOfHashes = (cause: Cause): boolean => cause.kind === 'data' && cause.change !== 'beside';

/** The answer of `verify` for scripts, indented as the JSON report. */
export const verificationJson = ({ head, causes }: Verification): string => {
  const { tool, ruleset } = head;
  const answer = {
    format: 'streetcheck-verification',
    version: 1,
    reproduced: causes.length === 0,
    report: { tool, ruleset },
    causes,
  };
  return `${JSON.stringify(answer, null, 1)}\n`;
};
