#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';

const built = new URL('../dist/cli.js', import.meta.url);
if (existsSync(built)) {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const { main, processIo } = await import(built.href);
  process.exitCode = await main(process.argv.slice(2), processIo(version));
} else {
  process.stderr.write('streetcheck: 尚未构建，请先运行 npm run build / not built yet: npm run build\n');
  process.exitCode = 70;
}
