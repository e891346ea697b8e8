interface Annotation {
  readonly level: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

export interface Log {
  readonly annotations: readonly Annotation[];
  readonly lines: readonly string[];
}

const unescaped = (text: string, codes: readonly (readonly [string, string])[]): string =>
  codes.reduce((rest, [code, character]) => rest.replaceAll(code, character), text);
const DATA = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%25', '%'],
] as const;
const PROPERTY = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%3A', ':'],
  ['%2C', ','],
  ['%25', '%'],
] as const;

/**
 * The log as a runner reads it: a line that begins with `::` after any spaces is a command, up to the next `::` its
 * name and properties; one that holds `##[` anywhere else is an old-style command, which no report may hold.
 */
export const readAnnotations = (log: string): Log => {
  const annotations: Annotation[] = [];
  const lines: string[] = [];
  for (const line of log.split(/\r\n|\r|\n/)) {
    const command = /^\s*::(.*?)::(.*)$/.exec(line);
    if (command === null) {
      if (/##\w*\[/.test(line)) throw new Error(`an old command: ${line}`);
      lines.push(line);
      continue;
    }
    const [, head = '', data = ''] = command;
    const space = head.indexOf(' ');
    const properties = head
      .slice(space + 1)
      .split(',')
      .map((property) => [
        property.slice(0, property.indexOf('=')),
        unescaped(property.slice(property.indexOf('=') + 1), PROPERTY),
      ]);
    annotations.push({
      level: head.slice(0, space),
      properties: Object.fromEntries(properties),
      message: unescaped(data, DATA),
    });
  }
  return { annotations, lines };
};
