import { readFileSync } from 'node:fs';
import { rolldown } from 'rolldown';

/**
 * Modules that cost start-up and are not needed: colour is decided by the command line, not detected; `node:process`
 * as a module opens all three standard streams.
 */
const REPLACED = {
  '#supports-color': 'export default { stdout: false, stderr: false };',
  'node:process': 'export default process;',
  // Nothing here starts another program; the module brings the network stack along.
  'node:child_process': 'module.exports = {};',
  // cli-table3 asks for it only where a table has colours of its own.
  '@colors/colors/safe': 'module.exports = {};',
  // As wide as `widthOf` takes an emoji; the original is a 10 kB expression compiled at every call.
  'emoji-regex': 'module.exports = () => /\\p{Emoji_Presentation}/gu;',
};

const replacement = {
  name: 'replacement',
  resolveId: (id) => (Object.hasOwn(REPLACED, id) ? `\0${id}` : undefined),
  load: (id) => (id.startsWith('\0') ? REPLACED[id.slice(1)] : undefined),
};

/** `import text from './page.css?raw'`: the file as a text, as vite takes it when the tests run from source. */
const RAW = '?raw';
const rawText = {
  name: 'raw-text',
  load: (id) =>
    id.endsWith(RAW)
      ? { code: `export default ${JSON.stringify(readFileSync(id.slice(0, -RAW.length), 'utf8'))};`, moduleType: 'js' }
      : undefined,
};

const SHARED =
  /src.(?:model.(?:assessment|share|fold|ruleset|place)|report.(?:plain|width)|diagnostics.(?:diagnose|severities|nouns)|intake.find-inputs)\.ts$/;

/** Bundles `input` for Node into `dir`, packages included; returns the chunks written. */
export const bundle = async (input, dir, { format = 'esm', minify = true } = {}) => {
  const ending = format === 'cjs' ? 'cjs' : 'js';
  const build = await rolldown({
    input,
    platform: 'node',
    logLevel: 'warn',
    // What entry and later chunks share stays in the entry, instead of in files of its own.
    preserveEntrySignatures: 'allow-extension',
    plugins: [replacement, rawText],
  });
  try {
    const { output } = await build.write({
      dir,
      format,
      minify,
      entryFileNames: `[name].${ending}`,
      chunkFileNames: `[name]-[hash].${ending}`,
      // What the entry shares with chunks that are loaded later is one file more to load at a start, not one for each.
      codeSplitting: { groups: [{ name: 'shared', test: SHARED }] },
    });
    return output.filter(({ type }) => type === 'chunk');
  } finally {
    await build.close();
  }
};
