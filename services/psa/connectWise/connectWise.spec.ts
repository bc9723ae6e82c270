import type { PsaConnectionId } from '../../domain/ids.js';
import { connectWiseError } from '../../../simulators/connectWise/connectWiseErrors.js';
import { startConnectWise } from '../../../simulators/connectWise/startConnectWise.js';
import { describePsaContract, type Misbehaviour } from '../psaContractSuite.js';
import { connectWise } from './index.js';

const company = { companyId: 'demomsp', publicKey: 'public-key-canary', privateKey: 'private-key-canary', clientId: 'b3f2a6d4-52c1-4f0e-9a37-6a1c0d5e7f04' };

describePsaContract('ConnectWise', { hasLinks: true }, async (companies) => {
  const simulator = await startConnectWise({ company, companies, quirks: { pageCap: 10 } });
  const quirks = { 'repeat-second-page': { repeatsPage: true }, 'shrink-pages': { shrinksPages: true }, 'link-elsewhere': { hasForeignLinks: true } } satisfies Record<Misbehaviour, object>;
  return {
    url: simulator.url,
    secrets: [company.privateKey, company.publicKey],
    faults: simulator.faults,
    paths: { list: /\/company\/companies\?/, laterPage: /\/company\/companies\?.*pageId=/, contacts: /\/company\/contacts/ },
    answers: {
      failed: connectWiseError(500, 'ConnectWiseApi', 'A timeout has occured. Please try again.'),
      forbidden: connectWiseError(403, 'Security', 'You do not have security permission to perform this action.'),
    },
    withoutRows: (answer, count) => ({ ...answer, body: (answer.body as readonly object[]).slice(count) }),
    connect: (tools, credentials) => {
      const settings = connectWise.settingsSchema.parse({ site: simulator.url, companyId: company.companyId, clientId: company.clientId });
      return connectWise.connect({ psaConnectionId: 'main' as PsaConnectionId, settings, secrets: { publicKey: company.publicKey, privateKey: credentials === 'right' ? company.privateKey : 'wrong' } }, tools);
    },
    misbehave: (how) => void Object.assign(simulator.quirks, quirks[how]),
    close: () => simulator.close(),
  };
});
