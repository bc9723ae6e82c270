import type { PsaConnectionId } from '../domain/ids.js';
import type { Caller } from '../domain/organization.js';
import type { MappingPorts } from './mappingPorts.js';

/** What may be written to one PSA from here. */
export type PsaSkills = { psaConnectionId: PsaConnectionId; name: string; canCreateCompany: boolean; /** Its settings name a field for tenant ids. */ canStoreTenantId: boolean };

/** In the order in which people see the connections. What is paused can do nothing. */
export function listPsaSkills({ connections }: Pick<MappingPorts, 'connections'>) {
  return async ({ orgId }: Pick<Caller, 'orgId'>): Promise<{ psas: PsaSkills[] }> => {
    const { psaConnections } = await connections.connectionsOf(orgId);
    return {
      psas: psaConnections.map(({ psaConnectionId, name, isPaused = false, adapter: { companyCreator, tenantIdWriter } }) => ({
        psaConnectionId,
        name,
        canCreateCompany: !isPaused && companyCreator !== undefined,
        canStoreTenantId: !isPaused && tenantIdWriter !== undefined,
      })),
    };
  };
}
