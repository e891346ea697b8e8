import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { describe } from 'vitest';

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];
const executable = BROWSERS.find((path) => existsSync(path));

const succeeds = (command: string, args: readonly string[]): boolean => {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 && stdout !== '';
};

/** What a machine must have for these tests; Debian's packages in brackets. */
const missing = [
  ...(executable === undefined ? ['a browser (chromium)'] : []),
  ...(succeeds('fc-list', [':lang=zh-cn']) ? [] : ['a Chinese font (fonts-wqy-microhei)']),
  ...(succeeds('pdftotext', ['-listenc']) ? [] : ['pdftotext (poppler-utils)']),
];

/**
 * A group of tests in a real browser. A machine that has none says what it leaves out; the gate, which installs one,
 * fails instead.
 */
export const describeInBrowser = (name: string, tests: () => void): void => {
  if (missing.length === 0) {
    describe(name, tests);
    return;
  }
  const reason = `${name}: not tested in a browser, this machine lacks ${missing.join(', ')}`;
  if (process.env.CI) throw new Error(reason);
  console.warn(`SKIPPED  ${reason}`);
  describe.skip(reason, tests);
};

const LAUNCH = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const DESK = { width: 1280, height: 800 } as const;
export const TELEPHONE = { width: 390, height: 844 } as const;

interface Look {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly dark?: boolean;
  readonly script?: boolean;
}

/** A page opened from its file, with everything that it asked for or complained about. */
interface Opened {
  readonly page: Page;
  /** Beyond the file itself. */
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
}

export interface Browsing {
  open(html: string, look?: Look): Promise<Opened>;
  close(): Promise<void>;
}

/** A browser with a profile of its own, and a folder for the pages. */
export const startBrowser = async (): Promise<Browsing> => {
  const folder = mkdtempSync(join(tmpdir(), 'streetcheck-browser-'));
  const contexts: BrowserContext[] = [];
  const browser = await chromium.launch({ executablePath: executable!, headless: true, args: LAUNCH });
  return {
    open: async (html, { viewport = DESK, dark = false, script = true } = {}) => {
      const file = join(folder, `page-${contexts.length}.html`);
      writeFileSync(file, html);
      const context = await browser.newContext({
        viewport,
        colorScheme: dark ? 'dark' : 'light',
        javaScriptEnabled: script,
      });
      contexts.push(context);
      const page = await context.newPage();
      const requests: string[] = [];
      const complaints: string[] = [];
      const own = pathToFileURL(file).href;
      page.on('request', (request) => {
        if (request.url() !== own) requests.push(request.url());
      });
      page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.goto(own);
      return { page, requests, complaints };
    },
    close: async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** What axe finds, by rule and element. The script comes in through the protocol; the page's own policy stays. */
export const violations = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
};

/** The texts of the printed pages, without any space. */
export const printedPages = async (page: Page): Promise<string[]> => {
  const input = await page.pdf({ preferCSSPageSize: true });
  const { status, stdout, stderr } = spawnSync('pdftotext', ['-', '-'], { input, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout
    .split('\f')
    .slice(0, -1)
    .map((text) => text.replaceAll(/\s/g, ''));
};
