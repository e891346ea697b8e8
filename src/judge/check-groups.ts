import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import { judgedLevel, parentFields, unitsOf } from '../model/levels.ts';
import { getOrInsert } from '../model/remembered.ts';
import type { Level } from '../model/ruleset.ts';
import { fieldTitle } from '../register/check-columns.ts';
import { codesOf } from '../register/codes.ts';
import { nameFolder } from '../register/fold-name.ts';
import type { Register } from '../register/register.ts';
import type { Subject } from '../register/subjects.ts';
import type { OuterGroup } from './outer-groups.ts';

const LETTER = /\p{L}/u;
/** Other codes that are shown. */
const SHOWN = 3;
/** The shape of codes that have as many digits as those of their level. */
const PROPER = 'proper';

/** Warns where the codes of subjects and the names of what they lie in do not go together. */
export const checkGroups = (groups: readonly OuterGroup[], register: Register, diagnostics: Diagnostics): void => {
  const levels = [...new Set(groups.map(({ level }) => level))];
  for (const level of levels) {
    checkLevel(
      level,
      groups.filter((group) => group.level === level),
      register,
      diagnostics,
    );
  }
};

const checkLevel = (
  level: Level,
  groups: readonly OuterGroup[],
  { ruleset, index }: Register,
  diagnostics: Diagnostics,
): void => {
  const { prefix, isOf } = codesOf(ruleset);
  const judged = judgedLevel(ruleset);
  const fold = nameFolder(ruleset, level);
  const at = ruleset.levels.indexOf(level);
  const fields = parentFields(level);
  const nouns = { level: level.noun, subjects: unitsOf(judged) };
  const outerOf = ({ outer }: Subject) => outer[at]!;

  /** What two codes of one numbering have in common: their length, and where they have digits. */
  const shapeOf = (code: string): string =>
    code.length === level.digits && isOf(code, level) ? PROPER : code.replace(/\d/g, '0').replace(/\D/g, 'a');

  /** The codes that are written otherwise than the others, or that alone do not begin their subjects' codes. */
  const oddCodes = (subjects: ReadonlyMap<string, readonly Subject[]>): string[] => {
    const all = [...subjects.keys()];
    const shapes = new Map<string, number>();
    for (const code of all) shapes.set(shapeOf(code), (shapes.get(shapeOf(code)) ?? 0) + 1);
    const most = Math.max(...shapes.values());
    const [usual, ...others] = [...shapes.keys()].filter((shape) => shapes.get(shape) === most);
    // Of several that are as usual, none is odd but beside proper ones.
    const norm = others.length === 0 ? usual : shapes.has(PROPER) ? PROPER : undefined;
    const nested = (code: string) => subjects.get(code)!.filter((subject) => prefix(subject.code, judged) !== null);
    const apart = all.filter((code) => nested(code).some((subject) => !subject.code!.startsWith(code)));
    const isRule = apart.length * 2 <= all.length;
    return all.filter((code) => {
      const isOther = norm !== undefined && shapeOf(code) !== norm;
      const hasLetter = LETTER.test(code) && nested(code).length > 0;
      return isOther || hasLetter || (isRule && apart.includes(code));
    });
  };

  /** Different texts and the first subject of each. */
  const firsts = (
    among: readonly Subject[],
    textOf: (subject: Subject) => string | null,
    same = (text: string) => text,
  ) => {
    const found = new Map<string, { readonly text: string; readonly subject: Subject }>();
    for (const subject of among) {
      const text = textOf(subject);
      if (text !== null && !found.has(same(text))) found.set(same(text), { text, subject });
    }
    return [...found.values()].sort((a, b) => a.subject.row - b.subject.row);
  };
  const whereOf = ([first, other]: readonly { readonly subject: Subject }[], field: string) => ({
    ...index.whereWithText(other!.subject.row, field),
    related: () => [index.where(first!.subject.row, field).place!()],
  });

  const byOwnCode = new Map<string, Subject[]>();
  for (const subject of groups.flatMap(({ subjects }) => subjects)) {
    const { code } = outerOf(subject);
    if (code !== null) getOrInsert(byOwnCode, code, () => []).push(subject);
  }
  const odd = oddCodes(byOwnCode);
  const usual = [...byOwnCode.keys()].filter((code) => !odd.includes(code)).slice(0, SHOWN);
  for (const code of odd) {
    const [first] = byOwnCode.get(code)!;
    diagnostics.add(
      'outer.odd-code',
      { code, usual, ...nouns, levels: unitsOf(level) },
      index.whereWithText(first!.row, fields.code),
    );
  }

  const byCode = new Map<string, OuterGroup[]>();
  for (const group of groups) {
    const { code, name, subjects: own } = group;
    if (code !== null) getOrInsert(byCode, code, () => []).push(group);
    if (name === null || own.some((subject) => outerOf(subject).code !== null)) continue;
    const codes = firsts(own, (subject) => (judged.digits === null ? null : prefix(subject.code, level)));
    if (codes.length > 1) {
      const heading = fieldTitle(ruleset, judged.table!, fields.code);
      const slots = { name, codes: codes.map(({ text }) => text), ...nouns, heading };
      diagnostics.add('outer.other-code', slots, whereOf(codes, 'code'));
    }
  }
  for (const [code, same] of byCode) {
    const own = same.flatMap(({ subjects }) => subjects);
    const names = firsts(own, (subject) => outerOf(subject).name, fold);
    if (names.length > 1) {
      const slots = { code, names: names.map(({ text }) => text), level: level.noun };
      diagnostics.add('outer.other-name', slots, whereOf(names, fields.name));
    }
  }
};
