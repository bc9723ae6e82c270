import type { ConnectionList } from '../../../services/index.js';

/** One question per card, for clients without typeahead. */
export const steps = ['psa', 'company', 'account', 'tenant', 'confirm'] as const;
export type Step = (typeof steps)[number];

/** What need not be asked is left out. */
export function stepsFor({ psaConnections, partnerAccounts }: ConnectionList): Step[] {
  return steps.filter((step) => (step !== 'psa' || psaConnections.length > 1) && (step !== 'account' || partnerAccounts.length > 1));
}

/** Undefined: there is none in that direction. */
export function neighbour(all: readonly Step[], step: Step, direction: 1 | -1): Step | undefined {
  return all[all.indexOf(step) + direction];
}
