import { randomBytes } from 'node:crypto';
// As members of `promises`, which Node loads when first asked for: most runs write no file.
import { constants, promises } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { OutputError } from './errors.ts';
import { pipeSink } from './pipe-sink.ts';
import type { Sink } from './sink.ts';

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

const orMissing = async <T>(asked: Promise<T>): Promise<T | undefined> => {
  try {
    return await asked;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};

const isSpecial = async (path: string): Promise<boolean> => {
  const found = await orMissing(promises.stat(path));
  return found !== undefined && !found.isFile() && !found.isDirectory();
};

/**
 * The file behind `path`, symbolic links followed, whether or not it exists yet. Links to pipes lead to no name that
 * could be opened (/dev/stdout): what is no regular file is taken by the name given.
 */
export const finalFile = async (path: string): Promise<string> => {
  if (await isSpecial(path)) return resolve(path);
  const real = await orMissing(promises.realpath(path));
  if (real !== undefined) return real;
  const folder = await orMissing(promises.realpath(dirname(path)));
  const file = folder === undefined ? resolve(path) : join(folder, basename(path));
  const link = await promises.readlink(file).catch(() => undefined);
  return link === undefined ? file : finalFile(resolve(dirname(file), link));
};

const folderError = () => Object.assign(new Error('is a folder'), { code: 'EISDIR' });

const openSink = async (file: string, signal: AbortSignal): Promise<Sink> => {
  const existing = await orMissing(promises.stat(file));
  if (existing?.isDirectory()) throw folderError();
  if (existing) await promises.access(file, constants.W_OK);
  if (existing?.isFIFO()) return pipeSink(file, signal);
  const direct = existing !== undefined && !existing.isFile();
  // The leading dot keeps it out of a folder read as input.
  const written = direct ? file : join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}.tmp`);
  const handle = await promises.open(written, direct ? 'w' : 'wx', existing?.mode);
  let isOpen = true;
  let left = !direct;
  const close = async () => {
    if (isOpen) {
      isOpen = false;
      await handle.close();
    }
  };
  return {
    async write(bytes) {
      await handle.writeFile(bytes);
      return true;
    },
    async commit() {
      await close();
      if (!direct) await promises.rename(written, file);
      left = false;
    },
    async discard() {
      await close();
      if (left) await promises.rm(written, { force: true });
      left = false;
    },
  };
};

const naming = async <T>(output: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    signal.throwIfAborted();
    throw new OutputError(output, error);
  }
};

/**
 * A file written beside its place and renamed, so that nobody ever sees half of it. What is not a regular file (a
 * device, a named pipe) is written directly; a pipe that nobody reads is waited for until `signal` is aborted.
 */
export const fileSink = async (output: string, signal: AbortSignal): Promise<Sink> => {
  const named = <T>(work: () => Promise<T>) => naming(output, signal, work);
  const sink = await named(async () => openSink(await finalFile(output), signal));
  return {
    write: (text) => named(() => sink.write(text)),
    commit: () => named(() => sink.commit()),
    discard: () => named(() => sink.discard()),
  };
};
