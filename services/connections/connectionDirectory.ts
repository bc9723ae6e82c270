import type { PartnerAccount, PsaConnection } from '../domain/connection.js';
import type { OrgId } from '../domain/ids.js';
import type { PartnerCenter } from '../partnerCenter/partnerCenter.js';
import type { PsaAdapter } from '../psa/psaAdapter.js';

/** `isPaused`: shown with the rows it had, but not pulled. */
export type ConnectedPartnerAccount = PartnerAccount & { readonly isPaused?: boolean; readonly partnerCenter: PartnerCenter };
export type ConnectedPsa = PsaConnection & { readonly isPaused?: boolean; readonly adapter: PsaAdapter };
export type ConnectedSources = { readonly partnerAccounts: readonly ConnectedPartnerAccount[]; readonly psaConnections: readonly ConnectedPsa[] };

/** The port: what an organization has connected, ready to be called. Both lists in the order people see them. */
export type ConnectionDirectory = { connectionsOf(orgId: OrgId): Promise<ConnectedSources> };
