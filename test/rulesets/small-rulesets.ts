import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export type Texts = Readonly<Record<string, string>>;

const head = (id: string): string => `$schema: urn:streetcheck:ruleset:1
id: ${id}
label: { zh: 示例考核, en: an example }
version: 1.0.0
source: { number: 示例〔2020〕1号 }
type: object
`;

/** The levels that each of these has, by the files of their record schemas; a level without is one that others name. */
const levels = ({ street, community, compound }: Readonly<Partial<Record<string, string>>>): string => {
  const records = (file: string | undefined) => (file === undefined ? '' : `, records: ${file}`);
  return `levels:
  district: { noun: { zh: 区, en: district } }
  street: { noun: { zh: 街道, en: street }, within: district, judged: true${records(street)} }
  community: { noun: { zh: 社区, en: community }, plural: communities, within: street${records(community)} }
  compound: { noun: { zh: 小区, en: compound }, within: [community, street]${records(compound)} }
`;
};

/** The head of a record schema, without its fields. */
export const RECORD = '$schema: urn:streetcheck:record:1\ntype: object\nproperties:\n';

export const COMMUNITY_FIELDS = `  code: { type: string, format: code, headings: [社区代码] }
  name: { type: string, format: name, headings: [社区名称] }
  streetCode: { type: string, format: code, headings: [街道代码] }
  street: { type: string, format: name, headings: [所属街道] }
  canteen: { type: string, enum: ["yes", "no"], headings: [长者食堂], labels: { yes: [有], no: [无] } }
`;

const SHARE = `  canteens:
    label: { zh: 长者食堂覆盖, en: canteens for the old }
    clause: 三
    share: { atLeast: 33.333333 }
`;

/** A scheme over communities alone: the streets are those that they name. */
export const COMMUNITIES_ONLY: Texts = {
  'ruleset.yaml': `${head('canteens')}${levels({ community: 'community.yaml' })}indicators:
  canteens: { of: community, meets: { properties: { canteen: { const: "yes" } } } }
properties:
${SHARE}`,
  'community.yaml': `${RECORD}${COMMUNITY_FIELDS}`,
};

/** The same with one veto, and so with a streets table that holds just that. */
export const COMMUNITIES_AND_VETO: Texts = {
  'ruleset.yaml': `${head('canteens-and-fire')}${levels({ street: 'street.yaml', community: 'community.yaml' })}indicators:
  canteens: { of: community, meets: { properties: { canteen: { const: "yes" } } } }
properties:
${SHARE}  fire:
    label: { zh: 消防考核, en: fire safety }
    clause: 四
    veto: true
    field: fire
    const: pass
`,
  'street.yaml': `${RECORD}  code: { type: string, format: code, headings: [街道代码] }
  name: { type: string, format: name, headings: [街道名称] }
  fire: { type: string, enum: [pass, fail], headings: [消防考核], labels: { pass: [合格], fail: [不合格] } }
`,
  'community.yaml': `${RECORD}${COMMUNITY_FIELDS}`,
};

/** Compounds alone, known by name only. */
export const COMPOUNDS_ONLY: Texts = {
  'ruleset.yaml': `${head('lifts')}${levels({ compound: 'compound.yaml' })}indicators:
  lifts: { of: compound, meets: { properties: { lifts: { minimum: 1 } } } }
properties:
  lifts: { label: { zh: 加装电梯, en: lifts }, clause: 一, share: { atLeast: 50 } }
`,
  'compound.yaml': `${RECORD}  name: { type: string, format: name, headings: [小区名称] }
  street: { type: string, format: name, headings: [街道名称] }
  lifts: { type: integer, minimum: 0, headings: [电梯数] }
`,
};

/** No register at all: the streets hand in what they have counted. */
export const SUMMARY_ONLY: Texts = {
  'ruleset.yaml': `${head('summary')}${levels({ street: 'street.yaml' })}indicators:
  canteens: { of: community, counted: { met: canteens, of: communities } }
properties:
${SHARE}`,
  'street.yaml': `${RECORD}  name: { type: string, format: name, headings: [街道名称] }
  communities: { type: integer, minimum: 0, headings: [社区总数] }
  canteens: { type: integer, minimum: 0, headings: [有食堂社区数] }
`,
};

/** What is counted are the streets themselves, by what they report and not by their verdicts. */
export const STREETS_COUNTED: Texts = {
  'ruleset.yaml': `${head('fire')}${levels({ street: 'street.yaml' })}indicators:
  fire: { of: street, meets: { properties: { fire: { const: pass } } } }
  passed: { of: street, meets: { properties: { verdict: { const: pass } } } }
  canteens: { of: community, counted: { met: canteens, of: communities } }
properties:
${SHARE}  fire: { label: { zh: 消防, en: fire }, clause: 一, scope: district, share: { atLeast: 50 } }
  passed: { label: { zh: 达标, en: passed }, clause: 一, scope: district, share: { atLeast: 50 } }
`,
  'street.yaml': `${SUMMARY_ONLY['street.yaml']}  fire: { type: string, enum: [pass, fail], headings: [消防], labels: { pass: [合格], fail: [不合格] } }
`,
};

/** The folder of a ruleset and that of the data, gone when the test ends. */
export const writeBoth = (ruleset: Texts, data: Texts = {}): { readonly rules: string; readonly data: string } => {
  const parent = mkdtempSync(join(tmpdir(), 'streetcheck-'));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  const write = (name: string, files: Texts): string => {
    const folder = join(parent, name);
    mkdirSync(folder);
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
    return folder;
  };
  return { rules: write('rules', ruleset), data: write('data', data) };
};

/** Of a ruleset of four levels: rooms in houses in courts of a ward. */
export const WARD_LEVELS = `levels:
  ward: { noun: { zh: 坊, en: ward }, records: ward.yaml, judged: true }
  court: { noun: { zh: 里, en: court }, within: ward, records: court.yaml }
  house: { noun: { zh: 院, en: house }, within: court, records: house.yaml }
  room: { noun: { zh: 室, en: room }, within: house, records: room.yaml }
`;
