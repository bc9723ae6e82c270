import type { PsaConnectionId } from '../../domain/ids.js';
import { autotaskFaults } from '../../../simulators/autotask/autotaskErrors.js';
import { startAutotask } from '../../../simulators/autotask/startAutotask.js';
import { describePsaContract, type Misbehaviour } from '../psaContractSuite.js';
import { autotask } from './index.js';

const user = { userName: 'api@demo-msp.example', secret: 'secret-canary', integrationCode: 'integration-code-canary' };

describePsaContract('Autotask', { hasLinks: true }, async (companies) => {
  const simulator = await startAutotask({ user, companies, quirks: { pageCap: 10 } });
  const quirks = { 'repeat-second-page': { repeatsPage: true }, 'shrink-pages': { shrinksPages: true }, 'link-elsewhere': { hasForeignLinks: true } } satisfies Record<Misbehaviour, object>;
  return {
    url: simulator.url,
    secrets: [user.secret, user.integrationCode],
    faults: simulator.faults,
    paths: { list: /\/Companies\/query/i, laterPage: /\/Companies\/query\/next\?/i, contacts: /\/Contacts\/query/i },
    answers: { failed: autotaskFaults.failed, forbidden: autotaskFaults.noPermissionAs500 },
    withoutRows: (answer, count) => {
      const body = answer.body as { readonly items: readonly object[] };
      return { ...answer, body: { ...body, items: body.items.slice(count) } };
    },
    connect: (tools, credentials) => {
      const settings = autotask.settingsSchema.parse({ userName: user.userName, zoneLookup: simulator.url });
      return autotask.connect({ psaConnectionId: 'main' as PsaConnectionId, settings, secrets: { secret: credentials === 'right' ? user.secret : 'wrong', integrationCode: user.integrationCode } }, tools);
    },
    misbehave: (how) => void Object.assign(simulator.quirks, quirks[how]),
    close: () => simulator.close(),
  };
});
