import type { SPREADSHEET_KINDS } from '../../diagnostics/entries/bytes.ts';
import type { Source } from '../source.ts';
import type { Archive } from './archive.ts';

type Kind = keyof typeof SPREADSHEET_KINDS;

const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
/** The stream of a workbook with a password, in the directory of the compound file ([MS-OFFCRYPTO] 2.3). */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
const DIRECTORY_BYTES = 1 << 16;

/** Whether it begins as a compound file: .xls, .et, or a workbook with a password. */
export const isCompoundFile = (source: Source): boolean => source.read(0, 4).equals(COMPOUND);

const isEncrypted = (source: Source): boolean => {
  const header = source.read(0, 512);
  if (header.length < 512) return false;
  const sector = 1 << Math.min(16, header.readUInt16LE(30));
  const directory = (header.readUInt32LE(48) + 1) * sector;
  return directory < source.size && source.read(directory, DIRECTORY_BYTES).includes(ENCRYPTED);
};

export const kindOfCompound = (source: Source, path: string): Kind | 'encrypted' => {
  if (isEncrypted(source)) return 'encrypted';
  return /\.ett?$/i.test(path) ? 'et' : 'xls';
};

/** What an archive is that holds no workbook of the format read. */
export const foreignKind = (archive: Archive, path: string): Kind => {
  const names = [...archive.names()];
  if (names.some((name) => /^xl\/workbook\.bin$/.test(name))) return 'xlsb';
  if (names.some((name) => name.endsWith('.iwa'))) return 'numbers';
  if (archive.has('mimetype') && archive.has('content.xml')) return 'ods';
  return /\.ett?$/i.test(path) ? 'et' : 'archive';
};
