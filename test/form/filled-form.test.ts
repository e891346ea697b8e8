import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findingsOf, witnessesOf } from '../laws/findings.ts';
import { type Files, inFolder, type Report, reportOn } from '../laws/report-of.ts';
import { type Row, submissions, type Tables, toTables } from '../laws/submission.ts';
import { toCsvFiles } from '../laws/to-csv-files.ts';
import { dialects } from '../laws/write-csv.ts';
import { runMain } from '../samples/run-main.ts';

const ALL = ['streets', 'communities', 'compounds'] as const;
const FORMATS = [
  ['csv', 'zh'],
  ['csv', 'en'],
  ['yaml', 'zh'],
  ['yaml', 'en'],
  ['xlsx', 'zh'],
  ['xlsx', 'en'],
] as const;

const withFolder = async <T>(use: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'streetcheck-forms-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const fill = (tables: readonly string[], from: string, out: string, format: string, language: string) => {
  const output = format === 'csv' ? out : join(out, `forms.${format}`);
  return runMain(['template', ...tables, '--from', from, '--format', format, '--lang', language, '-o', output]);
};

/** What a submission says, and what the form filled from it says when it is handed in. */
const beforeAndAfter = (files: Files, format: string, language: string): Promise<readonly [Report, Report]> =>
  inFolder(files, (from) =>
    withFolder(async (out) => {
      const before = await reportOn({ paths: [from] });
      expect(await fill(ALL, from, out, format, language)).toMatchObject({ code: 0, stdout: '' });
      return [before, await reportOn({ paths: [out] })];
    }),
  );

/** Labels are written as the form has them: what a witness says of its cell may read otherwise. */
const unitsOf = (report: Report) =>
  witnessesOf(report).map(({ finding, failing, unknown, omitted }) => {
    const unit = (text: string) => JSON.parse(text).slice(0, 3);
    return { finding, failing: failing.map(unit), unknown: unknown.map(unit), omitted };
  });

const sameFindings = ([before, after]: readonly [Report, Report]) => {
  expect(findingsOf(after)).toEqual(findingsOf(before));
  expect(unitsOf(after)).toEqual(unitsOf(before));
};

test.each(FORMATS)('a form filled from a submission gives its findings (%s, %s)', async (format, language) => {
  const written = fc.tuple(dialects, dialects, dialects);
  await fc.assert(
    fc.asyncProperty(submissions, written, async (submission, chosen) => {
      sameFindings(await beforeAndAfter(toCsvFiles(toTables(submission), chosen), format, language));
    }),
    { numRuns: 40 },
  );
});

const FORMULAS = ['=阳光', '@花园', '-海', '+苑', '＝宽', ' =空', "''=双", "''", "'引号", '-'];

test.each(FORMATS)(
  'names that a spreadsheet takes for formulas come back, however often (%s, %s)',
  async (format, language) => {
    const named = FORMULAS.map((name) => ({
      name,
      year: '2012',
      street: '=甲街道',
      community: '-乙社区',
      level: '先进',
    }));
    const coded = named.map((row, at) => ({ ...row, code: `99010100200${at}`, community: '+丙社区' }));
    const evidence = named.map((row, at) => ({ ...row, name: `${at}村`, evidence: row.name }));
    const files = jsonOf({ compounds: [...named.slice(0, -1), ...coded, ...evidence] });
    const names = (report: Report) =>
      report.subjects.flatMap(({ findings }) =>
        findings.map(({ witnesses: { failing } }) => [...failing.map(({ code, name: unit }) => [code, unit])]),
      );
    await inFolder(files, (from) =>
      withFolder(async (out) => {
        const before = await reportOn({ paths: [from] });
        const paths = [out];
        expect(await fill(['compounds'], from, out, format, language)).toMatchObject({ code: 0 });
        const after = await reportOn({ paths });
        expect(names(after)).toEqual(names(before));
        const bytes = readFileSync(join(out, readdirSync(out)[0]!));
        await withFolder(async (again) => {
          await fill(['compounds'], paths[0]!, again, format, language);
          expect(readFileSync(join(again, readdirSync(again)[0]!))).toEqual(bytes);
        });
      }),
    );
  },
);

const without = (row: Row, ...fields: readonly string[]): Row =>
  Object.fromEntries(Object.entries(row).filter(([field]) => !fields.includes(field)));

/** Ways to name units and what they belong to. */
const NAMINGS: Readonly<Record<string, (row: Row) => Row>> = {
  'by codes only': (row) => without(row, 'street', 'community'),
  'by names only': (row) => without(row, 'code', 'streetCode', 'communityCode', 'districtCode'),
  'by the community only': (row) => ('community' in row ? without(row, 'street', 'streetCode') : row),
  'by codes and names': (row) => row,
};

const jsonOf = (tables: unknown): Files => ({ 'register.json': Buffer.from(JSON.stringify(tables)) });

test.each(Object.keys(NAMINGS).flatMap((naming) => ['csv', 'yaml', 'xlsx'].map((format) => [naming, format] as const)))(
  'units named %s, some in no community, some tables left out (%s)',
  async (naming, format) => {
    const kept = fc
      .subarray([...ALL], { minLength: 1 })
      .filter((tables) => naming !== 'by the community only' || tables.includes('communities'));
    await fc.assert(
      fc.asyncProperty(submissions, fc.array(fc.nat(5), { minLength: 5 }), kept, async (submission, draws, tables) => {
        let drawn = 0;
        const { streets, communities, compounds } = toTables(submission);
        const direct = (row: Row): Row =>
          naming !== 'by the community only' && draws[drawn++ % draws.length] === 0
            ? without(row, 'community', 'communityCode')
            : row;
        const rows = {
          streets: streets.map(NAMINGS[naming]!),
          communities: communities.map(NAMINGS[naming]!),
          compounds: compounds.map(NAMINGS[naming]!).map(direct),
        };
        const given = Object.fromEntries(tables.map((table) => [table, rows[table]])) as unknown as Tables;
        await inFolder(jsonOf(given), (from) =>
          withFolder(async (out) => {
            const before = await reportOn({ paths: [from] });
            const filled = await fill(tables, from, out, format, 'zh');
            const refused = before.diagnostics.some(({ severity }) => severity === 'error');
            expect(filled.code).toBe(refused ? 65 : 0);
            const paths = [out];
            if (!refused) sameFindings([before, await reportOn({ paths })]);
          }),
        );
      }),
      { numRuns: 40 },
    );
  },
);

const STREET = {
  ...{ code: '440308001', name: '梅沙街道', year: '2012', compounds: '2', modelCompounds: '2' },
  ...{ stability: '达标', safety: '达标', familyPlanning: '达标' },
};
const COMPOUNDS = ['1', '2'].map((code) => ({ code, name: `第${code}村`, streetCode: '440308001', year: '2012' }));

test('no column is added where a summary stands for it: it would make a known share unknown', async () => {
  await inFolder(jsonOf({ streets: [STREET], compounds: COMPOUNDS }), (from) =>
    withFolder(async (out) => {
      const { stdout } = await runMain(['template', 'compounds', '--from', from, '--lang', 'zh']);
      expect(stdout).not.toContain('创建等级');
      await runMain(['template', 'streets', 'compounds', '--from', from, '-o', `${out}/`]);
      const [before, after] = [await reportOn({ paths: [from] }), await reportOn({ paths: [out] })];
      expect(findingsOf(after)).toEqual(findingsOf(before));
    }),
  );
});

test('a column that is to be filled in is there where nothing stands for it', async () => {
  const { compounds: _, modelCompounds: __, ...street } = STREET;
  await inFolder(jsonOf({ streets: [street], compounds: COMPOUNDS }), async (from) => {
    const { stdout } = await runMain(['template', 'compounds', '--from', from, '--lang', 'zh']);
    expect(stdout).toContain(',创建等级,');
  });
});

const OTHER = { ...STREET, code: '440308002', name: '盐田街道' };

test('no column is added where a street has no units: its unknown would become not applicable', async () => {
  const bare = [STREET, OTHER].map(({ compounds: _, modelCompounds: __, ...street }) => street);
  await inFolder(jsonOf({ streets: bare, compounds: COMPOUNDS }), (from) =>
    withFolder(async (out) => {
      const arguments_ = ['template', 'streets', 'compounds', '--from', from, '--lang', 'zh'];
      const { stderr } = await runMain([...arguments_, '-o', `${out}/`]);
      expect(stderr).toContain('“小区”表没有加上数据中缺少的列：创建等级');
      sameFindings([await reportOn({ paths: [from] }), await reportOn({ paths: [out] })]);
      const { stdout } = await runMain([
        'template',
        'compounds',
        '--from',
        from,
        '--street',
        '梅沙街道',
        '--lang',
        'zh',
      ]);
      expect(stdout).toContain(',创建等级,');
    }),
  );
});

test.each([
  ['told where nothing stands for it', { compounds: '', modelCompounds: '' }, true],
  ['not where summary counts do', {}, false],
])('that a table is blank as the data has none is %s', async (_, counts, told) => {
  await inFolder(jsonOf({ streets: [{ ...STREET, ...counts }] }), async (from) => {
    const { code, stdout, stderr } = await runMain(['template', 'compounds', '--from', from, '--lang', 'zh']);
    expect(code).toBe(0);
    expect(stdout).toContain(',创建等级,');
    expect(stderr.includes('数据中没有“小区”表')).toBe(told);
  });
});

test('what the office left to merged cells is written out, what is no unit is left out and told', async () => {
  const { code, stdout, stderr } = await runMain([
    ...['template', 'communities', '--from', 'samples/office-gb18030', '--lang', 'zh', '--street', '盐田街道'],
  ]);
  const rows = stdout.split('\r\n').slice(6, -1);
  expect(code).toBe(0);
  expect(rows.length).toBeGreaterThan(3);
  for (const row of rows) expect(row.split(',').slice(2, 5)).toEqual(['盐田街道', '440308002', '2012']);
  expect(stderr).toMatch(/规则包不计入的 2 个单位没有列入填报表。/);
});
