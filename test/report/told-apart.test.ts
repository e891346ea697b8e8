import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/assess.ts';
import { tellApart } from '../../src/model/tell-apart.ts';
import { FORMATS, loadReporter } from '../../src/report/reporter.ts';
import { WARD_LEVELS, writeBoth } from '../rulesets/small-rulesets.ts';
import { runMain } from '../samples/run-main.ts';
import { readWorkbook } from '../workbook/read-workbook.ts';

describe('units of one name are told apart', () => {
  const told = (units: readonly (readonly [chain: string, name: string])[]) =>
    tellApart(
      units.map(([, name]) => ({ name })),
      (_, at) => units[at]![0].split(' ').filter((each) => each !== ''),
    ).map(({ name, within = [] }) => [...within, name].join(' '));

  test.each<[string, Parameters<typeof told>[0], readonly string[]]>([
    [
      'not where each has its own',
      [
        ['甲 一', 'a'],
        ['甲 一', 'b'],
      ],
      ['a', 'b'],
    ],
    [
      'by what is nearest',
      [
        ['甲 一', 'a'],
        ['甲 二', 'a'],
        ['乙 一', 'b'],
      ],
      ['一 a', '二 a', 'b'],
    ],
    [
      'by what is further out where that is alike',
      [
        ['甲 一', 'a'],
        ['乙 一', 'a'],
      ],
      ['甲 一 a', '乙 一 a'],
    ],
    [
      'one that lies further out',
      [
        ['甲', 'a'],
        ['甲 一', 'a'],
      ],
      ['甲 a', '一 a'],
    ],
    [
      'as far as anything tells',
      [
        ['甲 一', 'a'],
        ['甲 一', 'a'],
      ],
      ['甲 一 a', '甲 一 a'],
    ],
    [
      'of which nothing is known',
      [
        ['', 'a'],
        ['', 'a'],
      ],
      ['a', 'a'],
    ],
  ])('%s', (_, units, names) => {
    expect(told(units)).toEqual(names);
  });
});

/** Rooms in houses in courts of a ward: of one name everywhere, without codes. */
const named = (...fields: readonly string[]) =>
  fields.map((field) => `  ${field}: { type: string, format: name }\n`).join('');
const RECORD = '$schema: urn:streetcheck:record:1\ntype: object\nproperties:\n';
const RULES = {
  'ruleset.yaml': `$schema: urn:streetcheck:ruleset:1
id: told-apart
label: { zh: 示例考核, en: an example }
version: 1.0.0
source: { number: 示例〔2020〕1号 }
${WARD_LEVELS}indicators:
  green: { of: room, meets: { properties: { green: { const: "yes" } } } }
type: object
properties:
  green: { label: { zh: 绿, en: green }, clause: 一, share: { atLeast: 90 } }
`,
  'ward.yaml': `${RECORD}${named('name')}`,
  'court.yaml': `${RECORD}${named('name', 'ward')}`,
  'house.yaml': `${RECORD}${named('name', 'court', 'ward')}`,
  'room.yaml': `${RECORD}${named('name', 'house', 'court', 'ward')}  green: { type: string, enum: ["yes", "no"], mendable: true }\n`,
};
const ROOMS = ['甲里 一院 一室 no', '甲里 二院 一室 no', '乙里 一院 一室 no', '乙里 一院 二室 '];
const LABELS = ['甲里 一院 一室', '甲里 二院 一室', '乙里 一院 一室'];
const DATA = {
  '1.csv': 'name\n东坊\n',
  '2.csv': 'name,ward\n甲里,东坊\n乙里,东坊\n',
  '3.csv': 'name,court,ward\n一院,甲里,东坊\n二院,甲里,东坊\n一院,乙里,东坊\n',
  '4.csv': `name,house,court,ward,green\n${ROOMS.map((room) => {
    const [court, house, name, green] = room.split(' ');
    return `${name},${house},${court},东坊,${green}\n`;
  }).join('')}`,
};

test.each(FORMATS.flatMap((format) => [[format, 'zh'] as const, [format, 'en'] as const]))(
  'in a report as %s (%s)',
  async (format, language) => {
    const at = writeBoth(RULES, DATA);
    const result = await assess({ paths: [at.data], rules: at.rules, year: 2020 });
    const pieces = [...(await loadReporter(format))(result, { tool: '0', language, width: 200, color: false })];
    const text =
      format === 'xlsx'
        ? readWorkbook(Buffer.concat(pieces as Uint8Array[]))
            .flatMap(({ cells }) => [...cells.values()].map(({ value }) => value))
            .join('\n')
        : pieces.join('');
    const isJson = format === 'json';
    for (const label of LABELS) expect(text).toContain(label);
    expect(text).toContain('二室');
    if (isJson) expect(text).toMatch(/"within": \[\s*"甲里",\s*"二院"\s*\]/);
    expect(text).not.toMatch(/[、,] 一室/);
  },
);

test('in a plan, a list of targets and a saved report that is read again', async () => {
  const at = writeBoth(RULES, DATA);
  const ask = async (...argv: readonly string[]) =>
    (await runMain([...argv, '--rules', at.rules, '--lang', 'zh'])).stdout;
  const submission = [at.data, '--year', '2020'];
  const plan = await ask('plan', ...submission);
  for (const label of LABELS.slice(0, 2)) expect(plan).toContain(label);
  const assessed = await ask('assess', ...submission, '--format', 'json');
  const report = join(at.data, '..', 'report.json');
  writeFileSync(report, assessed);
  expect(await ask('report', report)).toContain(LABELS[2]!);
  expect((await runMain(['verify', report, at.data, '--rules', at.rules])).code).toBe(0);
});

test('subjects of one name in a list of targets, by what lies around them', async () => {
  const fields = '达标,达标,达标,20,19,2,2,2,2,2';
  const at = writeBoth(RULES, {
    'streets.csv': `年度,区名称,街道名称,维稳综治专项考核,安全专项考核,计生专项考核,小区总数,标兵小区数,社区总数,安全文明社区数,无毒社区数,无邪社区数,发案稳中有降社区数
2012,东区,海山街道,${fields}\n2012,西区,海山街道,${fields}\n2012,西区,盐田街道,${fields}\n`,
  });
  const { stdout } = await runMain(['sample', 'targeted', at.data, '--lang', 'zh']);
  expect([...stdout.matchAll(/^ +\d\. (.*)/gm)].map(([, name]) => name)).toEqual([
    '东区 海山街道',
    '西区 海山街道',
    '盐田街道',
  ]);
});
