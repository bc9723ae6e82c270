import type { PsaConnectionId } from '../../domain/ids.js';
import type { Answer } from '../../../simulators/router.js';
import { startHaloPsa, type HaloPsaSimulator } from '../../../simulators/haloPsa/startHaloPsa.js';
import { describePsaContract, type Misbehaviour } from '../psaContractSuite.js';
import { haloPsa } from './index.js';

const secrets = { clientId: 'client-id-canary', clientSecret: 'client-secret-canary' };
const list = /\/client\?/i;
const secondPage = /\/client\?.*page_no=2(?!\d)/i;

describePsaContract('HaloPSA', async (companies) => {
  const simulator = await startHaloPsa({ tenant: 'demo', ...secrets, clients: companies, pageCap: 10 });
  return {
    url: simulator.url,
    secrets: [secrets.clientSecret],
    connect: (tools, credentials) => {
      const settings = haloPsa.settingsSchema.parse({ baseUrl: simulator.url, tenant: 'demo' });
      return haloPsa.connect({ psaConnectionId: 'main' as PsaConnectionId, settings, secrets: credentials === 'right' ? secrets : { ...secrets, clientSecret: 'wrong' } }, tools);
    },
    misbehave: (how) => misbehave(simulator, how),
    unmet: () => simulator.faults.pending,
    close: () => simulator.close(),
  };
});

function misbehave({ faults, quirks }: HaloPsaSimulator, how: Misbehaviour): void {
  switch (how) {
    case 'throttle-once':
      return faults.next({ kind: 'status', status: 429, body: 'Rate Limit Reached - 300 Requests per rolling 5 minute window', path: list });
    case 'throttle-for-ten-minutes':
      return faults.next({ kind: 'status', status: 429, headers: { 'Retry-After': '600' }, path: list });
    case 'fail-once':
      return faults.next({ kind: 'status', status: 500, body: { ClassName: 'System.Exception', Message: 'Something failed.' }, path: list });
    case 'fail-later-pages':
      return faults.next({ kind: 'status', status: 500, path: secondPage }, 20);
    case 'forbid':
      return faults.next({ kind: 'status', status: 403, body: { Message: 'You do not have access to this area.' }, path: list }, 20);
    case 'forbid-contacts':
      return faults.next({ kind: 'status', status: 403, body: { Message: 'You do not have access to this area.' }, path: /\/users\?/i }, 20);
    case 'answer-html':
      return faults.next({ kind: 'html', status: 200, path: list }, 20);
    case 'truncate-second-page':
      return faults.next({ kind: 'truncate', path: secondPage });
    case 'put-byte-order-mark':
      return faults.next({ kind: 'bom', path: secondPage });
    case 'hang':
      return faults.next({ kind: 'hang', path: list }, 20);
    case 'repeat-second-page':
      return void Object.assign(quirks, { repeatsPage: true });
    case 'shrink-pages':
      // The cap falls after the first page: page numbers mean other rows from then on.
      return faults.next({ kind: 'rewrite', rewrite: (answer) => (Object.assign(quirks, { pageCap: 5 }), answer), path: list });
    case 'lose-rows':
      return faults.next({ kind: 'rewrite', rewrite: withoutThree, path: secondPage });
  }
}

function withoutThree(answer: Answer): Answer {
  const body = answer.body as { readonly clients: readonly object[] };
  return { ...answer, body: { ...body, clients: body.clients.slice(3) } };
}
