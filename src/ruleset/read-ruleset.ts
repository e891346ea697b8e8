import { diagnose } from '../diagnostics/diagnostics.ts';
import type { Files } from '../intake/source.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Level } from '../model/ruleset.ts';
import { checkDocument, RECORD_SCHEMA, RULESET_SCHEMA } from './check-document.ts';
import { checkRuleset } from './check-ruleset.ts';
import { isMapping, readLevels } from './documents.ts';
import { readYaml, type Written } from './read-yaml.ts';
import { causeOf, hashFiles, leavesFolder, readRulesetFile, type SourceFile } from './ruleset-files.ts';
import type { RulesetDocuments } from './to-ruleset.ts';

/** Reads and checks the ruleset whose main file is given; every error in all of its files at once. */
export const readRuleset = async (
  files: Files,
  folder: string,
  main: SourceFile,
): Promise<RulesetDocuments | { readonly diagnostics: readonly Diagnostic[] }> => {
  const { document, diagnostics } = readYaml(main);
  if (document === null) return { diagnostics: distinct(diagnostics) };

  const found: Diagnostic[] = [...diagnostics, ...checkMain(document)];
  const read: SourceFile[] = [main];
  const records = new Map<string, Written>();
  for (const level of readLevels(document.data)) {
    const file = await readRecordFile(files, folder, document, level);
    if (file === null) continue;
    if ('code' in file) {
      found.push(file);
      continue;
    }
    const record = readYaml(file);
    found.push(...record.diagnostics);
    if (record.document === null) continue;
    read.push(file);
    if (isMapping(record.document.data)) records.set(level.id, record.document);
    found.push(...checkDocument(RECORD_SCHEMA, record.document));
  }
  found.push(...checkRuleset(document, records));
  if (found.length > 0) return { diagnostics: distinct(found) };

  return {
    files: read.map(({ name }) => name),
    sha256: hashFiles(files, read),
    main: document.data,
    records: Object.fromEntries([...records].map(([level, { data }]) => [level, data])),
  } as RulesetDocuments;
};

/** Instead of `levels` rulesets used to have `records`: said as one fault. */
const checkMain = (main: Written): readonly Diagnostic[] => {
  const found = checkDocument(RULESET_SCHEMA, main);
  const records = main.get('records');
  if (records.data === undefined || main.get('levels').data !== undefined) return found;
  const isSaid = ({ code, params }: Diagnostic) =>
    (code === 'ruleset.unknown-keyword' && params.keyword === 'records') ||
    (code === 'ruleset.missing-keyword' && params.keyword === 'levels');
  return [diagnose('ruleset.old-records', {}, records.key), ...found.filter((each) => !isSaid(each))];
};

/** The file of a level's record schema; null where the ruleset has none. */
const readRecordFile = async (
  files: Files,
  folder: string,
  main: Written,
  { id }: Level,
): Promise<SourceFile | Diagnostic | null> => {
  const { data: name, at: found } = main.get('levels', id, 'records');
  if (typeof name !== 'string' || name.trim() === '') return null;
  if (leavesFolder(files, folder, name)) return diagnose('ruleset.outside-folder', { file: name }, found);
  try {
    return await readRulesetFile(files, folder, name);
  } catch (error) {
    return diagnose('ruleset.unreadable', { path: name, cause: causeOf(error) }, found);
  }
};

/**
 * Two levels may share a file; its faults are told once, and a value that its field cannot have is not also told to be
 * none at all. By file and place, in code-point order.
 */
const distinct = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => {
  const impossible = new Set(
    diagnostics.flatMap(({ code, place }) => (code === 'ruleset.impossible-value' ? [JSON.stringify(place)] : [])),
  );
  const told = diagnostics.filter(
    ({ code, place }) => code !== 'ruleset.wrong-value' || !impossible.has(JSON.stringify(place)),
  );
  const byText = new Map(told.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic]));
  const order = ({ place }: Diagnostic): readonly [string, number, number] => [
    place?.path ?? '',
    place?.line ?? 0,
    place?.column ?? 0,
  ];
  return [...byText.values()].sort((left, right) => {
    const [leftPath, leftLine, leftColumn] = order(left);
    const [rightPath, rightLine, rightColumn] = order(right);
    if (leftPath !== rightPath) return leftPath < rightPath ? -1 : 1;
    return leftLine - rightLine || leftColumn - rightColumn;
  });
};
