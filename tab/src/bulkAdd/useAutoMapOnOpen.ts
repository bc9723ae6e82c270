import { useEffect, useEffectEvent, useRef } from 'react';
import { useTab } from '../app/useTab.js';
import { hasCompanies } from '../sources/sourceHealthText.js';

/** Starts auto-map unasked where the organization's settings say so: once for each reading of the lists, so what a person cancelled does not start again by itself. */
export function useAutoMapOnOpen(isUntried: boolean, start: () => void): void {
  const { canMap, connections, listsVersion, session } = useTab();
  const mappedFor = useRef<number>(undefined);
  const startByItself = useEffectEvent(() => {
    if (!session.autoMapsOnOpen || !canMap || !isUntried || !hasCompanies(connections, null) || mappedFor.current === listsVersion) return;
    mappedFor.current = listsVersion;
    start();
  });
  useEffect(() => startByItself(), [isUntried, listsVersion]);
}
