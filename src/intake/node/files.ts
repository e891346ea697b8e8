import { hash } from 'node:crypto';
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FileEntry, type Files, joinBytes } from '../source.ts';
import { fromBytes, openFile } from './source.ts';

/** In bytes: what has no size and can be read once is held in memory. */
const PIPE_LIMIT = 1 << 30;
/** Bytes at the beginning of a file, and at its end, that are looked at. */
const LOOK = 1 << 14;

/** All of it, or null where it is more than `limit` bytes. */
export const readWhole = async (chunks: AsyncIterable<Uint8Array>, limit = PIPE_LIMIT): Promise<Uint8Array | null> => {
  const read: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > limit) return null;
    read.push(chunk);
  }
  return joinBytes(read);
};

/** A named pipe: waits for whoever writes to it, and can be aborted meanwhile. */
async function* pipeChunks(file: string, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  const { Socket } = process.getBuiltinModule('node:net');
  const fd = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  const socket = new Socket({ fd, readable: true, writable: false, ...(signal && { signal }) });
  try {
    yield* socket;
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    socket.destroy();
  }
}

const kindOf = (entry: { isFile(): boolean; isDirectory(): boolean; isSymbolicLink(): boolean }): FileEntry['kind'] =>
  entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : entry.isSymbolicLink() ? 'link' : 'other';

const here = dirname(fileURLToPath(import.meta.url));

/** The package's own folder, found from `src/` as well as from the bundle in `dist/`. */
const packageRoot = (folder = here): string => {
  if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'rules'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error(`no package.json beside a rules folder above ${here}`);
  return packageRoot(above);
};

let bundled: Files['bundled'] | undefined;

/** When running from source, what the build made is of an earlier one. */
const findBundled = (): Files['bundled'] => {
  const root = packageRoot();
  const isBuilt = relative(root, here).split(sep)[0] === 'dist';
  return { rules: join(root, 'rules'), built: isBuilt ? join(root, 'dist', 'rulesets') : null };
};

/** The files of this machine; `stdin` is what a null path stands for. */
export const nodeFiles = (stdin?: AsyncIterable<Uint8Array>): Files => ({
  // Asked before anything is opened: a pipe without a writer would never answer, and some devices never end.
  kindOf: (path) => kindOf(statSync(path)) as 'file' | 'folder' | 'other',
  list: (folder) =>
    readdirSync(folder, { withFileTypes: true }).map((entry) => ({ name: entry.name, kind: kindOf(entry) })),
  open: async (path, signal) => {
    const kind = path === null ? null : statSync(path);
    if (kind?.isFile() || kind?.isDirectory()) return openFile(path!);
    if (kind !== null && !kind.isFIFO() && !kind.isSocket()) return 'device';
    const chunks = path === null ? stdin : pipeChunks(path, signal);
    try {
      const bytes = chunks === undefined ? new Uint8Array() : await readWhole(chunks);
      return bytes === null ? 'too-large' : fromBytes(bytes);
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    }
  },
  glance: (path) => {
    try {
      if (!statSync(path).isFile()) return null;
      const fd = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
      try {
        const { size } = fstatSync(fd);
        const read = (from: number) => {
          const bytes = new Uint8Array(LOOK);
          return bytes.subarray(0, readSync(fd, bytes, 0, LOOK, from));
        };
        return { head: read(0), tail: read(Math.max(0, size - LOOK)) };
      } finally {
        closeSync(fd);
      }
    } catch {
      return null;
    }
  },
  readText: (path) => {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return null;
    }
  },
  realPath: (path) => {
    try {
      return realpathSync.native(path);
    } catch {
      return resolve(path);
    }
  },
  absolute: resolve,
  join,
  folderOf: dirname,
  slashed: (path) => path.split(sep).join('/'),
  fromBytes,
  sha256: (bytes) => hash('sha256', bytes),
  get bundled() {
    bundled ??= findBundled();
    return bundled;
  },
});
