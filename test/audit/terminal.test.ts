import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { repositoryCopy, root } from '../cli/repository-copy.ts';
import { withFolder } from '../intake/submission.ts';
import { workbook } from '../xlsx/workbook.ts';
import { onTerminal, type Tmux, withoutTmux } from './tmux.ts';

const STREETS = '年度,街道代码,街道名称,维稳综治,安全,计生\n2012,990101001,春风街道,,达标,达标\n';
const COMMUNITIES =
  '年度,街道代码,街道,社区代码,社区,安全文明社区,无毒社区,无邪社区,本年刑事发案,上年刑事发案,本年治安发案,上年治安发案\n' +
  '2012,990101001,春风街道,990101001001,柳溪社区,,是,是,,12,9,10\n';
const COMPOUNDS =
  '年度,街道代码,街道,社区代码,社区,小区编号,小区,创建等级\n' +
  '2012,990101001,春风街道,990101001001,柳溪社区,990101001001001,兴隆阁,\n' +
  '2012,990101001,春风街道,990101001001,柳溪社区,990101001001002,北斗苑,\n';
const FILES = { 'streets.csv': STREETS, 'communities.csv': COMMUNITIES, 'compounds.csv': COMPOUNDS };
const streetcheck = `'${process.execPath}' '${join(root, 'bin/streetcheck.js')}'`;

const open: Tmux[] = [];
afterEach(() => {
  for (const terminal of open.splice(0)) terminal.close();
});

const start = (folder: string, args: string, before = ''): Tmux => {
  const terminal = onTerminal(`${before}${streetcheck} audit ${args}`, folder);
  open.push(terminal);
  return terminal;
};

/** Of this run only: the time of day. */
const steady = (screen: string): string => screen.replace(/\d{4}-\d{2}-\d{2} \d{2}:\d{2}/g, 'YYYY-MM-DD hh:mm');
const golden = async (name: string, screens: readonly (readonly [string, string])[]): Promise<void> => {
  const text = screens.map(([typed, screen]) => `## ${typed}\n\n\`\`\`\n${steady(screen)}\n\`\`\`\n`).join('\n');
  for (const [, screen] of screens) expect(screen.split('\n').length).toBeLessThanOrEqual(24);
  await expect(`# Screens of 80×24\n\n${text}`).toMatchFileSnapshot(`golden/${name}.md`);
};

/** Types each line and waits for what must then be on the screen. */
const walk = async (
  terminal: Tmux,
  first: readonly string[],
  steps: readonly (readonly [string, ...string[]])[],
): Promise<[string, string][]> => {
  const screens: [string, string][] = [['start', await terminal.until(...first)]];
  for (const [typed, ...expected] of steps) {
    if (/^<.*>$/.test(typed)) terminal.keys(...typed.slice(1, -1).split(' '));
    else terminal.line(typed);
    screens.push([typed, await terminal.until(...expected)]);
  }
  return screens;
};

const linesOf = (file: string) =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe.skipIf(withoutTmux !== null)(`on a terminal${withoutTmux === null ? '' : ` (${withoutTmux})`}`, () => {
  test('a whole audit in Chinese', async () => {
    await withFolder(FILES, async (folder) => {
      const terminal = start(folder, '. --lang zh', 'USER=wang ');
      const screens = await walk(
        terminal,
        ['核查人姓名'],
        [
          ['李四', '已答 0', ' 答：'],
          ['优', '不能作答', ' 答：'],
          ['标兵', '已答 1', '北斗苑', ' 答：'],
          ['/e 档案2012-0007', '佐证已记下', ' 答：'],
          ['1', '已答 2', ' 答：'],
          ['合格', '已答 3', ' 答：'],
          ['３', '已答 4', ' 答：'],
          ['√', '没有待答的题目了', '下一步'],
          ['<Enter>', 'exit 0'],
        ],
      );
      await golden(
        'whole-zh',
        screens.map(([typed, screen]) => [typed, screen.replaceAll(folder, 'FOLDER')]),
      );
      const read = (name: string) => readFileSync(join(folder, name), 'utf8');
      expect(read('streets.csv')).toBe(STREETS.replace('春风街道,,', '春风街道,达标,'));
      expect(read('communities.csv')).toBe(
        COMMUNITIES.replace('柳溪社区,,', '柳溪社区,是,').replace('是,,12', '是,3,12'),
      );
      expect(read('compounds.csv')).toBe(
        COMPOUNDS.replace('等级\n', '等级,佐证材料\n')
          .replace('阁,\n', '阁,标兵,\n')
          .replace('苑,\n', '苑,标兵,档案2012-0007\n'),
      );
      expect(linesOf(join(folder, 'compounds.csv.audit.jsonl')).map(({ kind, by }) => `${kind} ${by}`)).toEqual([
        'begin 李四',
        'answer 李四',
        'evidence 李四',
        'answer 李四',
        'answer 李四',
        'writing 李四',
        'written 李四',
      ]);
    });
  });

  test('an audit in English, with every command', async () => {
    await withFolder(FILES, async (folder) => {
      const terminal = start(folder, '. --lang en --by Li');
      const screens = await walk(
        terminal,
        ['0 answered', ' Answer:'],
        [
          ['/?', 'Ctrl-C', '❯ go on'],
          ['<Enter>', '0 answered', ' Answer:'],
          ['/b', 'Nothing was asked before', ' Answer:'],
          ['/x', 'no command'],
          ['/note', 'Write the text behind'],
          ['、n nobody there', 'The note is kept', ' Answer:'],
          ['/s', '1 skipped', ' Answer:'],
          ['2', '1 answered', ' Answer:'],
          ['/b', 'answered: ', ' Answer:'],
          ['1', '3 open (3 decide)', '安全文明社区', ' Answer:'],
          ['/b', 'answered: ', ' Answer:'],
          ['', '3 open (3 decide)', '安全文明社区', ' Answer:'],
          ['/l', 'Answers so far', '❯ go on'],
          ['<Enter>', '1 answered', '3 open', ' Answer:'],
          ['/f', 'Name of a unit', '北斗苑'],
          ['北斗', '北斗苑', '创建等级', ' Answer:'],
          ['model', '2 answered', ' Answer:'],
          ['/q', 'What now?', 'save:'],
          ['<Down Down Enter>', '兴隆阁', ' Answer:'],
          ['1', '3 answered', ' Answer:'],
          ['/q', 'What now?', 'save:'],
          ['<Down Enter>', 'exit 0'],
        ],
      );
      await golden(
        'commands-en',
        screens.map(([typed, screen]) => [typed, screen.replaceAll(folder, 'FOLDER')]),
      );
      expect(readFileSync(join(folder, 'compounds.csv'), 'utf8')).toBe(
        COMPOUNDS.replace('阁,\n', '阁,标兵\n').replace('苑,\n', '苑,标兵\n'),
      );
      const remarks = linesOf(join(folder, 'compounds.csv.audit.jsonl')).filter(({ kind }) => kind === 'note');
      expect(remarks).toMatchObject([{ by: 'Li', field: 'level', text: 'nobody there' }]);
    });
  });

  test('what the register says wrongly is found by name and corrected', async () => {
    await withFolder(FILES, async (folder) => {
      const terminal = start(folder, '. --lang zh --by 李四');
      const screens = await walk(
        terminal,
        ['已答 0', ' 答：'],
        [
          ['/f', '输入名称查找', '柳溪社区  990101001001  改正已填的'],
          ['改正已填的', '已填的（选一项改正）', '计生', '❯ 继续'],
          ['<Down Enter>', '文件中现为 达标', ' 答：'],
          ['', '已答 0', ' 答：'],
          ['/b', '文件中现为 达标', ' 答：'],
          ['不达标', '已答 1', '不达标', ' 答：'],
          ['/q', '下一步'],
          ['<Down Enter>', 'exit 0'],
        ],
      );
      await golden(
        'correct-zh',
        screens.map(([typed, screen]) => [typed, screen.replaceAll(folder, 'FOLDER')]),
      );
      expect(readFileSync(join(folder, 'streets.csv'), 'utf8')).toBe(STREETS.replace('达标,达标', '不达标,达标'));
    });
  });

  test('what was skipped is asked again, one after another', async () => {
    await withFolder(FILES, async (folder) => {
      const terminal = start(folder, 'streets.csv compounds.csv --lang zh --by 李四');
      await walk(
        terminal,
        ['已答 0，跳过 0', ' 答：'],
        [
          ['/s', '跳过 1', ' 答：'],
          ['/s', '跳过 2', ' 答：'],
          ['/s', '没有待答的题目了', '再问跳过的 3 题', '❯ 保存'],
          ['<Down Enter>', '跳过 3', ' 答：'],
          ['1', '已答 1，跳过 2', ' 答：'],
          ['1', '已答 2，跳过 1', ' 答：'],
          ['1', '没有待答的题目了', '看已答的 3 题', '❯ 保存'],
          ['<Down Enter>', '已答的题目（选一题可改答）', '❯ 继续'],
          ['<Down Enter>', '直接回车保留', ' 答：'],
          ['', '没有待答的题目了', '❯ 保存'],
          ['<Enter>', 'exit 0'],
        ],
      );
    });
  });

  test.each([
    ['Ctrl-C', (terminal: Tmux) => terminal.keys('C-c'), 'exit 130'],
    ['Ctrl-D', (terminal: Tmux) => terminal.keys('C-d'), 'exit 130'],
    ['SIGTERM', (terminal: Tmux) => process.kill(terminal.pid(), 'SIGTERM'), 'exit 130'],
    ['SIGHUP', (terminal: Tmux) => process.kill(terminal.pid(), 'SIGHUP'), 'exit 130'],
    ['kill -9', (terminal: Tmux) => process.kill(terminal.pid(), 'SIGKILL'), 'exit 137'],
  ])('%s loses nothing, and the same command goes on', async (name, stop, end) => {
    await withFolder(FILES, async (folder) => {
      const first = start(folder, 'streets.csv communities.csv --lang zh --by 李四');
      await walk(first, ['已答 0', ' 答：'], [['是', '已答 1', ' 答：']]);
      stop(first);
      const said = '接着答：streetcheck audit streets.csv communities.csv --by 李四 --lang zh';
      await first.until(end, ...(name === 'kill -9' ? [] : [said]));
      const again = start(folder, 'streets.csv communities.csv --lang zh --by 李四');
      const resumed = await again.until('已答 1', '接着上次核查：communities.csv 已答 1 题', ' 答：');
      expect(resumed).not.toContain('安全文明社区');
      again.line('/b');
      await again.until('已答 1', '安全文明社区', '已答 是（李四');
      expect(readFileSync(join(folder, 'streets.csv'), 'utf8')).toBe(STREETS);
    });
  });

  test('a file changed meanwhile is shown and left alone; a copy takes the answers', async () => {
    await withFolder(FILES, async (folder) => {
      const file = join(folder, 'streets.csv');
      const terminal = start(folder, 'streets.csv --lang zh --by 李四');
      await walk(terminal, ['已答 0', ' 答：'], []);
      const theirs = STREETS.replace('春风街道,,达标', '春风街道,不达标,达标');
      writeFileSync(file, theirs);
      const screens = await walk(
        terminal,
        ['已答 0'],
        [
          ['达标', '被别人改动', '副本'],
          ['<Enter>', 'exit 73'],
        ],
      );
      await golden(
        'changed-zh',
        screens.map(([typed, screen]) => [typed, screen.replaceAll(folder, 'FOLDER')]),
      );
      expect(readFileSync(file, 'utf8')).toBe(theirs);
      expect(readFileSync(join(folder, 'streets.audit.csv'), 'utf8')).toBe(
        STREETS.replace('春风街道,,', '春风街道,达标,'),
      );
    });
  });

  test('a file deleted meanwhile is told, and a copy takes the answers', async () => {
    await withFolder(FILES, async (folder) => {
      const terminal = start(folder, '. --lang zh --by 李四');
      await walk(terminal, ['已答 0', ' 答：'], [['标兵', '已答 1', ' 答：']]);
      rmSync(join(folder, 'compounds.csv'));
      terminal.line('达标');
      await terminal.until('被移走或删除', '❯ 把本次回答写成副本');
      terminal.line('');
      await terminal.until('exit 73');
      expect(readFileSync(join(folder, 'compounds.audit.csv'), 'utf8')).toBe(
        COMPOUNDS.replace('阁,\n', '阁,标兵\n').replace('苑,\n', '苑,达标\n'),
      );
    });
  });

  test('a spreadsheet is audited as a copy in CSV', async () => {
    const sheet: (string | number | null)[][] = [
      ['小区台账'],
      ['年度', '街道', '小区编号', '小区', '创建等级'],
      [2012, '春风街道', '990101001001001', '兴隆阁, 东', null],
    ];
    await withFolder({ 'a.xlsx': workbook({ name: '小区', rows: sheet }) }, async (folder) => {
      const terminal = start(folder, 'a.xlsx --lang zh --by 李四');
      await walk(
        terminal,
        ['电子表格', '❯ 另存为 CSV'],
        [
          ['<Enter>', '已答 0', ' 答：'],
          ['先进', '没有待答的题目了', '❯ 保存'],
          ['<Enter>', 'exit 0'],
        ],
      );
      expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe(
        '\ufeff年度,街道,小区编号,小区,创建等级\r\n2012,春风街道,990101001001001,"兴隆阁, 东",先进\r\n',
      );
      const again = start(folder, '. --lang zh --by 李四');
      await again.until('没有待答的题目了', '❯ 保存');
    });
  });

  test('a second audit of the same file is refused', async () => {
    await withFolder(FILES, async (folder) => {
      await start(folder, 'streets.csv --lang zh --by 李四').until(' 答：');
      const second = start(folder, 'streets.csv --lang zh --by 王五');
      expect(await second.until('exit 73')).toContain('已有另一个核查在进行');
    });
  });

  test('a journal that cannot be written ends the run before anything is asked', async () => {
    await withFolder(FILES, async (folder) => {
      mkdirSync(join(folder, 'streets.csv.audit.jsonl'));
      await start(folder, 'streets.csv --lang en --by Li').until('exit 73', 'it is a folder');
    });
  });

  test('data with errors is not audited', async () => {
    await withFolder({}, async (folder) => {
      mkdirSync(join(folder, 'site'));
      writeFileSync(join(folder, 'site', 'a.csv'), '年度,街道,小区,创建等级\n2012,甲街道,一村,优\n');
      const screen = await start(folder, 'site --lang en --by Li').until('exit 65');
      expect(screen).toContain('errors in the data: 1.');
      expect(screen).toContain('\nsite/a.csv:2:13 D2  record.unknown-value');
    });
  });
});

test.each([
  ['a file', ['streets.csv'], 'streetcheck validate'],
  ['standard input', ['-'], 'standard input'],
])('without a terminal the run ends with 64 and names the other way: %s', async (_, paths, said) => {
  await withFolder(FILES, async (folder) => {
    const args = [join(root, 'bin/streetcheck.js'), 'audit', ...paths, '--lang', 'en'];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', input: '' });
    expect(status).toBe(64);
    expect(stderr).toContain(said);
  });
});

describe.skipIf(withoutTmux !== null)('the section of the README', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const section = readme.slice(readme.indexOf('## Audit on site'), readme.indexOf('## Draw a spot check'));
  const [, commands = ''] = /^```sh\n([\s\S]*?)^```/m.exec(section) ?? [];
  const [, screen = ''] = /^```\n\n```\n([\s\S]*?)^```/m.exec(section) ?? [];

  test('shows the first screen of what it says to type', async () => {
    const { folder, remove } = repositoryCopy();
    try {
      const lines = commands.split('\n').map((line) => line.replace(/\s+# .*/, ''));
      const terminal = onTerminal(lines.filter((line) => line !== '').join('; '), folder);
      open.push(terminal);
      expect(await terminal.until('已答 0', ' 答：')).toBe(screen.trimEnd());
    } finally {
      remove();
    }
  });
});
