import type { Finding, ShareFinding, VetoFinding, Witness } from '../model/assessment.ts';
import type { Rule } from '../model/ruleset.ts';
import { formatPercent } from '../model/share.ts';
import type { Language } from '../model/text.ts';
import { type ReasonWords, reasonWords } from './reason-words.ts';

/** A sentence names this many witnesses; the rest is counted. */
export const NAMED = 3;

export interface ReasonContext {
  /** The year judged. */
  readonly year: number | null;
  /** First year in which the ruleset is in force. */
  readonly from?: number;
}

const namesOf = (witnesses: readonly Witness[], total: number, words: ReasonWords): string => {
  const names = witnesses.slice(0, Math.min(NAMED, total)).map(({ name, code }) => name ?? code ?? words.nameless);
  return words.names(names, total);
};

/** Units behind the figures; a summary names none, its witness is the street's own row. */
const unitsOf = (finding: ShareFinding, words: ReasonWords, openFirst: boolean): string => {
  const { source, witnesses, unknown, missing } = finding;
  const unlisted = missing > 0 ? words.missing(missing) : '';
  if (source !== 'register') return unlisted;
  const total = { failing: witnesses.failing.length + witnesses.omitted.failing, unknown: (unknown ?? 0) - missing };
  const failed = witnesses.failing.length > 0 ? words.failing(namesOf(witnesses.failing, total.failing, words)) : '';
  const open =
    (total.unknown > 0 && witnesses.unknown.length > 0
      ? words.unknown(namesOf(witnesses.unknown, total.unknown, words))
      : '') + unlisted;
  return openFirst ? open + failed : failed + open;
};

const shareBody = (finding: ShareFinding, words: ReasonWords): string => {
  const { reason, atLeast, effectiveTarget, met, of, unknown } = finding;
  const target = words.target(atLeast, effectiveTarget, of);
  const shortfall = finding.shortfall ?? 0;
  const figures = (count: number): string =>
    words.figures(count, of ?? 0, formatPercent(count, of ?? 1, atLeast), finding.source);
  const certain = met ?? 0;
  const open = unknown ?? 0;
  switch (reason) {
    case 'share.pass':
      return target + words.pass(figures(certain), finding.margin ?? 0) + unitsOf(finding, words, false);
    case 'share.pass-despite-unknown':
      return target + words.passDespiteUnknown(figures(certain), open) + unitsOf(finding, words, true);
    case 'share.fail':
      return target + words.fail(figures(certain), shortfall) + unitsOf(finding, words, false);
    case 'share.fail-despite-unknown':
      return (
        target +
        words.failDespiteUnknown(figures(certain), shortfall, open, figures(certain + open)) +
        unitsOf(finding, words, false)
      );
    case 'share.unknown': {
      const worst = formatPercent(certain, of ?? 1, atLeast);
      const best = formatPercent(certain + open, of ?? 1, atLeast);
      return target + words.open(figures(certain), open, worst, best, shortfall) + unitsOf(finding, words, true);
    }
    case 'share.total-unknown':
      return target + words.totalUnknown(met);
    case 'share.not-submitted':
      return target + words.notSubmitted;
    case 'share.no-units':
      return target + words.noUnits;
    case 'share.column-absent':
      return target + words.columnAbsent;
    case 'share.street-not-submitted':
      return target + words.streetNotSubmitted;
    case 'share.empty':
      return target + words.empty;
    case 'rule.not-in-force':
      return '';
    default:
      return reason satisfies never;
  }
};

const vetoBody = (reason: VetoFinding['reason'], words: ReasonWords): string => {
  switch (reason) {
    case 'veto.pass':
      return words.vetoPass;
    case 'veto.fail':
      return words.vetoFail;
    case 'veto.blank':
      return words.vetoBlank;
    case 'veto.column-absent':
      return words.vetoColumnAbsent;
    case 'veto.not-submitted':
      return words.vetoNotSubmitted;
    case 'rule.not-in-force':
      return '';
    default:
      return reason satisfies never;
  }
};

const obligationOf = (
  { obligation }: Finding,
  { requiredFrom }: Rule,
  year: number | null,
  words: ReasonWords,
): string => {
  if (obligation === 'required') return '';
  return requiredFrom !== undefined && year !== null && year < requiredFrom
    ? words.requiredFrom(requiredFrom)
    : words.advisory;
};

/** The one sentence of a finding, standing on its own: rule, clause, figures, target, what is missing, who. */
export const reasonOf = (finding: Finding, rule: Rule, language: Language, { year, from }: ReasonContext): string => {
  const words = reasonWords[language];
  const sentence = (body: string) => words.sentence(rule.label[language], rule.cited[language], body);
  if (finding.reason === 'rule.not-in-force') return sentence(words.notInForce(year, from));
  const body = finding.kind === 'share' ? shareBody(finding, words) : vetoBody(finding.reason, words);
  return sentence(body + obligationOf(finding, rule, year, words));
};
