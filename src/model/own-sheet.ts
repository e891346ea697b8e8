/**
 * The name, defined for a sheet, by which streetcheck knows one that it wrote for people to read: a report is no data,
 * whatever its headings look like. Spreadsheet programs keep it.
 */
export const OWN_SHEET = 'streetcheck_report';

/** The same for a copy of a table that was read: it is a table again, whatever became of its headings. */
export const COPIED_SHEET = 'streetcheck_table';
