import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browsing, describeInBrowser, startBrowser } from './browser.ts';

const fileOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** The page of so many streets, by the command as it is built. */
const pageOf = (streets: number): string => {
  const folder = mkdtempSync(join(tmpdir(), 'streetcheck-'));
  try {
    execFileSync(process.execPath, [
      ...[fileOf('../bench/generate.js'), '--scale', 'street', '--times', String(streets), '--out', folder],
    ]);
    const args = [fileOf('../../bin/streetcheck.js'), 'assess', folder, '--format', 'html', '--output'];
    const { status, stderr } = spawnSync(process.execPath, [...args, join(folder, 'page.html'), '--lang', 'zh']);
    expect({ status, stderr: stderr.toString() }).toEqual({ status: 1, stderr: '' });
    return readFileSync(join(folder, 'page.html'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
};

describeInBrowser('the HTML report of 2,000 streets', () => {
  let browser: Browsing;
  let html: string;
  beforeAll(async () => {
    html = pageOf(2000);
    browser = await startBrowser();
  }, 120_000);
  afterAll(() => browser?.close());

  test('stays under 10 MB', () => {
    expect(Buffer.byteLength(html)).toBeLessThan(10_000_000);
  });

  test('opens, filters and sorts', async () => {
    const { page, requests, complaints } = await browser.open(html);
    const status = page.getByRole('status');
    expect(await status.innerText()).toBe('已显示 2000 / 2000 个街道');
    const time = await page.evaluate(() => {
      const begin = performance.now();
      for (const value of ['p', 'u', 'n']) document.querySelector<HTMLInputElement>(`input[value=${value}]`)!.click();
      document.querySelectorAll<HTMLButtonElement>('#grid thead button')[2]!.click();
      document.body.getBoundingClientRect();
      return performance.now() - begin;
    });
    expect(time).toBeLessThan(8000);
    const verdicts = await page
      .locator('#judged > tr:not([hidden])')
      .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.v));
    expect(new Set(verdicts)).toEqual(new Set(['f']));
    expect(await status.innerText()).toBe(`已显示 ${verdicts.length} / 2000 个街道`);
    const shares = await page
      .locator('#judged > tr:not([hidden])')
      .evaluateAll((rows) => rows.map((row) => Number((row as HTMLTableRowElement).cells[2]!.dataset.k)));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
  });
});
