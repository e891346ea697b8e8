import { parentFields } from '../model/levels.ts';
import { getOrInsert } from '../model/remembered.ts';
import type { Level } from '../model/ruleset.ts';
import { betweenLevels } from './columns.ts';
import type { Links } from './link.ts';
import { areHalves, labelOf, type Named, NONE } from './named.ts';
import { PrintTable } from './print-table.ts';
import { MANY } from './subjects.ts';

/** In place of the subject of a unit that is left out: that is left out, too, or is not known. */
export const OF_NONE = -1;
export const OF_UNKNOWN = -2;

/** The units of a level in which others may lie. */
export interface Directory {
  byCode(print: number): number | undefined;
  /** Those of a name, in one subject if given and without a code if asked; the first `MANY` of them, none of them one that was handed in twice. */
  byName(
    name: number,
    subject: number | null,
    codeless?: boolean,
    isMeant?: (unit: number) => boolean,
  ): readonly number[];
}

/** Print of a name within a subject. */
const inSubject = (name: number, subject: number): number =>
  (name + Math.imul(subject + 1, 0x9e3779b1) * 0x200000) % Number.MAX_SAFE_INTEGER;

/** Finds the units of a level by code and by name; its links must not change any more. */
export const directoryOf = (links: Links, level: Level): Directory => {
  const { units } = links.reading;
  const { from, to } = units.span(level.id);
  const tableOf = (isListed: (unit: number) => boolean, printAt: (unit: number) => number): PrintTable => {
    const table = new PrintTable(printAt);
    for (let unit = from; unit < to; unit++) if (isListed(unit) && links.of(unit) !== undefined) table.add(unit);
    return table;
  };
  const codeAt = (unit: number): number => units.code(unit);
  const nameAt = (unit: number): number => units.name(unit);
  const codes = tableOf((unit) => codeAt(unit) !== NONE, codeAt);
  const tables = new Map<string, PrintTable>();
  const named = (withSubject: boolean, codeless: boolean): PrintTable =>
    getOrInsert(tables, `${withSubject} ${codeless}`, () =>
      tableOf(
        (unit) => nameAt(unit) !== NONE && (!codeless || codeAt(unit) === NONE),
        withSubject ? (unit) => inSubject(nameAt(unit), links.of(unit)!) : nameAt,
      ),
    );

  /** Whether two of one name are one that was handed in twice, which is reported as such. */
  const isRepeated = (a: number, b: number): boolean => {
    const [codeA, codeB] = [codeAt(a), codeAt(b)];
    if (codeA === codeB && codeA !== NONE) return true;
    if (links.subject(a) !== links.subject(b) || (codeA !== NONE && codeB !== NONE)) return false;
    return links.parentKey(a) === links.parentKey(b);
  };

  return {
    byCode: (print) => codes.first(print),
    byName: (name, subject, codeless = false, isMeant = () => true) => {
      const found: number[] = [];
      for (const unit of named(subject !== null, codeless).all(subject === null ? name : inSubject(name, subject))) {
        if (nameAt(unit) !== name || (subject !== null && links.of(unit) !== subject) || !isMeant(unit)) continue;
        if (!found.some((other) => isRepeated(unit, other)) && found.push(unit) === MANY) break;
      }
      return found;
    },
  };
};

/** The levels between a subject and a holder of which the row of a unit names units, too. */
const levelsAround = ({ reading }: Links, unit: number, level: Level, holder: Level): readonly Level[] => {
  const { units, references, inner, ruleset } = reading;
  const between = betweenLevels(ruleset, level);
  const isNamed = (each: Level): boolean => references.names(units.reference(unit), inner.indexOf(each));
  return between.filter((each, at) => at < between.indexOf(holder) && isNamed(each));
};

/** Whether a unit between lies in what a reference names of a level around it; undefined where nobody can tell. */
const liesIn = (links: Links, unit: number, level: Level, reference: number): boolean | undefined => {
  const { units, references, inner } = links.reading;
  const at = inner.indexOf(level);
  const { from, to } = units.span(level.id);
  const agrees = (code: number, name: number): boolean | undefined => {
    const [ownCode, ownName] = [references.code(reference, at), references.name(reference, at)];
    if (code !== NONE && ownCode !== NONE) return code === ownCode;
    return name !== NONE && ownName !== NONE ? name === ownName : undefined;
  };
  const chain = links.chain(unit);
  const own = chain.find((each) => each >= from && each < to);
  if (own !== undefined) return agrees(units.code(own), units.name(own));
  const said = chain.map((each) => units.reference(each)).find((each) => references.names(each, at));
  return said === undefined ? undefined : agrees(references.code(said, at), references.name(said, at));
};

/** The unit between that a unit names, within its subject if that is given; undefined with a diagnostic. */
export const findHolder = (
  links: Links,
  unit: number,
  level: Level,
  holder: Level,
  subject: (Named & { readonly index: number }) | null,
): number | undefined => {
  const { units, references, inner, index, refused } = links.reading;
  const row = units.row(unit);
  const reference = units.reference(unit);
  const at = inner.indexOf(holder);
  const code = references.code(reference, at);
  const name = references.name(reference, at);
  const fields = parentFields(holder);
  const directory = links.directoryOf(holder);
  const texts = (): Named => links.namedIn(unit, holder);

  const isRefused = (): boolean => refused.has(holder.id, texts().code, texts().name, links.year);

  const unknown = (): undefined => {
    if (links.misses(holder.id)) return;
    const where = index.whereWithText(row, code !== NONE ? fields.code : fields.name);
    links.diagnostics.add('reference.unknown', { parent: holder.noun, reference: labelOf(texts()) }, where);
  };

  const byName = (codeless: boolean): number | undefined => {
    const within = subject?.index ?? null;
    const around = levelsAround(links, unit, level, holder);
    let fits = directory.byName(name, within, codeless);
    if (fits.length > 1 && around.length > 0) {
      const isWithin = (each: number) => around.every((outer) => liesIn(links, each, outer, reference) !== false);
      const narrowed = directory.byName(name, within, codeless, isWithin);
      if (narrowed.length === 0) return sayNotWithin(links, unit, around.at(-1)!, fits);
      fits = narrowed;
    }
    if (fits.length === 1) return fits[0];
    if (fits.length > 1) {
      const where = { ...index.whereWithText(row, fields.name), related: placesOf(links, fits, 'name') };
      const paths = fits.map((fit) => pathOf(links, fit, holder));
      links.diagnostics.add(
        'reference.ambiguous',
        { parent: holder.noun, reference: texts().name!, units: paths },
        where,
      );
      return undefined;
    }
    if (isRefused()) return undefined;
    const elsewhere = subject === null ? [] : directory.byName(name, null, codeless);
    const somewhere = elsewhere.find((each) => links.of(each) === OF_UNKNOWN);
    if (somewhere !== undefined) return somewhere;
    return elsewhere.length === 0 ? unknown() : sayElsewhere(links, subject!, elsewhere, row);
  };

  if (code === NONE) return byName(false);
  const found = directory.byCode(code);
  if (found === undefined) {
    if (name !== NONE) return byName(true);
    return isRefused() ? undefined : unknown();
  }
  const own = units.name(found);
  if (name === NONE || own === NONE || own === name) return found;
  const other = index.where(units.row(found), 'name').place!;
  const where = { ...index.whereWithText(row, fields.name), related: () => [other()] };
  const references_ = [texts().code!, texts().name!];
  links.diagnostics.add('reference.contradiction', { parent: holder.noun, references: references_ }, where);
  return undefined;
};

/** Whether a unit names what its holder, found by code or name, lies in; false with a diagnostic where it names another. */
export const isHolderWhereNamed = (links: Links, unit: number, level: Level, holder: Level, found: number): boolean => {
  const reference = links.reading.units.reference(unit);
  const apart = levelsAround(links, unit, level, holder).find(
    (outer) => liesIn(links, found, outer, reference) === false,
  );
  if (apart !== undefined) sayNotWithin(links, unit, apart, [found]);
  return apart === undefined;
};

const placesOf =
  ({ reading: { units, index } }: Links, found: readonly number[], ...fields: string[]) =>
  () =>
    found.map((unit) => index.whereWithText(units.row(unit), ...fields).place!());

const subjectOf = (links: Links, unit: number): string => {
  const { units, index, judged } = links.reading;
  const { name, code } = parentFields(judged);
  const subject = links.subject(unit);
  if (subject !== undefined) return labelOf(links.subjects.list[subject]!);
  return index.whereWithText(units.row(unit), name, code).text ?? '';
};

/** What a unit between lies in: its subject, and what its row names between. */
const pathOf = (links: Links, unit: number, level: Level): string => {
  const between = betweenLevels(links.reading.ruleset, level);
  return [subjectOf(links, unit), ...between.map((each) => labelOf(links.namedIn(unit, each)))]
    .filter((label) => label !== '')
    .join(' ');
};

/** Says that units between lie elsewhere than in what a unit names of a level around them. */
const sayNotWithin = (links: Links, unit: number, level: Level, found: readonly number[]): undefined => {
  const { units, index } = links.reading;
  const { name, code } = parentFields(level);
  const related = placesOf(links, found, name, code, 'name', 'code');
  const references = [...found, unit].map((each) => labelOf(links.namedIn(each, level)));
  links.diagnostics.add(
    'reference.contradiction',
    { parent: level.noun, references: [...new Set(references)] },
    { ...index.whereWithText(units.row(unit), name, code), related },
  );
};

/** Says that units between lie in other subjects than one that names them says. */
export const sayElsewhere = (links: Links, subject: Named, found: readonly number[], row: number): undefined => {
  const { judged, index } = links.reading;
  const { name, code } = parentFields(judged);
  const where = { ...index.whereWithText(row, name, code), related: placesOf(links, found, name, code) };
  const halves = found.flatMap((each) => links.subjects.list[links.subject(each) ?? -1] ?? []);
  if (halves.length === found.length && halves.every((other) => !other.fromTable && areHalves(subject, other))) {
    links.subjects.sayUnjoined([subject, ...halves], where);
    return;
  }
  const references = [...found.map((each) => subjectOf(links, each)), labelOf(subject)];
  links.diagnostics.add(
    'reference.contradiction',
    { parent: judged.noun, references: [...new Set(references)] },
    where,
  );
};
