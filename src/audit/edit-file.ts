import { findHead } from '../intake/csv-head.ts';
import { type Decoded, decode } from '../intake/encoding.ts';
import type { OpenTable } from '../intake/open-table.ts';
import { toHeadings } from '../intake/recognise.ts';
import { fromBytes } from '../intake/source.ts';
import { foldHeading } from '../model/fold.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { addedColumns, amendTable, widthOfTable } from './amend-table.ts';
import { CannotEditError, type CellEdit } from './cell-edit.ts';
import { type CellChange, editCsv } from './csv-edit.ts';
import { encoderOf } from './text-encoder.ts';
import type { ValuePlace } from './yaml-edit.ts';

/** The bytes in the encoding of the file, of a text or of bytes that intake had converted to UTF-8. */
const rebuild = (bytes: Buffer, decoded: Decoded, edited: Buffer): Buffer => {
  if (!decoded.encoding.startsWith('utf-16')) return Buffer.concat([bytes.subarray(0, decoded.start), edited]);
  return Buffer.concat([bytes.subarray(0, 2), encoderOf(decoded.encoding)(edited.toString())!]);
};

const editTable = (
  readable: Buffer,
  decoded: Decoded,
  table: OpenTable,
  edits: readonly CellEdit[],
  ruleset: Ruleset,
): Buffer => {
  const schema = ruleset.records[table.table];
  const head = findHead(decoded, toHeadings(ruleset), ruleset);
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
  const encode = encoderOf(decoded.encoding === 'gb18030' ? 'gb18030' : 'utf-8');
  return editCsv(readable, head.delimiter, changes, padding, encode);
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
      const { fields } = ruleset.records[edit.table];
      const at = fields.findIndex(({ name }) => name === edit.field);
      const field = fields[at]!;
      const amended = amendTable(table, ruleset.records[edit.table], [edit]);
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

/**
 * The bytes of a file with the answers in their cells and everything else as it was. `tables` are those that intake
 * opened of these bytes. Throws `CannotEditError` where encoding or syntax cannot take an answer.
 */
export const editFile = async (
  bytes: Buffer,
  tables: readonly OpenTable[],
  edits: readonly CellEdit[],
  ruleset: Ruleset,
): Promise<Buffer> => {
  if (edits.length === 0) return bytes;
  const decoded = decode(fromBytes(bytes), null);
  const [table] = tables;
  if (!('source' in decoded) || table === undefined) throw new CannotEditError('shape', null);
  const readable = decoded.source.read(decoded.start, decoded.source.size - decoded.start);
  if (table.isSheet) return rebuild(bytes, decoded, editTable(readable, decoded, table, edits, ruleset));
  const encode = encoderOf(decoded.encoding === 'gb18030' ? 'gb18030' : 'utf-8');
  const text = decoded.decode(readable);
  if (!encode(text)?.equals(readable)) throw new CannotEditError('encoding', null);
  const edited = encode(await editRecords(text, tables, edits, ruleset));
  if (edited === null) throw new CannotEditError('encoding', null);
  return rebuild(bytes, decoded, edited);
};
