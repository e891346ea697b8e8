import type { Text } from '../model/text.ts';

/** A field as people know it, e.g. the heading in the file. */
type Heading = string;

/** Every diagnostic code with the slots of its sentence. `text` and places are not slots: every diagnostic has them. */
export interface DiagnosticSlots {
  // inputs (exit 66)
  'input.not-found': { path: string };
  'input.unreadable': { path: string; cause: string };
  'input.bad-link': { folder: string; file: string };
  'input.device': { path: string };
  'input.pipe-too-large': { path: string; limit: string };
  'input.no-data': { path: string };
  'input.changed': { path: string };
  // inputs (notes)
  'input.other-files': { files: readonly string[] };
  'input.passed-over': { files: readonly string[] };
  'input.saved-report': { path: string };
  'input.folder-too-large': { path: string; entries: number; depth: number };
  'input.audited-copies': { path: string; files: readonly string[] };
  'input.copies-differ': { path: string; files: readonly string[] };
  'input.given-twice': { path: string };
  // bytes
  'input.spreadsheet': { path: string; kind: Text };
  'input.misnamed': { path: string; ending: string };
  'input.no-table': { path: string; kind: Text };
  'encoding.undecodable': { encoding: string };
  'encoding.damaged': { encoding: string };
  'encoding.converted': { encoding: string };
  // CSV
  'csv.open-quote': Record<string, never>;
  'csv.record-too-large': { limit: string };
  'csv.too-many-cells': { limit: number };
  'csv.other-delimiter': { headings: string; rows: string };
  'csv.delimiter': { delimiter: string };
  'csv.separator-line': Record<string, never>;
  'csv.rows-in-quotes': { rows: number };
  'csv.short-row': { headings: readonly string[] };
  // spreadsheets
  'xlsx.damaged': { damage: Text; detail: string };
  'xlsx.too-large': { limit: Text };
  'xlsx.encrypted': Record<string, never>;
  'xlsx.no-sheet': { sheet: string; sheets: readonly string[] };
  'xlsx.other-sheets': { sheets: readonly string[]; file: string };
  'xlsx.unread-tables': { sheets: readonly string[]; file: string };
  'xlsx.hidden-rows': Record<string, never>;
  'xlsx.merged-down': { heading: Heading };
  'xlsx.merged-count': { heading: Heading; units: number };
  'xlsx.error-value': { heading: Heading };
  'xlsx.no-value': { heading: Heading };
  'xlsx.withdrawn': { heading: Heading };
  'xlsx.shown-otherwise': { heading: Heading };
  'xlsx.long-code': { heading: Heading };
  'xlsx.date-code': { heading: Heading };
  'xlsx.number-code': { heading: Heading };
  // YAML
  'yaml.syntax': { hint: Text; cause: string };
  'yaml.duplicate-key': { key: string };
  'yaml.aliases': { limit: number };
  'yaml.tag': { tag: string };
  'yaml.depth': { limit: number };
  'yaml.too-large': { limit: Text };
  'yaml.shape': { expected: Text };
  'yaml.unknown-key': { keys: readonly string[] };
  'yaml.unread-entries': { key: string; entries: number };
  // tables and columns
  'table.ragged': { cells: number; headings: number; from: Heading | '' };
  'table.stray-row': Record<string, never>;
  'table.rows-above': { rows: number };
  'table.above-headings': Record<string, never>;
  'table.below-records': Record<string, never>;
  'table.headings-repeated': Record<string, never>;
  'table.headings-within': Record<string, never>;
  'table.blank-rows': Record<string, never>;
  'table.extra-cells': Record<string, never>;
  'table.not-in-ruleset': { table: Text };
  'table.no-headings': { found: readonly string[] };
  'table.ambiguous': { tables: readonly string[]; found: readonly string[] };
  'table.duplicate-heading': { field: string; heading: Heading };
  'table.missing-key': { table: Text; expected: readonly string[] };
  /** `unused` are the headings like it that were not taken. */
  'table.column-absent': { field: Heading; unused: readonly Heading[] };
  'table.like-heading': { field: Heading; unused: readonly Heading[] };
  /** `year` is blank as long as the year judged is not known. */
  'table.other-year': { headings: readonly Heading[]; year: string };
  'table.rules-undecided': { rules: Text };
  'table.columns-ignored': { headings: readonly string[] };
  'table.nameless-column': { column: number };
  'table.shifted-row': { from: Heading | '' };
  'table.no-records': { table: Text };
  'table.only-totals': { table: Text; rows: number };
  'table.all-empty': Record<string, never>;
  'table.no-units': { table: Text; street: string; total: Heading };
  'table.total-skipped': Record<string, never>;
  'table.total-differs': { heading: Heading; stated: string; computed: string };
  // year
  'year.none': Record<string, never>;
  'year.not-there': { year: number; years: readonly string[] };
  'year.not-in-table': { table: Text; year: number; years: readonly string[] };
  'year.from-headings': { year: number; headings: readonly string[] };
  'year.several': { year: number; years: readonly string[] };
  'year.street-missing': { street: string; year: number; other: number };
  'year.street-elsewhere': { street: string; year: number; other: number };
  'year.strays': { street: string; table: Text; year: number; other: number; count: number };
  'year.units-gone': { street: string; table: Text; year: number; other: number; count: number };
  'year.blank': Record<string, never>;
  'year.filled-down': { heading: Heading; year: number };
  // cells
  'record.lossy-code': { heading: Heading };
  'record.bad-code': { heading: Heading };
  'record.bad-year': { heading: Heading };
  'record.date-year': { heading: Heading };
  'record.bad-count': { heading: Heading };
  'record.unknown-value': { heading: Heading; known: readonly string[] };
  'record.bad-value': { heading: Heading };
  'record.contradiction': { headings: readonly Heading[] };
  'record.no-key': Record<string, never>;
  'record.like-total': Record<string, never>;
  'record.blank-parent': { heading: Heading };
  'record.filled-down': { heading: Heading };
  'record.no-community': { heading: Heading };
  'record.digits': { heading: Heading };
  'record.year-date': { heading: Heading };
  'record.characters': { heading: Heading };
  'record.watched': { heading: Heading; words: readonly string[]; cells: number };
  /** `sheet` is blank where the lines stand around the records. */
  'record.watched-aside': { words: readonly string[]; lines: number; sheet: string };
  'record.text-marker': { heading: Heading };
  // units and references
  'unit.too-many': { most: number };
  'unit.duplicate': { unit: string };
  'unit.other-name': { code: string; names: readonly string[] };
  'unit.code-outside-parent': { code: string; parent: string };
  'unit.left-out': { reason: Text };
  'reference.unlisted-street': { reference: string };
  'reference.unknown': { parent: Text; reference: string };
  'reference.ambiguous': { parent: Text; reference: string; units: readonly string[] };
  'reference.contradiction': { parent: Text; references: readonly string[] };
  'reference.unjoined': { names: readonly string[]; codes: readonly string[] };
  'district.other-name': { code: string; names: readonly string[] };
  'district.odd-code': { code: string; usual: readonly string[] };
  'district.other-code': { name: string; codes: readonly string[] };
  // summary counts
  'summary.met-exceeds-of': { met: Heading; of: Heading; metText: string; ofText: string };
  'summary.differs': { heading: Heading; street: string; register: string; summary: string };
  'summary.stands-in': { table: Text; fields: readonly Heading[]; heading: Heading; streets: number };
  'summary.units-missing': { heading: Heading; street: string; register: string; summary: string };
  'summary.empty': { heading: Heading; street: string };
  'summary.unread-total': { heading: Heading; street: string; stated: string; known: string; total: Heading };
  'diagnostics.more': { code: string; more: number };
  // ruleset (exit 66 for the first two, else 78)
  'ruleset.not-found': { ruleset: string; known: readonly string[] };
  'ruleset.unreadable': { path: string; cause: string };
  'ruleset.syntax': { hint: Text; cause: string };
  'ruleset.shape': { found: Text };
  'ruleset.duplicate-key': { key: string };
  'ruleset.unknown-keyword': { keyword: string; known: readonly string[] };
  'ruleset.missing-keyword': { keyword: string };
  'ruleset.wrong-value': { keyword: string; expected: Text };
  'ruleset.missing-table': { table: string; user: string };
  'ruleset.missing-field': { table: string; fields: readonly string[] };
  'ruleset.unknown-field': { field: string; table: Text; known: readonly string[] };
  'ruleset.key-field': { field: string; table: Text; known: readonly string[] };
  'ruleset.impossible-value': { field: string; value: string; possible: readonly string[] };
  'ruleset.unknown-indicator': { rule: string; known: readonly string[] };
  'ruleset.ambiguous-heading': { heading: string; fields: readonly string[] };
  'ruleset.outside-folder': { file: string };
  // saved reports (exit 66 for the first two, 78 for the last, else 65)
  'report.unreadable': { path: string; cause: string };
  'report.needs-ruleset': { ruleset: string };
  'report.too-large': { path: string; limit: string };
  'report.too-many-streets': { path: string; streets: number; most: number };
  'report.subject-too-large': { path: string; limit: string };
  'report.encoding': { path: string };
  'report.syntax': { path: string; cause: string };
  'report.foreign': { path: string };
  'report.version': { path: string; version: string; known: number };
  'report.invalid': { path: string; pointer: string; problem: Text };
  'report.contradiction': { path: string; pointer: string; recorded: string; computed: string };
  'report.other-ruleset': { ruleset: string; recorded: string; found: string };
  // samples and their filled forms (exit 65)
  'sample.no-units': { table: Text };
  'sample.units-alike': { unit: string };
  'sample.too-many': { limit: number };
  'sample.not-a-street': { streets: readonly string[] };
  'sample.journal-line': Record<string, never>;
  'sample.draw-too-large': { path: string; limit: string };
  'sample.draw-edited': { path: string; pointer: string; recorded: string; computed: string };
  'sample.other-draw': { draw: string; found: string };
  'sample.not-drawn': { unit: string };
  'sample.other-name': { unit: string; name: string };
  'sample.other-year': { year: string; found: string };
  'sample.bad-result': Record<string, never>;
  'sample.row-missing': { units: readonly string[] };
}

export type DiagnosticCode = keyof DiagnosticSlots;
