import { randomBytes } from 'node:crypto';
// As members of `promises`, which Node loads when first asked for: most runs write no file.
import { constants, openSync, promises } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { OutputError } from './errors.ts';
import type { TextStream } from './session.ts';

/** Where one report goes. */
export interface Sink {
  /** Resolves when there is room for more, and `bytes` may be used again: to false when nobody reads any further. */
  write(bytes: Uint8Array): Promise<boolean>;
  /** Makes what was written visible under the name asked for. */
  commit(): Promise<void>;
  /** Leaves nothing behind; does nothing after `commit`. */
  discard(): Promise<void>;
}

/** What a pipe says when its reader has gone (`| head`); Windows says EOF. */
const CLOSED: ReadonlySet<string> = new Set(['EPIPE', 'EOF', 'ERR_STREAM_DESTROYED']);

/** Standard output. A reader that has seen enough is no error; one that does not read on is left once `signal` is aborted. */
export const streamSink = (stream: TextStream, signal?: AbortSignal): Sink => {
  // The callback of `write` brings the same error; without a listener it would end the process.
  stream.on('error', () => undefined);
  return {
    write: (bytes) =>
      new Promise((resolve, reject) => {
        const leave = () => stream.destroy?.();
        signal?.addEventListener('abort', leave, { once: true });
        stream.write(bytes, (error) => {
          signal?.removeEventListener('abort', leave);
          if (!error) return resolve(true);
          const failure = new OutputError(null, error);
          return CLOSED.has(failure.code) ? resolve(false) : reject(failure);
        });
      }),
    commit: async () => undefined,
    discard: async () => undefined,
  };
};

/** Writes a short text as a whole. */
export const say = async (stream: TextStream, text: string): Promise<void> => {
  await streamSink(stream).write(Buffer.from(text));
};

/** In milliseconds. Opening waits for a reader where nothing can interrupt it, so a pipe without one is tried again. */
const RETRY = 20;

const openForWriting = async (file: string, signal: AbortSignal): Promise<number> => {
  for (;;) {
    signal.throwIfAborted();
    try {
      return openSync(file, constants.O_WRONLY | constants.O_NONBLOCK);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENXIO') throw error;
    }
    await setTimeout(RETRY);
  }
};

/** A named pipe: waits for whoever reads it, to come and to read on, until `signal` is aborted. */
const pipeSink = async (file: string, signal: AbortSignal): Promise<Sink> => {
  const fd = await openForWriting(file, signal);
  const { Socket } = process.getBuiltinModule('node:net');
  const socket = new Socket({ fd, readable: false, writable: true, signal });
  // The callback of `write` brings the same error; without a listener it would end the process.
  socket.on('error', () => undefined);
  return {
    write: (bytes) =>
      new Promise((resolve, reject) => {
        socket.write(bytes, (error) => (error ? reject(error) : resolve(true)));
      }),
    commit: () =>
      new Promise((resolve) => {
        socket.end(() => resolve());
      }),
    discard: async () => {
      socket.destroy();
    },
  };
};

const orMissing = async <T>(asked: Promise<T>): Promise<T | undefined> => {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
};

/**
 * The file behind `path`, symbolic links followed, whether or not it exists yet. Links to pipes lead to no name that
 * could be opened (/dev/stdout): what is no regular file is taken by the name given.
 */
export const finalFile = async (path: string): Promise<string> => {
  const found = await orMissing(promises.stat(path));
  if (found && !found.isFile() && !found.isDirectory()) return resolve(path);
  const real = await orMissing(promises.realpath(path));
  if (real !== undefined) return real;
  const folder = await orMissing(promises.realpath(dirname(path)));
  const file = folder === undefined ? resolve(path) : join(folder, basename(path));
  const link = await promises.readlink(file).catch(() => undefined);
  return link === undefined ? file : finalFile(resolve(dirname(file), link));
};

const openSink = async (file: string, signal: AbortSignal): Promise<Sink> => {
  const existing = await orMissing(promises.stat(file));
  if (existing?.isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
  if (existing) await promises.access(file, constants.W_OK);
  if (existing?.isFIFO()) return pipeSink(file, signal);
  const direct = existing !== undefined && !existing.isFile();
  // The leading dot keeps it out of a folder read as input.
  const written = direct ? file : join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}.tmp`);
  const handle = await promises.open(written, direct ? 'w' : 'wx', existing?.mode);
  let left = !direct;
  return {
    async write(bytes) {
      await handle.writeFile(bytes);
      return true;
    },
    async commit() {
      await handle.close();
      if (!direct) await promises.rename(written, file);
      left = false;
    },
    async discard() {
      await handle.close();
      if (left) await promises.rm(written, { force: true });
    },
  };
};

/**
 * A file written beside its place and renamed, so that nobody ever sees half of it. What is not a regular file (a
 * device, a named pipe) is written directly; a pipe that nobody reads is waited for until `signal` is aborted.
 */
export const fileSink = async (output: string, signal: AbortSignal): Promise<Sink> => {
  const naming = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      signal.throwIfAborted();
      throw new OutputError(output, error);
    }
  };
  const sink = await naming(async () => openSink(await finalFile(output), signal));
  return {
    write: (text) => naming(() => sink.write(text)),
    commit: () => naming(() => sink.commit()),
    discard: () => naming(() => sink.discard()),
  };
};

/** In bytes. Large enough to make system calls cheap, small against any memory. */
const BATCH = 1 << 18;
/** UTF-8 needs this many bytes at most for a UTF-16 unit. */
const WIDEST = 3;

/** An interrupt is only heard between two turns of the event loop. */
export const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * Writes the pieces of a report as fast as the sink takes them; stops quietly when nobody reads any further. Each
 * piece is encoded where it will be written from, so that no long text is put together first.
 */
export const writeReport = async (
  pieces: Iterable<string | Uint8Array>,
  sink: Sink,
  signal: AbortSignal,
): Promise<void> => {
  const batch = Buffer.allocUnsafe(BATCH);
  let filled = 0;
  const flush = async (): Promise<boolean> => {
    const isRead = filled === 0 || (await sink.write(batch.subarray(0, filled)));
    filled = 0;
    await nextTurn();
    signal.throwIfAborted();
    return isRead;
  };
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      if (!(await flush()) || !(await sink.write(piece))) return;
      continue;
    }
    if (piece.length * WIDEST > BATCH - filled && !(await flush())) return;
    if (piece.length * WIDEST <= BATCH) filled += batch.write(piece, filled);
    else if (!(await sink.write(Buffer.from(piece)))) return;
  }
  await flush();
};
