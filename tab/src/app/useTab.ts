import { createContext, useContext } from 'react';
import type { Connections, Session } from '../../../contracts/session.js';
import type { ApiClient } from '../apiClient.js';
import type { TeamsHost } from './teamsHost.js';
import type { PsaSkill } from './usePsaSkills.js';
import type { Page } from './page.js';

/** What every page may use. */
export type Tab = {
  readonly api: ApiClient;
  readonly host: TeamsHost;
  readonly session: Session;
  readonly canMap: boolean;
  readonly connections: Connections;
  /** What this person may write to which PSA. */
  readonly psaSkills: readonly PsaSkill[];
  /** After a refresh of the sources, or to look again. */
  readonly setConnections: (connections: Connections) => void;
  /** Auto-map has proposed something since the page was opened. */
  readonly hasProposals: boolean;
  /** Grows each time the lists of the sources may have changed. */
  readonly listsVersion: number;
  readonly goTo: (page: Page) => void;
};

export const TabContext = createContext<Tab | undefined>(undefined);

export function useTab(): Tab {
  const tab = useContext(TabContext);
  if (!tab) throw new Error('useTab outside of the signed-in tab');
  return tab;
}
