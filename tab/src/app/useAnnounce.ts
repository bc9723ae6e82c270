import { createContext, useContext } from 'react';

/** Says a sentence to screen readers, politely. The newest replaces the one before. */
export type Announce = (sentence: string) => void;

export const AnnounceContext = createContext<Announce>(() => undefined);

export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}
