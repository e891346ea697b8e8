#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadProgram } from './load-program.js';

const program = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url));
if (existsSync(program)) {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const { main, processIo } = loadProgram(program).exports;
  process.exitCode = await main(process.argv.slice(2), processIo(version));
} else {
  process.stderr.write('streetcheck: 尚未构建，请先运行 npm run build / not built yet: npm run build\n');
  process.exitCode = 70;
}
