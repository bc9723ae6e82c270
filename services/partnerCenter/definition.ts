import { z } from 'zod';
import { remark, type Remark } from '../domain/remark.js';
import { readCertificate } from './clientAssertion.js';

/** What an account must be told; also draws the form. */
export const partnerCenterSettings = z.strictObject({
  tenantId: z.guid().meta({ title: 'Tenant id', description: "Of your own Microsoft tenant, where the app for Partner Center is registered.", examples: ['11111111-2222-3333-4444-555555555555'] }),
  clientId: z.guid().meta({ title: 'Client id', description: 'Of the app registration. The app must be added in Partner Center under Account settings, App management.', examples: ['aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee'] }),
  lists: z
    .enum(['customers', 'delegated', 'both'])
    .optional()
    .meta({ title: 'Which customers', description: 'Partner Center lists those you sell to. Microsoft Graph lists those who gave you delegated rights (GDAP). Without a choice: those of Partner Center.', choiceTitles: { customers: 'Customers of Partner Center', delegated: 'Customers with delegated rights (GDAP)', both: 'Both' } }),
  domainProof: z
    .enum(['none', 'graph'])
    .optional()
    .meta({ title: 'Domains of customers', description: 'Microsoft Graph can tell which customer has the web or e-mail domain of a company: that proves more than a name. The app needs the permission CrossTenantInformation.ReadBasic.All for it. Without a choice: not asked for.', choiceTitles: { none: 'Not asked for', graph: 'Asked of Microsoft Graph' } }),
});
export type PartnerCenterSettings = z.infer<typeof partnerCenterSettings>;

export const partnerCenterSecretNames = ['clientSecret', 'certificate', 'refreshToken'] as const;
type SecretName = (typeof partnerCenterSecretNames)[number];
export const partnerCenterOptionalSecretNames = ['refreshToken'] as const satisfies readonly SecretName[];
/** Two ways to prove who the app is. */
export const partnerCenterAlternativeSecretNames = ['clientSecret', 'certificate'] as const satisfies readonly SecretName[];
export const partnerCenterSecretLabels = {
  clientSecret: { title: 'Client secret', description: 'The value, which Microsoft Entra shows once: App registrations > your app > Certificates & secrets. Not needed with a certificate.' },
  certificate: { title: 'Certificate', description: 'In place of a client secret: a PEM text with the certificate that is registered for the app and its unencrypted private key.', isLong: true },
  refreshToken: { title: 'Refresh token (only for App+User)', description: 'Optional. Where Partner Center asks for a person who signed in: the refresh token of that sign-in. It is renewed and kept each time it is used.' },
} as const satisfies Record<SecretName, { readonly title: string; readonly description: string; readonly isLong?: boolean }>;

/** When a certificate can't be used. */
export function partnerCenterSecretProblem(name: string, value: string): Remark | undefined {
  if (name !== 'certificate') return undefined;
  try {
    readCertificate(value, '');
    return undefined;
  } catch {
    return remark("This can't be used. It must be a PEM text with the certificate and its unencrypted private key.", { code: 'certificate-odd' });
  }
}
