import { randomBytes } from 'node:crypto';
import type { Config } from '../../services/runtime/config.js';
import { microsoftAnchors } from '../../services/runtime/trustAnchors.js';

export const testIds = {
  orgId: '0f000000-0000-4000-8000-00000000000a',
  otherOrgId: '0f000000-0000-4000-8000-00000000000b',
  admin: 'aa000000-0000-4000-8000-00000000000a',
  mapper: 'aa000000-0000-4000-8000-00000000000b',
  viewer: 'aa000000-0000-4000-8000-00000000000c',
  approver: 'aa000000-0000-4000-8000-00000000000e',
  stranger: 'aa000000-0000-4000-8000-00000000000d',
  tabClientId: 'cc000000-0000-4000-8000-00000000000a',
  botId: 'cc000000-0000-4000-8000-00000000000b',
  serviceUrl: 'http://127.0.0.1:9/emea/',
} as const;

/** A configuration that trusts one simulated Entra; nothing is connected. */
export function makeTestConfig(entraUrl: string, given: Partial<Config> = {}): Config {
  return {
    bindHost: '127.0.0.1',
    port: 0,
    logLevel: 'silent',
    storage: { kind: 'sqlite', folder: 'unused' },
    nextStepUrl: null,
    syncIntervalMinutes: 0,
    autoMapsOnOpen: false,
    teamsAppId: 'cc000000-0000-4000-8000-00000000000c',
    tabClientId: testIds.tabClientId,
    bot: { appId: testIds.botId, tenantId: testIds.orgId, credentials: { kind: 'secret', password: 'of the test' } },
    anchors: {
      ...microsoftAnchors,
      entraAuthority: entraUrl,
      botIssuer: entraUrl,
      botOpenIdMetadataUrl: `${entraUrl}/v1/.well-known/openidconfiguration`,
      botServiceOrigins: [new URL(testIds.serviceUrl).origin],
    },
    organization: { orgId: testIds.orgId, name: 'Demo MSP' },
    defaultRole: 'none',
    people: [
      { userId: testIds.admin, role: 'admin' },
      { userId: testIds.approver, role: 'approver' },
      { userId: testIds.mapper, role: 'mapper' },
      { userId: testIds.viewer, role: 'viewer' },
    ],
    partnerAccounts: [],
    psaConnections: [],
    secrets: { current: { kind: 'file', key: randomBytes(32) }, older: [] },
    identity: null,
    ...given,
  };
}
