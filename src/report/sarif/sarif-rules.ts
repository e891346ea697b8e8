import { type DiagnosticCode, explanationOf } from '../../diagnostics/catalogue.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Rule } from '../../model/ruleset.ts';
import type { Language } from '../../model/text.ts';
import { ciWords } from '../ci-words.ts';
import { visible } from '../plain.ts';
import { sarifText } from './sarif-text.ts';

const message = (text: string) => ({ text: sarifText(text) });

const isAdvisory = ({ obligation, requiredFrom }: Rule, year: number | null): boolean =>
  obligation === 'advisory' || (requiredFrom !== undefined && year !== null && year < requiredFrom);

/** A rule of the ruleset, as SARIF describes it: label, clause, what it asks for, what to do. */
const ruleDescriptor = (rule: Rule, year: number | null, language: Language) => {
  const text = ciWords[language];
  const advisory = isAdvisory(rule, year);
  const facts = [
    text.clause(visible(rule.cited[language])),
    rule.kind === 'share' ? text.target(rule.atLeast) : text.veto,
    ...(advisory ? [text.advisory] : []),
  ];
  const remedy = rule.remedy === undefined ? [] : [text.remedy(visible(rule.remedy[language]))];
  const label = visible(rule.label[language]);
  return {
    id: rule.id,
    shortDescription: message(label),
    fullDescription: message([label, ...facts].join(text.separator)),
    help: message([label, ...facts, ...remedy].join('\n')),
    defaultConfiguration: { level: advisory ? 'note' : 'error' },
  };
};

export const ruleDescriptors = ({ ruleset, year }: Assessment, language: Language) =>
  (ruleset?.rules ?? []).map((rule) => ruleDescriptor(rule, year, language));

/** A diagnostic code, as `explain` explains it. */
const diagnosticDescriptor = ({ code, severity }: Diagnostic, language: Language) => {
  const { title, text, remedy } = explanationOf(code as DiagnosticCode);
  return {
    id: code,
    shortDescription: message(title[language]),
    fullDescription: message(text[language]),
    help: message([text[language], ciWords[language].remedy(remedy[language])].join('\n')),
    defaultConfiguration: { level: severity },
  };
};

/** Each code once, in the order of first use. */
export const diagnosticDescriptors = (diagnostics: readonly Diagnostic[], language: Language) => {
  const first = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) if (!first.has(diagnostic.code)) first.set(diagnostic.code, diagnostic);
  return [...first.values()].map((diagnostic) => diagnosticDescriptor(diagnostic, language));
};
