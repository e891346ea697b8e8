import { extname } from 'node:path';
import type { Assessment } from '../../model/assessment.ts';
import type { ReportContext } from '../../report/reporter.ts';
import type { Drawn } from '../sample.ts';

const isDrawn = (assessment: Assessment): assessment is Drawn => 'draw' in assessment;

/** The writer of a draw's form, by the name of the file: a workbook or CSV. Nothing where nothing was drawn. */
export const loadFormWriter = async (file: string) => {
  const { drawForm } = await import('../draw-form.ts');
  const isWorkbook = extname(file).toLowerCase() === '.xlsx';
  const [{ writeCsv }, { writeXlsx }] = await Promise.all([
    import('../../form/write-csv.ts'),
    import('../../form/write-xlsx.ts'),
  ]);
  return (drawn: Assessment, { language }: ReportContext): Iterable<string | Uint8Array> => {
    if (!isDrawn(drawn) || drawn.draw === null || drawn.ruleset === null) return [];
    const form = drawForm(drawn.draw, drawn.year, drawn.ruleset, language);
    return isWorkbook ? writeXlsx([form], language) : writeCsv(form);
  };
};
