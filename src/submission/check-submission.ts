import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import { TABLE_LABELS } from '../diagnostics/nouns.ts';
import type { Ruleset } from '../model/ruleset.ts';
import type { Records } from '../records/read-records.ts';
import { labelOf, type Street } from '../records/streets.ts';
import { contradicts } from '../tally/choose-counts.ts';
import type { Tallies } from '../tally/tallies.ts';
import { groupDistricts } from './districts.ts';
import type { CountedIndicator } from './street-counts.ts';

/**
 * What only the whole submission shows: summaries against registers, streets without units. Where records were
 * refused their counts say nothing, and only errors are looked for.
 */
export const checkSubmission = (
  indicators: readonly CountedIndicator[],
  records: Records,
  tallies: Tallies,
  ruleset: Ruleset,
  diagnostics: Diagnostics,
): void => {
  const refused = diagnostics.hasErrors;

  const checkSummary = (counted: CountedIndicator, street: Street): void => {
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
    const tallied = counted.registered(street);
    if (refused || counted.counts(street).source !== 'register' || !contradicts(tallied, summary)) return;
    const first = tallies.firstUnit(counted.indicator.of, street.index);
    const other = first === undefined ? undefined : records.index.where(first, 'code').place;
    const where = records.index.where(street.row, met === undefined ? fields.of : fields.met);
    const { id } = counted.indicator;
    diagnostics.add(
      'summary.differs',
      {
        rule: ruleset.rules.find((rule) => rule.id === id)?.label ?? { zh: id, en: id },
        street: labelOf(street),
        register: `${tallied.met}/${tallied.of}`,
        summary: `${met ?? '-'}/${of ?? '-'}`,
      },
      other ? { ...where, related: () => [other()] } : where,
    );
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

  for (const { code, streets } of groupDistricts(records.streets)) {
    const names = [...new Set(streets.flatMap(({ district }) => (district === null ? [] : [district])))];
    const other = streets.find(({ district }) => district === names[1]);
    if (other)
      diagnostics.add('district.other-name', { code: code ?? '', names }, records.index.where(other.row, 'district'));
  }
  for (const street of records.streets) {
    for (const counted of indicators) checkSummary(counted, street);
    if (refused) continue;
    warnOfEmptySummary(street);
    for (const table of ['communities', 'compounds'] as const) {
      if (records.submitted.has(table)) warnOfNoUnits(table, street);
    }
  }
};
