/** A data key as stored: useless without the key that wrapped it. */
export type WrappedKey = {
  /** Which key wrapped it. Tells nothing about that key. */
  readonly keyId: string;
  readonly wrapped: string;
};

/** The port: a key-encryption key, which never leaves where it is kept. */
export type WrappingKey = {
  /** Did this key, or an older version of it, wrap that? */
  hasWrapped(keyId: string): boolean;
  wrap(dataKey: Buffer): Promise<WrappedKey>;
  /** AppError `configuration` when it was changed or wrapped by another key, `secrets-unavailable` when the key can't be reached. */
  unwrap(wrapped: WrappedKey): Promise<Buffer>;
};
