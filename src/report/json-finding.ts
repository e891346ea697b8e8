import type { Finding, Subject, Witness, WitnessCell, Witnesses } from '../model/assessment.ts';
import type { Place } from '../model/place.ts';
import type { Text } from '../model/text.ts';
import { quote, quoteOrNull } from './json-text.ts';

// A national register has 330,000 findings and 400,000 witnesses: JSON.stringify with an indent takes twice as long.

const optional = (key: string, name: string | undefined, indent: string): string =>
  name === undefined ? '' : `,\n         ${indent}"${key}": ${quote(name)}`;

const place = (at: Place | null, indent = ''): string =>
  at === null
    ? 'null'
    : `{
         ${indent}"path": ${quote(at.path)},
         ${indent}"line": ${at.line},
         ${indent}"column": ${at.column}${optional('cell', at.cell, indent)}${optional('sheetCell', at.sheetCell, indent)}
        ${indent}}`;

const cell = ({ field, heading, text, place: at }: WitnessCell): string => `
         {
          "field": ${quote(field)},
          "heading": ${quoteOrNull(heading)},
          "text": ${quoteOrNull(text)},
          "place": ${place(at, '  ')}
         }`;

const witness = ({ code, name, place: at, field, heading, text, cells }: Witness): string => `
       {
        "code": ${quoteOrNull(code)},
        "name": ${quoteOrNull(name)},
        "place": ${place(at)},
        "field": ${quote(field)},
        "heading": ${quoteOrNull(heading)},
        "text": ${quoteOrNull(text)},
        "cells": [${(cells ?? [{ field, heading, text, place: at }]).map(cell).join(',')}
        ]
       }`;

/** So many witnesses are one piece: what is pooled may list every subject of a register. */
const PIECE = 400;

function* listOf(witnesses: readonly Witness[]): Iterable<string> {
  for (let at = 0; at < witnesses.length; at += PIECE) {
    yield (at === 0 ? '[' : ',') +
      witnesses
        .slice(at, at + PIECE)
        .map(witness)
        .join(',');
  }
  yield witnesses.length === 0 ? '[]' : '\n      ]';
}

const BETWEEN = `,
      "unknown": `;

const closing = ({ omitted }: Witnesses): string => `,
      "omitted": {
       "failing": ${omitted.failing},
       "unknown": ${omitted.unknown}
      }
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

/** A finding up to its failing witnesses. */
const opening = (finding: Finding, reason: Text): string => `
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
     "witnesses": {
      "failing": `;

/** One element of `findings`, as `JSON.stringify(report, null, 1)` would write it there. */
export function* findingPieces(finding: Finding, reason: Text): Iterable<string> {
  const { failing, unknown } = finding.witnesses;
  yield opening(finding, reason);
  yield* listOf(failing);
  yield BETWEEN;
  yield* listOf(unknown);
  yield closing(finding.witnesses);
}

/** A subject up to its findings. */
export const writeSubjectHead = ({ scope, code, name, verdict, verdictWithoutVetoes }: Subject): string => `
  {
   "scope": "${scope}",
   "code": ${quoteOrNull(code)},
   "name": ${quoteOrNull(name)},
   "verdict": "${verdict}",
   "verdictWithoutVetoes": "${verdictWithoutVetoes}",
   "findings": [`;
