import type { PsaConnectionId } from '../../domain/ids.js';
import type { Answer } from '../../../simulators/router.js';
import { autotaskError, autotaskFaults } from '../../../simulators/autotask/autotaskErrors.js';
import { startAutotask, type AutotaskSimulator } from '../../../simulators/autotask/startAutotask.js';
import { describePsaContract, type Misbehaviour } from '../psaContractSuite.js';
import { autotask } from './index.js';

const user = { userName: 'api@demo-msp.example', secret: 'secret-canary', integrationCode: 'integration-code-canary' };
const list = /\/Companies\/query(\/next)?(\?|$)/i;
const laterPage = /\/Companies\/query\/next\?/i;

describePsaContract('Autotask', async (companies) => {
  const simulator = await startAutotask({ user, companies, quirks: { pageCap: 10 } });
  return {
    url: simulator.url,
    secrets: [user.secret, user.integrationCode],
    connect: (tools, credentials) => {
      const settings = autotask.settingsSchema.parse({ userName: user.userName, zoneLookup: simulator.url });
      return autotask.connect({ psaConnectionId: 'main' as PsaConnectionId, settings, secrets: { secret: credentials === 'right' ? user.secret : 'wrong', integrationCode: user.integrationCode } }, tools);
    },
    misbehave: (how) => misbehave(simulator, how),
    unmet: () => simulator.faults.pending,
    close: () => simulator.close(),
  };
});

function misbehave({ faults, quirks }: AutotaskSimulator, how: Misbehaviour): void {
  switch (how) {
    case 'throttle-once':
      return faults.next({ kind: 'status', ...autotaskError(429, 'The request threshold was exceeded.'), headers: { 'Retry-After': '2' }, path: list });
    case 'throttle-for-ten-minutes':
      return faults.next({ kind: 'status', ...autotaskError(429, 'The request threshold was exceeded.'), headers: { 'Retry-After': '600' }, path: list });
    case 'fail-once':
      return faults.next({ ...autotaskFaults.failed, path: list });
    case 'fail-later-pages':
      return faults.next({ ...autotaskFaults.failed, path: laterPage }, 20);
    case 'forbid':
      return faults.next({ ...autotaskFaults.noPermissionAs500, path: /\/Companies\/query/i }, 20);
    case 'forbid-contacts':
      return faults.next({ ...autotaskFaults.noPermission, path: /\/Contacts\/query/i }, 20);
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
  const body = answer.body as { readonly items: readonly object[] };
  return { ...answer, body: { ...body, items: body.items.slice(3) } };
}
