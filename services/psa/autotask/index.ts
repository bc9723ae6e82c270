import type { SourceTools } from '../../runtime/sourceTools.js';
import type { PsaAdapter, PsaDefinition } from '../psaAdapter.js';
import { checkAccess } from './checkAccess.js';
import { createAutotaskClient, type AutotaskAccess } from './client.js';
import { createCompanyCreator } from './companyCreator.js';
import { companyTypesOf, readCompanyFields } from './companyTypes.js';
import { listCompanies } from './listCompanies.js';
import { autotaskSecretLabels, autotaskSecretNames, autotaskSettings, type AutotaskSecretName, type AutotaskSettings } from './settings.js';
import { createTenantIdWriter } from './tenantIdWriter.js';

export const autotask = {
  psaId: 'autotask',
  name: 'Autotask',
  settingsSchema: autotaskSettings,
  secretNames: autotaskSecretNames,
  secretLabels: autotaskSecretLabels,
  connect: (access: AutotaskAccess, tools: SourceTools): PsaAdapter => {
    // Kept over several lists: it knows the zone, and how many calls are under way.
    const client = createAutotaskClient(access, tools);
    return {
      listCompanies: (options) => listCompanies(client, access, tools, options),
      checkAccess: (options) => checkAccess(client, access, options),
      kinds: { listKinds: async ({ signal } = {}) => ({ types: companyTypesOf(await readCompanyFields(client, signal), undefined).kinds, statuses: [] }) },
      companyCreator: createCompanyCreator(client, access),
      ...(access.settings.tenantIdField && { tenantIdWriter: createTenantIdWriter(client, access.settings.tenantIdField) }),
    };
  },
} satisfies PsaDefinition<AutotaskSettings, AutotaskSecretName>;
