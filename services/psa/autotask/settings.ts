import { z } from 'zod';
import type { SecretLabel } from '../psaAdapter.js';

const lookupOrigin = 'https://webservices.autotask.net';

export const autotaskSettings = z.strictObject({
  userName: z.string().trim().min(3).meta({ title: 'User name', description: 'Of an API-only user: Admin > Resources/Users. It looks like an e-mail address.', examples: ['api-user@example.com'] }),
  tenantIdField: z.string().trim().max(100).optional().meta({ title: 'User-defined field for the tenant id', description: 'Optional. The name of a text field on companies in which the Microsoft tenant id may be stored. Create it in Autotask first.', examples: ['M365 Tenant ID'] }),
  ownerResourceId: z.string().trim().regex(/^\d*$/, { error: 'must be a number' }).optional().meta({ title: 'Owner of new companies', description: 'Optional. The id of the resource that owns companies which this app creates, where Autotask asks for one.', examples: ['29682885'] }),
  zoneLookup: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://webservices.autotask.net' })
    .overwrite((text) => (URL.canParse(text) ? new URL(text).origin : text))
    .optional()
    .meta({ title: 'Zone lookup', description: 'Optional. Only for pre-release zones: the address that tells which zone your database is in.', examples: [lookupOrigin] }),
});
export type AutotaskSettings = z.infer<typeof autotaskSettings>;

export function zoneLookupOf({ zoneLookup }: AutotaskSettings): string {
  return zoneLookup ?? lookupOrigin;
}

export const autotaskSecretNames = ['secret', 'integrationCode'] as const;
export type AutotaskSecretName = (typeof autotaskSecretNames)[number];
export const autotaskSecretLabels: Readonly<Record<AutotaskSecretName, SecretLabel>> = {
  secret: { title: 'Secret', description: "The API-only user's password: the field Secret under Credentials." },
  integrationCode: { title: 'Tracking identifier', description: 'Of the integration, shown with the API-only user under API Tracking Identifier.' },
};
