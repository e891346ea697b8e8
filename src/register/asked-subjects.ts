import type { NearSubjects } from '../model/assessment.ts';
import { judgedLevel } from '../model/levels.ts';
import { distance } from '../model/nearest.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { foldWidth, nameFolder } from './fold-name.ts';
import type { Named } from './named.ts';

/** So many subjects are offered in place of one that there is not. */
const OFFERED = 12;
/** In UTF-16 units: no name is longer. */
const LONGEST = 40;

/** The subjects that wishes name by code or name; all where there are no wishes. */
export const askedSubjects = (wishes: readonly string[], subjects: readonly Named[], ruleset: Ruleset) => {
  const fold = nameFolder(ruleset, judgedLevel(ruleset));
  const isAsked = ({ code, name }: Named, wish: string) =>
    code === foldWidth(wish) || (name !== null && fold(name) === fold(wish));
  const unmatched = wishes.filter((wish) => !subjects.some((subject) => isAsked(subject, wish)));
  const wanted = unmatched.map((wish) => ({
    code: foldWidth(wish).slice(0, LONGEST),
    name: fold(wish).slice(0, LONGEST),
  }));
  const away = (text: string, wish: string): number =>
    text !== '' && wish !== '' && (text.includes(wish) || wish.includes(text)) ? 0 : distance(text, wish);
  const nearest = ({ code, name }: Named): number =>
    Math.min(
      ...wanted.flatMap((wish) => [
        ...(code === null ? [] : [away(code.slice(0, LONGEST), wish.code)]),
        ...(name === null ? [] : [away(fold(name).slice(0, LONGEST), wish.name)]),
      ]),
    );
  return {
    isShown: (subject: Named): boolean => wishes.length === 0 || wishes.some((wish) => isAsked(subject, wish)),
    /** Wishes that no subject answers to. */
    unmatched,
    /** The subjects there are, those that come nearest to the wishes first. */
    near: (): NearSubjects => ({
      listed: subjects
        .map(({ code, name }, index) => ({ code, name, index, away: nearest({ code, name }) }))
        .sort((a, b) => a.away - b.away || a.index - b.index)
        .slice(0, OFFERED)
        .map(({ code, name }) => ({ code, name })),
      total: subjects.length,
    }),
  };
};
