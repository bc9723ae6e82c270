import { z } from 'zod';
import type { SecretLabel } from '../psaAdapter.js';

const baseUrl = z
  .url({ protocol: /^https?$/, error: 'must be an address such as https://example.halopsa.com' })
  .refine((text) => !/[?#@]/.test(text), { error: 'must have no query and no user' })
  .overwrite((text) => text.replace(/\/+$/, ''));

export const haloPsaSettings = z.strictObject({
  baseUrl: baseUrl.meta({ title: 'Address', description: 'Where you sign in to HaloPSA.', examples: ['https://example.halopsa.com'] }),
  tenant: z
    .string()
    .trim()
    .optional()
    .meta({ title: 'Tenant name', description: 'Optional. Only for hosted instances that do not tell it themselves: Configuration > Integrations > Halo PSA API shows it.', examples: ['example'] }),
  tenantIdField: z
    .string()
    .trim()
    .regex(/^(CF\w+)?$/i, { error: 'must be the name of a custom field, which begins with CF' })
    .optional()
    .meta({ title: 'Custom field for the tenant id', description: 'Optional. The name of a text field on clients in which the Microsoft tenant id may be stored. Create it in HaloPSA first.', examples: ['CFTenantID'] }),
});
export type HaloPsaSettings = z.infer<typeof haloPsaSettings>;

export const haloPsaSecretNames = ['clientId', 'clientSecret'] as const;
export type HaloPsaSecretName = (typeof haloPsaSecretNames)[number];
export type HaloPsaSecrets = Readonly<Record<HaloPsaSecretName, string>>;
export const haloPsaSecretLabels: Readonly<Record<HaloPsaSecretName, SecretLabel>> = {
  clientId: { title: 'Client id', description: 'Of an application of type "Client ID and Secret (Services)": Configuration > Integrations > Halo PSA API.' },
  clientSecret: { title: 'Client secret', description: 'Shown once, when the application is made.' },
};
