import { type Attributes, bareName, isOff } from './xml.ts';

/**
 * Whether a property of a font strikes its text out or raises or lowers it: what is crossed out was withdrawn, and
 * what is raised is a note or an exponent, so that 1² is no 12.
 */
export const isWithdrawing = (name: string, attributes: () => Attributes): boolean => {
  const property = bareName(name);
  if (property === 'strike' || property === 'dstrike') return !isOff(attributes().val ?? '1');
  return property === 'vertAlign' && (attributes().val ?? 'baseline') !== 'baseline';
};
