import { UsageError } from '../../cli/errors.ts';
import type { Words } from '../../cli/words.ts';
import { isLess, parseRatio, percentOf, type Ratio, ratio } from '../ratio.ts';
import type { SizeRule } from '../sample.ts';
import { sampleCommandWords } from './sample-command.ts';

/** The options that say how many units are drawn, as they are written. */
export interface SizeOptions {
  readonly rate?: string;
  readonly atLeast?: string;
  readonly acceptable?: string;
  readonly unacceptable?: string;
  readonly alpha?: string;
  readonly beta?: string;
  readonly refute?: boolean;
}

const NONE = ratio(0, 1);
const ALL = ratio(1, 1);
const LEAST = '4';

const readShare = (option: string, text: string, words: Words): Ratio => {
  const share = parseRatio(text);
  if (share === undefined)
    throw new UsageError(words.usage.badValue(option, text, sampleCommandWords[words.language].share));
  return share;
};

/** A risk of nothing asks for all units, and one of everything for none. */
const readRisk = (option: string, text: string, words: Words): string => {
  const share = parseRatio(text);
  if (share === undefined || !isLess(NONE, share) || !isLess(share, ALL)) {
    throw new UsageError(words.usage.badValue(option, text, sampleCommandWords[words.language].risk));
  }
  return percentOf(share);
};

/** One of the three ways to say how many units are drawn of each stratum. */
export const readSize = (options: SizeOptions, words: Words): SizeRule => {
  const { rate, atLeast, acceptable, unacceptable, alpha, beta, refute } = options;
  const { usage } = words;
  const sample = sampleCommandWords[words.language];
  const isPlan = [acceptable, unacceptable, alpha, beta].some((each) => each !== undefined);
  const isRate = rate !== undefined || atLeast !== undefined;
  const ways = [isPlan, isRate, refute === true].filter(Boolean).length;
  if (ways === 0) throw new UsageError(sample.noSize);
  if (ways > 1) throw new UsageError(sample.sizesTogether);
  if (refute) return { kind: 'refute' };
  if (isRate) {
    if (rate === undefined) throw new UsageError(sample.sizesTogether);
    const least = atLeast ?? LEAST;
    if (!/^[1-9]\d{0,6}$/.test(least)) throw new UsageError(usage.badValue('--at-least', least, sample.units));
    return { kind: 'rate', rate: percentOf(readShare('--rate', rate, words)), atLeast: Number(least) };
  }
  if (acceptable === undefined || unacceptable === undefined) throw new UsageError(sample.sizesTogether);
  const [good, bad] = [readShare('--acceptable', acceptable, words), readShare('--unacceptable', unacceptable, words)];
  if (!isLess(bad, good)) throw new UsageError(sample.sharesTurned(acceptable, unacceptable));
  return {
    kind: 'plan',
    acceptable: percentOf(good),
    unacceptable: percentOf(bad),
    alpha: readRisk('--alpha', alpha ?? '5%', words),
    beta: readRisk('--beta', beta ?? '10%', words),
  };
};
