import type { SourceTools } from '../../runtime/sourceTools.js';
import type { PsaAdapter, PsaDefinition } from '../psaAdapter.js';
import { checkAccess } from './checkAccess.js';
import { createCompanyCreator } from './companyCreator.js';
import { createHaloPsaClient, type HaloPsaAccess } from './client.js';
import { listCompanies } from './listCompanies.js';
import { haloPsaSecretLabels, haloPsaSecretNames, haloPsaSettings, type HaloPsaSecretName, type HaloPsaSettings } from './settings.js';
import { createTenantIdWriter } from './tenantIdWriter.js';

export const haloPsa = {
  psaId: 'haloPsa',
  name: 'HaloPSA',
  settingsSchema: haloPsaSettings,
  secretNames: haloPsaSecretNames,
  secretLabels: haloPsaSecretLabels,
  connect: (access: HaloPsaAccess, tools: SourceTools): PsaAdapter => {
    // Kept over several lists: it holds the access token.
    const client = createHaloPsaClient(access, tools);
    const { tenantIdField } = access.settings;
    const tenantIdWriter = tenantIdField ? createTenantIdWriter(client, tenantIdField) : undefined;
    return {
      listCompanies: (options) => listCompanies(client, access, tools, options),
      checkAccess: (options) => checkAccess(client, access, options),
      companyCreator: createCompanyCreator(client, access, tools, tenantIdWriter),
      ...(tenantIdWriter && { tenantIdWriter }),
    };
  },
} satisfies PsaDefinition<HaloPsaSettings, HaloPsaSecretName>;
