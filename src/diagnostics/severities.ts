import type { Severity } from '../model/diagnostic.ts';
import type { DiagnosticCode } from './slots.ts';

const WARNINGS = new Set<DiagnosticCode>([
  'xlsx.unread-tables',
  'xlsx.merged-count',
  'input.passed-over',
  'table.column-absent',
  'table.no-records',
  'table.no-units',
  'table.total-differs',
  'year.street-elsewhere',
  'year.units-gone',
  'record.like-total',
  'record.watched',
  'record.watched-aside',
  'yaml.unread-entries',
  'unit.code-outside-parent',
  'district.other-name',
  'district.other-code',
  'summary.differs',
  'summary.units-missing',
  'summary.empty',
  'sample.row-missing',
]);

const NOTES = new Set<DiagnosticCode>([
  'input.other-files',
  'input.saved-report',
  'input.given-twice',
  'encoding.converted',
  'csv.delimiter',
  'csv.separator-line',
  'csv.above-headings',
  'csv.below-records',
  'csv.headings-repeated',
  'csv.blank-rows',
  'csv.extra-cells',
  'xlsx.other-sheets',
  'xlsx.hidden-rows',
  'xlsx.merged-down',
  'xlsx.number-code',
  'yaml.unknown-key',
  'table.columns-ignored',
  'table.nameless-column',
  'table.total-skipped',
  'year.several',
  'year.filled-down',
  'record.filled-down',
  'record.no-community',
  'record.digits',
  'record.characters',
  'record.text-marker',
  'unit.left-out',
  'diagnostics.more',
]);

export const severityOf = (code: DiagnosticCode): Severity =>
  NOTES.has(code) ? 'note' : WARNINGS.has(code) ? 'warning' : 'error';
