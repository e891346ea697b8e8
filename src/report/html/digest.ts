import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Assessment } from '../../model/assessment.ts';
import { jsonReporter } from '../json-reporter.ts';
import type { ReportContext } from '../reporter.ts';

const ENCODER = new TextEncoder();
/** In UTF-16 units: small pieces cost more to encode than what they hold. */
const PORTION = 1 << 16;

/** SHA-256 in hexadecimal digits over the UTF-8 bytes of the pieces. */
export const hexDigest = (pieces: Iterable<string>): string => {
  const hash = sha256.create();
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < PORTION) continue;
    hash.update(ENCODER.encode(text));
    text = '';
  }
  hash.update(ENCODER.encode(text));
  return bytesToHex(hash.digest());
};

/** How a content security policy names the one inline style or script that it lets in. */
export const cspSource = (text: string): string =>
  `'sha256-${btoa(String.fromCharCode(...sha256(ENCODER.encode(text))))}'`;

/** What matches a sheet of paper to its data. */
export interface Fingerprints {
  /** SHA-256 of the JSON report. */
  readonly report: string;
  /** SHA-256 over the SHA-256 of each input, one a line, in the order of the report; null without inputs. */
  readonly inputs: string | null;
}

export const fingerprintsOf = (assessment: Assessment, context: ReportContext): Fingerprints => {
  const { inputs } = assessment;
  return {
    report: hexDigest(jsonReporter(assessment, context)),
    inputs: inputs.length === 0 ? null : hexDigest(inputs.map(({ sha256 }) => `${sha256}\n`)),
  };
};

const SHORT = 16;

/** The first digits, in groups, as people read them out to each other. */
export const shortPrint = (digest: string): string => digest.slice(0, SHORT).match(/.{4}/g)!.join(' ');
