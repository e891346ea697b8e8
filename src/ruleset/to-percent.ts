import { isPercent, type Percent } from '../model/share.ts';

/** The normalised decimal of a per cent as written: `80.0` is `80`. Null for what is no exact per cent. */
export const toPercent = (source: string): Percent | null => {
  if (!isPercent(source)) return null;
  const [whole = '', fraction = ''] = source.split('.');
  const places = fraction.replace(/0+$/, '');
  const units = whole.replace(/^0+(?=\d)/, '');
  return places === '' ? units : `${units}.${places}`;
};
