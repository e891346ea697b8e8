import type { Language } from '../model/text.ts';
import type { Form } from './form.ts';
import { formWords } from './form-words.ts';
import { createLists } from './xlsx/lists.ts';
import { noteBoxesXml, notesXml } from './xlsx/notes.ts';
import { headingRow, sheetXml } from './xlsx/sheet.ts';
import { STYLES } from './xlsx/styles.ts';
import { validationsXml } from './xlsx/validations.ts';
import { MAIN, RELATIONS, XML, xmlText } from './xlsx/xml.ts';
import { type ZipEntry, zip } from './xlsx/zip.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** What no name of a sheet may hold, and how long it may be. */
const NOT_IN_NAMES = /[[\]:*?/\\'\p{Cc}\p{Cs}]/gu;
const LONGEST_NAME = 31;

const entry = (name: string, ...pieces: readonly string[]): ZipEntry => ({ name, pieces });

const relations = (targets: readonly (readonly [type: string, target: string])[]): string => {
  const listed = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${listed.join('')}</Relationships>`;
};

/** Names of sheets: the titles without what sheets cannot be called, told apart by a number where they clash. */
const namesOf = (titles: readonly string[]): string[] => {
  const names: string[] = [];
  for (const title of titles) {
    const base = title.replace(NOT_IN_NAMES, '_').slice(0, LONGEST_NAME - 3);
    const taken = (name: string) => names.some((other) => other.toLowerCase() === name.toLowerCase());
    let name = base;
    for (let nth = 2; taken(name); nth++) name = `${base} ${nth}`;
    names.push(name);
  }
  return names;
};

const contentTypes = (sheets: number, forms: number): string => {
  const parts = [
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>`,
    `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>`,
    ...Array.from(
      { length: sheets },
      (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
    ),
    ...Array.from(
      { length: forms },
      (_, at) => `<Override PartName="/xl/comments${at + 1}.xml" ContentType="${TYPE}.comments+xml"/>`,
    ),
  ];
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${parts.join('')}</Types>`;
};

const workbookXml = (names: readonly string[], forms: readonly Form[]): string => {
  const sheets = names.map(
    (name, at) =>
      `<sheet name="${xmlText(name)}" sheetId="${at + 1}"${at < forms.length ? '' : ' state="hidden"'} r:id="rId${at + 1}"/>`,
  );
  const printed = forms.map((form, at) => {
    const top = headingRow(form);
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${xmlText(names[at]!)}'!$${top}:$${top}</definedName>`;
  });
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets.join('')}</sheets><definedNames>${printed.join('')}</definedNames></workbook>`;
};

/**
 * A workbook with a sheet for each form: drop-down lists, a note on each heading, codes and names formatted as text in
 * rows that are still empty, too, the headings frozen and printed on each page. The same forms give the same bytes.
 */
export const writeXlsx = (forms: readonly Form[], language: Language): Buffer => {
  const names = namesOf([...forms.map(({ title }) => title), formWords[language].lists]);
  const lists = createLists(names.at(-1)!);
  const sheets = forms.flatMap((form, at): ZipEntry[] => {
    const nth = at + 1;
    const top = headingRow(form);
    const validations = validationsXml(form.columns, top + 1, lists, language);
    return [
      { name: `xl/worksheets/sheet${nth}.xml`, pieces: sheetXml(form, at === 0, validations) },
      entry(
        `xl/worksheets/_rels/sheet${nth}.xml.rels`,
        relations([
          ['vmlDrawing', `../drawings/vmlDrawing${nth}.vml`],
          ['comments', `../comments${nth}.xml`],
        ]),
      ),
      entry(`xl/comments${nth}.xml`, notesXml(form.columns, top)),
      entry(`xl/drawings/vmlDrawing${nth}.vml`, noteBoxesXml(form.columns, top, nth)),
    ];
  });
  const hidden = lists.sheet();
  const used = hidden === null ? names.slice(0, -1) : names;
  const workbook = [
    ...used.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const),
    ['styles', 'styles.xml'] as const,
  ];
  return zip([
    entry('[Content_Types].xml', contentTypes(used.length, forms.length)),
    entry('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])),
    entry('xl/workbook.xml', workbookXml(used, forms)),
    entry('xl/_rels/workbook.xml.rels', relations(workbook)),
    entry('xl/styles.xml', STYLES),
    ...sheets,
    ...(hidden === null ? [] : [entry(`xl/worksheets/sheet${used.length}.xml`, hidden)]),
  ]);
};
