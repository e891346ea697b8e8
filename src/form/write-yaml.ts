import type { Ruleset } from '../model/ruleset.ts';
import { unmistaken } from '../model/spreadsheet.ts';
import type { Language } from '../model/text.ts';
import { visible } from '../report/plain.ts';
import type { Form, FormColumn } from './form.ts';
import { formWords } from './form-words.ts';

/** What YAML does not take as it stands, within double quotes, and JSON does. */
const NOT_PRINTABLE = /[\x7f-\x9f\ufeff\ufffe\uffff\u2028\u2029]/g;
/** Nothing but letters, digits and `_`, beginning with a letter, and no word of YAML's own. */
const BARE = /^(?!(?:true|false|null|yes|no|on|off|[yn])$)\p{L}[\p{L}\p{N}_]*$/iu;

/** A text in double quotes, every character of which comes back. */
const yamlText = (text: string): string =>
  JSON.stringify(text).replace(
    NOT_PRINTABLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const yamlKey = (text: string): string => (BARE.test(text) ? text : yamlText(text));

/** The text may come from a ruleset. */
const comment = (text: string): string => `# ${visible(text.replace(/[\r\n]+/g, ' '))}\n`;

const NUMBER = /^(?:0|[1-9]\d*)$/;

const writtenValue = ({ kind }: FormColumn, text: string): string => {
  if (text === '') return kind === 'code' || kind === 'name' ? ' ""' : '';
  return (kind === 'count' || kind === 'year') && NUMBER.test(text) ? ` ${text}` : ` ${yamlText(unmistaken(text))}`;
};

const recordLines = (columns: readonly FormColumn[], row: readonly string[]): string[] =>
  columns.map(
    (column, at) => `${at === 0 ? '  - ' : '    '}${yamlKey(column.heading)}:${writtenValue(column, row[at] ?? '')}`,
  );

/**
 * One document with a list for each form: what each field holds as comments, then the records, or a skeleton of one,
 * commented out, where there are none with a code or a name. UTF-8, LF.
 */
export function* writeYaml(forms: readonly Form[], ruleset: Ruleset, language: Language): Generator<string> {
  const words = formWords[language];
  yield comment(words.yamlTitle(ruleset.label[language], ruleset.source.number));
  yield comment(words.yamlBlank);
  for (const { title, columns, rows } of forms) {
    yield '\n';
    for (const { heading, note } of columns) yield comment(`${heading}: ${note}`);
    yield `${yamlKey(title)}:\n`;
    const keys = columns.flatMap(({ field }, at) => (field === 'code' || field === 'name' ? [at] : []));
    let first: readonly string[] | undefined;
    let isEmpty = true;
    for (const row of rows) {
      first ??= row;
      if (keys.every((at) => (row[at] ?? '') === '')) continue;
      isEmpty = false;
      yield `${recordLines(columns, row).join('\n')}\n`;
    }
    if (!isEmpty) continue;
    yield comment(words.yamlSkeleton);
    for (const line of recordLines(columns, first ?? [])) yield comment(line);
  }
}
