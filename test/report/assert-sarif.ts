import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';

interface SarifLocation {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
    readonly region: { readonly startLine: number; readonly startColumn: number };
  };
  readonly logicalLocations?: readonly { readonly name?: string; readonly fullyQualifiedName?: string }[];
  readonly message?: { readonly text: string };
}

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly kind: string;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly SarifLocation[];
  readonly relatedLocations?: readonly SarifLocation[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface SarifRun {
  readonly tool: {
    readonly driver: { readonly rules: readonly { readonly id: string; readonly help: { readonly text: string } }[] };
  };
  readonly columnKind: string;
  readonly invocations: readonly { readonly executionSuccessful: boolean }[];
  readonly automationDetails: { readonly id: string };
  readonly artifacts: readonly {
    readonly location?: { readonly uri: string };
    readonly description?: { readonly text: string };
  }[];
  readonly results: readonly SarifResult[];
}

const isUri = (text: string): boolean => URL.canParse(text);
const isReference = (text: string): boolean =>
  /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\dA-F]{2})*$/.test(text) && URL.canParse(text, 'https://example.org/');

// The published schema of SARIF 2.1.0 is in draft 4, of which it uses nothing that later drafts read differently.
const { $schema: _draft, id: _id, ...draft7 } = schema;
const validate = new Ajv({
  allErrors: true,
  strict: false,
  // One pattern of the schema has a lone bracket.
  unicodeRegExp: false,
  formats: { uri: isUri, 'uri-reference': isReference, 'date-time': true },
}).compile(draft7);

/** The runs of a report; throws unless it is valid against the published schema of SARIF 2.1.0. */
export const assertSarif = (json: string): readonly SarifRun[] => {
  const log: { readonly runs: readonly SarifRun[] } = JSON.parse(json);
  if (!validate(log)) throw new Error(`not SARIF: ${JSON.stringify(validate.errors, null, 1)}`);
  return log.runs;
};
