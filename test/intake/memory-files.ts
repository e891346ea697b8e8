import { sha256 } from '@noble/hashes/sha2.js';
import { type Files, inMemory, nameOf, type Source } from '../../src/intake/source.ts';

const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const digest = (bytes: Uint8Array): string => toHex(sha256(bytes));

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

const fromBytes = (bytes: Uint8Array): Source => ({
  ...inMemory(bytes),
  survey: () => ({ sha256: digest(bytes), isUtf8: isUtf8(bytes) }),
  openArchive: () => Promise.reject(new Error('no archives here')),
  close: () => {},
});

/** Files that are nowhere on a disk, as a page in a browser has them; the rulesets are those below `rules/`. */
export const memoryFiles = (held: ReadonlyMap<string, Uint8Array>): Files => {
  const bytesOf = (path: string): Uint8Array => {
    const bytes = held.get(path);
    if (bytes === undefined) throw Object.assign(new Error(path), { code: 'ENOENT' });
    return bytes;
  };
  const isFolder = (path: string) => [...held.keys()].some((each) => each.startsWith(`${path}/`));
  const kindOf = (path: string) => (isFolder(path) ? 'folder' : bytesOf(path) && 'file');
  const files: Files = {
    kindOf,
    list: (folder) => {
      const inside = [...held.keys()].filter((path) => path.startsWith(`${folder}/`));
      const names = new Set(inside.map((path) => path.slice(folder.length + 1).split('/')[0]!));
      return [...names].map((name) => ({ name, kind: kindOf(`${folder}/${name}`) }));
    },
    open: async (path) => fromBytes(bytesOf(path ?? '-')),
    glance: (path) => ({ head: bytesOf(path).subarray(0, 1 << 14), tail: bytesOf(path).subarray(-(1 << 14)) }),
    readText: (path) => (held.has(path) ? new TextDecoder().decode(bytesOf(path)) : null),
    realPath: (path) => path,
    absolute: (path) => path,
    join: (folder, name) => (folder === '' ? name : `${folder}/${name}`.replace(/\/$/, '')),
    folderOf: (path) => path.slice(0, -nameOf(files, path).length - 1),
    slashed: (path) => path,
    fromBytes,
    sha256: digest,
    bundled: { rules: 'rules', built: null },
  };
  return files;
};
