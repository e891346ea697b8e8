import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import { TABLE_LABELS } from '../diagnostics/nouns.ts';
import type { Rule, Ruleset } from '../model/ruleset.ts';
import { fieldTitle } from '../register/check-columns.ts';
import { nameFolder } from '../register/fold-name.ts';
import type { Records } from '../register/read-records.ts';
import { whereOf } from '../register/row-index.ts';
import { labelOf, type Street } from '../register/street.ts';
import { checkDistricts } from './check-districts.ts';
import { contradictedCounts } from './choose-counts.ts';
import type { District } from './districts.ts';
import type { CountedIndicator } from './street-counts.ts';
import type { Tallies } from './tallies.ts';
import type { Tallied } from './tally.ts';

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
    const counts = counted.counts(street);
    if (refused || counts.of === null) return;
    const { of: table } = counted.indicator;
    const first = tallies.firstUnit(table, street.index);
    const other = first === undefined ? undefined : records.index.where(first, 'code').place;
    /** Several indicators are of one total. */
    const tell = (code: 'summary.differs' | 'summary.units-missing', part: 'met' | 'of', register: string): void => {
      const field = fields[part];
      const found = `${field} ${register}`;
      if (told.has(found)) return;
      told.add(found);
      const where = records.index.whereWithText(street.row, field);
      const heading = records.index.headingOf(street.row, field);
      const slots = { heading, street: labelOf(street), register, summary: String(summary[part]) };
      diagnostics.add(code, slots, other ? { ...where, related: () => [other()] } : where);
    };
    if (counts.source === 'summary') {
      if (counts.missing > 0) tell('summary.differs', 'of', String(counted.units(street)));
      return;
    }
    if (counts.missing > 0) tell('summary.units-missing', 'of', String(counted.registered(street).of));
    const known = { met: counts.met!, of: counts.of, unknown: counts.unknown! };
    for (const part of contradictedCounts(known, summary)) {
      tell('summary.differs', part, part === 'of' ? String(known.of) : rangeOf(known));
    }
  };

  const warnOfUnreadTotal = ({ indicator, counts }: CountedIndicator, street: Street, told: Set<string>): void => {
    const field = indicator.counted?.of;
    const stated = field === undefined ? undefined : records.stated.of(street.index, field);
    const { of } = counts(street);
    if (stated === undefined || of === null || stated.total <= of || told.has(`${field} stated`)) return;
    told.add(`${field} stated`);
    const { table, row } = records.index.find(stated.row);
    const slots = {
      heading: table.headings[stated.cell]!,
      street: labelOf(street),
      stated: String(stated.total),
      known: String(of),
      total: fieldTitle(ruleset, 'streets', field!),
    };
    diagnostics.add(
      'summary.unread-total',
      slots,
      whereOf(table, row, stated.cell, table.locate(row)[stated.cell]?.text),
    );
  };

  /** Of a table without any units its blank is told, and not each street again. */
  const submitted = (['communities', 'compounds'] as const).filter(
    (table) => records.submitted.has(table) && records.streets.some(({ index }) => tallies.units(table, index) > 0),
  );

  const warnOfNoUnits = (table: 'communities' | 'compounds', street: Street): void => {
    if (tallies.units(table, street.index) > 0) return;
    const ofTable = indicators.filter(({ indicator }) => indicator.of === table);
    if (!ofTable.some(({ counts }) => counts(street).source === null)) return;
    const where = street.fromTable ? records.index.where(street.row, 'name') : {};
    const total = ofTable.find(({ indicator }) => indicator.counted !== undefined)?.indicator.counted?.of;
    const slots = {
      table: TABLE_LABELS[table],
      street: labelOf(street),
      total: total === undefined ? '' : fieldTitle(ruleset, 'streets', total),
    };
    diagnostics.add('table.no-units', slots, where);
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

  /** Where the register came without the column that an indicator reads, and streets are judged by their summary. */
  const warnOfStandIn = ({ indicator, counts, whyMissing }: CountedIndicator): void => {
    if (whyMissing !== 'share.column-absent' || indicator.counted === undefined) return;
    const summarised = records.streets.filter((street) => counts(street).source === 'summary');
    const [first] = summarised;
    if (first === undefined) return;
    const { of, condition, counted } = indicator;
    const lacking = condition.fields.filter((field) => !records.hasColumns(of, [field]));
    const slots = {
      table: TABLE_LABELS[of],
      fields: lacking.map((field) => fieldTitle(ruleset, of, field)),
      heading: records.index.headingOf(first.row, counted.met),
      streets: summarised.length,
    };
    diagnostics.add('summary.stands-in', slots, records.index.whereWithText(first.row, counted.met));
  };

  checkDistricts(districts, nameFolder(ruleset.aliases), records.index, diagnostics);
  for (const street of records.streets) {
    const told = new Set<string>();
    for (const counted of indicators) checkSummary(counted, street, told);
    if (refused) continue;
    warnOfEmptySummary(street);
    for (const counted of indicators) warnOfUnreadTotal(counted, street, told);
    for (const table of submitted) warnOfNoUnits(table, street);
  }
  if (!refused) for (const counted of indicators) warnOfStandIn(counted);
};

/** The rules of streets that nothing handed in can decide for any of them: a column or a whole table is lacking. */
export const undecidedRules = (
  indicators: readonly CountedIndicator[],
  { streets, hasColumns }: Records,
  { rules }: Ruleset,
): readonly Rule[] =>
  rules.filter((rule) => {
    if (!rule.scopes.includes('street') || streets.length === 0) return false;
    if (rule.kind === 'veto') return !hasColumns('streets', [rule.field]);
    const counted = indicators.find(({ indicator }) => indicator.id === rule.id);
    return counted === undefined || streets.every((street) => counted.counts(street).source === null);
  });
