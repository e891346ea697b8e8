import fc from 'fast-check';

/** Canonical field name → text of the cell. */
export type Row = Readonly<Record<string, string>>;

interface Compound {
  readonly row: Row;
}
interface Community {
  readonly row: Row;
  readonly compounds: readonly Compound[];
}
export interface Street {
  readonly row: Row;
  readonly communities: readonly Community[];
}
export type Submission = readonly Street[];

export type Tables = Readonly<Record<'streets' | 'communities' | 'compounds', readonly Row[]>>;

/** Text that has to be quoted, escaped or counted with care in one format or another. */
const awkward = fc
  .array(
    fc.constantFrom(
      ...['村', '沙', ',', ';', '\t', '"', '""', '\n', '\r\n', '\r', ' ', "'", '𠮷', '㐂', '：', '#', ': ', '- ', '<'],
      ...['\u2028', '=', '{', '[', '|', 'é'],
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

/** `BLANK` stands once for each way to say nothing, so that a cell is blank about as often as it is filled. */
const BLANKS = ['', '', '', ' ', '-', '—', '未报', 'N/A'];
const choice = (...texts: readonly string[]) =>
  fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...texts) }, { weight: 1, arbitrary: fc.constantFrom(...BLANKS) });
const title = choice('是', '是', '是', '是', '√', '已创建', '是', '否', '×', '未达标');
const result = choice('达标', '合格', '达标', '达标', '√', '不达标', '未达标');
const level = choice('标兵', '标兵', '标兵', '标兵小区', '标兵', '先进', '达标', '未创建', '无');
const fullWidth = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const count = fc.oneof(
  { weight: 8, arbitrary: fc.nat(4).map(String) },
  { weight: 1, arbitrary: fc.nat(4).map((n) => fullWidth(String(n))) },
  { weight: 1, arbitrary: fc.constantFrom(...BLANKS) },
);

const compound = fc.record({ name: awkward, level, kind: awkward, evidence: awkward });
const community = fc.record({
  name: awkward,
  values: fc.record({
    ...{ safeCivilized: title, drugFree: title, cultFree: title },
    ...{ criminalCases: count, criminalCasesPrevious: count, securityCases: count, securityCasesPrevious: count },
  }),
  compounds: fc.array(compound, { maxLength: 6 }),
});
const street = fc.record({
  name: awkward,
  district: fc.nat(1),
  vetoes: fc.record({ stability: result, safety: result, familyPlanning: result }),
  total: fc.oneof(fc.constant(''), fc.nat(9).map(String)),
  met: fc.oneof(fc.constant(''), fc.nat(9)),
  communities: fc.array(community, { maxLength: 4 }),
});

const serial = (at: number) => String(at + 1).padStart(3, '0');

const DISTRICTS = [
  { code: '440308', name: '盐田区' },
  { code: '440309', name: '龙华区' },
] as const;

/** Summary counts in which `met` never exceeds `of`. */
const summaryOf = (total: string, met: number | '') => ({
  compounds: total,
  modelCompounds: met === '' ? '' : String(total === '' ? met : Math.min(met, Number(total))),
});

/**
 * A random submission of one year: up to five streets of two districts, every reference by code and name, cells blank
 * here and there. The first street has a community with a compound, so that no table is without columns.
 */
export const submissions: fc.Arbitrary<Submission> = fc
  .tuple(fc.array(street, { minLength: 1, maxLength: 5 }), community, compound)
  .map(([streets, firstCommunity, firstCompound]) =>
    streets.map((given, s): Street => {
      const district = DISTRICTS[given.district]!;
      const code = `${district.code}${serial(s)}`;
      const first = { ...firstCommunity, compounds: [firstCompound, ...firstCommunity.compounds] };
      const communities = s === 0 ? [first, ...given.communities] : given.communities;
      return {
        row: {
          ...{ year: '2012', code, name: `第${s + 1}街道${given.name}甲` },
          ...{ district: district.name, districtCode: district.code },
          ...given.vetoes,
          ...summaryOf(given.total, given.met),
        },
        communities: communities.map((own, c): Community => {
          const communityCode = `${code}${serial(c)}`;
          return {
            row: { year: '2012', code: communityCode, name: `第${c + 1}社区${own.name}乙`, ...own.values },
            compounds: own.compounds.map(({ name, ...values }, u) => ({
              row: { year: '2012', code: `${communityCode}${serial(u)}`, name: `第${u + 1}村${name}丙`, ...values },
            })),
          };
        }),
      };
    }),
  );

/** The same as three flat tables, units with the codes and names of what they belong to. */
export const toTables = (submission: Submission): Tables => ({
  streets: submission.map(({ row }) => row),
  communities: submission.flatMap(({ row: { code, name }, communities }) =>
    communities.map(({ row }) => ({ streetCode: code!, street: name!, ...row })),
  ),
  compounds: submission.flatMap(({ row: street, communities }) =>
    communities.flatMap(({ row: { code, name }, compounds }) =>
      compounds.map(({ row }) => ({
        ...{ streetCode: street.code!, street: street.name! },
        ...{ communityCode: code!, community: name! },
        ...row,
      })),
    ),
  ),
});

export type Unit = keyof Tables;

/** The submission with every row as `change` leaves it. */
export const mapRows = (submission: Submission, change: (row: Row, table: Unit) => Row): Submission =>
  submission.map((street) => ({
    row: change(street.row, 'streets'),
    communities: street.communities.map((community) => ({
      row: change(community.row, 'communities'),
      compounds: community.compounds.map((compound) => ({ row: change(compound.row, 'compounds') })),
    })),
  }));
