import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { hostname, uptime } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { nodeFiles } from '../../intake/node/files.ts';
import { AuditError, type AuditedFiles, type LineFile } from '../audited-files.ts';

interface Owner {
  readonly pid: number;
  readonly host: string;
  /** Milliseconds since 1970. */
  readonly since: number;
}

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
};

/** A lock says who holds it from its first byte on, so what cannot be read was left by a machine that went down. */
const ownerIn = (text: string): Owner | null => {
  const found = /^(\d+) (\d+) (.+)\n$/.exec(text);
  return found && { pid: Number(found[1]), since: Number(found[2]), host: found[3]! };
};

/** Left behind: its process is gone, or the machine has started since and another process has its number. */
const isStale = (owner: Owner): boolean => {
  if (owner.host !== hostname()) return false;
  return owner.since < Date.now() - uptime() * 1000 || !isRunning(owner.pid);
};

const readLock = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

/** Makes the lock with what it says in one step; where the disk knows no links (FAT), in two. */
const take = (aside: string, lock: string, own: string): boolean => {
  try {
    linkSync(aside, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    if (existsSync(lock)) return false;
    writeFileSync(lock, own, { flag: 'wx' });
    return true;
  }
};

/** Moved aside first and looked at again, so that of two that find a stale lock only one removes it. */
const removeStale = (lock: string, held: string, aside: string): void => {
  const stale = `${aside}.stale`;
  try {
    renameSync(lock, stale);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (readLock(stale) !== held) take(stale, lock, held);
  rmSync(stale);
};

/**
 * Takes the lock of a file for this process; returns what gives it back. A lock left by a killed run is taken over.
 * Throws `AuditError` where another audit has it, or the file system's error where the folder cannot be written to.
 */
const lockFile = (file: string): (() => void) => {
  const lock = `${file}.audit.lock`;
  const aside = `${lock}.${randomBytes(6).toString('hex')}`;
  const own = `${process.pid} ${Date.now()} ${hostname()}\n`;
  writeFileSync(aside, own);
  try {
    while (!take(aside, lock, own)) {
      const held = readLock(lock);
      if (held === null) continue;
      const owner = ownerIn(held);
      if (owner !== null && !isStale(owner)) throw new AuditError({ kind: 'locked', lock, ...owner });
      removeStale(lock, held, aside);
    }
    return () => {
      if (readLock(lock) === own) rmSync(lock);
    };
  } finally {
    rmSync(aside);
  }
};

const writeWhole = (fd: number, bytes: Uint8Array): void => {
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
  fsyncSync(fd);
};

/** So that the name of a new file outlasts a power cut as well; Windows opens no folders and needs none. */
const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return;
  const fd = openSync(folder, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
};

const writeNew = (file: string, bytes: Uint8Array, mode?: number): void => {
  const fd = openSync(file, 'wx', mode);
  try {
    writeWhole(fd, bytes);
  } finally {
    closeSync(fd);
  }
};

const openLines = (file: string): LineFile => {
  const fd = openSync(file, 'a+');
  try {
    const text = readFileSync(fd, 'utf8');
    if (text === '') syncFolder(dirname(file));
    return { text, append: (more) => writeWhole(fd, Buffer.from(more)), close: () => closeSync(fd) };
  } catch (error) {
    closeSync(fd);
    throw error;
  }
};

/** Written beside the file and renamed. */
const replace = (file: string, bytes: Uint8Array, isStill: () => boolean): boolean => {
  // The leading dot keeps it out of a folder read as input.
  const beside = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    writeNew(beside, bytes, statSync(file).mode);
    if (!isStill()) return false;
    renameSync(beside, file);
  } finally {
    rmSync(beside, { force: true });
  }
  syncFolder(dirname(file));
  return true;
};

/** The files of this machine. */
export const nodeAuditedFiles = (): AuditedFiles => ({
  ...nodeFiles(),
  read: (file) => readFileSync(file),
  lock: (file) => {
    accessSync(file, constants.W_OK);
    return lockFile(file);
  },
  openLines,
  remove: (file) => rmSync(file, { force: true }),
  create: (file, bytes) => {
    writeNew(file, bytes);
    syncFolder(dirname(file));
  },
  replace,
});
