import type { Assessment, Finding, Witness } from '../model/assessment.ts';
import type { Diagnostic, Slot } from '../model/diagnostic.ts';
import { type Place, placeText } from '../model/place.ts';

/** What a terminal would act on or not show: controls, escapes, bidi and zero-width characters, lone surrogates. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const EVERY_HIDDEN = new RegExp(HIDDEN, 'gu');

const LIMIT = 200;

const codePoint = (character: string): string =>
  `<U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>`;

/** `text` with every hidden character shown as `<U+202E>`; nothing is cut. */
export const visible = (text: string): string => (HIDDEN.test(text) ? text.replace(EVERY_HIDDEN, codePoint) : text);

/** Untrusted text for people: `visible`, and cut at 200 characters as shown, with the number of those left out. */
export const plain = (text: string): string => {
  if (text.length <= LIMIT && !HIDDEN.test(text)) return text;
  let shown = '';
  let length = 0;
  let left = 0;
  for (const character of text) {
    if (length <= LIMIT) {
      const next = HIDDEN.test(character) ? codePoint(character) : character;
      length += next.length > 2 ? next.length : 1;
      if (length <= LIMIT) shown += next;
      else left++;
    } else left++;
  }
  return left === 0 ? shown : `${shown}…(+${left})`;
};

const safeSlot = (slot: Slot): Slot => {
  if (typeof slot === 'number') return slot;
  if (typeof slot === 'string') return plain(slot);
  return 'zh' in slot ? { zh: plain(slot.zh), en: plain(slot.en) } : slot.map(plain);
};

/** The same diagnostic with nothing in it that a terminal would act on. */
export const plainDiagnostic = (diagnostic: Diagnostic): Diagnostic => ({
  ...diagnostic,
  text: diagnostic.text === null ? null : plain(diagnostic.text),
  params: Object.fromEntries(Object.entries(diagnostic.params).map(([slot, value]) => [slot, safeSlot(value)])),
});

const safeText = (text: string | null): string | null => (text === null ? null : plain(text));
const safe = (witness: Witness): Witness => ({
  ...witness,
  code: safeText(witness.code),
  name: safeText(witness.name),
  ...(witness.within && { within: witness.within.map(plain) }),
});

/** The same finding with nothing in its sentence that a terminal would act on. */
export const plainFinding = (finding: Finding): Finding => {
  const { failing, unknown, omitted } = finding.witnesses;
  if (failing.length + unknown.length === 0) return finding;
  return { ...finding, witnesses: { failing: failing.map(safe), unknown: unknown.map(safe), omitted } };
};

/** A place in its file as that was given on the command line; what is no input is a file of the ruleset refused. */
export const shownPlace = ({ inputs, rulesetFolder = '.' }: Assessment): ((place: Place) => Place) => {
  const shown = new Map(inputs.map((input) => [input.path, input.shown]));
  const inRuleset = (path: string) => (rulesetFolder === '.' ? path : `${rulesetFolder}/${path}`);
  return (place) => ({ ...place, path: shown.get(place.path) ?? inRuleset(place.path) });
};

/** A diagnostic whose place is in the file as it was given on the command line. */
export const withShownPlace = (assessment: Assessment): ((diagnostic: Diagnostic) => Diagnostic) => {
  const shown = shownPlace(assessment);
  return (diagnostic) => (diagnostic.place === null ? diagnostic : { ...diagnostic, place: shown(diagnostic.place) });
};

/** Writes a place as `file:line:column` or `book.xlsx#sheet!F18`, the file as it was given on the command line, so that it can be clicked. */
export type ShownPlaces = (place: Place) => string;

export const shownPlaces = (assessment: Assessment): ShownPlaces => {
  const shown = shownPlace(assessment);
  return (place) => visible(placeText(shown(place)));
};

/** Where a diagnostic is shown, else where the file that it names begins: by its argument, or where it is read by its path. */
export const diagnosticPlace = (assessment: Assessment): ((diagnostic: Diagnostic) => Place | null) => {
  const shown = shownPlace(assessment);
  return ({ code, place, params: { path } }) => {
    if (place !== null) return shown(place);
    const isArgument = code === 'input.given-twice';
    const file = isArgument ? assessment.inputs.find((input) => input.path === path)?.shown : path;
    return typeof file === 'string' ? { path: file, line: 1, column: 1 } : null;
  };
};
