import { writeFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { codeCacheOf, loadProgram } from '../../bin/load-program.js';

const pathOf = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** Writes what V8 has compiled once the program has judged a sample, so that a start need not compile it again. */
const program = pathOf('../../dist/cli.cjs');
const { script, exports } = loadProgram(program);
const nowhere = new PassThrough().resume();
const io = { ...exports.processIo('0.0.0'), stdout: nowhere, stderr: nowhere };
await exports.main(['assess', pathOf('../../samples/yantian-2012')], io);
writeFileSync(codeCacheOf(program), script.createCachedData());
