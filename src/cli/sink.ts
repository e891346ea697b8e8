/** Where one report goes. */
export interface Sink {
  /** Resolves when there is room for more, and `bytes` may be used again: to false when nobody reads any further. */
  write(bytes: Uint8Array): Promise<boolean>;
  /** Makes what was written visible under the name asked for. */
  commit(): Promise<void>;
  /** Leaves nothing behind; does nothing after `commit`. */
  discard(): Promise<void>;
}
