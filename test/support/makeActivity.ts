import { testIds } from './testConfig.js';

/** A message as Teams sends it to the test configuration's bot. */
export function makeActivity(given: Readonly<Record<string, unknown>> = {}) {
  const { botId, orgId, mapper, serviceUrl } = testIds;
  return {
    type: 'message',
    id: '1700000000001',
    timestamp: '2026-03-01T08:00:00.000Z',
    channelId: 'msteams',
    serviceUrl,
    text: 'status',
    from: { id: '29:1mapper', name: 'Demo Mapper', aadObjectId: mapper },
    recipient: { id: `28:${botId}`, name: 'Tenant Mapper' },
    conversation: { id: 'a:1conversation', conversationType: 'personal', tenantId: orgId },
    channelData: { tenant: { id: orgId } },
    ...given,
  };
}
