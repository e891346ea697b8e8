import { type Attributes, bareName, decodeEntities } from './xml.ts';

/** The only spellings of no (ECMA-376 part 1, 22.9.2.7); what is none of yes either is taken for it. */
const OFF = new Set(['0', 'false', 'off']);

/**
 * Whether the properties of a calculation (ECMA-376 part 1, 18.2.2 and 18.3.1.76) ask for all formulas to be calculated
 * on opening, or say that the last calculation did not come to its end: what is saved with them is then no result.
 */
export const asksToCalculate = (attributes: Attributes): boolean =>
  Object.entries(attributes).some(([key, value]) => {
    const isOff = OFF.has(decodeEntities(value).trim().toLowerCase());
    const name = bareName(key);
    return name === 'calcCompleted' ? isOff : name === 'fullCalcOnLoad' && !isOff;
  });
