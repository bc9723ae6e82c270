import type { Connections, Session } from '../../../contracts/session.js';

export const firstRunStepIds = ['account', 'psa', 'sync', 'auto-map', 'save'] as const;
export type FirstRunStepId = (typeof firstRunStepIds)[number];
/** `next`: the one to do now. `mayDo`: whether this person may. */
export type FirstRunStep = { readonly id: FirstRunStepId; readonly state: 'done' | 'next' | 'later'; readonly mayDo: boolean };

type Known = {
  readonly connections: Connections;
  /** Auto-map has proposed something, or people have decided something. */
  readonly hasProposals: boolean;
  readonly hasLinks: boolean;
  readonly role: Session['role'];
};

/** The way from an empty app to the first saved link, in the order in which one needs the other. */
export function firstRunSteps({ connections: { partnerAccounts, psaConnections }, hasProposals, hasLinks, role }: Known): FirstRunStep[] {
  const isRead = (list: readonly { readonly health: { readonly rowCount: number } }[]) => list.some(({ health }) => health.rowCount > 0);
  const done: Readonly<Record<FirstRunStepId, boolean>> = {
    account: partnerAccounts.length > 0,
    psa: psaConnections.length > 0,
    sync: isRead(partnerAccounts) && isRead(psaConnections),
    'auto-map': hasProposals || hasLinks,
    save: hasLinks,
  };
  const next = firstRunStepIds.find((id) => !done[id]);
  return firstRunStepIds.map((id) => ({
    id,
    state: done[id] ? 'done' : id === next ? 'next' : 'later',
    mayDo: id === 'account' || id === 'psa' ? role === 'admin' : role !== 'viewer',
  }));
}
