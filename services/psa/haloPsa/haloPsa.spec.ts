import type { PsaConnectionId } from '../../domain/ids.js';
import { haloPsaFaults } from '../../../simulators/haloPsa/haloPsaErrors.js';
import { startHaloPsa, type HaloPsaSimulator } from '../../../simulators/haloPsa/startHaloPsa.js';
import { describePsaContract, type Misbehaviour } from '../psaContractSuite.js';
import { haloPsa } from './index.js';

const secrets = { clientId: 'client-id-canary', clientSecret: 'client-secret-canary' };
const list = /\/client\?/i;

describePsaContract('HaloPSA', { hasLinks: false }, async (companies) => {
  const simulator = await startHaloPsa({ tenant: 'demo', ...secrets, clients: companies, pageCap: 10 });
  return {
    url: simulator.url,
    secrets: [secrets.clientSecret],
    faults: simulator.faults,
    paths: { list, laterPage: /\/client\?.*page_no=2(?!\d)/i, contacts: /\/users\?/i },
    answers: { failed: haloPsaFaults.className, forbidden: haloPsaFaults.message },
    withoutRows: (answer, count) => {
      const body = answer.body as { readonly clients: readonly object[] };
      return { ...answer, body: { ...body, clients: body.clients.slice(count) } };
    },
    connect: (tools, credentials) => {
      const settings = haloPsa.settingsSchema.parse({ baseUrl: simulator.url, tenant: 'demo' });
      return haloPsa.connect({ psaConnectionId: 'main' as PsaConnectionId, settings, secrets: credentials === 'right' ? secrets : { ...secrets, clientSecret: 'wrong' } }, tools);
    },
    misbehave: (how) => misbehave(simulator, how),
    close: () => simulator.close(),
  };
});

function misbehave({ faults, quirks }: HaloPsaSimulator, how: Misbehaviour): void {
  switch (how) {
    case 'repeat-second-page':
      return void Object.assign(quirks, { repeatsPage: true });
    case 'shrink-pages':
      // The cap falls after the first page: page numbers mean other rows from then on.
      return faults.next({ kind: 'rewrite', rewrite: (answer) => (Object.assign(quirks, { pageCap: 5 }), answer), path: list });
    case 'link-elsewhere':
      throw new Error('HaloPSA gives no links.');
  }
}
