import { COPIED_SHEET, OWN_SHEET } from '../../model/spreadsheet.ts';
import type { Archive, Source } from '../source.ts';
import { damaged, tooLarge } from './fault.ts';
import { type Attributes, bareName, decodeEntities, isOff, isOn, parseXml } from './xml.ts';

/** These parts have some kilobytes. */
const PART_BYTES = 16 << 20;
const MAX_SHEETS = 1000;
/** Sheets of other kinds that have none. */
const NO_CELLS = new Set(['chartsheet', 'dialogsheet']);
const RELATION = /\/relationships\/(\w+)$/;

interface Relation {
  readonly id: string;
  readonly kind: string;
  readonly part: string;
}

/** A worksheet by its name on the tab. */
export interface SheetEntry {
  readonly name: string;
  readonly part: string;
  readonly isHidden: boolean;
  /** Written by streetcheck to be read by people: no data, whatever its headings look like. */
  readonly isOwn: boolean;
  /** Copied by streetcheck from a table that was read, to be corrected and read again. */
  readonly isCopied: boolean;
}

export interface Workbook {
  /** Worksheets in the order of the tabs; charts are none. */
  readonly sheets: readonly SheetEntry[];
  /** Days count from 1904 instead of 1900. */
  readonly is1904: boolean;
  /** All formulas are to be calculated on opening: the results that were saved are none. */
  readonly recalculates: boolean;
  readonly strings: string | null;
  readonly styles: string | null;
}

/** A target is relative to the folder of the part it belongs to, or begins with `/`. */
const resolveTarget = (target: string, folder: string): string => {
  const path: string[] = [];
  const plain = target.replaceAll('\\', '/');
  for (const step of (plain.startsWith('/') ? plain : `${folder}/${plain}`).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
};

const readRelations = async (archive: Archive, part: string): Promise<Relation[]> => {
  const at = part.lastIndexOf('/');
  const folder = part.slice(0, Math.max(0, at));
  const relations: Relation[] = [];
  const rels = `${folder === '' ? '' : `${folder}/`}_rels/${part.slice(at + 1)}.rels`;
  if (!archive.has(rels)) return [];
  await parseXml(rels, archive.read(rels, PART_BYTES), {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      const { Id = '', Type = '', Target = '', TargetMode = '' } = attributes();
      const kind = RELATION.exec(decodeEntities(Type))?.[1];
      if (kind === undefined || TargetMode === 'External') return;
      relations.push({ id: decodeEntities(Id), kind, part: resolveTarget(decodeEntities(Target), folder) });
    },
  });
  return relations;
};

/** The part that is the workbook, or undefined where the archive is no workbook of this format. */
const findWorkbook = async (archive: Archive): Promise<string | undefined> => {
  if (!archive.has('[Content_Types].xml')) return undefined;
  const [main] = (await readRelations(archive, '')).filter(({ kind }) => kind === 'officeDocument');
  if (main !== undefined) return /(?:^|\/)[^/]*\.xml$/i.test(main.part) ? main.part : undefined;
  return archive.has('xl/workbook.xml') ? 'xl/workbook.xml' : undefined;
};

/**
 * Whether the properties of a calculation (ECMA-376 part 1, 18.2.2 and 18.3.1.76) ask for all formulas to be calculated
 * on opening, or say that the last calculation did not come to its end: what is saved with them is then no result.
 */
export const asksToCalculate = (attributes: Attributes): boolean =>
  Object.entries(attributes).some(([key, value]) => {
    const name = bareName(key);
    return name === 'calcCompleted' ? isOff(value) : name === 'fullCalcOnLoad' && !isOff(value);
  });

/** The sheets of a workbook and the parts they share. */
const readWorkbook = async (archive: Archive, part: string): Promise<Workbook> => {
  const relations = await readRelations(archive, part);
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const sheets: SheetEntry[] = [];
  /** By the numbers that defined names know sheets by: those without cells count too. */
  const numbered: SheetEntry[] = [];
  let listed = 0;
  const own = new Set<SheetEntry | undefined>();
  const copied = new Set<SheetEntry | undefined>();
  let root: string | undefined;
  let is1904 = false;
  let recalculates = false;
  let section = '';
  await parseXml(part, archive.read(part, PART_BYTES), {
    open: (name, attributes, depth) => {
      root ??= name;
      if (depth === 2) {
        section = name;
        if (name === 'workbookPr') is1904 = isOn(attributes().date1904);
      }
      if (bareName(name) === 'calcPr') recalculates ||= asksToCalculate(attributes());
      if (section === 'definedNames' && bareName(name) === 'definedName') {
        const { name: defined, localSheetId } = attributes();
        const named = defined === OWN_SHEET ? own : defined === COPIED_SHEET ? copied : null;
        if (localSheetId !== undefined) named?.add(numbered[Number(localSheetId)]);
      }
      if (bareName(name) !== 'sheet' || section === 'extLst') return;
      if (section !== 'sheets' || depth !== 3 || name !== 'sheet') throw damaged('stray', `<${name}>`);
      listed++;
      const found = attributes();
      const id = Object.entries(found).find(([key]) => /^[^:]+:id$/.test(key))?.[1] ?? '';
      const relation = byId.get(decodeEntities(id));
      let isHidden = (found.state ?? 'visible') !== 'visible';
      // The module of a macro, as older programs listed it: it never had a part.
      if (relation === undefined && id === '' && isHidden) return;
      if (relation === undefined) throw damaged('missing-part', decodeEntities(found.name ?? ''));
      if (NO_CELLS.has(relation.kind)) return;
      // Sheets of macros have cells, but are never the one to be read.
      isHidden ||= relation.kind !== 'worksheet';
      if (sheets.length >= MAX_SHEETS) throw tooLarge('sheets');
      // No program shares one, and a thousand sheets of one part would be a thousand times its size.
      if (sheets.some(({ part: other }) => other === relation.part)) throw damaged('stray', relation.part);
      const sheet = { name: decodeEntities(found.name ?? ''), part: relation.part, isHidden };
      numbered[listed - 1] = { ...sheet, isOwn: false, isCopied: false };
      sheets.push(numbered[listed - 1]!);
    },
  });
  if (root !== 'workbook') throw damaged('no-workbook', part);
  if (sheets.length === 0) throw damaged('no-sheets', part);
  const partOf = (kind: string) => relations.find((relation) => relation.kind === kind)?.part ?? null;
  const marked = sheets.map((sheet) => ({ ...sheet, isOwn: own.has(sheet), isCopied: copied.has(sheet) }));
  return { sheets: marked, is1904, recalculates, strings: partOf('sharedStrings'), styles: partOf('styles') };
};

/** An archive and the workbook in it; null where it is none of this format. Throws `XlsxFault`. */
export const openWorkbook = async (source: Source, onBytes?: (bytes: number) => void) => {
  const archive = await source.openArchive(onBytes);
  const part = await findWorkbook(archive);
  return { archive, workbook: part === undefined ? null : await readWorkbook(archive, part) };
};

/** Whether it is a workbook that streetcheck wrote as a report; false where it cannot be read. */
export const isReportWorkbook = async (source: Source): Promise<boolean> => {
  try {
    return (await openWorkbook(source)).workbook?.sheets.every(({ isOwn }) => isOwn) ?? false;
  } catch {
    return false;
  }
};
