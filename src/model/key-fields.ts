/** The fields that say which unit a record is about, of which year, and where it belongs. They say nothing of it. */
export const KEY_FIELDS: ReadonlySet<string> = new Set([
  'code',
  'name',
  'year',
  'street',
  'streetCode',
  'community',
  'communityCode',
  'district',
  'districtCode',
]);
