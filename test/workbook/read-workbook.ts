import { unzip } from '../form/unzip.ts';

/** A cell as it was written: a number has no quotes around it, an error is one. */
interface WrittenCell {
  readonly value: string | number | null;
  readonly isError: boolean;
  /** Colour of the ground, '' without one. */
  readonly fill: string;
  readonly format: number;
}

export interface WrittenWorkbookSheet {
  readonly name: string;
  readonly cells: ReadonlyMap<string, WrittenCell>;
  readonly notes: ReadonlyMap<string, string>;
  /** What cells lead to. */
  readonly links: ReadonlyMap<string, string>;
  /** Entries of drop-down lists by the range they are for. */
  readonly lists: ReadonlyMap<string, string>;
  readonly merges: readonly string[];
  readonly xml: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

const unescaped = (text: string): string =>
  text
    .replace(/&(\w+);/g, (_, name: string) => ENTITIES[name]!)
    .replace(/_x([0-9A-F]{4})_/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));

const textOf = (xml: string): string =>
  [...xml.matchAll(/<t(?: [^>]*)?>([\s\S]*?)<\/t>/g)].map(([, text]) => unescaped(text!)).join('');

const stylesOf = (xml: string) => {
  const fills = [...xml.split('<fills')[1]!.matchAll(/<fill>([\s\S]*?)<\/fill>/g)].map(
    ([, fill]) => /fgColor rgb="FF(\w+)"/.exec(fill!)?.[1] ?? '',
  );
  const looks = xml.split('<cellXfs')[1]!.split('</cellXfs>')[0]!;
  return [...looks.matchAll(/<xf numFmtId="(\d+)" fontId="\d+" fillId="(\d+)"/g)].map(([, format, fill]) => ({
    format: Number(format),
    fill: fills[Number(fill)]!,
  }));
};

/** The sheets of a workbook as `src/workbook/` writes them. */
export const readWorkbook = (bytes: Buffer): readonly WrittenWorkbookSheet[] => {
  const parts = unzip(bytes);
  const styles = stylesOf(parts.get('xl/styles.xml')!);
  const names = [...parts.get('xl/workbook.xml')!.matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) =>
    unescaped(name!),
  );
  return names.map((name, at) => {
    const xml = parts.get(`xl/worksheets/sheet${at + 1}.xml`)!;
    const cells = new Map<string, WrittenCell>();
    for (const [, ref, style, type, content = ''] of xml.matchAll(
      /<c r="(\w+)" s="(\d+)"(?: t="(\w+)")?(?:\/>|>([\s\S]*?)<\/c>)/g,
    )) {
      const number = /<v>(.*?)<\/v>/.exec(content)?.[1];
      const value =
        type === 'inlineStr'
          ? textOf(content)
          : type === 'e' || number === undefined
            ? (number ?? null)
            : Number(number);
      cells.set(ref!, { value, isError: type === 'e', ...styles[Number(style)]! });
    }
    const notes = (parts.get(`xl/comments${at + 1}.xml`) ?? '').matchAll(
      /<comment ref="(\w+)"[^>]*>([\s\S]*?)<\/comment>/g,
    );
    const links = xml.matchAll(/<hyperlink ref="(\w+)" location="([^"]*)"/g);
    const lists = xml.matchAll(/<dataValidation type="list"[^>]* sqref="([^"]*)"><formula1>([^<]*)</g);
    return {
      name,
      cells,
      notes: new Map([...notes].map(([, ref, note]) => [ref!, textOf(note!)])),
      links: new Map([...links].map(([, ref, location]) => [ref!, unescaped(location!)])),
      lists: new Map([...lists].map(([, range, entries]) => [range!, unescaped(entries!)])),
      merges: [...xml.matchAll(/<mergeCell ref="([^"]*)"/g)].map(([, range]) => range!),
      xml,
    };
  });
};

/** The values of a sheet row by row, trailing blanks cut. */
export const rowsOf = ({ cells }: WrittenWorkbookSheet): (string | number | null)[][] => {
  const rows: (string | number | null)[][] = [];
  for (const [ref, { value }] of cells) {
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(ref)!;
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    while (rows.length < Number(row)) rows.push([]);
    const cellsOfRow = rows[Number(row) - 1]!;
    while (cellsOfRow.length < column) cellsOfRow.push(null);
    cellsOfRow[column] = value === '' ? null : value;
  }
  return rows.map((cellsOfRow) => cellsOfRow.slice(0, cellsOfRow.findLastIndex((value) => value !== null) + 1));
};
