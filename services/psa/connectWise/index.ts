import type { SourceTools } from '../../runtime/sourceTools.js';
import type { PsaAdapter, PsaDefinition } from '../psaAdapter.js';
import { checkAccess } from './checkAccess.js';
import { createConnectWiseClient, type ConnectWiseAccess } from './client.js';
import { readTypesAndStatuses, toCompanyKinds } from './companyKinds.js';
import { listCompanies } from './listCompanies.js';
import { connectWiseSecretLabels, connectWiseSecretNames, connectWiseSettings, type ConnectWiseSettings } from './settings.js';

export const connectWise = {
  psaId: 'connectWise',
  name: 'ConnectWise',
  settingsSchema: connectWiseSettings,
  secretNames: connectWiseSecretNames,
  secretLabels: connectWiseSecretLabels,
  connect: (access: ConnectWiseAccess, tools: SourceTools): PsaAdapter => {
    const client = createConnectWiseClient(access, tools);
    return {
      listCompanies: (options) => listCompanies(client, access, tools, options),
      checkAccess: (options) => checkAccess(client, access, options),
      kinds: { listKinds: async ({ signal } = {}) => toCompanyKinds(await readTypesAndStatuses(client, signal)) },
    };
  },
} satisfies PsaDefinition<ConnectWiseSettings, (typeof connectWiseSecretNames)[number]>;
