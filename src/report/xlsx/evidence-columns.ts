import { cellsOf, type Finding, type Subject, type Witness, type WitnessCell } from '../../model/assessment.ts';
import { placeText } from '../../model/place.ts';
import type { Language } from '../../model/text.ts';
import { csvWords } from '../csv/csv-words.ts';
import { type Column, findingColumns } from '../csv/finding-columns.ts';
import type { FindingTeller } from '../finding-teller.ts';
import { plain, visible } from '../plain.ts';
import type { WitnessList } from '../witness-text.ts';
import { words } from '../words.ts';
import { xlsxWords } from './xlsx-words.ts';

/** A record behind a finding, or how many are not listed. */
export interface EvidenceRow {
  readonly subject: Subject;
  readonly finding: Finding;
  readonly which: WitnessList;
  readonly witness: Witness | null;
  readonly omitted: number;
  readonly teller: FindingTeller;
  readonly language: Language;
  readonly pathOf: (path: string) => string;
  readonly headingOf: (field: string) => string;
}

const VERDICT = 'verdict';

/** What is said of each cell that decided, in their order. */
const ofCells =
  (tell: (cell: WitnessCell, row: EvidenceRow) => string | null) =>
  (row: EvidenceRow): string | null => {
    if (row.witness === null) return null;
    const told = cellsOf(row.witness).flatMap((cell) => tell(cell, row) ?? []);
    return told.length === 0 ? null : told.join(csvWords[row.language].semicolon);
  };

const placeOf = ofCells(({ place }, { pathOf }) =>
  place === null ? null : visible(placeText({ ...place, path: pathOf(place.path) })),
);

const headingOf = ofCells(({ place, field, heading }, { headingOf, language }) => {
  if (field === VERDICT) return words[language].verdict;
  if (heading !== null) return plain(heading);
  return place === null ? null : words[language].absent(plain(headingOf(field)));
});

const textOf = ofCells(({ field, heading, text }, { which, language }) => {
  const { results, blank } = words[language];
  if (field === VERDICT) return results[which === 'failing' ? 'fail' : 'unknown'];
  if (heading === null) return null;
  return text === null || text.trim() === '' ? blank : visible(text);
});

/** Of the subject, its code and name, the rule and its result: as in the sheet of findings. */
const OF_FINDING = new Set(['代码', '名称', '考核规则', '单项结论']);
const ofFinding = findingColumns
  .filter(({ heading }) => OF_FINDING.has(heading.zh))
  .map(
    (column): Column<EvidenceRow> => ({
      ...column,
      cell: ({ subject, finding, teller, language }) => column.cell({ year: null, subject, finding, teller, language }),
    }),
  );

export const evidenceColumns: readonly Column<EvidenceRow>[] = [
  ...ofFinding,
  {
    heading: { zh: '为何列出', en: 'why listed' },
    cell: ({ which, witness, omitted, language }) =>
      witness === null ? words[language].omitted(omitted) : xlsxWords[language].listed[which],
    sheet: { kind: 'long', width: 14 },
  },
  {
    heading: { zh: '单位代码', en: 'unit code' },
    cell: ({ witness }) => witness?.code ?? null,
    sheet: { kind: 'text', width: 20 },
  },
  {
    heading: { zh: '单位', en: 'unit' },
    cell: ({ witness }) => witness?.name ?? null,
    sheet: { kind: 'long', width: 24 },
  },
  { heading: { zh: '位置', en: 'place' }, cell: placeOf, sheet: { kind: 'long', width: 36 } },
  { heading: { zh: '表头', en: 'heading' }, cell: headingOf, sheet: { kind: 'long', width: 16 } },
  { heading: { zh: '原文', en: 'text' }, cell: textOf, sheet: { kind: 'long', width: 24 } },
];
