#!/usr/bin/env node
// A CommonJS module, as is the program: what Node needs for the other kind costs a tenth of a start.
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { loadProgram } = require('./load-program.js');

const program = join(__dirname, '../dist/cli.cjs');
if (existsSync(program)) {
  const { version } = JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8'));
  const { main, processIo } = loadProgram(program).exports;
  // What is garbage beside a nation's result is not to grow to several times as much; set before, the flag voids the code cache.
  setFlagsFromString('--heap-growing-percent=50');
  // Of a run that never comes to its end.
  process.exitCode = 70;
  main(process.argv.slice(2), processIo(version)).then((code) => {
    process.exitCode = code;
  });
} else {
  process.stderr.write('streetcheck: 尚未构建，请先运行 npm run build / not built yet: npm run build\n');
  process.exitCode = 70;
}
