import type { PsaConnectionId } from '../../domain/ids.js';
import type { Answer } from '../../../simulators/router.js';
import { startConnectWise, type ConnectWiseSimulator } from '../../../simulators/connectWise/startConnectWise.js';
import { describePsaContract, type Misbehaviour } from '../psaContractSuite.js';
import { connectWise } from './index.js';

const company = { companyId: 'demomsp', publicKey: 'public-key-canary', privateKey: 'private-key-canary', clientId: 'b3f2a6d4-52c1-4f0e-9a37-6a1c0d5e7f04' };
const list = /\/company\/companies\?/;
const laterPage = /\/company\/companies\?.*pageId=/;

describePsaContract('ConnectWise', async (companies) => {
  const simulator = await startConnectWise({ company, companies, quirks: { pageCap: 10 } });
  return {
    url: simulator.url,
    secrets: [company.privateKey, company.publicKey],
    connect: (tools, credentials) => {
      const settings = connectWise.settingsSchema.parse({ site: simulator.url, companyId: company.companyId, clientId: company.clientId });
      return connectWise.connect({ psaConnectionId: 'main' as PsaConnectionId, settings, secrets: { publicKey: company.publicKey, privateKey: credentials === 'right' ? company.privateKey : 'wrong' } }, tools);
    },
    misbehave: (how) => misbehave(simulator, how),
    unmet: () => simulator.faults.pending,
    close: () => simulator.close(),
  };
});

function misbehave({ faults, quirks }: ConnectWiseSimulator, how: Misbehaviour): void {
  switch (how) {
    case 'throttle-once':
      return faults.next({ kind: 'status', status: 429, headers: { 'Retry-After': '2' }, path: list });
    case 'throttle-for-ten-minutes':
      return faults.next({ kind: 'status', status: 429, headers: { 'Retry-After': '600' }, path: list });
    case 'fail-once':
      return faults.next({ kind: 'status', status: 500, body: { code: 'ConnectWiseApi', message: 'A timeout has occured. Please try again.' }, path: list });
    case 'fail-later-pages':
      return faults.next({ kind: 'status', status: 500, path: laterPage }, 20);
    case 'forbid':
      return faults.next({ kind: 'status', status: 403, body: { code: 'Security', message: 'You do not have security permission to perform this action.' }, path: list }, 20);
    case 'forbid-contacts':
      return faults.next({ kind: 'status', status: 403, body: { code: 'Security', message: 'You do not have security permission to perform this action.' }, path: /\/company\/contacts/ }, 20);
    case 'answer-html':
      return faults.next({ kind: 'html', status: 200, path: list }, 20);
    case 'truncate-second-page':
      return faults.next({ kind: 'truncate', path: laterPage });
    case 'put-byte-order-mark':
      return faults.next({ kind: 'bom', path: laterPage });
    case 'hang':
      return faults.next({ kind: 'hang', path: list }, 20);
    case 'repeat-second-page':
      return void Object.assign(quirks, { repeatsPage: true });
    case 'shrink-pages':
      return void Object.assign(quirks, { shrinksPages: true });
    case 'lose-rows':
      return faults.next({ kind: 'rewrite', rewrite: withoutThree, path: laterPage });
  }
}

function withoutThree(answer: Answer): Answer {
  return { ...answer, body: (answer.body as readonly object[]).slice(3) };
}
