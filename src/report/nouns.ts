import { judgedLevel, outerLevels } from '../model/levels.ts';
import { remembered } from '../model/remembered.ts';
import type { Level, Ruleset } from '../model/ruleset.ts';
import type { Text } from '../model/text.ts';

/** What the units of a level are called. */
export interface Noun extends Text {
  /** Of the English noun. */
  readonly plural: string;
}

/** What a scheme calls the units that its reports speak of. */
export interface Nouns {
  /** The id of the level that is judged: the scope of its subjects. */
  readonly level: string;
  readonly judged: Noun;
  /** Around it, outermost first. */
  readonly outer: readonly (Noun & { readonly id: string })[];
  of(scope: string): Noun;
  /** Of a table, as a list of inputs has it. */
  table(table: string): Text;
}

const nounOf = ({ noun, plural }: Level): Noun => ({ ...noun, plural });

/** Where no ruleset could be read. */
const GENERAL: Nouns = {
  level: '',
  judged: { zh: '考核对象', en: 'subject', plural: 'subjects' },
  outer: [],
  of: () => GENERAL.judged,
  table: (table) => ({ zh: table, en: table }),
};

const nouns = remembered((ruleset: Ruleset): Nouns => {
  const judged = judgedLevel(ruleset);
  const all = new Map(ruleset.levels.map((level) => [level.id, nounOf(level)]));
  const tables = new Map(
    ruleset.levels.map(({ table, plural, noun }) => [table ?? plural, { zh: `${noun.zh}表`, en: plural }]),
  );
  return {
    level: judged.id,
    judged: nounOf(judged),
    outer: outerLevels(ruleset).map((level) => ({ id: level.id, ...nounOf(level) })),
    of: (scope) => all.get(scope) ?? GENERAL.judged,
    table: (table) => tables.get(table as never) ?? GENERAL.table(table),
  };
});

export const nounsOf = (ruleset: Ruleset | null): Nouns => (ruleset === null ? GENERAL : nouns(ruleset));
