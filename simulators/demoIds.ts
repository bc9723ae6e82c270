import { createHash } from 'node:crypto';

/** The demo's fixed ids. They identify nothing outside the simulators. */
export const demoIds = {
  teamsAppId: 'b3f2a6d4-52c1-4f0e-9a37-6a1c0d5e7f01',
  tabClientId: 'b3f2a6d4-52c1-4f0e-9a37-6a1c0d5e7f02',
  botId: 'b3f2a6d4-52c1-4f0e-9a37-6a1c0d5e7f03',
  connectWiseClientId: 'b3f2a6d4-52c1-4f0e-9a37-6a1c0d5e7f04',
  connectWiseCompanyId: 'demomsp',
  haloPsaTenant: 'demo',
} as const;

/** The client id of the app registration through which a partner account is read: always the same for the same account. */
export function partnerAppClientId(partnerAccountId: string): string {
  const hex = createHash('sha256').update(`partner-app/${partnerAccountId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
