import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { assessment, district, share, subject, witness, witnesses } from '../report/builders.ts';
import { render } from '../report/render.ts';
import { runMain } from '../samples/run-main.ts';
import {
  type Browsing,
  DESK,
  describeInBrowser,
  printedPages,
  startBrowser,
  TELEPHONE,
  violations,
} from './browser.ts';

const sample = async (name: string, ...options: string[]): Promise<string> => {
  const folder = fileURLToPath(new URL(`../../samples/${name}`, import.meta.url));
  const { stdout } = await runMain(['assess', folder, '--format', 'html', '--lang', 'zh', ...options]);
  return stdout;
};

const names = (page: Page, selector: string): Promise<string[]> =>
  page.locator(`${selector}:visible`).evaluateAll((nodes) => nodes.map((node) => node.textContent?.trim() ?? ''));

const rows = (page: Page) => names(page, '#streets > tr > th a');

describeInBrowser('the HTML report', () => {
  let browser: Browsing;
  let failing: string;
  beforeAll(async () => {
    browser = await startBrowser();
    failing = await sample('failing');
  });
  afterAll(() => browser?.close());

  test.each([
    ['a desk', DESK],
    ['a telephone', TELEPHONE],
  ])('on %s the failing streets and their first reason are seen without scrolling', async (_, viewport) => {
    const { page, requests, complaints } = await browser.open(failing, { viewport });
    const reasons = page.locator('.reasons.f li');
    expect(await reasons.count()).toBe(2);
    for (const [index, text] of ['秋实街道 990101003 无毒社区', '冬青街道 990101004 安全专项考核'].entries()) {
      const reason = reasons.nth(index);
      expect((await reason.innerText()).replaceAll(/\s+/g, ' ')).toContain(text);
      const box = (await reason.boundingBox())!;
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.y + box.height).toBeLessThanOrEqual(viewport.height);
      expect(box.x + box.width).toBeLessThanOrEqual(viewport.width);
      expect(
        await reason.evaluate((node) => Number.parseFloat(getComputedStyle(node).fontSize)),
      ).toBeGreaterThanOrEqual(14);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test.each([390, 600, 791, 792, 1280])(
    'the page says that the summary table scrolls where it does: %d',
    async (width) => {
      for (const dark of [false, true]) {
        const { page } = await browser.open(failing, { viewport: { width, height: 844 }, dark });
        const region = page.locator('#summary .scroll');
        const scrolls = await region.evaluate((node) => node.scrollWidth > node.clientWidth);
        expect(scrolls).toBe(width < 792);
        expect(await page.locator('.scrolls').isVisible()).toBe(scrolls);
        await region.evaluate((node) => node.scrollBy(9999, 0));
        const name = page.locator('#streets th').first();
        expect((await name.boundingBox())!.x).toBeGreaterThanOrEqual(0);
      }
    },
  );

  test('page 1 on paper names the failing streets and their first reason', async () => {
    const { page } = await browser.open(failing);
    const [text] = await printedPages(page);
    expect(text).toContain('不达标：3个街道中2个不达标');
    expect(text).toContain(
      '秋实街道990101003无毒社区（依据：《盐田区创建“平安和谐街道”工作方案》第二部分）：应达100%（即全部6个），实为5/6',
    );
    expect(text).toContain(
      '冬青街道990101004安全专项考核（依据：《盐田区创建“平安和谐街道”工作方案》第四部分（四））：结果不达标，一票否决',
    );
    expect(text).toMatch(/考核情况汇总表.*填表人：.*报告指纹/s);
  });

  test('the forms on paper carry what is filed: table, signatures, notice with blank deadlines, fingerprints', async () => {
    const { page } = await browser.open(failing);
    await page.emulateMedia({ media: 'print' });
    const form = await page.locator('.card', { hasText: '秋实街道' }).first().innerText();
    for (const part of ['街道考核情况表', '深盐办〔2011〕29号', '无毒社区', '检查组签字：', '报告指纹', '数据指纹'])
      expect(form).toContain(part);
    const notice = await page.locator('.notice').first().innerText();
    for (const part of [
      '限期整改通知书',
      '草稿',
      '秋实街道：',
      '锦绣大厦、澜庭苑',
      '依据条款',
      '年　月　日',
      '签发人',
      '报告指纹',
    ])
      expect(notice).toContain(part);
    expect(await page.locator('.notice').count()).toBe(2);
  });

  /** A street with so many units that its form and its notice take several sheets each. */
  const long = (units: number, lines = 0) => {
    const failing = Array.from({ length: units }, (_, index) => witness({ code: null, name: `第${index + 1}社区` }));
    const open = [witness({ heading: '上年治安发案', text: '未报' })];
    const findings = [
      share('drug-free-communities', [0, units], 'share.fail', {
        witnesses: witnesses({ failing, omitted: { failing: 30, unknown: 0 } }),
      }),
      ...Array.from({ length: lines }, () => share('cult-free-communities', [4, 5], 'share.fail')),
      share('safe-civilized-communities', [5, 5], 'share.pass', {
        witnesses: witnesses({ failing: [witness({ name: '折叠社区' })] }),
      }),
      share('case-trend', [0, 5, 5], 'share.unknown', { witnesses: witnesses({ unknown: open }) }),
    ];
    return assessment({ verdict: 'fail', subjects: [subject({ verdict: 'fail', findings })] });
  };

  test.each([
    ['zh', '报告指纹', '数据指纹'],
    ['en', 'Reportfingerprint', 'Datafingerprint'],
  ] as const)(
    'each sheet of a form over several pages has the fingerprints in its margin: %s',
    async (language, report, data) => {
      const { page, complaints } = await browser.open(render('html', long(150), { language: 'zh' }));
      if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
      const pages = await printedPages(page);
      const mark = (await page.locator('#basis .mark code').allTextContents()).map((text) => text.replaceAll(' ', ''));
      const ofForm = pages.filter((text) => /第\d+社区.*[：:]否/.test(text));
      expect(ofForm.length).toBeGreaterThan(2);
      for (const text of pages) {
        expect(text).toContain(`${report}${mark[0]}·${data}${mark[1]}`);
        expect(text).toMatch(/\d+\/\d+$/);
      }
      expect(complaints).toEqual([]);
    },
  );

  test('the heading of a group stands on the sheet of its first item', async () => {
    const seen = new Set<boolean>();
    for (let lines = 4; lines < 16; lines++) {
      const { page } = await browser.open(render('html', long(4, lines)));
      const pages = (await printedPages(page)).filter((text) => text.includes('序号'));
      const [at] = pages.flatMap((text, index) =>
        text.includes('须补报的数据') && !text.includes('编号_') ? [index] : [],
      );
      seen.add(at !== undefined);
      for (const text of pages)
        if (/须补报的数据(?!和|，)/.test(text.split('序号')[1]!)) expect(text).toContain('发案稳中有降');
    }
    expect([...seen].sort()).toEqual([false, true]);
  });

  test('on paper units folded away on the screen are listed, and nothing names an option of the command', async () => {
    for (const language of ['zh', 'en'] as const) {
      const { page } = await browser.open(render('html', long(20), { language }), { script: false });
      const all = (await printedPages(page)).join('');
      expect(all).toContain('折叠社区');
      expect(all).not.toContain('--witnesses');
      expect(all).toContain(language === 'zh' ? '另有30个单位未列出' : '30moreunitsarenotlisted');
    }
  });

  test.each([
    ['zh', '上年治安发案：未报'],
    ['en', '上年治安发案:未报'],
  ] as const)('between field and text stands the colon of the language: %s', async (language, cell) => {
    const { page } = await browser.open(render('html', long(4), { language }));
    expect((await printedPages(page)).join('')).toContain(cell);
  });

  test('the language is switched in place', async () => {
    const { page } = await browser.open(failing);
    expect(await page.title()).toBe('盐田区“平安和谐街道”考核 2012年度');
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.title()).toBe('Yantian District: safe and harmonious streets year 2012');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('main').innerText()).toContain('Fail: 2 of 3 streets do not meet the standard');
    expect(await page.locator('main').innerText()).not.toContain('不适用');
    expect(await page.locator('#by option').first().textContent()).toBe('overall verdict');
    await page.getByRole('button', { name: '中文' }).click();
    expect(await page.locator('main').innerText()).toContain('3 个街道中 2 个不达标');
  });

  test('streets are filtered by verdict, by the finding of a rule and by name; cards and notices follow', async () => {
    const { page } = await browser.open(failing);
    const box = (name: string) => page.getByRole('checkbox', { name });
    await box('✓ 达标').uncheck();
    expect(await rows(page)).toEqual(['秋实街道', '冬青街道'].map((name) => expect.stringContaining(name)));
    expect(await page.locator('.card:visible').count()).toBe(3);
    expect(await page.getByRole('status').innerText()).toContain('2 / 3');
    await page.getByLabel('按哪一项').selectOption({ label: '无毒' });
    expect(await rows(page)).toEqual([expect.stringContaining('秋实街道')]);
    expect(await page.locator('.notice:visible').count()).toBe(1);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#filtered').isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('button', { name: '全部显示' }).click();
    await expect.poll(() => rows(page)).toHaveLength(3);
    await page.getByLabel('街道名称或代码').fill('990101001');
    expect(await rows(page)).toEqual([expect.stringContaining('春风街道')]);
  });

  test('streets are sorted by any column, up and down, with the keyboard', async () => {
    const { page } = await browser.open(failing);
    const heading = page.locator('#grid thead th').nth(2);
    await heading.getByRole('button').focus();
    await page.keyboard.press('Enter');
    expect(await heading.getAttribute('aria-sort')).toBe('ascending');
    expect((await rows(page)).map((name) => name.slice(0, 2))).toEqual(['秋实', '春风', '冬青']);
    await page.keyboard.press('Enter');
    expect(await heading.getAttribute('aria-sort')).toBe('descending');
    expect((await rows(page)).map((name) => name.slice(0, 2))).toEqual(['冬青', '春风', '秋实']);
    expect((await names(page, '.card h3')).map((name) => name.slice(0, 2))).toEqual(['冬青', '春风', '秋实', '示例']);
    await page.locator('#grid thead th').nth(1).getByRole('button').click();
    expect((await rows(page)).map((name) => name.slice(0, 2))).toEqual(['秋实', '冬青', '春风']);
  });

  test('without a script the page is read in the language asked for, and shows no dead controls', async () => {
    const { page } = await browser.open(await sample('failing', '--lang', 'en'), { script: false });
    const text = await page.locator('body').innerText();
    expect(text).toContain(
      'Drug-free communities (Yantian working plan for safe and harmonious streets, part 2): 100% required',
    );
    expect(text).not.toContain('不达标，');
    expect(await page.locator('button:visible, input:visible, select:visible').count()).toBe(0);
  });

  const LOOKS = { lightZh: 'light', lightEn: 'light', darkEn: 'dark', darkZh: 'dark' } as const;
  test.each([
    ['failing', DESK, ['lightZh', 'lightEn', 'darkEn', 'darkZh']],
    ['failing', TELEPHONE, ['lightZh', 'darkEn']],
    ['unknown', DESK, ['lightZh', 'darkEn']],
    ['yantian-2012', TELEPHONE, ['lightZh', 'darkEn']],
    ['invalid', DESK, ['lightZh', 'darkEn']],
  ] as const)('axe finds nothing in %s (%o, %o)', async (name, viewport, looks) => {
    const { page, complaints } = await browser.open(await sample(name), { viewport });
    for (const look of looks) {
      await page.emulateMedia({ colorScheme: LOOKS[look] });
      const isEnglish = (await page.locator('html').getAttribute('lang')) === 'en';
      if (isEnglish !== look.endsWith('En')) await page.locator('#language').click();
      expect(await violations(page)).toEqual([]);
    }
    expect(complaints).toEqual([]);
  });

  test('axe is able to find something', async () => {
    const { page } = await browser.open(failing.replace(' role=img', ' role=nonsense'));
    expect(await violations(page)).not.toEqual([]);
  });

  test('a script that gets into the page does not run', async () => {
    const planted = failing.replace('</main>', '<script>window.planted = 1</script></main>');
    const { page, complaints } = await browser.open(planted);
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.planted = 2';
      document.body.append(script);
      document.body.insertAdjacentHTML('beforeend', '<img src="x:" onerror="window.planted = 3">');
    });
    await page.waitForTimeout(100);
    expect(await page.evaluate(() => (window as { planted?: number }).planted)).toBeUndefined();
    expect(complaints.filter((text) => text.includes('Content Security Policy')).length).toBeGreaterThanOrEqual(3);
    expect(await rows(page)).toHaveLength(3);
  });

  test('a name that is markup stays text', async () => {
    const hostile = '<img src=x onerror=alert(1)>"\'</script><script>alert(2)</script>';
    const of = district();
    const html = render('html', { ...of, subjects: [subject({ name: hostile, code: '1"2' }), ...of.subjects] });
    const { page, requests, complaints } = await browser.open(html);
    expect(await page.locator('#s1 h3').innerText()).toContain(hostile);
    expect(await page.locator('#streets th').first().innerText()).toContain(hostile);
    expect(await page.locator('img').count()).toBe(0);
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
