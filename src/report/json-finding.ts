import type { Finding, Subject, Witness, Witnesses } from '../model/assessment.ts';
import type { Place } from '../model/place.ts';
import type { Text } from '../model/text.ts';
import { quote, quoteOrNull } from './json-text.ts';

// A national register has 330,000 findings and 400,000 witnesses: JSON.stringify with an indent takes twice as long.

const place = (at: Place | null): string =>
  at === null
    ? 'null'
    : `{
         "path": ${quote(at.path)},
         "line": ${at.line},
         "column": ${at.column}${at.cell === undefined ? '' : `,\n         "cell": ${quote(at.cell)}`}
        }`;

const witness = ({ code, name, place: at, field, heading, text }: Witness): string => `
       {
        "code": ${quoteOrNull(code)},
        "name": ${quoteOrNull(name)},
        "place": ${place(at)},
        "field": ${quote(field)},
        "heading": ${quoteOrNull(heading)},
        "text": ${quoteOrNull(text)}
       }`;

const list = (witnesses: readonly Witness[]): string =>
  witnesses.length === 0 ? '[]' : `[${witnesses.map(witness).join(',')}\n      ]`;

const lists = ({ failing, unknown, omitted }: Witnesses): string => `{
      "failing": ${list(failing)},
      "unknown": ${list(unknown)},
      "omitted": {
       "failing": ${omitted.failing},
       "unknown": ${omitted.unknown}
      }
     }`;

const figures = (finding: Finding): string =>
  finding.kind === 'veto'
    ? ''
    : `
     "met": ${finding.met},
     "of": ${finding.of},
     "unknown": ${finding.unknown},${finding.missing === 0 ? '' : `\n     "missing": ${finding.missing},`}
     "source": ${quoteOrNull(finding.source)},
     "atLeast": "${finding.atLeast}",
     "effectiveTarget": ${finding.effectiveTarget},
     "shortfall": ${finding.shortfall},
     "margin": ${finding.margin},`;

/** One element of `findings`, as `JSON.stringify(report, null, 1)` would write it there. */
export const writeFinding = (finding: Finding, reason: Text): string => `
    {
     "rule": ${quote(finding.rule)},
     "kind": "${finding.kind}",
     "obligation": "${finding.obligation}",
     "result": "${finding.result}",${figures(finding)}
     "clause": ${quote(finding.clause)},
     "reason": {
      "code": "${finding.reason}",
      "zh": ${quote(reason.zh)},
      "en": ${quote(reason.en)}
     },
     "witnesses": ${lists(finding.witnesses)}
    }`;

/** A subject up to its findings. */
export const writeSubjectHead = ({ scope, code, name, verdict, verdictWithoutVetoes }: Subject): string => `
  {
   "scope": "${scope}",
   "code": ${quoteOrNull(code)},
   "name": ${quoteOrNull(name)},
   "verdict": "${verdict}",
   "verdictWithoutVetoes": "${verdictWithoutVetoes}",
   "findings": [`;
