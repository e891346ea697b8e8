import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { AuditError } from '../obstacle.ts';

interface Owner {
  readonly pid: number;
  readonly host: string;
  /** Milliseconds since 1970. */
  readonly since: number;
}

const lockOf = (file: string): string => `${file}.audit.lock`;

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
export const lockFile = (file: string): (() => void) => {
  const lock = lockOf(file);
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
