import { sep } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openBatch } from '../../src/batch/assess-each.ts';
import { nameSubmissions } from '../../src/batch/find-submissions.ts';
import { nodeFiles } from '../../src/intake/node/files.ts';
import { batchFolder, FILES, type Tree } from './batch-folder.ts';

const found = async (tree: Tree, paths: readonly string[] = ['.']) => {
  const folder = batchFolder(tree);
  const at = (path: string) => {
    const [, table = '', rest = ''] = /^((?:\w+=)?)(.*)$/su.exec(path)!;
    return rest === '-' ? path : `${table}${folder}/${rest}`.replace(/\/\.$/u, '');
  };
  const { submissions, passedOver } = await openBatch({ paths: paths.map(at) });
  const short = (path: string) =>
    path === '-'
      ? path
      : path
          .replace(folder, '')
          .split(sep)
          .join('/')
          .replace(/^(\w+=)?\//u, '$1');
  return {
    submissions: submissions.map(({ path, name }) => `${short(path)} ${name}`),
    passedOver: passedOver.map(short),
  };
};

const COMMUNITIES = '年度,街道,社区代码,社区,无毒社区\n2012,沙头角街道,440308003001,沙头角社区,是\n';
const COMPOUNDS = '年度,街道,小区编号,小区,创建等级\n2012,沙头角街道,440308003001001,一村,标兵\n';

type Case = [name: string, tree: Tree, paths: string[], submissions: string[], passedOver?: string[]];

test.each<Case>([
  ['folders', { 'b/x.csv': FILES.pass, 'a/x.csv': FILES.pass }, ['.'], ['a a', 'b b']],
  ['files', { 'b.csv': FILES.pass, 'a.csv': FILES.fail }, ['.'], ['a.csv a', 'b.csv b']],
  [
    'both, in code-point order',
    { 'b/': '', '𠮷.csv': FILES.pass, 'ﬁ.csv': FILES.pass, 'Z.csv': FILES.pass },
    ['.'],
    ['Z.csv Z', 'b b', 'ﬁ.csv ﬁ', '𠮷.csv 𠮷'],
  ],
  ['nothing hidden', { '.a/x.csv': FILES.pass, '~$b.xlsx': 'x', '.c.csv': FILES.pass, 'd/': '' }, ['.'], ['d d']],
  ['no other files', { 'README.md': '# x', 'photo.jpg': 'x', 'a.csv': FILES.pass }, ['.'], ['a.csv a']],
  [
    'each PATH',
    { 'a.csv': FILES.pass, 'b.csv': FILES.pass },
    ['b.csv', 'a.csv', 'nowhere'],
    ['b.csv b', 'a.csv a', 'nowhere nowhere'],
  ],
  [
    'each but once',
    { 'a/x.csv': FILES.pass, 'b.csv': FILES.pass },
    ['.', 'a/x.csv', 'b.csv', './b.csv', 'a/../b.csv'],
    ['a a', 'b.csv b', 'a/x.csv x'],
  ],
  ['standard input', {}, ['-'], ['- stdin']],
  ['a table by name', { 'list.csv': COMPOUNDS }, ['compounds=list.csv'], ['compounds=list.csv list']],
  ['an empty folder, which is refused', { 'a/': '' }, ['a'], ['a a']],
  ['a folder of nothing to read', { 'a/README.md': 'x' }, ['a'], ['a a']],
  ['the tables of one submission', { 's.csv': FILES.pass, 'c.csv': COMMUNITIES, 'u.csv': COMPOUNDS }, ['.'], [' name']],
  [
    'folders of such tables',
    { 'a/s.csv': FILES.pass, 'a/c.csv': COMMUNITIES, 'b/s.csv': FILES.fail, 'b/u.csv': COMPOUNDS },
    ['a', 'b'],
    ['a a', 'b b'],
  ],
  [
    'such tables beside folders',
    { 's.csv': FILES.pass, 'c.csv': COMMUNITIES, 'a/': '' },
    ['.'],
    ['a a', 'c.csv c', 's.csv s'],
  ],
  ['an old workbook, which is refused', { 'a.xls': 'x', 'b.ods': 'x' }, ['.'], ['a.xls a', 'b.ods b']],
  ['a copy that may hold data', { 'a.csv': FILES.pass, 'a.csv.bak': FILES.pass }, ['.'], ['a.csv a'], ['a.csv.bak']],
  [
    'names that clash',
    { 'x/a/': '', 'x/a.csv': FILES.pass, 'x/A.yaml': 'x: 1', 'x/b/a/x.csv': FILES.pass },
    ['x', 'x/b'],
    ['x/A.yaml A.yaml', 'x/a x-a', 'x/a.csv a.csv', 'x/b b', 'x/b/a b-a'],
  ],
  [
    'reports of earlier runs',
    { 'a.csv': FILES.pass, 'a.json': '{ "format": "streetcheck-report"', 'b.txt': '\ufeff报送  结论  ✓  ✗  ?  –\n' },
    ['.'],
    ['a.csv a'],
  ],
])('submissions are %s', async (_, tree, paths, submissions, passedOver = []) => {
  const seen = await found(tree, paths);
  const wanted = submissions.map((each) => (each === ' name' ? expect.stringMatching(/^\S* streetcheck-\w+$/u) : each));
  expect(seen).toEqual({ submissions: wanted, passedOver });
});

test.runIf(process.platform !== 'win32')(
  'links to files are followed, those to folders told, broken ones refused',
  async () => {
    const tree: Tree = {
      'a/x.csv': FILES.pass,
      'b.csv': { linkTo: 'a/x.csv' },
      'c.csv': { linkTo: 'nowhere.csv' },
      d: { linkTo: 'a' },
      self: { linkTo: '.' },
    };
    expect(await found(tree)).toEqual({ submissions: ['a a', 'b.csv b', 'c.csv c'], passedOver: ['d', 'self'] });
  },
);

test('an argument of a child never means something else', async () => {
  const folder = batchFolder({ 'streets=a.csv': FILES.pass, '-': '', 'b#c.csv': FILES.pass });
  const before = process.cwd();
  process.chdir(folder);
  try {
    const { submissions } = await openBatch({ paths: ['.'] });
    expect(submissions.map(({ path }) => path)).toEqual(['./b#c.csv', './streets=a.csv']);
  } finally {
    process.chdir(before);
  }
});

const paths = fc.array(
  fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      'con',
      'CON.csv',
      'nul',
      'a',
      'A',
      'a-2',
      'a.csv',
      'Ａ',
      'x/a',
      '.',
      '..',
      '/',
      'a.',
      'a ',
      '',
      'é',
      'é',
      '-',
      'compounds=a',
    ),
    fc.string({ unit: fc.constantFrom('小', '𠮷', 'a'), maxLength: 300, minLength: 250 }),
  ),
  { maxLength: 12 },
);

test('each name is one that every file system takes, and no other submission has', () => {
  fc.assert(
    fc.property(paths, (all) => {
      const names = nameSubmissions(nodeFiles(), all, ['compounds']).map(({ name }) => name);
      expect(new Set(names.map((name) => name.normalize('NFKC').toLowerCase())).size).toBe(all.length);
      for (const name of names) {
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]|^\s|[\s.]$|^\.|^$|^(?:con|nul)(?:\.|$)/iu);
        expect(Buffer.byteLength(name)).toBeLessThan(200);
      }
    }),
  );
});
