import { englishAudit } from './audit-words.ts';
import { englishSample } from './sample-words.ts';
import { englishTemplate } from './template-words.ts';
import { englishVerify } from './verify-words.ts';
import type { Words } from './words.ts';

export const english: Words = {
  help: {
    titles: { 'Usage:': 'Usage:', 'Arguments:': 'Arguments:', 'Options:': 'Options:', 'Commands:': 'Commands:' },
    options: '[options]',
    command: '[command]',
    program: 'Judges whether streets meet a published standard: with reasons, evidence, and what is still unknown.',
    assess: 'judge the streets',
    validate: 'only check whether a submission is fit to be judged',
    plan: 'name the least that makes a failing street pass, and where to check first',
    report: 'render a saved JSON report again, in any format',
    reportFile: 'a report saved with --format json, or - for standard input',
    verify: 'check a saved JSON report against the data: is it reproduced, and if not, why',
    verifyFormat: 'format of the answer: table or json; default table',
    verifyExitCodes: `Exit codes:
  0 reproduced byte for byte   1 something differs
  64 wrong usage   65 no valid report   66 report, data or ruleset not found
  70 a bug   78 invalid ruleset   130 interrupted`,
    audit: 'fill in what is missing on site, question by question: what decides comes first',
    auditFile: 'files to audit (CSV, YAML, JSON; xlsx as a copy), a folder, or TABLE=FILE',
    auditBy: 'who audits, for the record; default: asked at the beginning',
    auditStreet: 'audit this street only; repeatable',
    auditExitCodes: `Exit codes:
  0 saved   64 wrong usage, or no terminal   65 invalid data
  66 a file or ruleset cannot be opened   70 a bug
  73 a file cannot be written, or was changed by someone else
  78 invalid ruleset   130 stopped, to go on later`,
    explain: 'explain a diagnostic or reason code at length, with an example',
    validateExitCodes: `Exit codes:
  0 fit to be judged   64 wrong usage   65 invalid data
  66 an input or ruleset cannot be opened   70 a bug
  73 an output cannot be written   78 invalid ruleset   130 interrupted`,
    helpCommand: 'show the usage of a command',
    helpOption: 'show this usage',
    version: 'show the version',
    path: 'a file, FILE#SHEET (book.xlsx#compounds), TABLE=FILE (compounds=list.csv), a folder, or - for standard input',
    code: 'a code listed in a report, such as record.lossy-code',
    format: (known) => `report format: ${known.join(', ')}; repeatable`,
    output: 'write to a file, in the --format before it, else as its extension says',
    base: 'folder put in front of the paths of the inputs, which must lie in one folder',
    notes: 'list the notes one by one (else how many there are)',
    summary: 'csv: one row per street',
    sarifAll: 'sarif: what passes or does not apply, too',
    rules: 'ruleset: an id, a folder or a file',
    year: 'year to judge, such as 2012; default: the latest in the data',
    lang: 'language: zh or en; default: that of the locale',
    encoding: 'encoding of the input, such as gb18030; default: recognised',
    onInvalid: 'invalid values: refuse to judge (refuse, the default) or take them as unknown (unknown)',
    maxWarnings: 'more warnings than this: exit code 65, as for invalid data',
    each: 'judge each PATH, or each folder and data file in a folder given, by itself: a line for each, or a report ({name} in --output is its name)',
    street: 'show this street only, and let it alone decide; repeatable',
    witnesses: 'records listed per finding, at most; default 20, 0 for all',
    quiet: 'show the verdicts only, without reasons and records',
    noColor: 'use no colour',
    exitCodes: `Exit codes:
  0 all pass   1 at least one fails   2 one unknown, none fails; or none applies
  64 wrong usage   65 invalid data   66 an input or ruleset cannot be opened
  70 a bug   73 an output cannot be written   78 invalid ruleset
  130 interrupted`,
  },
  usage: {
    unknownOption: (option) => `there is no option ${option}`,
    unknownCommand: (command) => `there is no command '${command}'`,
    optionWithoutValue: (option) => `option ${option} needs a value`,
    missingOption: (option) => `option ${option} is needed`,
    missingArgument: (name) => `missing argument ${name}`,
    tooManyArguments: 'too many arguments',
    didYouMean: (candidates) => `did you mean ${candidates.join(', ')}?`,
    noCommand: 'missing command',
    seeHelp: (command) => `for the usage: ${command} --help`,
    badValue: (option, value, expected) => `option ${option} cannot be '${value}': expected ${expected}`,
    oneOf: (values) => `one of ${values.join(', ')}`,
    fourDigits: 'a year of four digits, such as 2012',
    wholeNumber: 'a whole number, 0 or more',
    encodingLabel: 'a known encoding, such as utf-8, gb18030 or utf-16le',
    notEmpty: 'a name',
    outputWithoutFormat: (output) =>
      `--output ${output} has no --format of its own, nor an extension that says one: give pairs of --format F --output FILE`,
    noSuchReport: (output, formats) =>
      `what the extension of ${output} stands for cannot be written here: use another extension, or put --format in front of it, one of ${formats.join(', ')}`,
    twoToStandardOutput: 'only one format can go to standard output: give the others an --output FILE',
    outputTwice: (output) => `two formats would be written to the same file: ${output}`,
    outputIsInput: (output) => `this output is also an input and is not overwritten: ${output}`,
    streetNotFound: (streets) => `no such street in the data: ${streets.join(', ')}`,
    streetsThere: (streets, total) => {
      if (total === 0) return '; it has no street at all';
      const all = `; it has ${total} ${total === 1 ? 'street' : 'streets'}`;
      return `${all}${streets.length < total ? ', the nearest are' : ''}: ${streets.join(', ')}`;
    },
    unknownCode: (code) => `there is no code '${code}'`,
    stdinTwice: 'standard input can be the report or the data, not both',
    onlyEach: (option) => `${option} is only for --each`,
    eachNeedsName: (format) =>
      `--each with --format ${format} needs an --output for each submission, such as --output out/{name}.${format}; for a line each use table or jsonl`,
    linesInOneFile: (output) =>
      `jsonl writes all submissions into one file, a line for each: leave {name} out of --output ${output}`,
    outputInOther: (output, submission) =>
      `${output} lies in the folder of another submission, ${submission}, and would be read with it: write it elsewhere`,
    baseOfEach: '--base is not for --each: the submissions do not lie in one folder',
    baseOfFolders: (folders) =>
      `--base is for the inputs of one folder, and these lie in several: ${folders.join(', ')}`,
  },
  progress: {
    rows: (rows) => `${rows} rows read`,
    submissions: (done, of) => `${done} of ${of} submissions judged`,
    share: (percent) => `${percent}%`,
    secondsLeft: (seconds) => `about ${seconds} s left`,
    minutesLeft: (minutes) => `about ${minutes} min left`,
    separator: ', ',
  },
  eachInterrupted: (done, of) =>
    `Interrupted: ${done} of ${of} submissions are judged; the lines on standard output and the reports of single submissions are whole.`,
  interrupted: 'Interrupted; no file was written.',
  standardOutput: 'standard output',
  cannotWrite: (output, cause) => `cannot write ${output}: ${cause}`,
  causes: {
    ENOENT: 'the folder does not exist',
    EACCES: 'permission denied',
    EPERM: 'permission denied, or another program is using the file',
    EISDIR: 'it is a folder',
    ENOTDIR: 'part of the path is not a folder',
    ENOSPC: 'no space left on the disk',
    EROFS: 'the disk is read-only',
    ENODEV: 'it is no regular file',
  },
  verify: englishVerify,
  sample: englishSample,
  template: englishTemplate,
  audit: englishAudit,
  bug: (version) =>
    `This is a bug in streetcheck ${version}, not a fault of the data. Please report the lines above and the command used.`,
};
