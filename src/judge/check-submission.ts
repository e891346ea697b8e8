import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import { innerLevels, judgedLevel, tableLabel, unitsOf } from '../model/levels.ts';
import type { Level, Rule } from '../model/ruleset.ts';
import { fieldTitle } from '../register/check-columns.ts';
import { labelOf } from '../register/named.ts';
import type { Register } from '../register/register.ts';
import { whereItStands } from '../register/row-index.ts';
import type { Subject } from '../register/subjects.ts';
import { checkGroups } from './check-groups.ts';
import { contradictedCounts, type Tallied } from './choose-counts.ts';
import type { CountedIndicator } from './indicator-counts.ts';
import type { OuterGroup } from './outer-groups.ts';

/** How many units may meet the condition. */
const rangeOf = ({ met, unknown }: Tallied): string => (unknown === 0 ? String(met) : `${met}–${met + unknown}`);

/**
 * What only the whole submission shows: summaries against registers, subjects without units. Where records were
 * refused their counts say nothing, and only errors are looked for.
 */
export const checkSubmission = (
  indicators: readonly CountedIndicator[],
  register: Register,
  groups: readonly OuterGroup[],
  diagnostics: Diagnostics,
): void => {
  const refused = diagnostics.hasErrors;
  const { ruleset, index, subjects } = register;
  const judged = judgedLevel(ruleset);
  const own = judged.table!;

  /** `told` are the figures of the subject that were reported already. */
  const checkSummary = (counted: CountedIndicator, subject: Subject, told: Set<string>): void => {
    const fields = counted.indicator.counted;
    if (fields === undefined) return;
    const summary = counted.summarised(subject);
    const { met = 0, of = Number.POSITIVE_INFINITY } = summary;
    if (met > of) {
      const slots = {
        met: index.headingOf(subject.row, fields.met),
        of: index.headingOf(subject.row, fields.of),
        metText: String(met),
        ofText: String(of),
      };
      diagnostics.add('summary.met-exceeds-of', slots, index.where(subject.row, fields.met, String(met)));
      return;
    }
    if (refused) return;
    /** Several indicators are of one total. */
    const tell = (code: 'summary.differs' | 'summary.units-missing', part: 'met' | 'of', known: string): void => {
      const field = fields[part];
      const found = `${field} ${known}`;
      if (told.has(found)) return;
      told.add(found);
      const heading = index.headingOf(subject.row, field);
      const slots = { heading, subject: labelOf(subject), register: known, summary: String(summary[part]) };
      const [first] = register.unitsOf(counted.level.id, subject.index);
      diagnostics.add(code, slots, {
        ...index.whereWithText(subject.row, field),
        ...(first !== undefined && { related: () => [index.where(register.row(first), 'code').place!()] }),
      });
    };
    const counts = counted.counts(subject);
    if (counts.source === 'summary') {
      if (counts.missing > 0) tell('summary.differs', 'of', String(counted.units(subject)));
      return;
    }
    if (counts.missing > 0) tell('summary.units-missing', 'of', String(counted.registered(subject).of));
    const known = { met: counts.met!, of: counts.of!, unknown: counts.unknown! };
    for (const part of contradictedCounts(known, summary)) {
      tell('summary.differs', part, part === 'of' ? String(known.of) : rangeOf(known));
    }
  };

  const warnOfUnreadTotal = ({ indicator, counts }: CountedIndicator, subject: Subject, told: Set<string>): void => {
    if (indicator.counted === undefined) return;
    const field = indicator.counted.of;
    const stated = register.stated(subject.index, field);
    const { of } = counts(subject);
    if (stated === undefined || of === null || stated.total <= of || told.has(`${field} stated`)) return;
    told.add(`${field} stated`);
    const { table, row } = index.find(stated.row);
    const slots = {
      heading: table.headings[stated.cell]!,
      subject: labelOf(subject),
      stated: String(stated.total),
      known: String(of),
      total: fieldTitle(ruleset, own, field),
      own: tableLabel(judged),
    };
    diagnostics.add('summary.unread-total', slots, whereItStands(table, row, stated.cell));
  };

  /** Of a table without any units its blank is told, and not each subject again. */
  const submitted = innerLevels(ruleset).filter(({ id }) =>
    subjects.some((subject) => register.unitsOf(id, subject.index).length > 0),
  );

  const warnOfNoUnits = (level: Level, subject: Subject): void => {
    if (register.unitsOf(level.id, subject.index).length > 0) return;
    const ofTable = indicators.filter((counted) => counted.level === level);
    if (!ofTable.some(({ counts }) => counts(subject).source === null)) return;
    const where = subject.fromTable ? index.where(subject.row, 'name') : {};
    const [total] = ofTable.flatMap(({ indicator }) => indicator.counted?.of ?? []);
    const slots = {
      table: tableLabel(level),
      subject: labelOf(subject),
      total: total === undefined ? '' : fieldTitle(ruleset, own, total),
      own: tableLabel(judged),
    };
    diagnostics.add('table.no-units', slots, where);
  };

  const warnOfEmptySummary = (subject: Subject): void => {
    const empty = indicators.filter(({ counts }) => {
      const { met, of } = counts(subject);
      return met === 0 && of === 0;
    });
    for (const field of new Set(empty.map(({ indicator }) => indicator.counted!.of))) {
      const slots = { heading: index.headingOf(subject.row, field), subject: labelOf(subject) };
      diagnostics.add('summary.empty', slots, index.whereWithText(subject.row, field));
    }
  };

  /** Where the register came without the column that an indicator reads, and subjects are judged by their summary. */
  const warnOfStandIn = ({ indicator, level, counts, whyMissing }: CountedIndicator): void => {
    if (whyMissing !== 'share.column-absent') return;
    const summarised = subjects.filter((subject) => counts(subject).source === 'summary');
    const [first] = summarised;
    if (first === undefined) return;
    const { of, condition, counted } = indicator;
    const lacking = condition.fields.filter((field) => !register.hasColumns(of, [field]));
    const slots = {
      table: tableLabel(level),
      fields: lacking.map((field) => fieldTitle(ruleset, of, field)),
      heading: index.headingOf(first.row, counted!.met),
      count: summarised.length,
      level: judged.noun,
      subjects: unitsOf(judged),
    };
    diagnostics.add('summary.stands-in', slots, index.whereWithText(first.row, counted!.met));
  };

  checkGroups(groups, register, diagnostics);
  for (const subject of subjects) {
    const told = new Set<string>();
    for (const counted of indicators) checkSummary(counted, subject, told);
    if (refused) continue;
    warnOfEmptySummary(subject);
    for (const counted of indicators) warnOfUnreadTotal(counted, subject, told);
    for (const level of submitted) warnOfNoUnits(level, subject);
  }
  if (!refused) for (const counted of indicators) warnOfStandIn(counted);
};

/** The rules of subjects that nothing handed in can decide for any of them: a column or a whole table is lacking. */
export const undecidedRules = (
  indicators: readonly CountedIndicator[],
  { subjects, hasColumns, ruleset }: Register,
): readonly Rule[] => {
  const judged = judgedLevel(ruleset);
  return ruleset.rules.filter((rule) => {
    if (!rule.scopes.includes(judged.id) || subjects.length === 0) return false;
    if (rule.kind === 'veto') return !hasColumns(judged.table!, [rule.field]);
    const { counts } = indicators.find(({ indicator }) => indicator.id === rule.id)!;
    return subjects.every((subject) => counts(subject).source === null);
  });
};
