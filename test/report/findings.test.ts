import { expect, test } from 'vitest';
import type { Finding } from '../../src/model/assessment.ts';
import { byWeight } from '../../src/report/findings.ts';
import { share, veto } from './builders.ts';

const names = (findings: readonly Finding[]) => byWeight(findings).map(({ rule, result }) => `${rule} ${result}`);

test.each([
  [
    'the veto before every share, however much that misses by',
    [share('model-compounds', [0, 9], 'share.fail'), veto('safety', 'veto.fail')],
    ['safety fail', 'model-compounds fail'],
  ],
  [
    'the share that misses by most per cent, not by most units',
    [share('model-compounds', [70, 100], 'share.fail'), share('drug-free-communities', [1, 2], 'share.fail')],
    ['drug-free-communities fail', 'model-compounds fail'],
  ],
  [
    'of an equal gap the one that the ruleset has first',
    [share('drug-free-communities', [2, 3], 'share.fail'), share('cult-free-communities', [4, 6], 'share.fail')],
    ['drug-free-communities fail', 'cult-free-communities fail'],
  ],
  [
    'a fail before what is open, a pass last',
    [
      share('safe-civilized-communities', [5, 5], 'share.pass'),
      veto('stability', 'veto.blank'),
      share('case-trend', [0, 9, 9], 'share.unknown'),
      share('drug-free-communities', [8, 9], 'share.fail'),
    ],
    ['drug-free-communities fail', 'stability unknown', 'case-trend unknown', 'safe-civilized-communities pass'],
  ],
  [
    'of open shares the one that may miss by most',
    [share('model-compounds', [7, 9, 2], 'share.unknown'), share('case-trend', [0, 9, 9], 'share.unknown')],
    ['case-trend unknown', 'model-compounds unknown'],
  ],
  [
    'what decides before what is for information',
    [
      share('drug-free-communities', [0, 9], 'share.fail', { obligation: 'advisory' }),
      share('model-compounds', [7, 9], 'share.fail'),
    ],
    ['model-compounds fail', 'drug-free-communities fail'],
  ],
  [
    'nothing in another order where all is reached',
    [share('case-trend', [9, 9], 'share.pass'), share('model-compounds', [8, 9], 'share.pass')],
    ['case-trend pass', 'model-compounds pass'],
  ],
])('%s', (_, findings, expected) => {
  const given = [...findings];
  expect(names(findings)).toEqual(expected);
  expect(findings).toEqual(given);
});

test('a gap is exact: a third of a million misses by more than a third less one', () => {
  const findings = [
    share('drug-free-communities', [333_334, 1_000_002], 'share.fail'),
    share('cult-free-communities', [333_333, 1_000_000], 'share.fail'),
  ];
  expect(names(findings)[0]).toBe('cult-free-communities fail');
});
