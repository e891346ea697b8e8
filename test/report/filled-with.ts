import { diagnose } from '../../src/diagnostics/diagnostics.ts';
import type { Assessment } from '../../src/model/assessment.ts';
import { assessment, input, ruleset, share, subject, veto, witness, witnesses } from './builders.ts';

/** An assessment with one text wherever a text of the input or the ruleset can stand. */
export const filledWith = (text: string): Assessment => {
  const place = { path: 'a.csv', line: 1, column: 1 };
  const lists = witnesses({ failing: [witness({ code: text, name: text, heading: text, text, place })] });
  const findings = [
    share('drug-free-communities', [0, 1, 1], 'share.unknown', { witnesses: lists }),
    veto('safety', 'veto.fail', { witnesses: lists }),
  ];
  return assessment({
    verdict: 'fail',
    ruleset: ruleset({ label: { zh: text, en: text }, source: { number: text } }),
    subjects: [
      subject({ name: text, code: text, verdict: 'fail', findings }),
      subject({ name: text, code: null, scope: 'district', verdict: 'unknown', findings }),
    ],
    inputs: [input({ path: 'a.csv', shown: 'a.csv' })],
    diagnostics: [
      diagnose('unit.other-name', { code: text, names: [text, text] }, { place, text }),
      diagnose('table.column-absent', { field: text, unused: [text] }, { text }),
      diagnose('unit.left-out', { reason: { zh: text, en: text } }, { text, count: 3 }),
    ],
  });
};

/** The same, refused: only its diagnostics are reported. */
export const refusedWith = (text: string): Assessment => ({
  ...filledWith(text),
  refusal: 'data',
  verdict: null,
  subjects: [],
});
