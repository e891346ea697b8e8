import type { Finding, Subject, Witness } from '../../model/assessment.ts';
import { placeText } from '../../model/place.ts';
import type { Language } from '../../model/text.ts';
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

const placeOf = ({ witness, pathOf }: EvidenceRow): string | null =>
  witness?.place ? visible(placeText({ ...witness.place, path: pathOf(witness.place.path) })) : null;

const headingOf = ({ witness, headingOf, language }: EvidenceRow): string | null => {
  if (witness === null) return null;
  if (witness.field === VERDICT) return words[language].verdict;
  if (witness.heading !== null) return plain(witness.heading);
  return witness.place === null ? null : words[language].absent(plain(headingOf(witness.field)));
};

const textOf = ({ witness, which, language }: EvidenceRow): string | null => {
  if (witness === null) return null;
  const { results, blank } = words[language];
  if (witness.field === VERDICT) return results[which === 'failing' ? 'fail' : 'unknown'];
  if (witness.heading === null) return null;
  return witness.text === null || witness.text.trim() === '' ? blank : visible(witness.text);
};

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
