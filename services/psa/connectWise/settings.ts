import { z } from 'zod';
import type { SecretLabel } from '../psaAdapter.js';

/** A host, with or without scheme, as an origin; undefined when there is more than a host. */
function originOf(text: string): string | undefined {
  const candidate = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  const url = URL.canParse(candidate) ? new URL(candidate) : undefined;
  return url && url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password ? url.origin : undefined;
}

const site = z
  .string()
  .trim()
  .min(1)
  .refine((text) => originOf(text) !== undefined, { error: 'must be a host such as na.myconnectwise.net, without a path' })
  .overwrite((text) => originOf(text) ?? text);

export const connectWiseSettings = z.strictObject({
  site: site.meta({ title: 'Site', description: 'Where you sign in to ConnectWise PSA: the host of its address.', examples: ['na.myconnectwise.net', 'psa.example.com'] }),
  companyId: z.string().trim().min(1).meta({ title: 'Company id', description: 'The company id that you type on the sign-in page.', examples: ['examplemsp'] }),
  clientId: z.guid().meta({ title: 'Client id', description: 'Of your integration, from developer.connectwise.com/ClientId.', examples: ['00000000-0000-4000-8000-000000000000'] }),
  tenantIdField: z
    .string()
    .trim()
    .max(25)
    .optional()
    .meta({ title: 'Custom field for the tenant id', description: 'Optional. The caption of a text field on companies in which the Microsoft tenant id may be stored. Create it in ConnectWise first.', examples: ['Tenant ID'] }),
});
export type ConnectWiseSettings = z.infer<typeof connectWiseSettings>;

export const connectWiseSecretNames = ['publicKey', 'privateKey'] as const;
export type ConnectWiseSecretName = (typeof connectWiseSecretNames)[number];
export const connectWiseSecretLabels: Readonly<Record<ConnectWiseSecretName, SecretLabel>> = {
  publicKey: { title: 'Public key', description: 'Of an API member: System > Members > API Members > API Keys.' },
  privateKey: { title: 'Private key', description: 'Shown once, when the key is made.' },
};
