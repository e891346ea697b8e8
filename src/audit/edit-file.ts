import { findHead } from '../intake/csv-table.ts';
import { type Decoded, decode, decodes } from '../intake/encoding.ts';
import type { OpenTable } from '../intake/open-table.ts';
import { equalBytes, inMemory, joinBytes } from '../intake/source.ts';
import { foldHeading } from '../model/fold.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { addedColumns, amendTable, widthOfTable } from './amend-table.ts';
import { CannotEditError, type CellEdit } from './cell-edit.ts';
import { type CellChange, editCsv } from './csv-edit.ts';
import { type Encode, encoderOf } from './text-encoder.ts';
import type { ValuePlace } from './yaml-edit.ts';

/** The bytes in the encoding of the file, of a text or of bytes that intake had converted to UTF-8. */
const rebuild = (bytes: Uint8Array, decoded: Decoded, edited: Uint8Array): Uint8Array => {
  if (!decoded.encoding.startsWith('utf-16')) return joinBytes([bytes.subarray(0, decoded.start), edited]);
  return joinBytes([
    bytes.subarray(0, 2),
    encoderOf(decoded.encoding)(new TextDecoder('utf-8', { ignoreBOM: true }).decode(edited))!,
  ]);
};

const editTable = (
  { bytes, decoded, encode }: Readable,
  table: OpenTable,
  edits: readonly CellEdit[],
  ruleset: Ruleset,
): Uint8Array => {
  const schema = ruleset.records[table.table]!;
  const head = findHead(decoded, ruleset);
  const added = addedColumns(table, schema, edits);
  const { columns, headings } = amendTable(table, schema, edits);
  const changes: CellChange[] = [
    ...added.map(({ heading, cell }) => ({ row: head.row, cell, text: heading, edit: null })),
    ...edits.map((edit) => ({
      row: edit.row,
      cell: columns[schema.fields.findIndex(({ name }) => name === edit.field)]!,
      text: edit.text,
      edit,
    })),
  ];
  const padding = added.length === 0 ? null : { head: head.row, from: widthOfTable(table), to: headings.length };
  return editCsv(bytes, head.delimiter, changes, padding, encode);
};

const editRecords = async (
  text: string,
  tables: readonly OpenTable[],
  edits: readonly CellEdit[],
  ruleset: Ruleset,
): Promise<string> => {
  const { editYaml } = await import('./yaml-edit.ts');
  return editYaml(
    text,
    edits.map((edit) => {
      const table = tables.find(({ table: name }) => name === edit.table)!;
      const { fields } = ruleset.records[edit.table]!;
      const at = fields.findIndex(({ name }) => name === edit.field);
      const field = fields[at]!;
      const amended = amendTable(table, ruleset.records[edit.table]!, [edit]);
      const cell = amended.columns[at]!;
      const cells = amended.locate(edit.row);
      const placeOf = (index: number): ValuePlace[] => {
        const found = cells[amended.columns[index] ?? -1];
        if (found === undefined) return [];
        return [{ line: found.line, column: found.column, keys: new Set(fields[index]!.headings.map(foldHeading)) }];
      };
      const own = ['code', 'name'].map((key) => fields.findIndex(({ name }) => name === key));
      return {
        ...placeOf(at)[0]!,
        beside: own.flatMap(placeOf),
        text: edit.text,
        isCount: field.kind === 'count',
        key: amended.headings[cell]!,
        edit,
      };
    }),
  );
};

interface Readable {
  readonly decoded: Decoded;
  /** UTF-8 or GB18030, without byte order mark. */
  readonly bytes: Uint8Array;
  readonly encode: Encode;
}

const toReadable = (file: Uint8Array): Readable => {
  const decoded = decode(inMemory(file), decodes(file, 'utf-8'), null);
  if (!('source' in decoded)) throw new CannotEditError('shape', null);
  const bytes = decoded.source.read(decoded.start, decoded.source.size - decoded.start);
  return { decoded, bytes, encode: encoderOf(decoded.encoding === 'gb18030' ? 'gb18030' : 'utf-8') };
};

const isSheet = (tables: readonly OpenTable[]): boolean => tables[0]?.isSheet === true;

/** The text of a YAML file, from which the same bytes come back. */
const yamlText = ({ decoded, bytes, encode }: Readable): string => {
  const text = decoded.decode(bytes);
  const again = encode(text);
  if (again === null || !equalBytes(again, bytes)) throw new CannotEditError('encoding', null);
  return text;
};

/** Throws `CannotEditError` where a file can be read but not be written to, whatever the answers. */
export const assertEditable = async (
  file: Uint8Array,
  tables: readonly OpenTable[],
  ruleset: Ruleset,
): Promise<void> => {
  if (!isSheet(tables)) await editRecords(yamlText(toReadable(file)), tables, [], ruleset);
};

/**
 * The bytes of a file with the answers in their cells and everything else as it was. `tables` are those that intake
 * opened of these bytes. Throws `CannotEditError` where encoding or syntax cannot take an answer.
 */
export const editFile = async (
  file: Uint8Array,
  tables: readonly OpenTable[],
  edits: readonly CellEdit[],
  ruleset: Ruleset,
): Promise<Uint8Array> => {
  const [table] = tables;
  if (edits.length === 0 || table === undefined) return file;
  const readable = toReadable(file);
  const { decoded, encode } = readable;
  if (isSheet(tables)) return rebuild(file, decoded, editTable(readable, table, edits, ruleset));
  const edited = encode(await editRecords(yamlText(readable), tables, edits, ruleset));
  if (edited === null) throw new CannotEditError('encoding', null);
  return rebuild(file, decoded, edited);
};
