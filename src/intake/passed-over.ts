import { type IsHeading, looksLikeTable } from './file-kind.ts';
import { type FileEntry, type Files, kindAt } from './source.ts';

/** The head of whatever is written as JSON. */
const JSON_HEAD =
  /^\s*\{\s*"format"\s*:\s*"streetcheck-(?:report|submission|plan|draw|judgement|targets|verification)"/;

/** The first line of a report for people, in either language: the whole answer and nothing else. A test holds the two to each other. */
const TABLE_HEAD = new RegExp(
  `^(?:${[
    '✓ 达标',
    '✗ 不达标',
    '\\? 待定：现有数据还不足以评定',
    '– 不适用：没有可评定的[^\\r\\n]+',
    '✓ 数据可以用于评定',
    '✗ 数据不能用于评定',
    '无法评定：(?:数据有误|输入文件有问题|规则包有误)',
    '✓ Meets the standard',
    '✗ Does not meet the standard',
    '\\? Cannot be decided yet: data is missing',
    '– Not applicable: no [^\\r\\n]+ can be judged',
    '✓ The data is fit to be judged',
    '✗ The data is not fit to be judged',
    'Cannot be judged: (?:the data is invalid|an input cannot be used|the ruleset is invalid)',
  ].join('|')})\\r?\\n`,
  'u',
);

/** The headings over a batch. */
const BATCH_HEAD = /^(?:报送 +结论|submission +verdict) +✓ +✗ +\? +–(?: |\r?\n)/;

/** How the first line of a spot check begins. */
const SAMPLE_HEAD = new RegExp(
  `^(?:${[
    '随机抽查  ',
    '重点抽查对象  ',
    '[✓✗?] (?:抽查结果与台账和要求不矛盾|抽查否定了台账或要求中的说法，或方案不接受|尚不能下结论：有抽中的单位没有核查)\\r?\\n',
    'Random spot check  ',
    'Where a check matters most  ',
    '[✓✗?] (?:The sample contradicts |Cannot be decided yet: units that were drawn were not checked)',
  ].join('|')})`,
  'u',
);

/** The first headings of a CSV report: of findings, a row for each that is judged, or of diagnostics; or of the form of a draw. */
const CSV_HEAD = new RegExp(
  `^\ufeff?(?:${[
    '年度,(?:[^,\\r\\n]+,)*评定,不计一票否决的评定,',
    '级别,代码,位置,原文,说明,处数,相关位置\r',
    'year,(?:[^,\\r\\n]+,)*verdict,verdict without vetoes,',
    'severity,code,place,text,message,count,see also\r',
    '序号,抽样编号,',
    'no.,draw,',
  ].join('|')})`,
  'u',
);

/** Whether a file that begins with `head` is a report of an earlier run: the next one finds it in its folder. */
export const isSavedReport = (head: string): boolean =>
  [JSON_HEAD, TABLE_HEAD, BATCH_HEAD, SAMPLE_HEAD, CSV_HEAD].some((known) => known.test(head));

/** How a folder's entry is held: read as data, or passed over with more or less ado. */
export type PassedOver = 'may-hold-data' | 'other' | 'nothing';

/** Files and folders that are looked into at most; the others go by their names. */
const LOOKS = 1000;
/** In bytes; what the head of a saved report fits into. */
export const REPORT_HEAD = 4096;

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
    if (kind !== 'folder' && !(kind === 'link' && kindAt(files, path) === 'folder')) return ofFile(path, name);
    if (PROGRAM.test(name) || BESIDE.test(name)) return 'nothing';
    if (isForeign(name) || holdsData(path)) return 'may-hold-data';
    const isQuiet = isHidden(name) || (kind === 'folder' && !isData(name));
    return isQuiet ? 'nothing' : 'other';
  };
};
