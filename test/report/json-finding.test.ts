import { expect, test } from 'vitest';
import type { Witness } from '../../src/model/assessment.ts';
import { findingPieces } from '../../src/report/json-finding.ts';
import { indented } from '../../src/report/json-text.ts';
import { share } from './builders.ts';

const REASON = { zh: '甲', en: 'a' };
const named = (count: number): Witness[] =>
  Array.from({ length: count }, (_, at) => ({
    ...{ code: String(at), name: '甲', place: { path: 'a.csv', line: at + 1, column: 1 } },
    ...{ field: 'level', heading: '等级', text: '先进' },
  }));

test.each([
  [0, 0],
  [1, 0],
  [0, 1],
  [511, 2],
  [512, 513],
  [1025, 3000],
])('a finding in pieces is the finding: %i failing and %i unknown', (failing, unknown) => {
  const witnesses = { failing: named(failing), unknown: named(unknown), omitted: { failing: 1, unknown: 2 } };
  const finding = share('model-compounds', [1, 9, 2], 'share.fail', { witnesses });
  const pieces = [...findingPieces(finding, REASON)];
  const parsed = JSON.parse(pieces.join(''));
  expect(pieces.join('')).toBe(`\n    ${indented(parsed, 4)}`);
  expect(parsed.witnesses).toMatchObject({ omitted: { failing: 1, unknown: 2 } });
  expect(parsed.witnesses.unknown).toHaveLength(unknown);
  for (const piece of pieces) expect(piece.length).toBeLessThan(200_000);
});
