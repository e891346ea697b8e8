import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
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
  // What measures the texts that cli-table3 sets; the original matches each character against a 10 kB expression.
  'string-width': `module.exports = require(${JSON.stringify(fileURLToPath(new URL('../model/width.ts', import.meta.url)))}).widthOf;`,
};

const replacement = {
  name: 'replacement',
  resolveId: (id) => (Object.hasOwn(REPLACED, id) ? `\0${id}` : undefined),
  load: (id) => (id.startsWith('\0') ? REPLACED[id.slice(1)] : undefined),
};

/** `import text from './page.css?raw'`: the file as a text, as vite takes it when the tests run from source. */
const RAW = '?raw';
export const rawText = {
  name: 'raw-text',
  load: (id) =>
    id.endsWith(RAW)
      ? { code: `export default ${JSON.stringify(readFileSync(id.slice(0, -RAW.length), 'utf8'))};`, moduleType: 'js' }
      : undefined,
};

/** Characters beyond ASCII as escapes: the program need not be decoded when it is read, and takes half the memory. */
const asciiOnly = {
  name: 'ascii-only',
  generateBundle(_, files) {
    for (const file of Object.values(files))
      if (file.type === 'chunk')
        file.code = file.code.replace(
          /[^\0-\x7f]/g,
          (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
        );
  },
};

/** What a start needs: all that the entries import without delay, directly or not. */
const neededAtStart = () => {
  const needed = new Set();
  return {
    has: (id) => needed.has(id),
    plugin: {
      name: 'needed-at-start',
      buildEnd() {
        const add = (id) => {
          if (needed.has(id)) return;
          needed.add(id);
          for (const imported of this.getModuleInfo(id)?.importedIds ?? []) add(imported);
        };
        for (const id of this.getModuleIds()) if (this.getModuleInfo(id)?.isEntry) add(id);
      },
    },
  };
};

/** Bundles `input` for Node into `dir`, packages included; returns the chunks written. */
export const bundle = async (input, dir, { format = 'esm', minify = true, entry = 'allow-extension' } = {}) => {
  const ending = format === 'cjs' ? 'cjs' : 'js';
  const needed = neededAtStart();
  const build = await rolldown({
    input,
    platform: 'node',
    logLevel: 'warn',
    // What the program needs at start, others may load later or never.
    checks: { ineffectiveDynamicImport: false },
    preserveEntrySignatures: entry,
    plugins: [replacement, rawText, needed.plugin, asciiOnly],
  });
  try {
    const { output } = await build.write({
      dir,
      format,
      minify,
      entryFileNames: `[name].${ending}`,
      chunkFileNames: `[name]-[hash].${ending}`,
      // One file, the entry, whatever of it is shared with chunks that are loaded later.
      codeSplitting: Object.keys(input).length > 1 || { groups: [{ name: 'start', test: needed.has }] },
    });
    return output.filter(({ type }) => type === 'chunk');
  } finally {
    await build.close();
  }
};
