import { type Finding, omittedOf, type Subject } from '../model/assessment.ts';
import { fileOf, type Place, placeText, STANDARD_INPUT } from '../model/place.ts';
import type { Language } from '../model/text.ts';
import type { Noun } from './names.ts';
import { visible } from './plain.ts';
import { type Evidence, joined, type Teller } from './teller.ts';

const zh = {
  inputData: '输入数据',
  pooled: (name: string, { zh }: Noun) => `${name}（全${zh}合计）`,
  pooledDoesNotDecide: (reason: string, { zh }: Noun) => `全${zh}合计，不参与评定：${reason}`,
  doesNotDecide: (reason: string, { zh }: Noun) => `该${zh}不适用，不参与评定：${reason}`,
  clause: (cited: string) => `依据：${cited}`,
  advisory: '仅供参考',
  more: (count: number) => `另有 ${count} 条依据记录`,
  notLocated: '无对应记录',
  standardInput: '标准输入',
  at: (place: string) => `（${place}）`,
  rulesetFolder: '规则包所在的文件夹',
  /** Of the results of a run, where there are more than it may list. */
  resultsLeftOut: (count: number, most: number) =>
    `另有 ${count} 条结果没有列出：一次运行至多列 ${most} 条，多了 GitHub 不收；--format json 列出全部`,
  separator: '，',
};

/** The words of the formats that CI servers read. Slots come in already made safe. */
export type CiWords = typeof zh;

const en: CiWords = {
  inputData: 'input data',
  pooled: (name, { en }) => `${name} (whole ${en})`,
  pooledDoesNotDecide: (reason, { en }) => `whole ${en}, does not decide: ${reason}`,
  doesNotDecide: (reason, { en }) => `${en} not applicable, does not decide: ${reason}`,
  clause: (cited) => `Basis: ${cited}`,
  advisory: 'advisory',
  more: (count) => (count === 1 ? '1 more record' : `${count} more records`),
  notLocated: 'no record',
  standardInput: 'standard input',
  at: (place) => ` (${place})`,
  rulesetFolder: 'the folder of the ruleset',
  resultsLeftOut: (count, most) =>
    `${count} more results are not listed: GitHub takes at most ${most} of a run; --format json lists all`,
  separator: ', ',
};

export const ciWords = { zh, en } as const satisfies Record<Language, CiWords>;

/** The reason, which says where a required rule does not decide after all. */
export const ciReason = (subject: Subject, finding: Finding, teller: Teller): string => {
  const text = ciWords[teller.language];
  const { nouns } = teller;
  const reason = teller.reasonOf(finding);
  if (teller.isMoot(subject, finding)) return text.doesNotDecide(reason, nouns.judged);
  const isPooled = subject.scope !== nouns.level;
  return isPooled && finding.obligation === 'required'
    ? text.pooledDoesNotDecide(reason, nouns.of(subject.scope))
    : reason;
};

/** Whether a place, whose path is the one shown, is in no file. */
export const isStandardInput = (place: Place): boolean => fileOf(place) === STANDARD_INPUT;

/** `file:line:column`, of a place whose path is the one shown. */
export const clickable = (place: Place, text: CiWords): string =>
  isStandardInput(place)
    ? visible(placeText({ ...place, path: text.standardInput + place.path.slice(STANDARD_INPUT.length) }))
    : visible(placeText(place));

/** What a file, line and column do not tell: a place that is in no file, and the cell of a spreadsheet. */
export const untold = (place: Place | null, text: CiWords): string | null =>
  place !== null && (isStandardInput(place) || place.cell !== undefined) ? clickable(place, text) : null;

/** A line per witness, at most `most`, and one that counts the others. */
export const evidenceLines = (
  finding: Finding,
  evidence: readonly Evidence[],
  text: CiWords,
  most = evidence.length,
): string[] => {
  const more = Math.max(0, evidence.length - most) + omittedOf(finding);
  return [
    ...evidence
      .slice(0, most)
      .map(({ place, unit, cell }) =>
        joined([place === null ? text.notLocated : clickable(place, text), unit, cell], '  '),
      ),
    ...(more > 0 ? [text.more(more)] : []),
  ];
};
