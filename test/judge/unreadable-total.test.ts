import { expect, test } from 'vitest';
import { figures, inFolder } from '../intake/submission.ts';

test.each(['2个', '二', '-2', '2.0'])(
  'a total of %s says that there is one: with it unknown nothing passes',
  async (total) => {
    const files = {
      'streets.csv': `年度,街道,小区总数\n2012,梅沙街道,${total}\n2012,盐田街道,1\n`,
      'compounds.csv': '年度,街道,小区,创建等级\n2012,梅沙街道,一村,标兵\n2012,盐田街道,一村,标兵\n',
    };
    const { subjects, ...result } = await inFolder(files, { onInvalid: 'unknown' });
    expect(figures({ subjects })).toEqual(['梅沙街道 1/null', '盐田街道 1/1']);
    const findings = subjects.map(({ findings: [first] }) => first!.result);
    expect(findings).toEqual(['unknown', 'pass', 'unknown']);
    expect(result.verdict).toBe('unknown');
  },
);
