import type { Report, ReportFinding, ReportSubject, ReportWitness } from './report-of.ts';

const keyOf = ({ scope, code }: ReportSubject): string => `${scope} ${code}`;

/** What a finding says, without its witnesses. */
export const figures = ({ rule, result, met, of, unknown, source, reason }: ReportFinding) => ({
  ...{ rule, result, met, of, unknown, source },
  reason: reason.code,
});

/** Verdicts and findings of a report, without what depends on where a record stands. */
export const findingsOf = ({ verdict, subjects, diagnostics }: Report) => ({
  verdict,
  errors: diagnostics.filter(({ severity }) => severity === 'error'),
  subjects: subjects.map((subject) => ({
    subject: keyOf(subject),
    verdict: subject.verdict,
    verdictWithoutVetoes: subject.verdictWithoutVetoes,
    findings: subject.findings.map(figures),
  })),
});

const unitOf = ({ code, name, field, text }: ReportWitness) => JSON.stringify([code, name, field, text]);

/** Every witness by unit, field and text, in no order. */
export const witnessesOf = ({ subjects }: Report) =>
  subjects.flatMap((subject) =>
    subject.findings.map(({ rule, witnesses: { failing, unknown, omitted } }) => ({
      finding: `${keyOf(subject)} ${rule}`,
      failing: failing.map(unitOf).sort(),
      unknown: unknown.map(unitOf).sort(),
      omitted,
    })),
  );

export const subjectOf = ({ subjects }: Report, scope: ReportSubject['scope'], code: string): ReportSubject => {
  const found = subjects.find((subject) => subject.scope === scope && subject.code === code);
  if (found === undefined) throw new Error(`no ${scope} ${code} in the report`);
  return found;
};

export const findingOf = (subject: ReportSubject, rule: string): ReportFinding => {
  const found = subject.findings.find((finding) => finding.rule === rule);
  if (found === undefined) throw new Error(`no finding of ${rule}`);
  return found;
};
