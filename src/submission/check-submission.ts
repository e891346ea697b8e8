import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import type { Indicator, Ruleset } from '../model/ruleset.ts';
import { TABLE_LABELS } from '../records/check-columns.ts';
import type { Records } from '../records/read-records.ts';
import type { Street } from '../records/streets.ts';
import { contradicts } from '../tally/choose-counts.ts';
import type { Tallies } from '../tally/tallies.ts';
import { countedIndicators, streetCounts, summaryOf } from './street-counts.ts';

const labelOf = ({ code, name }: Street): string => [code, name].filter((part) => part !== null).join(' ');

/**
 * What only the whole submission shows: summaries against registers, streets without units. Where records were
 * refused their counts say nothing, and only errors are looked for.
 */
export const checkSubmission = (
  records: Records,
  tallies: Tallies,
  ruleset: Ruleset,
  diagnostics: Diagnostics,
): void => {
  for (const indicator of countedIndicators(ruleset)) {
    for (const street of records.streets) checkSummary(indicator, street, records, tallies, ruleset, diagnostics);
  }
  if (diagnostics.hasErrors) return;
  for (const table of ['communities', 'compounds'] as const) {
    if (!records.submitted.has(table)) continue;
    for (const street of records.streets) {
      if (tallies.units(table, street.index) > 0) continue;
      const fromRegister = countedIndicators(ruleset).some(
        (indicator) =>
          indicator.of === table && streetCounts(indicator, street, records, tallies).counts.source === 'register',
      );
      if (!fromRegister) continue;
      const where = street.fromTable ? records.index.where(street.row, 'name') : {};
      diagnostics.add('table.no-units', { table: TABLE_LABELS[table], street: labelOf(street) }, where);
    }
  }
};

const checkSummary = (
  indicator: Indicator,
  street: Street,
  records: Records,
  tallies: Tallies,
  ruleset: Ruleset,
  diagnostics: Diagnostics,
): void => {
  const { counted } = indicator;
  const summary = summaryOf(indicator, street);
  const { met, of } = summary;
  if (!counted || (met === undefined && of === undefined)) return;
  if (met !== undefined && of !== undefined && met > of) {
    diagnostics.add(
      'summary.met-exceeds-of',
      { met: counted.met, of: counted.of, metText: String(met), ofText: String(of) },
      records.index.where(street.row, counted.met, String(met)),
    );
    return;
  }
  if (diagnostics.hasErrors) return;
  const { counts } = streetCounts(indicator, street, records, tallies);
  const tallied = tallies.of(indicator.id)?.counts(street.index);
  if (counts.source !== 'register' || !tallied || !contradicts(tallied, summary)) return;
  const first = tallies.firstUnit(indicator.of, street.index);
  const other = first === undefined ? undefined : records.index.where(first, 'code').place;
  const where = records.index.where(street.row, met === undefined ? counted.of : counted.met);
  diagnostics.add(
    'summary.differs',
    {
      rule: ruleset.rules.find(({ id }) => id === indicator.id)?.label ?? { zh: indicator.id, en: indicator.id },
      street: labelOf(street),
      register: `${tallied.met}/${tallied.of}`,
      summary: `${met ?? '-'}/${of ?? '-'}`,
    },
    other ? { ...where, related: () => [other()] } : where,
  );
};
