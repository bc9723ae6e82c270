/** Keeps the refresh token of one partner account, sealed as secrets are. `version` differs after every change. */
export type RefreshTokenStore = {
  /** Null: nobody has signed in yet. */
  read(): Promise<{ readonly token: string; readonly version: number } | null>;
  /** Resolves once it is stored for good. Rejects with an AppError when another process stored a newer one, or when it could not be stored. */
  replace(knownVersion: number, token: string): Promise<void>;
};
