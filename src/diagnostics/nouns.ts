import type { Text } from '../model/text.ts';

/** Why a unit is left out whose parent is. */
export const PARENT_LEFT_OUT: Text = { zh: '所属单位不计入', en: 'belongs to a unit that is left out' };
