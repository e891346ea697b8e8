import type { Keyword } from './keyword.ts';

export const scope: Keyword = {
  keyword: 'scope',
  schema: { description: 'Whom the rule judges; both where it is absent. 适用对象', enum: ['street', 'district'] },
};
