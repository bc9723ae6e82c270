import { createContext, useContext, useEffect, useState } from 'react';
import { currentSpeech, speechOf, type Speech } from './language.js';
import type { TeamsHost } from './teamsHost.js';
import { speak } from './words.js';

export const SpeechContext = createContext<Speech>(currentSpeech());

/** How the page speaks; draws anew when that changes. */
export function useSpeech(): Speech {
  return useContext(SpeechContext);
}

/** Follows the language of Teams: it is asked again whenever the person comes back to the page. Also tells the browser. */
export function useFollowedSpeech(host: TeamsHost | undefined): Speech {
  const [speech, setSpeech] = useState(currentSpeech);
  useEffect(() => {
    document.documentElement.lang = speech.language;
    document.documentElement.dir = speech.direction;
  }, [speech]);
  useEffect(() => {
    if (!host) return undefined;
    const look = async () => {
      const locale = document.visibilityState === 'visible' ? await host.readLocale() : undefined;
      const next = locale === undefined ? currentSpeech() : speechOf(locale);
      if (isSame(next, currentSpeech())) return;
      await speak(next);
      setSpeech(next);
    };
    const onVisible = () => void look();
    document.addEventListener('visibilitychange', onVisible);
    window.addEventListener('focus', onVisible);
    return () => {
      document.removeEventListener('visibilitychange', onVisible);
      window.removeEventListener('focus', onVisible);
    };
  }, [host]);
  return speech;
}

function isSame(one: Speech, other: Speech): boolean {
  return one.locale === other.locale && one.direction === other.direction;
}
