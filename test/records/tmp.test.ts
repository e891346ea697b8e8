import { test } from 'vitest';
import { inFolder, told, figures } from '../intake/submission.ts';
const H = '年度,街道,小区编号,小区,创建等级\n';
const time = async (name: string, files: any, opt = {}) => {
  const t = Date.now();
  const r = await inFolder(files, opt);
  console.log(name, Date.now() - t, 'ms', told(r).slice(0, 3).map((x) => x.slice(0, 200)), r.diagnostics.length, process.memoryUsage().rss >> 20);
};
test('x', async () => {
  const rows = (n: number, f: (i: number) => string) => Array.from({ length: n }, (_, i) => f(i)).join('\n');
  await time('same code', { 'a.csv': H + rows(300000, (i) => `2012,梅沙街道,001,一村,标兵`) });
  await time('pairs', { 'a.csv': H + rows(300000, (i) => `2012,梅沙街道,${i >> 1},一村,标兵`) });
  await time('bad', { 'a.csv': H + rows(300000, (i) => `2012,梅沙街道,${i},一村,甲${i}`) });
  await time('ragged', { 'a.csv': H + rows(300000, (i) => `2012,梅沙街道`) });
  await time('unknown ref', { 's.csv': '街道\n甲\n', 'a.csv': H + rows(300000, (i) => `2012,梅${i},${i},一村,标兵`) });
  await time('homonyms', { 'b.csv': '年度,街道,社区\n' + rows(50000, (i) => `2012,街${i},和平`), 'a.csv': '年度,社区,小区编号,创建等级\n' + rows(50000, (i) => `2012,和平,${i},标兵`) });
  await time('mixed', { 'a.csv': H + rows(300000, (i) => `2012,梅沙街道,${i % 2 ? i : ''},村${i},标兵`) });
  await time('digits', { 'a.csv': H + rows(300000, (i) => `２０１２,梅沙街道,${i},村${i},标兵`) });
  await time('blank lines', { 'a.csv': H + '\n'.repeat(3000000) });
  await time('quotes', { 'a.csv': H + `2012,梅沙街道,1,"${'""'.repeat(5000000)}",标兵` });
  await time('10MB', { 'a.csv': H + `2012,梅沙街道,1,${'\u202e甲\0'.repeat(1500000)},${'标'.repeat(1000000)}` });
}, 600000);
