import { type Attributes, bareName, isOff } from './xml.ts';

/**
 * Whether the properties of a calculation (ECMA-376 part 1, 18.2.2 and 18.3.1.76) ask for all formulas to be calculated
 * on opening, or say that the last calculation did not come to its end: what is saved with them is then no result.
 */
export const asksToCalculate = (attributes: Attributes): boolean =>
  Object.entries(attributes).some(([key, value]) => {
    const name = bareName(key);
    return name === 'calcCompleted' ? isOff(value) : name === 'fullCalcOnLoad' && !isOff(value);
  });
