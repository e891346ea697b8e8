import type { Source } from './ruleset.ts';
import type { Text } from './text.ts';

interface ReadClause {
  /** 第二部分; as the rule has it where the ruleset does not say how it is read. */
  readonly clauseText: Text;
  /** 《…》第二部分. */
  readonly cited: Text;
}

/** A clause as people read and cite it, by the forms that the ruleset gives. */
export const readClause = (clause: string, { title, clauses = {} }: Source): ReadClause => {
  const form = Object.hasOwn(clauses, clause) ? clauses[clause] : undefined;
  const clauseText = form ?? { zh: clause, en: clause };
  const english = form === undefined ? `clause ${clause}` : form.en;
  return {
    clauseText,
    cited:
      title === undefined
        ? { zh: clauseText.zh, en: english }
        : { zh: `${title.zh}${clauseText.zh}`, en: `${title.en}, ${english}` },
  };
};
