import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe } from 'vitest';

const MACRO = fileURLToPath(new URL('Fill.xba', import.meta.url));
const TIMEOUT_MS = 300_000;

const soffice = (profile: string, ...args: readonly string[]) =>
  spawnSync('soffice', [`-env:UserInstallation=${pathToFileURL(profile)}`, '--headless', '--norestore', ...args], {
    encoding: 'utf8',
    timeout: TIMEOUT_MS,
  });

const isThere = spawnSync('soffice', ['--version'], { encoding: 'utf8', timeout: TIMEOUT_MS }).status === 0;

/**
 * A group of tests with LibreOffice Calc. A machine without it says what it leaves out; the gate, which installs it,
 * fails instead.
 */
export const describeWithCalc = (name: string, tests: () => void): void => {
  if (isThere) {
    describe(name, tests);
    return;
  }
  const reason = `${name}: not tested, this machine lacks LibreOffice Calc (libreoffice-calc-nogui)`;
  if (process.env.CI) throw new Error(reason);
  console.warn(`SKIPPED  ${reason}`);
  describe.skip(reason, tests);
};

/**
 * Fills `form.xlsx` of each folder in Calc as `keys.txt` says, and saves it there (see the macro): one process of the
 * program for all folders, with a profile of its own.
 */
export const fillInCalc = (folders: readonly string[]): void => {
  const profile = mkdtempSync(join(tmpdir(), 'streetcheck-calc-'));
  try {
    soffice(profile, '--terminate_after_init');
    const library = join(profile, 'user/basic/Standard');
    copyFileSync(MACRO, join(library, 'Fill.xba'));
    const list = join(library, 'script.xlb');
    const listed = readFileSync(list, 'utf8');
    writeFileSync(
      list,
      listed.replace('</library:library>', '<library:element library:name="Fill"/></library:library>'),
    );
    const urls = folders.map((folder) => pathToFileURL(folder)).join('|');
    const { status, stderr } = soffice(profile, `macro:///Standard.Fill.Main("${urls}")`);
    if (status !== 0) throw new Error(`soffice ended with ${status}: ${stderr}`);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
};
