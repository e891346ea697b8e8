import fc from 'fast-check';
import { RECORD, type Texts } from './small-rulesets.ts';

/** A level within the judged one. */
interface Inner {
  /** Whether its records name all that their units lie in, or only what is around them. */
  readonly namesAll: boolean;
  /** Whether all of its units have a code, or only some. */
  readonly isCoded: boolean;
  /** Whether its records name units of which all have a code by that alone. */
  readonly byCode: boolean;
  /** Whether its units may lie in those of any level further out directly. */
  readonly mayBeDirect: boolean;
  /** Whether it has a table, but for which others name its units. */
  readonly isHandedIn: boolean;
  /** Which fields its records have for what they name. */
  readonly fields: 'both' | 'name';
}

/** A unit of a level; level 0 is judged. Siblings have names of their own, and cousins the same ones. */
interface DeepUnit {
  readonly level: number;
  readonly code: string | null;
  readonly name: string;
  /** What it lies in, outermost first. */
  readonly within: readonly DeepUnit[];
  readonly green: string;
}

/** Two to five levels with units of the same names under different parents at every height. */
export interface DeepScheme {
  readonly ruleset: Texts;
  readonly units: readonly DeepUnit[];
  /** One level after another as a table. */
  readonly data: string;
}

/** Those behind the second are of units that lie further out: beside others nobody could tell which of one name is named. */
const NAMES = '一二三四五';
const NOUNS = '甲乙丙丁戊';
const LETTERS = ['a', 'b', 'c', 'd', 'e'] as const;
export const tableAt = (level: number): string => `${LETTERS[level]}s`;

const holdersOf = (levels: readonly Inner[], level: number): readonly number[] => {
  const all = [...Array(level).keys()].reverse();
  return levels[level - 1]!.namesAll ? all : all.slice(0, 1);
};

const rulesetOf = (levels: readonly Inner[], marks: readonly string[]): Texts => {
  const records = (level: number, fields: readonly string[]): string =>
    `${RECORD}${['code', 'name', ...fields].map((field) => `  ${field}: { type: string, format: ${/[cC]ode$/.test(field) ? 'code' : 'name'}${field === 'name' || field === 'code' ? `, headings: [${NOUNS[level]}${field === 'code' ? '代码' : '名称'}]` : ''} }\n`).join('')}`;
  const inner = levels.map((each, at) => {
    const level = at + 1;
    const within = each.mayBeDirect ? [...Array(level).keys()].reverse() : [level - 1];
    const fields = holdersOf(levels, level).flatMap((of) =>
      each.fields === 'name' ? [`${LETTERS[of]}`] : [`${LETTERS[of]}`, `${LETTERS[of]}Code`],
    );
    return { level, within: within.map((of) => LETTERS[of]), fields };
  });
  const line = (level: number, more: string): string =>
    `  ${LETTERS[level]}: { noun: { zh: ${NOUNS[level]}, en: ${LETTERS[level]} }, records: ${LETTERS[level]}.yaml, ${more} }\n`;
  const of = LETTERS.slice(1, levels.length + 1);
  return {
    'ruleset.yaml': `$schema: urn:streetcheck:ruleset:1
id: deep-levels
label: { zh: 深层考核, en: deep levels }
version: 1.0.0
source: { number: 示例〔2020〕1号 }
unknowns: ${JSON.stringify(['', ...marks])}
levels:
${line(0, 'judged: true')}${inner.map(({ level, within }) => line(level, `within: [${within.join(', ')}]`)).join('')}indicators:
${of.map((id) => `  green-${id}: { of: ${id}, meets: { properties: { green: { const: "yes" } } } }\n`).join('')}type: object
properties:
${of.map((id) => `  green-${id}: { label: { zh: 绿, en: green }, clause: 一, share: { atLeast: 50 } }\n`).join('')}`,
    'a.yaml': records(0, []),
    ...Object.fromEntries(
      inner.map(({ level, fields }) => [
        `${LETTERS[level]}.yaml`,
        `${records(level, fields)}  green: { type: string, enum: ["yes", "no"] }\n`,
      ]),
    ),
  };
};

const recordOf = ({ level, code, name, within, green }: DeepUnit, levels: readonly Inner[]) => {
  const own = { ...(code !== null && { code }), name };
  if (level === 0) return own;
  const around = within
    .filter((holder) => holdersOf(levels, level).includes(holder.level))
    .map((holder) => {
      const id = LETTERS[holder.level]!;
      const isByCode = holder.code !== null && levels[holder.level - 1]?.isCoded && levels[level - 1]!.byCode;
      const code = levels[level - 1]!.fields === 'both' ? holder.code : null;
      return { ...(!isByCode && { [id]: holder.name }), ...(code !== null && { [`${id}Code`]: code }) };
    });
  return Object.assign({ ...own, green }, ...around) as Readonly<Record<string, string>>;
};

const flag = fc.boolean();
const inner = fc.record({
  ...{ namesAll: flag, isCoded: flag, byCode: flag, mayBeDirect: flag, isHandedIn: fc.nat(3).map((of) => of > 0) },
  fields: fc.constantFrom('both', 'name'),
});

/** What a record leaves out has to follow from a code, or nobody could tell where its unit lies. */
const tellable = (levels: readonly Inner[]): readonly Inner[] =>
  levels.map((each, at) => {
    const isWhole = !levels.slice(0, at).every(({ isHandedIn }) => isHandedIn);
    const follows = at === 0 || levels[at - 1]!.isCoded;
    const fields = isWhole ? 'both' : each.fields;
    const namesAll = each.namesAll || !follows || isWhole || fields === 'name';
    const byCode = each.byCode && !isWhole && fields === 'both';
    return { ...each, fields, namesAll, byCode, mayBeDirect: each.mayBeDirect && namesAll };
  });

/** `marks` say in a ruleset that something is not known. */
export const deepSchemes = (marks: readonly string[] = []): fc.Arbitrary<DeepScheme> =>
  fc
    .tuple(fc.array(inner, { minLength: 1, maxLength: 4 }), flag, fc.infiniteStream(fc.nat(11)))
    .map(([given, areSubjectsCoded, stream]) => {
      const levels = tellable(given);
      const choose = (): number => stream.next().value;
      const units: DeepUnit[] = [];
      const add = (level: number, within: readonly DeepUnit[], at: number, isCoded: boolean): void => {
        const code = isCoded ? `${LETTERS[level]!.toUpperCase()}${units.length}` : null;
        const green = ['yes', 'yes', 'no', ''][choose() % 4]!;
        units.push({ level, code, name: `${NAMES[at]}${LETTERS[level]}`, within, green });
      };
      for (const at of [0, 1]) add(0, [], at, areSubjectsCoded);
      for (const [at, { isCoded, mayBeDirect }] of levels.entries()) {
        const level = at + 1;
        for (const parent of units.filter((unit) => unit.level === level - 1)) {
          const count = choose() % 3;
          for (let nth = 0; nth < (level === 1 ? Math.max(1, count) : count); nth++)
            add(level, [...parent.within, parent], nth, isCoded || choose() % 2 === 0);
        }
        if (!mayBeDirect) continue;
        for (const holder of units.filter((unit) => unit.level < level - 1))
          if (choose() % 3 === 0)
            add(level, [...holder.within, holder], 2 + holder.level, isCoded || choose() % 2 === 0);
      }
      const handedIn = [0, ...levels.flatMap(({ isHandedIn }, at) => (isHandedIn ? [at + 1] : []))];
      const tables = handedIn.map((level) => {
        const own = units.filter((unit) => unit.level === level);
        return [tableAt(level), own.map((unit) => recordOf(unit, levels))] as const;
      });
      const data = JSON.stringify(Object.fromEntries(tables.filter(([, rows]) => rows.length > 0)));
      return { ruleset: rulesetOf(levels, marks), units: units.filter(({ level }) => handedIn.includes(level)), data };
    });
