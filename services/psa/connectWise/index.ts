import type { SourceTools } from '../../runtime/sourceTools.js';
import type { PsaAdapter, PsaDefinition } from '../psaAdapter.js';
import { checkAccess } from './checkAccess.js';
import { createConnectWiseClient, type ConnectWiseAccess } from './client.js';
import { createCompanyCreator } from './companyCreator.js';
import { readTypesAndStatuses, toCompanyKinds } from './companyKinds.js';
import { listChanges } from './listChanges.js';
import { listCompanies } from './listCompanies.js';
import { connectWiseSecretLabels, connectWiseSecretNames, connectWiseSettings, type ConnectWiseSettings } from './settings.js';
import { createTenantIdWriter } from './tenantIdWriter.js';

export const connectWise = {
  psaId: 'connectWise',
  name: 'ConnectWise',
  settingsSchema: connectWiseSettings,
  secretNames: connectWiseSecretNames,
  secretLabels: connectWiseSecretLabels,
  connect: (access: ConnectWiseAccess, tools: SourceTools): PsaAdapter => {
    const client = createConnectWiseClient(access, tools);
    const { tenantIdField } = access.settings;
    const tenantIdWriter = tenantIdField ? createTenantIdWriter(client, tenantIdField) : undefined;
    return {
      listCompanies: (options) => listCompanies(client, access, tools, options),
      checkAccess: (options) => checkAccess(client, access, options),
      kinds: { listKinds: async ({ signal } = {}) => toCompanyKinds(await readTypesAndStatuses(client, signal)) },
      changes: { listChanges: (since, options) => listChanges(client, access, since, options) },
      companyCreator: createCompanyCreator(client, access, tools, tenantIdWriter),
      ...(tenantIdWriter && { tenantIdWriter }),
    };
  },
} satisfies PsaDefinition<ConnectWiseSettings, (typeof connectWiseSecretNames)[number]>;
