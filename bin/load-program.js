const { existsSync, readFileSync } = require('node:fs');
const Module = require('node:module');
const { dirname } = require('node:path');
const { Script } = require('node:vm');

/** Beside the program: what V8 made of it when it was built, of use to the same Node on the same kind of machine only. */
exports.codeCacheOf = (program) => `${program}.${process.version}-${process.platform}-${process.arch}.cache`;

/**
 * Runs a CommonJS module, written in ASCII, as `require` does, from its code cache if there is one; V8 refuses a cache
 * that does not fit.
 */
exports.loadProgram = (program) => {
  const cache = exports.codeCacheOf(program);
  const source = readFileSync(program, 'latin1');
  const script = new Script(Module.wrap(source), {
    filename: program,
    cachedData: existsSync(cache) ? readFileSync(cache) : undefined,
  });
  const module = new Module(program);
  module.filename = program;
  const require = Module.createRequire(program);
  // What is loaded later refers to it.
  require.cache[program] = module;
  script.runInThisContext()(module.exports, require, module, program, dirname(program));
  module.loaded = true;
  return { script, exports: module.exports };
};
