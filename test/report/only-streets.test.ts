import { describe, expect, test } from 'vitest';
import { assessment, refused } from './builders.ts';
import { render } from './render.ts';

const limited = (subjects: readonly string[]) => {
  const of = assessment();
  return { ...of, options: { ...of.options, subjects } };
};

describe.each(['table', 'markdown', 'junit', 'github'] as const)('%s, limited to some streets', (format) => {
  test.each([
    ['zh', '只列出指定的街道：沙头角街道；其他街道未列入'],
    ['en', 'Only the streets asked for: 沙头角街道; other streets are left out'],
  ] as const)('says so: %s', (language, line) => {
    expect(render(format, limited(['沙头角街道']), { language })).toContain(line);
  });

  test('names some of many', () => {
    const streets = Array.from({ length: 10 }, (_, index) => `s${index}`);
    expect(render(format, limited(streets), { width: 200 })).toContain('s7，另有 2 个；其他街道未列入');
  });

  test('says nothing where all streets are judged, or none', () => {
    expect(render(format, assessment())).not.toContain('指定');
    const of = refused();
    expect(render(format, { ...of, options: { ...of.options, subjects: ['甲'] } })).not.toContain('指定');
  });
});
