import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { diagnose } from '../../src/diagnostics/diagnostics.ts';
import type {
  Assessment,
  InputFile,
  ShareFinding,
  ShareReasonCode,
  Subject,
  VetoFinding,
  VetoReasonCode,
  Witness,
  Witnesses,
} from '../../src/model/assessment.ts';
import type { Field, RecordSchema, Rule, Ruleset, TableName } from '../../src/model/ruleset.ts';
import { whatItTakes } from '../../src/model/share.ts';
import type { Text } from '../../src/model/text.ts';
import type { ReportContext } from '../../src/report/reporter.ts';
import { readLevels } from '../../src/ruleset/documents.ts';
import { readClause } from '../../src/ruleset/to-ruleset.ts';

const YANTIAN = parse(readFileSync(new URL('../../rules/yantian-2011/ruleset.yaml', import.meta.url), 'utf8'));

const recordSchema = (table: TableName): RecordSchema => ({ table, headings: [table], watch: [], fields: [] });

const field = (name: string, heading: string): Field => ({
  name,
  kind: 'count',
  role: null,
  headings: [name, heading],
  labels: new Map(),
  labelTexts: [],
  accepts: () => true,
});

const shareRule = (id: string, label: Text, short: Text, atLeast: string): Rule => ({
  kind: 'share',
  id,
  label,
  short,
  clause: '二',
  ...readClause('二', { number: '' }),
  scopes: ['street', 'district'],
  obligation: 'required',
  target: { atLeast },
  remedy: {
    zh: '对照名单逐个补建并复查',
    en: 'Bring the units listed up to the standard and have them checked again.',
  },
});

const vetoRule = (id: string, label: Text, short: Text): Rule => ({
  kind: 'veto',
  id,
  label,
  short,
  clause: '四(四)',
  ...readClause('四(四)', { number: '' }),
  scopes: ['street'],
  obligation: 'required',
  field: id,
  passes: 'pass',
});

/** Eight rules for streets and one for the district, with labels as long as those of a real scheme. */
const rules: readonly Rule[] = [
  shareRule(
    'model-compounds',
    { zh: '安全文明标兵小区', en: 'model compounds' },
    { zh: '标兵小区', en: 'model' },
    '80',
  ),
  shareRule(
    'safe-civilized-communities',
    { zh: '安全文明社区', en: 'safe and civilized communities' },
    { zh: '安全文明', en: 'civil' },
    '100',
  ),
  shareRule(
    'drug-free-communities',
    { zh: '无毒社区', en: 'drug-free communities' },
    { zh: '无毒', en: 'no drugs' },
    '100',
  ),
  shareRule(
    'cult-free-communities',
    { zh: '无邪社区', en: 'cult-free communities' },
    { zh: '无邪', en: 'no cults' },
    '100',
  ),
  shareRule(
    'case-trend',
    { zh: '刑事和治安发案稳中有降', en: 'criminal and security cases steady or falling' },
    { zh: '稳中有降', en: 'cases' },
    '90',
  ),
  vetoRule(
    'stability',
    { zh: '维稳综治专项考核', en: 'special assessment of stability' },
    { zh: '维稳', en: 'stable' },
  ),
  vetoRule('safety', { zh: '安全专项考核', en: 'special assessment of safety' }, { zh: '安全', en: 'safety' }),
  vetoRule(
    'family-planning',
    { zh: '计生专项考核', en: 'special assessment of family planning' },
    { zh: '计生', en: 'family' },
  ),
  {
    ...shareRule(
      'named-streets',
      { zh: '街道全部达标', en: 'all streets named' },
      { zh: '全部街道', en: 'streets' },
      '100',
    ),
    scopes: ['district'],
    requiredFrom: 2014,
  } as Rule,
];

export const ruleset = (over: Partial<Ruleset> = {}): Ruleset => ({
  id: 'yantian-2011',
  label: { zh: '盐田区“平安和谐街道”考核', en: 'Yantian District: safe and harmonious streets' },
  version: '1.0.0',
  sha256: 'a'.repeat(64),
  source: { number: '深盐办〔2011〕29号', issued: '2011-07-13' },
  from: 2012,
  levels: readLevels(YANTIAN),
  records: {
    streets: recordSchema('streets'),
    communities: { ...recordSchema('communities'), fields: [field('securityCasesPrevious', '上年治安发案')] },
    compounds: recordSchema('compounds'),
  },
  leftOut: [],
  aliases: new Map(),
  unknowns: [],
  indicators: [],
  rules,
  ...over,
});

export const witness = (over: Partial<Witness> = {}): Witness => ({
  code: '440308003004',
  name: '东和社区',
  place: { path: 'communities.csv', line: 18, column: 44 },
  field: 'drugFree',
  heading: '无毒社区',
  text: '否',
  ...over,
});

export const witnesses = (over: Partial<Witnesses> = {}): Witnesses => ({
  failing: [],
  unknown: [],
  omitted: { failing: 0, unknown: 0 },
  ...over,
});

const resultOf = {
  'share.pass': 'pass',
  'share.pass-despite-unknown': 'pass',
  'share.fail': 'fail',
  'share.fail-despite-unknown': 'fail',
  'share.unknown': 'unknown',
  'share.total-unknown': 'unknown',
  'share.not-submitted': 'unknown',
  'share.no-units': 'unknown',
  'share.column-absent': 'unknown',
  'share.subject-not-submitted': 'unknown',
  'share.empty': 'not-applicable',
  'rule.not-in-force': 'not-applicable',
  'veto.pass': 'pass',
  'veto.fail': 'fail',
  'veto.blank': 'unknown',
  'veto.column-absent': 'unknown',
  'veto.not-submitted': 'unknown',
} as const;

export const share = (
  rule: string,
  [met, of, unknown = 0]: readonly [number | null, number | null, (number | null)?],
  reason: ShareReasonCode | 'rule.not-in-force' = 'share.pass',
  over: Partial<ShareFinding> = {},
): ShareFinding => {
  const found = rules.find(({ id }) => id === rule);
  const target = found?.kind === 'share' ? found.target : { atLeast: '100' };
  return {
    rule,
    kind: 'share',
    obligation: 'required',
    result: resultOf[reason],
    met,
    of,
    unknown,
    missing: 0,
    source: met === null ? null : 'register',
    target,
    ...whatItTakes({ met, of, unknown }, target),
    clause: '二',
    reason,
    witnesses: witnesses(),
    ...over,
  };
};

export const veto = (
  rule: string,
  reason: VetoReasonCode | 'rule.not-in-force' = 'veto.pass',
  over: Partial<VetoFinding> = {},
): VetoFinding => ({
  rule,
  kind: 'veto',
  obligation: 'required',
  result: resultOf[reason],
  clause: '四(四)',
  reason,
  witnesses: witnesses(),
  ...over,
});

export const subject = (over: Partial<Subject> = {}): Subject => ({
  scope: 'street',
  code: '440308003',
  name: '沙头角街道',
  verdict: 'pass',
  verdictWithoutVetoes: 'pass',
  findings: [
    share('model-compounds', [8, 9]),
    share('safe-civilized-communities', [5, 5]),
    share('drug-free-communities', [5, 5]),
    share('cult-free-communities', [5, 5]),
    share('case-trend', [5, 5]),
    veto('stability'),
    veto('safety'),
    veto('family-planning'),
  ],
  ...over,
});

export const input = (over: Partial<InputFile> = {}): InputFile => ({
  path: 'communities.csv',
  shown: 'samples/yantian-2012/communities.csv',
  table: 'communities',
  encoding: 'gb18030',
  records: 23,
  skipped: 1,
  leftOut: 0,
  sha256: 'b'.repeat(64),
  ...over,
});

export const assessment = (
  over: Partial<Omit<Assessment, 'subjects'>> & { subjects?: readonly Subject[] } = {},
): Assessment => {
  const { subjects = [subject()], ...rest } = over;
  const counts = { pass: 0, fail: 0, unknown: 0, 'not-applicable': 0 };
  for (const { scope, verdict } of subjects) if (scope === 'street') counts[verdict]++;
  return {
    command: 'assess',
    ruleset: ruleset(),
    options: { year: 2012, subjects: [], onInvalid: 'refuse', witnesses: 20, encoding: null },
    year: 2012,
    refusal: null,
    verdict: 'pass',
    totals: { subjects: counts, records: 227, skipped: 1 },
    inputs: [input()],
    diagnostics: [],
    unmatched: [],
    ...rest,
    subjects,
  };
};

export const context = (over: Partial<ReportContext> = {}): ReportContext => ({
  tool: '0.1.0',
  language: 'zh',
  width: 80,
  notes: true,
  color: false,
  quiet: false,
  summary: false,
  allResults: false,
  ...over,
});

const compound = (line: number, name: string, text: string | null): Witness =>
  witness({
    code: `44030800300${line}001`,
    name,
    place: { path: 'compounds.csv', line, column: 44 },
    field: 'level',
    heading: '创建等级',
    text,
  });

/** A district of four streets: one of each verdict but the last, and a fail by a veto alone. */
export const district = (): Assessment =>
  assessment({
    verdict: 'fail',
    inputs: [
      input({ path: 'streets.csv', shown: 'samples/yantian-2012/streets.csv', table: 'streets', records: 4 }),
      input(),
      input({
        path: 'compounds.csv',
        shown: 'samples/yantian-2012/compounds.csv',
        table: 'compounds',
        encoding: 'utf-8',
        records: 200,
        skipped: 0,
        leftOut: 2,
      }),
    ],
    subjects: [
      subject({
        code: '440308001',
        name: '梅沙街道',
        verdict: 'fail',
        findings: [
          share('model-compounds', [6, 12, 1], 'share.fail-despite-unknown', {
            witnesses: witnesses({
              failing: [
                compound(18, '大梅沙海景花园', '先进'),
                compound(22, '东海岸社区一期', '达标'),
                compound(31, '万科十七英里', '未创建'),
              ],
              unknown: [compound(35, '心海伽蓝', '')],
              omitted: { failing: 2, unknown: 0 },
            }),
          }),
          share('safe-civilized-communities', [3, 3]),
          share('drug-free-communities', [2, 3], 'share.fail', {
            witnesses: witnesses({ failing: [witness({ code: '440308001002', name: '滨海社区' })] }),
          }),
          share('cult-free-communities', [3, 3]),
          share('case-trend', [3, 3]),
          veto('stability'),
          veto('safety'),
          veto('family-planning'),
        ],
        verdictWithoutVetoes: 'fail',
      }),
      subject({
        code: '440308002',
        name: '盐田街道',
        verdict: 'fail',
        verdictWithoutVetoes: 'pass',
        findings: [
          ...subject().findings.slice(0, 5),
          veto('stability'),
          veto('safety', 'veto.fail', {
            witnesses: witnesses({
              failing: [
                witness({
                  code: '440308002',
                  name: '盐田街道',
                  place: { path: 'streets.csv', line: 3, column: 27 },
                  field: 'safety',
                  heading: '安全专项考核',
                  text: '不达标',
                }),
              ],
            }),
          }),
          veto('family-planning'),
        ],
      }),
      subject(),
      subject({
        code: '440308004',
        name: '海山街道',
        verdict: 'unknown',
        verdictWithoutVetoes: 'unknown',
        findings: [
          ...subject().findings.slice(0, 4),
          share('case-trend', [5, 7, 2], 'share.unknown', {
            witnesses: witnesses({
              unknown: [
                witness({
                  code: '440308004002',
                  name: '海涛社区',
                  field: 'criminalCases',
                  heading: '本年刑事发案',
                  text: ' ',
                }),
                witness({
                  code: '440308004003',
                  name: '梧桐社区',
                  place: null,
                  field: 'securityCasesPrevious',
                  heading: null,
                  text: null,
                }),
              ],
            }),
          }),
          veto('stability', 'veto.blank', {
            witnesses: witnesses({
              unknown: [
                witness({
                  code: '440308004',
                  name: '海山街道',
                  place: { path: 'streets.csv', line: 5, column: 20 },
                  field: 'stability',
                  heading: '维稳综治专项考核',
                  text: '—',
                }),
              ],
            }),
          }),
          veto('safety'),
          veto('family-planning'),
        ],
      }),
      subject({
        scope: 'district',
        code: '440308',
        name: '盐田区',
        verdict: 'fail',
        verdictWithoutVetoes: 'fail',
        findings: [
          share('model-compounds', [159, 200], 'share.fail'),
          share('safe-civilized-communities', [23, 23]),
          share('drug-free-communities', [22, 23], 'share.fail'),
          share('cult-free-communities', [23, 23]),
          share('case-trend', [21, 23, 2], 'share.pass-despite-unknown'),
          share('named-streets', [1, 4, 1], 'share.fail-despite-unknown', {
            obligation: 'advisory',
            witnesses: witnesses({
              failing: [
                witness({
                  code: '440308001',
                  name: '梅沙街道',
                  place: { path: 'streets.csv', line: 2, column: 1 },
                  field: 'code',
                  heading: '街道代码',
                  text: '440308001',
                }),
              ],
            }),
          }),
        ],
      }),
    ],
    diagnostics: [
      diagnose(
        'summary.differs',
        { heading: '标兵小区数', subject: '梅沙街道', register: '6', summary: '7' },
        {
          place: { path: 'streets.csv', line: 2, column: 30 },
          related: [{ path: 'compounds.csv', line: 18, column: 1 }],
          text: '7',
        },
      ),
      diagnose(
        'encoding.converted',
        { encoding: 'gb18030' },
        { place: { path: 'communities.csv', line: 1, column: 1 } },
      ),
      diagnose(
        'record.digits',
        { heading: '小区代码' },
        { place: { path: 'compounds.csv', line: 7, column: 1 }, text: '４４０３０８００１００１', count: 12 },
      ),
    ],
  });

/** Data that cannot be judged. */
export const refused = (): Assessment =>
  assessment({
    refusal: 'data',
    verdict: null,
    subjects: [],
    diagnostics: [
      diagnose(
        'record.lossy-code',
        { heading: '小区代码' },
        { place: { path: 'compounds.csv', line: 7, column: 1 }, text: '4.40308E+11' },
      ),
      diagnose(
        'unit.duplicate',
        { unit: '440308003004' },
        {
          place: { path: 'communities.csv', line: 9, column: 1 },
          related: [{ path: 'communities.csv', line: 4, column: 1 }],
          text: '440308003004',
        },
      ),
      diagnose('table.blank-rows', {}, { place: { path: 'compounds.csv', line: 12, column: 1 }, count: 3 }),
    ],
  });
