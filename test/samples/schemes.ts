import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { stringify } from 'yaml';
import { type CellValue, workbookParts } from '../xlsx/workbook.ts';
import { zip } from '../xlsx/zip.ts';
import { SCHEMES } from './folders.ts';

/** How the tables of a scheme hang together: its own words. */
interface Shape {
  readonly subjects: string;
  readonly units: string;
  /** The table of the units, as it is called within a subject. */
  readonly key: string;
  readonly top: string;
  /** The headings by which a unit names its subject, and those that stand only at the top. */
  readonly parent: readonly string[];
  readonly year: string;
  readonly about: string;
}

const SHAPES: Readonly<Record<string, Shape>> = {
  villages: {
    ...{ subjects: 'townships', units: 'villages', top: '乡镇', key: '行政村', year: '年度' },
    parent: ['乡镇代码', '乡镇名称'],
    about: '示例：乡镇之下是行政村。A sample: townships with their villages.',
  },
  schools: {
    ...{ subjects: 'schools', units: 'classes', top: '学校', key: '班级', year: '学年' },
    parent: ['学校编号', '学校名称'],
    about: '示例：学校之下是班级。A sample: schools with their classes.',
  },
};

type Row = Readonly<Record<string, string>>;

const tableOf = (
  scheme: string,
  table: string,
): { readonly headings: readonly string[]; readonly rows: readonly Row[] } => {
  const text = readFileSync(`samples/${scheme}/data/${table}.csv`, 'utf8');
  const [headings = []] = parse(text) as string[][];
  return { headings, rows: parse(text, { columns: true }) as Row[] };
};

const isNumber = (text: string): boolean => /^[1-9]\d{0,14}$|^0$/.test(text);

const workbookOf = (scheme: string, { subjects, units }: Shape): Buffer => {
  const sheets = [subjects, units].map((table) => {
    const { headings, rows } = tableOf(scheme, table);
    const cells = rows.map((row) =>
      headings.map((heading): CellValue => {
        const text = row[heading]!;
        return text === '' ? null : isNumber(text) ? Number(text) : text;
      }),
    );
    return { name: table, rows: [headings, ...cells] };
  });
  // Stored, not deflated: then the bytes do not depend on the version of zlib.
  return zip(
    [...workbookParts(sheets)].map(([name, content]) => ({ name, bytes: Buffer.from(content), stored: true })),
  );
};

const without = (row: Row, ...left: readonly string[]) =>
  Object.fromEntries(
    Object.entries(row).flatMap(([heading, text]) => {
      if (left.includes(heading)) return [];
      return [[heading, text === '' ? null : isNumber(text) && text.length < 5 ? Number(text) : text]];
    }),
  );

const nestedOf = (scheme: string, { subjects, units, top, key, parent, year, about }: Shape): string => {
  const inner = tableOf(scheme, units).rows;
  const records = tableOf(scheme, subjects).rows.map((row) => {
    const own = inner.filter((unit) => parent.every((heading) => unit[heading] === row[heading]));
    return { ...without(row), ...(own.length > 0 && { [key]: own.map((unit) => without(unit, year, ...parent)) }) };
  });
  return `# ${about}\n${stringify({ [top]: records }, { nullStr: '', singleQuote: true })}`;
};

/** The tables of each scheme of samples/ as one workbook and as nested YAML, by the file; written by the test with WRITE_SAMPLES=1. */
export const schemeFiles: Readonly<Record<string, Buffer>> = Object.fromEntries(
  SCHEMES.flatMap((scheme) => {
    const shape = SHAPES[scheme]!;
    return [
      [`samples/${scheme}/${scheme}.xlsx`, workbookOf(scheme, shape)],
      [`samples/${scheme}/${scheme}.yaml`, Buffer.from(nestedOf(scheme, shape))],
    ];
  }),
);
