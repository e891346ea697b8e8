import { visible } from '../plain.ts';
import { Both, both } from './bilingual.tsx';
import type { PageFacts } from './page-facts.ts';
import { pageWords } from './page-words.ts';
import { PrintMark } from './sheet.tsx';

const HEADINGS = [
  pageWords.file,
  pageWords.table,
  pageWords.encoding,
  pageWords.records,
  pageWords.skippedRows,
  pageWords.leftOut,
  { zh: 'SHA-256', en: 'SHA-256' },
] as const;

/** What was read, and the fingerprints by which a sheet of paper is matched to it. */
export const Basis = ({ facts }: { readonly facts: PageFacts }) => {
  const { inputs } = facts.assessment;
  return (
    <section id="basis" aria-labelledby="basis-title">
      <h2 id="basis-title">
        <Both of={pageWords.basisOfReport} />
      </h2>
      <PrintMark facts={facts} />
      <p>
        <Both of={pageWords.fullPrint} /> <code class="digest">{facts.fingerprints.report}</code>
      </p>
      {inputs.length > 0 && (
        <h3 id="inputs-title">
          <Both of={both((text) => text.counted(text.inputs, inputs.length))} />
        </h3>
      )}
      {inputs.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section class="scroll" tabIndex={0} aria-labelledby="inputs-title">
          <table>
            <thead>
              <tr>
                {HEADINGS.map((heading) => (
                  <th key={heading.en} scope="col">
                    <Both of={heading} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {inputs.map(({ path, shown, table, encoding, records, skipped, leftOut, sha256 }) => (
                <tr key={path}>
                  <th scope="row">{visible(shown)}</th>
                  <td>
                    <Both
                      of={both((text) =>
                        table === null ? text.severalTables : text.tables[table as keyof typeof text.tables],
                      )}
                    />
                  </td>
                  <td>{visible(encoding)}</td>
                  <td>{records}</td>
                  <td>{skipped}</td>
                  <td>{leftOut}</td>
                  <td>
                    <code class="digest">{sha256}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <p class="note">
        <Both of={pageWords.printsExplained} />
      </p>
    </section>
  );
};
