import { readFileSync } from 'node:fs';
import { XmlDocument, type XmlElement, type XmlNode, XsdValidator } from 'libxml2-wasm';

interface JunitCase {
  readonly name: string;
  readonly classname: string;
  readonly outcome: string | null;
  readonly type: string | null;
  readonly message: string | null;
  readonly text: string;
}

export interface JunitSuite {
  readonly name: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly cases: readonly JunitCase[];
  readonly output: string | null;
}

export interface Junit {
  readonly name: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly suites: readonly JunitSuite[];
}

const schema = XmlDocument.fromBuffer(readFileSync(new URL('junit.xsd', import.meta.url)));
const validator = XsdValidator.fromDoc(schema);

const attribute = (node: XmlNode, name: string): string | null => node.get(`@${name}`)?.content ?? null;
const elements = (node: XmlNode, path: string) => node.find(path) as XmlElement[];
const counts = (node: XmlNode, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, Number(attribute(node, name))]));

const readCase = (node: XmlElement): JunitCase => {
  const outcome = (node.get('*') as XmlElement | null) ?? null;
  return {
    name: attribute(node, 'name')!,
    classname: attribute(node, 'classname')!,
    outcome: outcome?.name ?? null,
    type: outcome && attribute(outcome, 'type'),
    message: outcome && attribute(outcome, 'message'),
    text: outcome?.content ?? '',
  };
};

/** What libxml2 reads in a report; throws unless it is well-formed XML 1.0 and valid against `junit.xsd`. */
export const readJunit = (xml: string): Junit => {
  const document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
    const { root } = document;
    return {
      name: attribute(root, 'name')!,
      counts: counts(root, ['tests', 'failures', 'errors']),
      suites: elements(root, 'testsuite').map((suite) => ({
        name: attribute(suite, 'name')!,
        counts: counts(suite, ['tests', 'failures', 'errors', 'skipped']),
        cases: elements(suite, 'testcase').map(readCase),
        output: suite.get('system-out')?.content ?? null,
      })),
    };
  } finally {
    document.dispose();
  }
};
