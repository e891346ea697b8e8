import { expect, test } from 'vitest';
import { encode } from './encode.ts';
import { misplaced } from './misplaced.ts';
import { readPlaces } from './read-place.ts';
import type { Report, ReportPlace } from './report-of.ts';

const CSV = '社区,无毒社区,"备\r\n注"\r\n"沙,""头""\n角",否,𠮷"\r\n田心,是,';

test.each(['utf-8', 'utf-8 with BOM', 'utf-16le', 'utf-16be', 'gb18030'] as const)('reads cells of %s', (encoding) => {
  const read = readPlaces('a.csv', encode(CSV, encoding));
  expect(read(1, 1)).toMatchObject({ text: '社区', heading: '社区' });
  expect(read(1, 9).text).toBe('备\r\n注');
  expect(read(3, 1)).toMatchObject({ text: '沙,"头"\n角', heading: '社区' });
  expect(read(4, 4)).toEqual({ text: '否', heading: '无毒社区', record: ['沙,"头"\n角', '否', '𠮷"'] });
  expect(read(4, 6).text).toBe('𠮷"');
  expect(read(5, 4).text).toBe('是');
  expect(read(5, 6)).toMatchObject({ text: '', heading: '备\r\n注' });
});

test.each([
  ['a column to the left', 4, 3],
  ['a column to the right', 4, 5],
  ['a line above', 3, 4],
  ['a line below the end', 6, 1],
  ['inside a quoted cell', 3, 2],
])('rejects %s of a cell', (_, line, column) => {
  expect(() => readPlaces('a.csv', encode(CSV, 'utf-8'))(line, column)).toThrow(`${line}:${column}`);
});

const YAML =
  "streets:\n  - code: \"440308001\"\n    name: '甲''乙'\n    safety: 达标\n  - code: 440308002\n    name:\n";

test('reads values of YAML and rejects what is none', () => {
  const read = readPlaces('a.yaml', Buffer.from(YAML));
  expect(read(2, 11)).toEqual({ text: '440308001', heading: 'code', record: ['440308001', "甲'乙", '达标'] });
  expect(read(3, 11).text).toBe("甲'乙");
  expect(read(4, 13)).toMatchObject({ text: '达标', heading: 'safety' });
  expect(read(6, 10)).toEqual({ text: '', heading: 'name', record: ['', '440308002'] });
  expect(() => read(4, 5)).toThrow('is no value');
  expect(() => read(9, 1)).toThrow('nothing stands at');
  expect(read(2, 12).text).not.toBe('440308001');
});

test('a report that points elsewhere is caught', () => {
  const files = { 'a.csv': encode('街道代码,街道,安全\n440308001,甲,否\n440308002,乙,否\n', 'utf-8') };
  const report = (place: ReportPlace, text = '否', code = '440308001'): Report => {
    const witness = { code, name: '甲', place, field: 'safety', heading: '安全', text };
    const witnesses = { failing: [witness], unknown: [], omitted: { failing: 0, unknown: 0 } };
    const finding = {
      rule: 'safety',
      kind: 'veto',
      obligation: 'required',
      result: 'fail',
      reason: { code: '', zh: '', en: '' },
      witnesses,
    } as const;
    const subject = {
      scope: 'street',
      code,
      name: null,
      verdict: 'fail',
      verdictWithoutVetoes: 'fail',
      findings: [finding],
    } as const;
    return { text: '', verdict: 'fail', subjects: [subject], diagnostics: [] };
  };
  const place = { path: 'a.csv', line: 2, column: 13 };
  expect(misplaced(files, report(place))).toEqual([]);
  expect(misplaced(files, report({ ...place, column: 11 })).join()).toContain('is 甲, not 否');
  expect(misplaced(files, report({ ...place, column: 12 })).join()).toContain('no cell begins at 2:12');
  expect(misplaced(files, report({ ...place, line: 3 })).join()).toContain('in another record');
  expect(misplaced(files, report(place, '×')).join()).toContain('is 否, not ×');
});
