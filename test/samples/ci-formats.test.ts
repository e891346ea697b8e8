import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/assessment.ts';
import { byWeight } from '../../src/report/findings.ts';
import { readPlaces } from '../laws/read-place.ts';
import type { Report, ReportFinding, ReportPlace, ReportWitness } from '../laws/report-of.ts';
import { assertSarif } from '../report/assert-sarif.ts';
import { readAnnotations } from '../report/read-annotations.ts';
import { readJunit } from '../report/read-junit.ts';
import { SUBMISSIONS } from './folders.ts';
import { runMain } from './run-main.ts';

const run = async (folder: string, format: string, ...more: string[]): Promise<string> => {
  const { stdout, stderr } = await runMain(['assess', folder, '--format', format, '--lang', 'en', ...more]);
  expect(stderr).toBe('');
  return stdout;
};

const reportOf = async (folder: string): Promise<Report> => JSON.parse(await run(folder, 'json'));

/** Of a finding that fails or is open, in the order in which they decide. */
const witnessesOf = ({ result, witnesses: { failing, unknown } }: ReportFinding): ReportWitness[] =>
  result === 'unknown' ? [...unknown, ...failing] : [...failing, ...unknown];

const firstPlaced = (finding: ReportFinding): ReportWitness | undefined =>
  witnessesOf(finding).find(({ place }) => place !== null);

/** A file; which sheet of it is told in the message. */
const at = (folder: string, { path, line, column, cell }: ReportPlace) => ({
  file: `${folder}/${cell === undefined ? path : path.split('#')[0]}`,
  line,
  column,
});

interface Expected {
  readonly decides: boolean;
  readonly finding: ReportFinding;
}

const newsOf = ({ subjects }: Report): Expected[] =>
  subjects.flatMap(({ scope, findings }) =>
    findings
      .filter(({ result }) => result === 'fail' || result === 'unknown')
      .map((finding) => ({ decides: scope === 'street' && finding.obligation === 'required', finding })),
  );

describe.each(SUBMISSIONS.map((name) => `samples/${name}`))('%s', (folder) => {
  test('SARIF results stand in the repository where the JSON report has their first witness', async () => {
    const report = await reportOf(folder);
    const runs = assertSarif(await run(folder, 'sarif'));
    const results = runs.flatMap(({ results: each }) => each);
    const placed = results.map(({ locations: [location] }) => {
      const { artifactLocation, region } = location!.physicalLocation;
      return { file: decodeURIComponent(artifactLocation.uri), line: region.startLine, column: region.startColumn };
    });
    for (const { file } of placed) expect(() => readFileSync(file)).not.toThrow();
    const news = newsOf(report);
    const faults = report.diagnostics.filter(({ severity }) => severity !== 'note');
    expect(placed).toHaveLength(news.length + faults.length);
    for (const [index, { finding }] of news.entries()) {
      const witness = firstPlaced(finding);
      if (witness === undefined) expect(placed[index]).toMatchObject({ line: 1, column: 1 });
      else {
        expect(placed[index]).toEqual(at(folder, witness.place!));
        const { file, line, column } = placed[index]!;
        if (witness.field !== 'verdict')
          expect(readPlaces(`${folder}/${witness.place!.path}`, readFileSync(file))(line, column).text).toBe(
            witness.text,
          );
      }
    }
    for (const [index, { place }] of faults.entries())
      if (place !== null) expect(placed[news.length + index]).toEqual(at(folder, place));
  });

  test('GitHub annotates the same places', async () => {
    const report = await reportOf(folder);
    const { annotations } = readAnnotations(await run(folder, 'github', '--notes'));
    const weighed = report.subjects.map((subject) => {
      const findings = subject.findings.map((finding) => ({ ...finding, target: { atLeast: finding.atLeast } }));
      return { ...subject, findings: byWeight(findings as unknown as Finding[]) as unknown as ReportFinding[] };
    });
    const news = newsOf({ ...report, subjects: weighed }).filter(
      ({ decides, finding }) => decides || finding.result === 'fail',
    );
    const like = ({ code, severity, text, message, place }: Report['diagnostics'][number]) =>
      JSON.stringify([code, severity, text, message.zh.replace(/（共 \d+ 处）/, ''), place === null]);
    const told = [...new Map(report.diagnostics.toReversed().map((each) => [like(each), each])).values()];
    const entries = report.diagnostics.filter((each) => told.includes(each));
    expect(annotations).toHaveLength(news.length + entries.length);
    const placed = annotations.map(({ level, properties: { file, line, col } }) => ({
      level,
      ...(file === undefined ? {} : { file, line: Number(line), column: Number(col) }),
    }));
    for (const [index, { decides, finding }] of news.entries()) {
      const level = decides ? (finding.result === 'fail' ? 'error' : 'warning') : 'notice';
      const witness = firstPlaced(finding);
      expect(placed[index]).toMatchObject({ level, ...(witness === undefined ? {} : at(folder, witness.place!)) });
    }
    for (const [index, { severity, place }] of entries.entries()) {
      const level = severity === 'note' ? 'notice' : severity;
      expect(placed[news.length + index]).toMatchObject({ level, ...(place === null ? {} : at(folder, place)) });
    }
  });

  test('JUnit is red exactly where a street fails, is undecided or its data is invalid', async () => {
    const report = await reportOf(folder);
    const { counts } = readJunit(await run(folder, 'junit'));
    const deciding = newsOf(report).filter(({ decides }) => decides);
    const errors = report.diagnostics.filter(({ severity }) => severity === 'error').length;
    expect(counts).toMatchObject({
      failures: deciding.filter(({ finding }) => finding.result === 'fail').length,
      errors: deciding.filter(({ finding }) => finding.result === 'unknown').length + errors,
    });
  });
});

test('--base is put in front of the paths', async () => {
  const options = ['--base', 'data/2012/'];
  const [first] = readAnnotations(await run('samples/failing', 'github', ...options)).annotations;
  expect(first!.properties.file).toBe('data/2012/communities.csv');
  const [findings] = assertSarif(await run('samples/failing', 'sarif', ...options));
  const [location] = findings!.results[0]!.locations;
  expect(location!.physicalLocation.artifactLocation.uri).toBe('data/2012/compounds.csv');
});

/** The signs that headings and notes of the samples hold in brackets stay. */
test.each(['csv', 'csv --summary', 'markdown', 'junit', 'sarif --sarif-all', 'github'])(
  'English %s has no Chinese signs between its words',
  async (format) => {
    for (const name of SUBMISSIONS) {
      const [wanted = '', ...more] = format.split(' ');
      expect(await run(`samples/${name}`, wanted, ...more)).not.toMatch(/[：，。；、“”]/);
    }
  },
);

describe('--base is for one folder', () => {
  const base = (paths: readonly string[], lang: string) =>
    runMain(['assess', ...paths, '--base', 'sub/dir', '--format', 'github', '--lang', lang]);
  const streets = 'samples/failing/streets.csv';

  test.each([
    ['folders', ['samples/failing', 'samples/unknown'], 'samples/failing, samples/unknown'],
    ['files', [streets, 'samples/passing/communities.csv'], 'samples/failing, samples/passing'],
    ['tables', [`streets=${streets}`, 'compounds=samples/passing/compounds.csv'], 'samples/failing, samples/passing'],
  ])('several %s are wrong usage', async (_, paths, told) => {
    const english = await base(paths, 'en');
    expect(english).toMatchObject({ code: 64, stdout: '' });
    expect(english.stderr).toContain(`--base is for the inputs of one folder, and these lie in several: ${told}`);
    const chinese = await base(paths, 'zh');
    expect(chinese.code).toBe(64);
    expect(chinese.stderr).toContain(
      `--base 只能用于同一文件夹中的输入文件，这里有多个文件夹：${told.replace(', ', '、')}`,
    );
  });

  test('files of one folder, however it is written, lie below it', async () => {
    const paths = ['communities', 'compounds'].map((name) => `samples/failing/${name}.csv`);
    const { code, stdout } = await base([streets, ...paths, './samples/../samples/failing/'], 'en');
    expect(code).toBe(1);
    const files = readAnnotations(stdout).annotations.flatMap(({ properties: { file } }) => file ?? []);
    expect(new Set(files)).toEqual(
      new Set(['streets', 'communities', 'compounds'].map((name) => `sub/dir/${name}.csv`)),
    );
  });
});

describe('standard input is no file', () => {
  const yaml = readFileSync('samples/nested-yaml/register.yaml', 'utf8').replace('无毒社区: 是', '无毒社区: 否');
  const judged = yaml.replace(/(本年刑事发案: )\d+/, '$1');
  const invalid = yaml.replace(/(本年刑事发案: )\d+/, '$1两起');

  const cases = [
    ['judged', judged, []],
    ['invalid', invalid, []],
    ['judged, with a base', judged, ['--base', 'sub/dir']],
  ] as const;

  test.each(cases)('GitHub annotates no file: %s', async (_, data, more) => {
    const { stdout } = await runMain(['assess', '-', '--format', 'github', '--lang', 'en', ...more], data);
    const { annotations } = readAnnotations(stdout);
    expect(annotations.length).toBeGreaterThan(0);
    for (const { properties, message } of annotations) {
      expect(Object.keys(properties)).toEqual(['title']);
      expect(message).not.toMatch(/(?:^|[\s/])-:\d/);
    }
    expect(annotations.some(({ message }) => /^standard input:\d+:\d+/m.test(message))).toBe(true);
  });

  test.each(cases)('SARIF points to the ruleset and says where: %s', async (_, data, more) => {
    const { stdout } = await runMain(
      ['assess', '-', '--format', 'sarif', '--lang', 'en', '--sarif-all', ...more],
      data,
    );
    const runs = assertSarif(stdout);
    expect(stdout).not.toMatch(/"uri": "(?:-|sub)/);
    for (const { artifacts } of runs) expect(artifacts).toMatchObject([{ description: { text: 'standard input' } }]);
    const results = runs.flatMap((run) => run.results);
    for (const { locations } of results)
      expect(locations[0]!.physicalLocation).toEqual({
        artifactLocation: { uri: 'ruleset.yaml', uriBaseId: 'RULESET' },
        region: { startLine: 1, startColumn: 1 },
      });
    expect(results.some(({ message }) => /standard input:\d+:\d+/.test(message.text))).toBe(true);
  });
});

test.each([
  ['failing.csv', ['--format', 'csv']],
  ['failing.summary.csv', ['--format', 'csv', '--summary']],
  ['failing.markdown.md', ['--format', 'markdown']],
  ['failing.junit.xml', ['--format', 'junit']],
  ['failing.sarif', ['--format', 'sarif']],
  ['failing.github.txt', ['--format', 'github']],
])('%s is what the sample gives', async (name, options) => {
  const { code, stdout } = await runMain(['assess', 'samples/failing', '--lang', 'zh', ...options]);
  await expect(stdout).toMatchFileSnapshot(`golden/${name}`);
  expect(code).toBe(1);
});
