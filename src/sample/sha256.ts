import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

const ENCODER = new TextEncoder();

export const sha256 = (text: string): string => bytesToHex(digest(ENCODER.encode(text)));
