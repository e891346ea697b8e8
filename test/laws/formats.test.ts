import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findingsOf, witnessesOf } from './findings.ts';
import { reportOf } from './report-of.ts';
import { submissions, toTables } from './submission.ts';
import { toCsvFiles } from './to-csv-files.ts';
import { dialects, PLAIN } from './write-csv.ts';
import { writeYaml, yamlDialects } from './write-yaml.ts';

test('however a table is written as CSV, the findings are the same', async () => {
  await fc.assert(
    fc.asyncProperty(submissions, fc.tuple(dialects, dialects, dialects), async (submission, chosen) => {
      const tables = toTables(submission);
      const plain = await reportOf(toCsvFiles(tables, [PLAIN, PLAIN, PLAIN]));
      const other = await reportOf(toCsvFiles(tables, chosen));
      expect(findingsOf(plain).errors).toEqual([]);
      expect(findingsOf(other)).toEqual(findingsOf(plain));
      expect(witnessesOf(other)).toEqual(witnessesOf(plain));
    }),
  );
});

test('as YAML, flat or nested, the findings are those of the CSV', async () => {
  await fc.assert(
    fc.asyncProperty(submissions, yamlDialects, async (submission, dialect) => {
      const csv = await reportOf(toCsvFiles(toTables(submission), [PLAIN, PLAIN, PLAIN]));
      const yaml = await reportOf({ [dialect.json ? 'r.json' : 'r.yaml']: writeYaml(submission, dialect) });
      expect(findingsOf(yaml)).toEqual(findingsOf(csv));
      expect(witnessesOf(yaml)).toEqual(witnessesOf(csv));
    }),
  );
});
