/** The field of a record that names its evidence, in a ruleset that has one: written, never asked. */
export const EVIDENCE = 'evidence';
