import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import { TABLE_LABELS } from '../diagnostics/nouns.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { nameFolder } from '../records/fold-name.ts';
import type { Records } from '../records/read-records.ts';
import { labelOf, type Street } from '../records/street.ts';
import { contradictedCounts } from '../tally/choose-counts.ts';
import type { Tallies } from '../tally/tallies.ts';
import type { Tallied } from '../tally/tally.ts';
import { checkDistricts } from './check-districts.ts';
import type { District } from './districts.ts';
import type { CountedIndicator } from './street-counts.ts';

/** How many units may meet the condition. */
const rangeOf = ({ met, unknown }: Tallied): string => (unknown === 0 ? String(met) : `${met}–${met + unknown}`);

/**
 * What only the whole submission shows: summaries against registers, streets without units. Where records were
 * refused their counts say nothing, and only errors are looked for.
 */
export const checkSubmission = (
  indicators: readonly CountedIndicator[],
  records: Records,
  districts: readonly District[],
  tallies: Tallies,
  ruleset: Ruleset,
  diagnostics: Diagnostics,
): void => {
  const refused = diagnostics.hasErrors;

  /** `told` are the cells of the street that were reported already. */
  const checkSummary = (counted: CountedIndicator, street: Street, told: Set<string>): void => {
    const fields = counted.indicator.counted;
    const summary = counted.summarised(street);
    const { met, of } = summary;
    if (!fields || (met === undefined && of === undefined)) return;
    if (met !== undefined && of !== undefined && met > of) {
      const slots = {
        met: records.index.headingOf(street.row, fields.met),
        of: records.index.headingOf(street.row, fields.of),
        metText: String(met),
        ofText: String(of),
      };
      diagnostics.add('summary.met-exceeds-of', slots, records.index.where(street.row, fields.met, String(met)));
      return;
    }
    if (refused || counted.counts(street).source !== 'register') return;
    const tallied = counted.registered(street);
    const first = tallies.firstUnit(counted.indicator.of, street.index);
    const other = first === undefined ? undefined : records.index.where(first, 'code').place;
    for (const part of contradictedCounts(tallied, summary)) {
      const field = fields[part];
      const register = part === 'of' ? String(tallied.of) : rangeOf(tallied);
      // Several indicators are of one total.
      const found = `${field} ${register}`;
      if (told.has(found)) continue;
      told.add(found);
      const where = records.index.whereWithText(street.row, field);
      diagnostics.add(
        'summary.differs',
        {
          heading: records.index.headingOf(street.row, field),
          street: labelOf(street),
          register,
          summary: String(summary[part]),
        },
        other ? { ...where, related: () => [other()] } : where,
      );
    }
  };

  const warnOfNoUnits = (table: 'communities' | 'compounds', street: Street): void => {
    if (tallies.units(table, street.index) > 0) return;
    const ofTable = indicators.filter(({ indicator }) => indicator.of === table);
    if (!ofTable.some(({ counts }) => counts(street).source === 'register')) return;
    const where = street.fromTable ? records.index.where(street.row, 'name') : {};
    diagnostics.add('table.no-units', { table: TABLE_LABELS[table], street: labelOf(street) }, where);
  };

  const warnOfEmptySummary = (street: Street): void => {
    const empty = indicators.flatMap((counted) => {
      const { source, met, of } = counted.counts(street);
      const field = counted.indicator.counted?.of;
      return field !== undefined && source === 'summary' && of === 0 && !met ? [field] : [];
    });
    for (const field of new Set(empty)) {
      const slots = { heading: records.index.headingOf(street.row, field), street: labelOf(street) };
      diagnostics.add('summary.empty', slots, records.index.whereWithText(street.row, field));
    }
  };

  checkDistricts(districts, nameFolder(ruleset.aliases), records.index, diagnostics);
  for (const street of records.streets) {
    const told = new Set<string>();
    for (const counted of indicators) checkSummary(counted, street, told);
    if (refused) continue;
    warnOfEmptySummary(street);
    for (const table of ['communities', 'compounds'] as const) {
      if (records.submitted.has(table)) warnOfNoUnits(table, street);
    }
  }
};
