import type { Form, FormColumn } from '../../src/form/form.ts';
import type { Ruleset } from '../../src/model/ruleset.ts';
import { loadRuleset } from '../../src/ruleset/load-ruleset.ts';

export const yantian = async (): Promise<Ruleset> => {
  const loaded = await loadRuleset('yantian-2011');
  if ('refusal' in loaded) throw new Error(JSON.stringify(loaded.diagnostics));
  return loaded.ruleset;
};

export const column = (column: Partial<FormColumn> = {}): FormColumn => ({
  ...{ heading: '小区编号', field: 'code', kind: 'code', labels: [], note: '代码：逐位照写。' },
  ...column,
});

export const form = (form: Partial<Form> = {}): Form => ({
  ...{ title: '小区', columns: [column()], rows: [] },
  ...form,
});
