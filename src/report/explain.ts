import {
  DIAGNOSTIC_CODES,
  type DiagnosticCode,
  explanationOf,
  isDiagnosticCode,
  severityOf,
} from '../diagnostics/catalogue.ts';
import { diagnose } from '../diagnostics/diagnostics.ts';
import type { Explanation } from '../diagnostics/entry.ts';
import { messageOf } from '../diagnostics/message.ts';
import type { ReasonCode } from '../model/assessment.ts';
import type { Language } from '../model/text.ts';
import { exampleFinding, reasons } from './reasons/example-finding.ts';
import { reasonOf } from './reasons.ts';
import { wrap } from './wrap.ts';

const WIDTH = 80;

const isReason = (code: string): code is ReasonCode => Object.hasOwn(reasons, code);

/** Every code there is, diagnostics before reasons. */
const CODES: readonly string[] = [...DIAGNOSTIC_CODES, ...Object.keys(reasons)];

const zh = {
  severities: {
    error: '错误：改正后才能评定',
    warning: '警告：不妨碍评定，但应核对',
    note: '提示：已作处理，供核对',
  },
  /** Of what is wrong with a saved report. */
  reportError: '错误：报告不能使用',
  results: {
    pass: '单项结论：达标',
    fail: '单项结论：不达标',
    unknown: '单项结论：待定',
    'not-applicable': '单项结论：不适用',
  },
  remedy: '处理办法',
  example: '示例',
  printed: '显示为',
};

const en: typeof zh = {
  severities: {
    error: 'Error: nothing is judged until it is corrected',
    warning: 'Warning: the data is judged, but ought to be checked',
    note: 'Note: what was done with the data, for information',
  },
  reportError: 'Error: the report cannot be used',
  results: {
    pass: 'Finding: pass',
    fail: 'Finding: fail',
    unknown: 'Finding: unknown',
    'not-applicable': 'Finding: not applicable',
  },
  remedy: 'What to do',
  example: 'Example',
  printed: 'What is printed',
};

const WORDS = { zh, en } as const satisfies Record<Language, typeof zh>;

const indented = (text: string): string => text.replace(/^/gm, '  ');

interface Facts {
  readonly explanation: Explanation;
  readonly standing: string;
  readonly input: string;
  readonly printed: string;
}

const diagnosticFacts = (code: DiagnosticCode, language: Language): Facts => {
  const explanation = explanationOf(code);
  const { input, slots, at, others = {} } = explanation.example;
  const file = at === undefined || input.startsWith('$') ? {} : { [at.slice(0, at.indexOf(':'))]: input };
  const files = Object.entries({ ...others, ...file }).map(([name, text]) => `${name}\n${indented(text)}`);
  const message = messageOf(diagnose(code, slots as never), language);
  const { reportError, severities } = WORDS[language];
  const standing = code.startsWith('report.') ? reportError : severities[severityOf(code)];
  return {
    explanation,
    standing,
    input: files.length > 0 ? files.join('\n') : input,
    printed: `${at === undefined ? '' : `${at}  `}${code}  ${message}`,
  };
};

const reasonFacts = (code: ReasonCode, language: Language): Facts => {
  const { result, explain } = reasons[code];
  const explanation = explain();
  const { finding, rule, context } = exampleFinding(code);
  const { input } = explanation.example;
  return {
    explanation,
    standing: WORDS[language].results[result],
    input: typeof input === 'string' ? input : input[language],
    printed: reasonOf(finding, rule, language, context),
  };
};

/** What a diagnostic or reason code means, on 80 columns, ending in one newline; undefined for what is no code. */
export const explain = (code: string, language: Language): string | undefined => {
  if (!isDiagnosticCode(code) && !isReason(code)) return undefined;
  const facts = isReason(code) ? reasonFacts(code, language) : diagnosticFacts(code, language);
  const { remedy, example, printed } = WORDS[language];
  const { title, text, remedy: todo } = facts.explanation;
  const lines = [
    code,
    title[language],
    facts.standing,
    '',
    ...wrap(text[language], WIDTH),
    '',
    remedy,
    ...wrap(todo[language], WIDTH, '  '),
    '',
    example,
    indented(facts.input),
    '',
    printed,
    ...wrap(facts.printed, WIDTH, '  '),
  ];
  return `${lines.join('\n')}\n`;
};

/** Codes that `code` may have been meant for: those it begins, else those that hold its last part, else its family. */
export const suggestCode = (code: string): string[] => {
  const wanted = code.trim().toLowerCase();
  if (wanted === '') return [];
  const [family = '', name = family] = wanted.split('.', 2);
  const attempts = [
    (known: string) => known.startsWith(wanted),
    (known: string) => name !== '' && known.slice(known.indexOf('.') + 1).includes(name),
    (known: string) => family !== '' && known.startsWith(`${family}.`),
  ];
  for (const attempt of attempts) {
    const found = CODES.filter(attempt);
    if (found.length > 0) return found;
  }
  return [];
};
