import { expect } from 'chai';
import { routes, type RouteName } from '../../contracts/routes.js';
import { roles } from '../../services/domain/organization.js';
import { expectProblem } from '../../test/support/expectProblem.js';
import { startTestServer, type TestServer } from '../../test/support/startTestServer.js';
import { testIds } from '../../test/support/testConfig.js';

const changeSet = '0c000000-0000-4000-8000-00000000000c';
const row = { action: 'link', tenantId: '00000007-0000-4000-8000-000000000000', psaConnectionId: 'psa', companyId: '1', baseVersion: 0, origin: 'manual' };
const source = { kind: 'psa-connection', psaConnectionId: 'psa' };
const draft = { source: null, typeId: 'haloPsa', name: 'Halo', settings: {}, secrets: {}, participation: { typeIds: null, statusIds: null }, confirmedHosts: [] };
const save = { idempotencyKey: 'key-00000001', rows: [row] };
const idempotencyKey = 'key-00000001';
const bodies: Partial<Record<RouteName, object>> = {
  createCompany: { idempotencyKey, tenantId: row.tenantId, psaConnectionId: 'psa', fields: { name: 'New' } },
  storeTenantIds: { changeSetId: changeSet },
  checkConnection: draft,
  listCompanyKinds: draft,
  saveConnection: { ...draft, seenVersion: 0 },
  uploadCompanyFile: {},
  previewFile: { typeId: 'csv', source: null, fileId: null, mapping: null, participation: draft.participation },
  pauseConnection: { source, seenVersion: 1, isPaused: true },
  removeConnection: { source, seenVersion: 1 },
  syncSources: {},
  cancelSync: {},
  autoMap: {},
  saveMappings: save,
  undoChangeSet: {},
  previewImport: {},
  importMappings: {},
  verifyHistory: {},
  restoreState: { orgVersion: 0, seenVersion: 0, idempotencyKey },
  dismissDrift: { change: { kind: 'company-deleted', tenantId: row.tenantId, psaConnectionId: 'psa', companyId: '1', now: '' }, isFine: true },
  decideDraft: { decisions: [{ kind: 'withdraw', tenantId: row.tenantId, baseVersion: 0 }] },
};
const unit = `?tenantId=${row.tenantId}&psaConnectionId=psa`;
const queries: Partial<Record<RouteName, string>> = {
  prepareNewCompany: unit,
  listUnitHistory: unit,
  previewRestore: '?orgVersion=0',
  findMissing: '?query=nord',
  previewRemoval: '?kind=psa-connection&id=psa',
  uploadCompanyFile: '?typeId=csv&name=a.csv',
  exportMappings: '?format=csv',
  previewImport: '?format=csv',
  importMappings: `?format=csv&fingerprint=${'0'.repeat(64)}&idempotencyKey=${idempotencyKey}`,
};
const pathOf = (name: RouteName) => `${routes[name].path.replace(':changeSetId', changeSet)}${queries[name] ?? ''}`;

describe('api roles, as the routes declare them', () => {
  let server: TestServer;
  before(async () => {
    // Time flies here, so that the limit of requests per second is met only where it is meant to be.
    let aheadMs = 0;
    server = await startTestServer({ services: { exportMappings: () => Promise.resolve([]) }, clock: { now: () => new Date(Date.now() + (aheadMs += 50)) } });
  });
  after(() => server.close());

  const people = { viewer: testIds.viewer, mapper: testIds.mapper, approver: testIds.approver, admin: testIds.admin };
  for (const name of Object.keys(routes) as RouteName[]) {
    for (const [role, as] of Object.entries(people)) {
      const isAllowed = roles.indexOf(role as keyof typeof people) >= roles.indexOf(routes[name].role);
      it(`${name} ${isAllowed ? 'admits' : 'refuses'} a ${role}`, async () => {
        server.calls.length = 0;
        const response = await server.ask(pathOf(name), { as, ...(bodies[name] ? { body: bodies[name] } : {}) });
        if (!isAllowed) await expectProblem(response, 403, 'not-allowed');
        else expect(response.status, await response.text()).to.equal(200);
        if (name !== 'getSession') expect(server.calls.length > 0).to.equal(isAllowed);
      });
    }
    it(`${name} refuses a stranger, a person without token and one with a bad token`, async () => {
      server.calls.length = 0;
      const body = bodies[name] ? { body: bodies[name] } : {};
      await expectProblem(await server.ask(pathOf(name), { as: testIds.stranger, ...body }), 403, 'not-allowed');
      const response = await server.ask(pathOf(name), { as: null, ...body });
      expect(response.headers.get('www-authenticate')).to.equal('Bearer error="invalid_token"');
      await expectProblem(response, 401, 'not-signed-in');
      await expectProblem(await server.ask(pathOf(name), { as: null, ...body, headers: { authorization: 'Bearer a.b.c' } }), 401, 'not-signed-in');
      expect(server.calls).to.deep.equal([]);
    });
  }
});
