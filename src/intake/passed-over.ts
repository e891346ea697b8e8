import { closeSync, constants, type Dirent, fstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { IsHeading } from './looks-like-table.ts';
import { type Glance, looksLikeTable } from './looks-like-table.ts';
import { isSavedReport } from './saved-report.ts';

/** How a folder's entry is held: read as data, or passed over with more or less ado. */
export type PassedOver = 'may-hold-data' | 'other' | 'nothing';

/** Files and folders that are looked into at most; the others go by their names. */
const LOOKS = 1000;
/** Bytes at the beginning of a file, and at its end, that are looked at. */
const LOOK = 1 << 14;

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

/** Null where it is no file, or cannot be read. Never waits, whatever it is. */
const glance = (file: string): Glance | null => {
  try {
    if (!statSync(file).isFile()) return null;
    const fd = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const { size } = fstatSync(fd);
      const read = (from: number) => {
        const bytes = Buffer.alloc(LOOK);
        return bytes.subarray(0, readSync(fd, bytes, 0, LOOK, from));
      };
      return { head: read(0), tail: read(Math.max(0, size - LOOK)) };
    } finally {
      closeSync(fd);
    }
  } catch {
    return null;
  }
};

const isFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
};

/** Whether what a subfolder holds is read with its folder, by its name. */
export const isLookedInto = (name: string): boolean =>
  !(isHidden(name) || PROGRAM.test(name) || BESIDE.test(name) || isForeign(name));

/** Says of entries of a folder that are not read what is to be told of them. `isData` knows the names of data files. */
export const passedOver = (isHeading: IsHeading, isData: (name: string) => boolean) => {
  let looks = 0;

  const ofFile = (path: string, name: string): PassedOver => {
    const told = isHidden(name) ? 'nothing' : 'other';
    if (BESIDE.test(name)) return isHidden(name) || name.startsWith('~$') ? 'nothing' : 'other';
    if (isForeign(name)) return 'may-hold-data';
    if (NO_TABLE.test(name) || ++looks > LOOKS) return told;
    const seen = glance(path);
    // What is named like data and is no file at all was meant to be read.
    if (seen === null) return isData(name) ? 'may-hold-data' : told;
    if (seen.head.length === 0 || isSavedReport(seen.head.toString('utf8', 0, 4096))) return told;
    return isLikeRead(name) || looksLikeTable(seen, isHeading) ? 'may-hold-data' : told;
  };

  /** Folders within folders are looked through as well, links are not followed there. */
  const holdsData = (folder: string): boolean => {
    if (++looks > LOOKS) return false;
    let entries: Dirent[];
    try {
      entries = readdirSync(folder, { withFileTypes: true });
    } catch {
      return false;
    }
    return entries.some((entry) => {
      const path = join(folder, entry.name);
      if (BESIDE.test(entry.name) || PROGRAM.test(entry.name)) return false;
      if (entry.isDirectory()) return holdsData(path);
      if (!isData(entry.name)) return ofFile(path, entry.name) === 'may-hold-data';
      const seen = ++looks > LOOKS ? null : glance(path);
      return seen !== null && seen.head.length > 0 && (isLikeRead(entry.name) || looksLikeTable(seen, isHeading));
    });
  };

  return (folder: string, entry: Dirent): PassedOver => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory() && !(entry.isSymbolicLink() && isFolder(path))) return ofFile(path, entry.name);
    if (PROGRAM.test(entry.name) || BESIDE.test(entry.name)) return 'nothing';
    if (isForeign(entry.name) || holdsData(path)) return 'may-hold-data';
    const isQuiet = isHidden(entry.name) || (entry.isDirectory() && !isData(entry.name));
    return isQuiet ? 'nothing' : 'other';
  };
};
