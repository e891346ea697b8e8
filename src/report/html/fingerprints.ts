import type { InputFile } from '../../model/assessment.ts';
import { hexDigest } from './digest.ts';

/** What matches a sheet of paper to its data. */
export interface Fingerprints {
  /** SHA-256 of the JSON report. */
  readonly report: string;
  /** SHA-256 over the SHA-256 of each input, one a line, in the order of the report; null without inputs. */
  readonly inputs: string | null;
}

const SHORT = 16;

/** The first digits, in groups, as people read them out to each other. */
export const shortPrint = (digest: string): string => digest.slice(0, SHORT).match(/.{4}/g)!.join(' ');

export const inputsPrint = (inputs: readonly InputFile[]): string | null =>
  inputs.length === 0 ? null : hexDigest(inputs.map(({ sha256 }) => `${sha256}\n`));
