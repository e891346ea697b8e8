type Row = Readonly<Record<string, unknown>>;
export type Tables = Readonly<Record<string, readonly Row[]>>;

/** The field that a code and a name are numbered below, where a row gives none. */
const PARENTS: Readonly<Record<string, string>> = { communities: 'streetCode', compounds: 'communityCode' };

const isMapping = (value: unknown): value is Readonly<Record<string, number>> =>
  typeof value === 'object' && value !== null;

const repeat = (row: Row): readonly Row[] => {
  const [field, values] = Object.entries(row).find(([, value]) => isMapping(value)) ?? [];
  if (field === undefined || !isMapping(values)) return [row];
  return Object.entries(values).flatMap(([value, count]) =>
    Array.from({ length: count }, () => ({ ...row, [field]: value })),
  );
};

/** The tables of a case with every row written out; see the top of `cases.yaml`. */
export const expandCase = (tables: Tables, year: number): Tables => {
  const expand = (table: string, rows: readonly Row[]): readonly Row[] => {
    const numbered = new Map<unknown, number>();
    return rows.flatMap(repeat).map((row) => {
      const parent = row[PARENTS[table] ?? ''];
      const serial = (numbered.get(parent) ?? 0) + 1;
      numbered.set(parent, serial);
      const code = `${parent}${String(serial).padStart(3, '0')}`;
      return { year: String(year), ...(parent === undefined ? {} : { code, name: `${table} ${code}` }), ...row };
    });
  };
  return Object.fromEntries(Object.entries(tables).map(([table, rows]) => [table, expand(table, rows)]));
};
