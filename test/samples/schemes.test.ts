import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { questionScreen } from '../../src/audit/command/audit-screen.ts';
import { auditWords } from '../../src/audit/command/audit-words.ts';
import type { Question } from '../../src/audit/questions.ts';
import { type AuditSession, openSession } from '../../src/audit/session.ts';
import type { Standing } from '../../src/audit/standing.ts';
import { writeAnswers } from '../../src/audit/write-answers.ts';
import type { Language } from '../../src/model/text.ts';
import { colorsFor } from '../../src/report/colors.ts';
import { unzip } from '../form/unzip.ts';
import { findingsOf, witnessesOf } from '../laws/findings.ts';
import type { Report } from '../laws/report-of.ts';
import { SCHEMES } from './folders.ts';
import { type Run, runMain } from './run-main.ts';
import { schemeFiles } from './schemes.ts';
import { transcript } from './transcript.ts';

const LANGUAGES = ['zh', 'en'] as const;

// WRITE_SAMPLES=1 writes the files anew.
if (process.env.WRITE_SAMPLES === '1')
  for (const [file, bytes] of Object.entries(schemeFiles)) writeFileSync(file, bytes);

test.each(Object.keys(schemeFiles))('%s holds what the tables beside it hold', (file) => {
  expect(readFileSync(file).equals(schemeFiles[file]!)).toBe(true);
});

/** The tables of each scheme, and what stands out of its report. */
const TABLES: Readonly<Record<string, { readonly subjects: string; readonly units: string }>> = {
  villages: { subjects: 'townships', units: 'villages' },
  schools: { subjects: 'schools', units: 'classes' },
};
const VERDICTS: Readonly<Record<string, readonly string[]>> = {
  villages: ['township 青禾镇 pass', 'township 白石乡 fail', 'township 枫林镇 unknown', 'township 云岭乡 pass'],
  schools: [
    ...['school 育英实验小学 pass', 'school 东湖小学 fail', 'zone 东湖学区 pass'],
    ...['school 西岭中学 fail', 'school 松涛小学 unknown', 'school 望山小学 unknown', 'zone 西岭学区 fail'],
  ],
};

const ASKED: Readonly<Record<string, readonly string[]>> = {
  villages: ['枫林镇/水磨村 上年集体收入', '枫林镇/红叶村 卫生厕所普及率（%）'],
  schools: ['望山小学 消防安全', '松涛小学/二年级（1）班 上学年新增近视', '松涛小学/二年级（1）班 每天运动分钟数'],
};

const dataOf = (name: string): string => `samples/${name}/data`;
const rulesOf = (name: string): string[] => ['--rules', `samples/${name}/rules`];

const assessed = async (name: string, ...paths: readonly string[]): Promise<Report> => {
  const argv = ['assess', ...paths, ...rulesOf(name), '--witnesses', '0', '--format', 'json'];
  return JSON.parse((await runMain(argv)).stdout);
};

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'streetcheck-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** Answers what an audit asks of a copy of the data, each in the first way there is, and writes it into the files. */
const auditCopy = async (
  name: string,
  see: (question: Question, standing: Standing, session: AuditSession) => void,
): Promise<string> => {
  const folder = newFolder();
  cpSync(dataOf(name), folder, { recursive: true });
  const auditor = { by: 'script', now: () => '2023-12-01T08:00:00.000Z' };
  const session = await openSession({ paths: [folder], rules: `samples/${name}/rules` }, async () => auditor);
  const answerTo = ({ schema, choices }: Question) => (schema.kind === 'count' ? '100' : choices[0]!.text);
  for (let standing = await session.standing(); standing.open.length > 0; standing = await session.standing()) {
    const question = standing.open[0]!;
    see(question, standing, session);
    session.answer(question, answerTo(question));
  }
  for (const each of session.files) expect(await writeAnswers(each, session.ruleset, auditor)).toBe(true);
  session.close();
  return folder;
};

describe.each(SCHEMES)('samples/%s', (name) => {
  test('the verdicts, from CSV, and the same findings and witnesses from a workbook and from nested YAML', async () => {
    const csv = await assessed(name, dataOf(name));
    expect(csv.subjects.map(({ scope, name: own, verdict }) => `${scope} ${own} ${verdict}`)).toEqual(VERDICTS[name]);
    expect(findingsOf(csv).errors).toEqual([]);
    for (const format of ['xlsx', 'yaml']) {
      const other = await assessed(name, `samples/${name}/${name}.${format}`);
      expect(findingsOf(other)).toEqual(findingsOf(csv));
      expect(witnessesOf(other)).toEqual(witnessesOf(csv));
    }
  });

  test.each(['csv', 'yaml', 'xlsx'])(
    'a form with what is known (%s) says the same when it comes back',
    async (format) => {
      const { subjects, units } = TABLES[name]!;
      const output = join(newFolder(), format === 'csv' ? 'forms/' : `forms.${format}`);
      const argv = ['template', subjects, units, ...rulesOf(name), '--from', dataOf(name), '-o', output];
      expect(await runMain(argv)).toMatchObject({ code: 0 });
      expect(findingsOf(await assessed(name, output))).toEqual(findingsOf(await assessed(name, dataOf(name))));
    },
  );

  test('an audit asks for what is blank, and with the answers nothing is open', async () => {
    const asked: string[] = [];
    const folder = await auditCopy(name, ({ within, name: own, heading }) => {
      asked.push(`${[...within, own].join('/')} ${heading}`);
    });
    expect(asked.toSorted()).toEqual(ASKED[name]);
    const { subjects } = await assessed(name, folder);
    expect(subjects.filter(({ verdict }) => verdict === 'unknown')).toEqual([]);
  });

  test('a sample can be drawn, and judged by its form', async () => {
    const { file, form, run } = await drawInto(name, newFolder(), 'zh');
    expect(run).toMatchObject({ code: 0 });
    const judged = await runMain(['sample', 'judge', file, form, ...rulesOf(name), '--format', 'json']);
    expect(judged.code).toBeLessThan(3);
  });
});

const drawInto = async (name: string, folder: string, language: string) => {
  const [file, form] = [join(folder, 'draw.json'), join(folder, 'form.csv')];
  const size = ['--of', TABLES[name]!.units, '--rate', '30%', '--at-least', '2', '--seed', '2023-12-01'];
  const outputs = ['--format', 'table', '--format', 'json', '--output', file, '--form', form];
  const run = await runMain([
    'sample',
    'random',
    dataOf(name),
    ...rulesOf(name),
    ...size,
    ...outputs,
    '--lang',
    language,
  ]);
  return { file, form, run };
};

/** What a person sees of a page: neither its style, its script nor what these know elements by. */
const visible = (html: string): string =>
  html
    .replace(/<(style|script)\b.*?<\/\1>/gs, '')
    .replace(/ (?:id|class|href|for|headers|aria-(?:labelledby|controls|describedby))="[^"]*"/g, '');

const inWorkbook = (bytes: Buffer): string =>
  [...unzip(bytes)].flatMap(([part, xml]) => (/workbook|sheet|strings|comments/i.test(part) ? [xml] : [])).join('\n');

type Said = Pick<Run, 'code'> & { readonly text: string };
type Say = (name: string, language: Language) => Promise<Said>;

const said = ({ code, stdout, stderr }: Run): Said => ({ code, text: stdout + stderr });

const command =
  (verb: string, ...more: readonly string[]): Say =>
  async (name, language) =>
    said(await runMain([...verb.split(' '), dataOf(name), ...rulesOf(name), ...more, '--lang', language]));

const template: Say = async (name, language) => {
  const { subjects, units } = TABLES[name]!;
  const folder = newFolder();
  let text = '';
  for (const file of ['blank.csv', 'filled.csv', 'blank.yaml', 'filled.xlsx']) {
    const from = file.startsWith('filled') ? ['--from', dataOf(name)] : [];
    const output = join(folder, file.endsWith('csv') ? `${file}/` : file);
    const argv = ['template', subjects, units, ...rulesOf(name), ...from, '--lang', language, '-o', output];
    const { code, stdout, stderr } = await runMain(argv);
    if (code !== 0) return { code, text: stderr };
    const files = file.endsWith('csv') ? readdirSync(output).map((each) => join(output, each)) : [output];
    const contents = files.map((each) =>
      each.endsWith('xlsx') ? inWorkbook(readFileSync(each)) : readFileSync(each, 'utf8'),
    );
    text += [stdout, stderr, ...files.map((each) => basename(each)), ...contents].join('\n');
  }
  return { code: 0, text };
};

const workbook: Say = async (name, language) => {
  const file = join(newFolder(), 'report.xlsx');
  const { code } = await command('assess', '--output', file)(name, language);
  return { code, text: inWorkbook(readFileSync(file)) };
};

const page: Say = async (name, language) => {
  const { code, text } = await command('assess', '--format', 'html')(name, language);
  return { code, text: visible(text) };
};

const draw: Say = async (name, language) => {
  const { run, file, form } = await drawInto(name, newFolder(), language);
  if (run.code !== 0) return said(run);
  return { code: 0, text: [run.stdout, run.stderr, readFileSync(file, 'utf8'), readFileSync(form, 'utf8')].join('\n') };
};

const judge: Say = async (name, language) => {
  const { run, file, form } = await drawInto(name, newFolder(), language);
  return run.code !== 0
    ? said(run)
    : said(await runMain(['sample', 'judge', file, form, ...rulesOf(name), '--lang', language]));
};

/** Every screen that an audit shows, the answers taken one by one. */
const audit: Say = async (name, language) => {
  const context = { words: auditWords[language], language, colors: colorsFor(false), width: 80 };
  const screens: string[] = [];
  await auditCopy(name, (question, standing, session) => {
    screens.push(...questionScreen(question, standing, session, [], context));
  });
  return { code: 0, text: screens.join('\n') };
};

const SAYING: Readonly<Record<string, Say>> = {
  table: command('assess'),
  json: command('assess', '--format', 'json'),
  csv: command('assess', '--format', 'csv'),
  summary: command('assess', '--format', 'csv', '--summary'),
  markdown: command('assess', '--format', 'markdown'),
  junit: command('assess', '--format', 'junit'),
  sarif: command('assess', '--format', 'sarif', '--sarif-all'),
  github: command('assess', '--format', 'github', '--notes'),
  html: page,
  xlsx: workbook,
  validate: command('validate'),
  plan: command('plan'),
  'plan as JSON': command('plan', '--format', 'json'),
  template,
  draw,
  judge,
  targeted: command('sample targeted'),
  audit,
};

/** What the bundled scheme calls things: no word of any other. */
const WORDS = /街道|社区|小区|\bstreets?\b|\bcommunit(?:y|ies)\b|\bcompounds?\b|\bdistricts?\b/gi;

test.each(Object.entries(SAYING))('%s: other schemes are told in their own words', async (_, say) => {
  const found: string[] = [];
  for (const name of SCHEMES)
    for (const language of LANGUAGES) {
      const { code, text } = await say(name, language);
      const words = new Set(text.match(WORDS));
      if (code > 2 || text.trim() === '' || words.size > 0)
        found.push(`${name} ${language} ${code} ${[...words].join(' ')}`);
    }
  expect(found).toEqual([]);
});

/** Those that are kept as they are, a file for each language; JSON is the same in both. */
const GOLDEN: readonly (readonly [id: string, argv: (name: string) => readonly string[]])[] = [
  ['table', (name) => ['assess', dataOf(name)]],
  ['json', (name) => ['assess', dataOf(name), '--format', 'json']],
  ['plan', (name) => ['plan', dataOf(name)]],
  ['form', (name) => ['template', TABLES[name]!.units]],
  [
    'draw',
    (name) => [
      'sample',
      'random',
      dataOf(name),
      '--of',
      TABLES[name]!.units,
      '--rate',
      '30%',
      '--at-least',
      '2',
      '--seed',
      '2023-12-01',
    ],
  ],
];

describe.each(SCHEMES)('samples/%s as it is told', (name) => {
  test.each(GOLDEN)('%s', async (id, argvOf) => {
    const [zh, en] = await Promise.all(
      LANGUAGES.map(async (language) => {
        const argv = [...argvOf(name), ...rulesOf(name), '--lang', language];
        return transcript(argv, await runMain(argv));
      }),
    );
    if (id === 'json') expect(en!.replaceAll('--lang en', '--lang zh')).toBe(zh);
    await expect(zh).toMatchFileSnapshot(`golden/${name}.${id}.zh.md`);
    if (id !== 'json') await expect(en).toMatchFileSnapshot(`golden/${name}.${id}.en.md`);
  });
});
