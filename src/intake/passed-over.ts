import { type IsHeading, looksLikeTable } from './file-kind.ts';
import { isSavedReport } from './saved-report.ts';
import type { FileEntry, Files } from './source.ts';

/** How a folder's entry is held: read as data, or passed over with more or less ado. */
export type PassedOver = 'may-hold-data' | 'other' | 'nothing';

/** Files and folders that are looked into at most; the others go by their names. */
const LOOKS = 1000;
/** In bytes; what the head of a saved report fits into. */
const REPORT_HEAD = 4096;

const READ = '(?:csv|tsv|xls[xm])';
/** Tables that this tool does not read, and archives, which may hold some. */
const FOREIGN =
  '(?:xlsb?|xlt[xm]?|ett?|ods|fods|ots|sxc|uo[fs]|numbers|gnumeric|slk|dif|prn|wk[1-4s]|dbf|mdb|accdb|sqlite3?|zip|rar|7z|t?gz|tar)';
const KEPT = '(?:[._-]?(?:bak|backup|old|orig|copy|save|备份|副本|旧))';

const isForeign = (name: string): boolean => new RegExp(`\\.${FOREIGN}$`, 'i').test(name);
/** As 小区.csv.bak, 小区.CSV1 or 小区.xlsx~. */
const isLikeRead = (name: string): boolean =>
  new RegExp(`\\.(?:${READ}|${FOREIGN})(?:${KEPT}|[._-]?\\P{L}*)$`, 'iu').test(name);
const isHidden = (name: string): boolean => name.startsWith('.');

/** What office programs, systems and this tool put beside data of their own accord. */
const BESIDE =
  /^~\$|^\.~lock\.|^\._|^\.DS_Store$|^(?:Thumbs\.db|desktop\.ini)$|\.audit\.(?:jsonl|lock)$|\.[0-9a-f]{12}\.tmp$/i;
/** What programs keep beside the work of people: never looked into. */
const PROGRAM =
  /^(?:\.(?:git|svn|hg|bzr|idea|vscode|vs|cache|npm|Trash.*|Spotlight.*|fseventsd|TemporaryItems|DocumentRevisions.*)|node_modules|__MACOSX|@eaDir|\$RECYCLE\.BIN|System Volume Information)$/;
/** Texts, pictures and programs: never looked into. */
const NO_TABLE =
  /\.(?:md|markdown|html?|mhtml?|pdf|docx?|wps|rtf|odt|pptx?|dps|png|jpe?g|gif|bmp|tiff?|webp|svg|heic|mp[34]|wav|mov|sarif|jsx?|tsx?|mjs|cjs|py|sh|bat|cmd|ps1|ini|toml|lnk|url|exe|dll|msg|eml|css)$/i;

const isFolder = (files: Files, path: string): boolean => {
  try {
    return files.kindOf(path) === 'folder';
  } catch {
    return false;
  }
};

/** Whether what a subfolder holds is read with its folder, by its name. */
export const isLookedInto = (name: string): boolean =>
  !(isHidden(name) || PROGRAM.test(name) || BESIDE.test(name) || isForeign(name));

/** Says of entries of a folder that are not read what is to be told of them. `isData` knows the names of data files. */
export const passedOver = (files: Files, isHeading: IsHeading, isData: (name: string) => boolean) => {
  let looks = 0;

  const ofFile = (path: string, name: string): PassedOver => {
    const told = isHidden(name) ? 'nothing' : 'other';
    if (BESIDE.test(name)) return isHidden(name) || name.startsWith('~$') ? 'nothing' : 'other';
    if (isForeign(name)) return 'may-hold-data';
    if (NO_TABLE.test(name) || ++looks > LOOKS) return told;
    const seen = files.glance(path);
    // What is named like data and is no file at all was meant to be read.
    if (seen === null) return isData(name) ? 'may-hold-data' : told;
    if (seen.head.length === 0 || isSavedReport(new TextDecoder().decode(seen.head.subarray(0, REPORT_HEAD))))
      return told;
    return isLikeRead(name) || looksLikeTable(seen, isHeading) ? 'may-hold-data' : told;
  };

  /** Folders within folders are looked through as well, links are not followed there. */
  const holdsData = (folder: string): boolean => {
    if (++looks > LOOKS) return false;
    let entries: readonly FileEntry[];
    try {
      entries = files.list(folder);
    } catch {
      return false;
    }
    return entries.some(({ name, kind }) => {
      const path = files.join(folder, name);
      if (BESIDE.test(name) || PROGRAM.test(name)) return false;
      if (kind === 'folder') return holdsData(path);
      if (!isData(name)) return ofFile(path, name) === 'may-hold-data';
      const seen = ++looks > LOOKS ? null : files.glance(path);
      return seen !== null && seen.head.length > 0 && (isLikeRead(name) || looksLikeTable(seen, isHeading));
    });
  };

  return (folder: string, { name, kind }: FileEntry): PassedOver => {
    const path = files.join(folder, name);
    if (kind !== 'folder' && !(kind === 'link' && isFolder(files, path))) return ofFile(path, name);
    if (PROGRAM.test(name) || BESIDE.test(name)) return 'nothing';
    if (isForeign(name) || holdsData(path)) return 'may-hold-data';
    const isQuiet = isHidden(name) || (kind === 'folder' && !isData(name));
    return isQuiet ? 'nothing' : 'other';
  };
};
