import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import type { Assessment, Subject } from '../../src/model/assessment.ts';
import type { Language } from '../../src/model/text.ts';
import { cspSource, hexDigest } from '../../src/report/html/digest.ts';
import { plain } from '../../src/report/plain.ts';
import { loadReporter } from '../../src/report/reporter.ts';
import { assessment, context, district, input, refused, share, subject, witness, witnesses } from './builders.ts';
import { hostile } from './hostile.ts';
import { render } from './render.ts';

const parse = (html: string) => parseHTML(html).document;
const sha256 = (text: string, encoding: 'hex' | 'base64' = 'hex') => createHash('sha256').update(text).digest(encoding);

/** What a reader of one language sees. */
const textIn = (html: string, language: Language, selector = 'body'): string => {
  const document = parse(html);
  for (const other of document.querySelectorAll(`[lang="${language === 'zh' ? 'en' : 'zh'}"]`)) other.remove();
  return document.querySelector(selector)!.textContent!.replaceAll(/\s+/g, ' ');
};

test('the hash is SHA-256, in both ways of writing it', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 200 })), (pieces) => {
      const text = pieces.join('');
      expect(hexDigest(pieces)).toBe(sha256(text));
      expect(cspSource(text)).toBe(`'sha256-${sha256(text, 'base64')}'`);
    }),
  );
});

test('every sheet carries the fingerprints of the JSON report and of the inputs', () => {
  const of = {
    ...district(),
    inputs: [input({ sha256: '1'.repeat(64) }), input({ path: 'b', sha256: '2'.repeat(64) })],
  };
  const short = (digest: string) => digest.slice(0, 16).match(/.{4}/g)!.join(' ');
  const document = parse(render('html', of));
  const marks = [...document.querySelectorAll('.mark')].map((mark) => mark.textContent!);
  const sheets = document.querySelectorAll('.card, .notice, #summary').length;
  expect(marks.length).toBeGreaterThan(sheets);
  for (const mark of marks) {
    expect(mark).toContain(short(sha256(render('json', of))));
    expect(mark).toContain(short(sha256(`${'1'.repeat(64)}\n${'2'.repeat(64)}\n`)));
  }
});

test('nothing is let in but the one style sheet and the one script, by their hashes', () => {
  const document = parse(render('html', district()));
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')!.getAttribute('content')!;
  const [style, ...styles] = document.querySelectorAll('style');
  const [script, ...scripts] = document.querySelectorAll('script');
  expect([...styles, ...scripts, ...document.querySelectorAll('[style], [src], link')]).toEqual([]);
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    "img-src 'none'",
    `style-src 'sha256-${sha256(style!.textContent!, 'base64')}'`,
    `script-src 'sha256-${sha256(script!.textContent!, 'base64')}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ]);
});

test.each([
  ['zh', '不达标：4 个街道中 2 个不达标，1 个待定'],
  ['en', 'Fail: 2 of 4 streets do not meet the standard, 1 undecided'],
] as const)('both languages stand in one page: %s', (language, answer) => {
  const of = district();
  const totals = { ...of.totals, streets: { pass: 1, fail: 2, unknown: 1, 'not-applicable': 0 } };
  const html = render('html', { ...of, totals }, { language });
  expect(textIn(html, language)).toContain(answer);
  expect(parse(html).documentElement.getAttribute('lang')).toBe(language === 'zh' ? 'zh-CN' : 'en');
  const other = language === 'zh' ? 'en' : 'zh';
  const body = (text: string) => text.slice(text.indexOf('<header'));
  const options = /<option[^>]*>[^<]*/g;
  expect(body(html).replaceAll(options, '')).toBe(
    body(render('html', { ...of, totals }, { language: other })).replaceAll(options, ''),
  );
});

test('a percentage is cut off, never rounded up to the target', () => {
  const findings = [share('drug-free-communities', [199, 200], 'share.fail')];
  const html = render('html', assessment({ verdict: 'fail', subjects: [subject({ verdict: 'fail', findings })] }));
  expect(html).toContain('99.50%');
  expect(html).not.toContain('99.5%');
});

test.each(hostile)('%s stays text', (_, text) => {
  const findings = [share('drug-free-communities', [4, 5], 'share.fail')];
  const of = assessment({ verdict: 'fail', subjects: [subject({ name: text, code: 'c', verdict: 'fail', findings })] });
  const document = parse(render('html', of));
  const shown = text === '' ? 'c' : plain(text);
  expect(document.querySelector('#s1 h3')!.textContent).toContain(shown);
  expect(document.querySelector('#judged th')!.textContent).toContain(shown);
  expect(document.querySelectorAll('script')).toHaveLength(1);
});

const many = (count: number): Assessment => {
  const failing = district().subjects[0] as Subject;
  const half = Math.floor(count / 2);
  const of = assessment({ verdict: 'fail', subjects: [] });
  return {
    ...of,
    totals: { ...of.totals, subjects: { pass: count - half, fail: half, unknown: 0, 'not-applicable': 0 } },
    subjects: Array.from({ length: count }, (_, index) =>
      index % 2 === 1
        ? { ...failing, verdict: 'fail' as const, name: `甲${index}街道`, code: `c${index}` }
        : subject({ name: `乙${index}街道`, code: `c${index}` }),
    ),
  };
};

test.each([
  ['every street has a card', 500, 500, 500],
  ['streets that pass stand in the summary table only', 501, 501, 250],
  ['streets that pass are listed by name', 2501, 1250, 1250],
])('the more streets, the less of those that pass: %s', (_, count, rows, cards) => {
  const of = many(count);
  const html = render('html', of);
  const listed = (html.match(/<tr data-s=.*?<\/tr>/gs) ?? []).map((row) => row.replaceAll(/<[^>]*>/g, ''));
  expect(listed).toHaveLength(count);
  expect(html.match(/<td [^>]*data-k=/g)?.length).toBe(rows * 5);
  expect(html.match(/<article id=/g)).toHaveLength(cards);
  const byName = new Map(listed.map((text) => [/[甲乙]\d+街道/.exec(text)?.[0], text]));
  for (let index = 0; index < count; index++)
    expect(byName.get(`${index % 2 === 1 ? '甲' : '乙'}${index}街道`)).toContain(
      index % 2 === 1 ? '✗ 不达标' : '✓ 达标',
    );
});

test('more streets than a nation has do not stand on a page, which says where they do', () => {
  const html = render('html', many(50_001));
  expect(textIn(html, 'zh', 'main')).toContain('有 50001 个街道，多得无法逐个列在一页上');
  expect(html).not.toMatch(/<article|<tr data-s=/);
  expect(html.length).toBeLessThan(200_000);
  expect(render('html', many(2501))).not.toContain('多得无法逐个列在一页上');
});

test('no piece of a large page is long', async () => {
  const report = await loadReporter('html');
  for (const piece of report(many(2501), context({}))) expect(piece.length).toBeLessThan(60_000);
});

test.each([
  ['a refusal', refused(), '无法评定：数据有误', '4.40308E+11'],
  ['a missing input', { ...refused(), refusal: 'input' as const }, '无法评定：输入文件有问题', 'compounds.csv:7:1'],
  [
    'a refused ruleset',
    { ...refused(), refusal: 'ruleset' as const, ruleset: null },
    '无法评定：规则包有误',
    '错误（2）',
  ],
  ['data not fit to be judged', { ...refused(), command: 'validate' as const }, '数据不能用于评定', '错误（2）'],
  ['fit data', assessment({ command: 'validate', verdict: null, subjects: [] }), '数据可以用于评定', '没有数据问题'],
])('%s is a page too', (_, of, answer, detail) => {
  const text = textIn(render('html', of), 'zh', 'main');
  expect(text).toContain(answer);
  expect(text).toContain(detail);
});

test('a share that every street has in full is told, not drawn', () => {
  const streets = (met: number) => [
    subject({
      findings: [
        share('drug-free-communities', [5, 5], 'share.pass'),
        share('cult-free-communities', [met, 5], 'share.pass'),
      ],
    }),
    subject({
      findings: [
        share('drug-free-communities', [3, 3], 'share.pass'),
        share('cult-free-communities', [3, 3], 'share.pass'),
      ],
    }),
  ];
  const shares = (met: number) => {
    const html = render('html', assessment({ verdict: 'pass', subjects: streets(met) }));
    return {
      drawn: [...parse(html).querySelectorAll('#shares figure svg')].map((svg) => svg.getAttribute('aria-labelledby')!),
      text: textIn(html, 'zh', '#shares'),
    };
  };
  expect(shares(4).drawn).toEqual([expect.stringContaining('cult-free-communities')]);
  expect(shares(4).text).toContain('均为 100%，不另画图：无毒社区。');
  expect(shares(5).drawn).toEqual([]);
  expect(shares(5).text).toContain('均为 100%，不另画图：无毒社区、无邪社区。');
});

test('quiet, the page has the answer, the errors and the fingerprints', () => {
  const document = parse(render('html', district(), { quiet: true }));
  expect(document.querySelector('.answer')).not.toBeNull();
  expect(document.querySelector('#basis')).not.toBeNull();
  expect(document.querySelector('#summary, .card, .reasons')).toBeNull();
});

const ONLY = {
  zh: '只列出指定的街道：沙头角街道；其他街道未列入',
  en: 'Only the streets asked for: 沙头角街道; other streets are left out',
} as const;

test.each(['zh', 'en'] as const)('limited to some streets, the answer and every form say so: %s', (language) => {
  const of = district();
  const limited = {
    ...of,
    options: { ...of.options, subjects: ['沙头角街道', '没有街道'] },
    unmatched: ['没有街道'],
  };
  const html = render('html', limited);
  const document = parse(html);
  const sheets = document.querySelectorAll('.card, .notice, #summary, .answer');
  expect(sheets.length).toBeGreaterThan(5);
  for (const other of document.querySelectorAll(`[lang="${language === 'zh' ? 'en' : 'zh'}"]`)) other.remove();
  for (const sheet of sheets) expect(sheet.textContent).toContain(ONLY[language]);
  expect(document.querySelector('.answer .only')!.matches('.paper')).toBe(false);
  const passing = {
    ...limited,
    verdict: 'pass' as const,
    totals: { ...of.totals, streets: { ...of.totals.subjects, fail: 0 } },
  };
  const text = textIn(render('html', passing), language);
  expect(text).not.toContain({ zh: '没有不达标的街道。', en: 'No street fails.' }[language]);
  expect(textIn(render('html', of), language)).not.toContain(ONLY[language].slice(0, 8));
});

test.each([
  [[share('drug-free-communities', [4, 5], 'share.fail')], ['序号', '须整改的事项', '依据条款', '整改期限']],
  [
    [share('drug-free-communities', [4, 5], 'share.fail'), share('case-trend', [0, 5, 5], 'share.unknown')],
    ['序号', '事项', '依据条款', '期限', '须整改的事项', '须补报的数据'],
  ],
])('a notice names what stands under each heading: %#', (findings, headings) => {
  const of = assessment({ verdict: 'fail', subjects: [subject({ verdict: 'fail', findings })] });
  expect([...parse(render('html', of)).querySelectorAll('.notice th [lang=zh]')].map((th) => th.textContent)).toEqual(
    headings,
  );
});

test('between field and text the style sheet writes the colon, all else is in the language', () => {
  const unknown = [
    witness({ heading: '上年治安发案', text: '未报' }),
    witness({ heading: '本年：治安发案', text: '' }),
    witness({ heading: null, field: 'securityCasesPrevious' }),
  ];
  const findings = [share('case-trend', [2, 5, 3], 'share.unknown', { witnesses: witnesses({ unknown }) })];
  const html = render(
    'html',
    assessment({ verdict: 'unknown', subjects: [subject({ verdict: 'unknown', findings })] }),
  );
  const quoted = (language: Language) => {
    const document = parse(html);
    for (const other of document.querySelectorAll(`[lang="${language === 'zh' ? 'en' : 'zh'}"]`)) other.remove();
    return [...document.querySelectorAll('q')].map((node) => node.textContent);
  };
  expect(quoted('zh')).toEqual(['上年治安发案 未报', '本年：治安发案：（空白）', '无此列（上年治安发案）']);
  expect(quoted('en')).toEqual([
    '上年治安发案 未报',
    '本年：治安发案: (blank)',
    'no such column (securityCasesPrevious)',
  ]);
});

test('a rule that no street was asked has no figures to draw, and without any such rule there are no pictures', () => {
  const none = (rule: string) => share(rule, [4, 5], 'rule.not-in-force');
  const of = (...findings: Subject['findings']) =>
    assessment({ verdict: 'not-applicable', subjects: [subject({ verdict: 'not-applicable', findings })] });
  const html = render('html', of(none('drug-free-communities'), none('case-trend')));
  expect(parse(html).querySelector('#shares')).toBeNull();
  const some = render('html', of(none('drug-free-communities'), share('case-trend', [5, 5])));
  expect(textIn(some, 'zh', '#shares')).toContain('无毒社区应达 100% · 不适用');
  expect(textIn(some, 'en', '#shares')).toContain('Drug-free communities100% required · n/a');
  for (const page of [html, some]) expect(textIn(page, 'zh')).not.toContain('0 个街道中');
});
