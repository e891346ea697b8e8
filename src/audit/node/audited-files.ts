import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { nodeFiles } from '../../intake/node/files.ts';
import type { AuditedFiles, LineFile } from '../audited-files.ts';
import { lockFile } from './lock.ts';

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
