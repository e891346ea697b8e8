import type { SPREADSHEET_KINDS } from '../diagnostics/nouns.ts';
import type { FoundInput } from './find-inputs.ts';
import type { Source } from './source.ts';

/** A zip archive, or a compound file, which a workbook with a password is. */
const ARCHIVES = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** By its ending where the content says nothing else: text saved as .xls is no workbook, and no CSV either. */
export const foreignSpreadsheet = (
  { file }: FoundInput,
  source: Source,
): keyof typeof SPREADSHEET_KINDS | undefined => {
  const [, ending] = /\.(xls|ett?|ods|numbers|xlsb)$/i.exec(file ?? '') ?? [];
  if (ending === undefined || isArchive(source)) return undefined;
  const kind = ending.toLowerCase();
  return kind === 'ett' ? 'et' : (kind as 'xls' | 'et' | 'ods' | 'numbers' | 'xlsb' | undefined);
};

const isArchive = (source: Source): boolean => {
  const head = source.read(0, 4);
  return ARCHIVES.some((bytes) => bytes.every((byte, at) => head[at] === byte));
};

/** Whether it is to be opened as a workbook; what is inside may still be another format. */
export const isWorkbook = ({ file }: FoundInput, source: Source): boolean =>
  isArchive(source) || /\.xls[xm]$/i.test(file ?? '');
