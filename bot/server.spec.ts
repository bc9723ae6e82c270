import { expect } from 'chai';
import { connect } from 'node:net';
import { problem } from '../contracts/problem.js';
import { routes, type RouteName } from '../contracts/routes.js';
import { roles } from '../services/domain/organization.js';
import { AppError } from '../services/runtime/errors.js';
import { makeActivity } from '../test/support/makeActivity.js';
import { startTestServer, type TestServer } from '../test/support/startTestServer.js';
import { testIds } from '../test/support/testConfig.js';

const changeSet = '0c000000-0000-4000-8000-00000000000c';
const row = { action: 'link', tenantId: '00000007-0000-4000-8000-000000000000', psaConnectionId: 'psa', companyId: '1', baseVersion: 0, origin: 'manual' };
const save = { idempotencyKey: 'key-00000001', rows: [row] };
const bodies: Partial<Record<RouteName, object>> = { syncSources: {}, autoMap: {}, saveMappings: save, undoChangeSet: {} };
const pathOf = (name: RouteName) => routes[name].path.replace(':changeSetId', changeSet);

async function expectProblem(response: Response, status: number, code: string) {
  expect(response.status).to.equal(status);
  expect(response.headers.get('content-type')).to.equal('application/json; charset=utf-8');
  const body = problem.strict().parse(await response.json());
  expect(body.code).to.equal(code);
  expect(body.requestId).to.equal(response.headers.get('x-request-id'));
  return body;
}

/** Sends bytes as they are and gives the first line of the answer. */
function sendRaw(url: string, text: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString();
      if (answer.includes('\r\n')) socket.destroy();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(answer.split('\r\n')[0] ?? ''));
  });
}

describe('server', () => {
  let server: TestServer;
  before(async () => {
    // Time flies here, so that the limit of requests per second is met only where it is meant to be.
    let aheadMs = 0;
    server = await startTestServer({ clock: { now: () => new Date(Date.now() + (aheadMs += 50)) } });
  });
  after(() => server.close());
  const expectAlive = async () => expect((await fetch(`${server.url}/livez`)).status).to.equal(200);

  describe('roles', () => {
    const people = { viewer: testIds.viewer, mapper: testIds.mapper, admin: testIds.admin };
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

  describe('limits', () => {
    it('answers 415 to encoded bodies and lives on', async () => {
      const gzipGarbage = Buffer.from('this is not gzip');
      for (const path of ['/api/messages', '/api/mappings', '/api/sync', '/nowhere']) {
        for (const encoding of ['gzip', 'GZIP', 'deflate', 'br', 'gzip, identity', 'x']) {
          const response = await fetch(`${server.url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', 'content-encoding': encoding }, body: gzipGarbage });
          await expectProblem(response, 415, 'not-acceptable-media');
        }
      }
      await expectAlive();
    });

    it('answers 415 to anything but JSON', async () => {
      for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', 'application/octet-stream', 'application/jsonp', 'application/json; charset=utf-16', '']) {
        await expectProblem(await server.ask('/api/sync', { body: '{}', headers: { 'content-type': type } }), 415, 'not-acceptable-media');
      }
    });

    it('answers 413 to a body of 5 MB, announced or in chunks', async () => {
      const large = JSON.stringify({ idempotencyKey: 'x'.repeat(5 * 1024 * 1024) });
      await expectProblem(await server.ask('/api/mappings', { body: large }), 413, 'too-large');
      const token = await server.entra.issueSsoToken({ orgId: testIds.orgId, userId: testIds.admin, name: '', username: '', audience: testIds.tabClientId });
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const chunked = await fetch(`${server.url}/api/mappings`, { method: 'POST', headers, body: new Blob([large]).stream(), duplex: 'half' });
      await expectProblem(chunked, 413, 'too-large');
      await expectProblem(await server.ask('/api/sync', { body: { x: 'x'.repeat(300 * 1024) } }), 413, 'too-large');
      await expectProblem(await server.ask('/api/messages', { body: { x: 'x'.repeat(300 * 1024) } }), 401, 'not-signed-in');
      await expectAlive();
    });

    it('takes a save of 10,000 rows', async () => {
      const response = await server.ask('/api/mappings', { body: { ...save, rows: Array.from({ length: 10_000 }, () => row) } });
      expect(response.status).to.equal(200);
      await response.body?.cancel();
    });

    it('refuses calls from other sites, and sends no CORS header', async () => {
      for (const site of ['cross-site', 'same-site']) await expectProblem(await server.ask('/api/session', { headers: { 'sec-fetch-site': site } }), 403, 'not-allowed');
      for (const site of ['same-origin', 'none']) expect((await server.ask('/api/session', { headers: { 'sec-fetch-site': site, origin: 'https://evil.example' } })).status).to.equal(200);
      const preflight = await fetch(`${server.url}/api/session`, { method: 'OPTIONS', headers: { origin: 'https://evil.example', 'access-control-request-method': 'GET' } });
      expect([...preflight.headers.keys()].filter((name) => name.startsWith('access-control'))).to.deep.equal([]);
      expect(preflight.status).to.equal(404);
    });

    it('outlives odd request lines', async () => {
      const targets = ['http://[', 'http://a:99999999/', '//', '//evil.example/', '/%', '/%zz', '/api/change-sets/%E0%A4%A/undo', '/tab/assets/%', '*', '/\\..\\..', '/a?%', `/${'a'.repeat(8000)}`, '/api/session?__proto__=1', '/tab/assets/..%2f..%2fpackage.json', '/tab/assets/%00'];
      for (const target of targets) {
        for (const method of ['GET', 'POST', 'OPTIONS', 'TRACE']) {
          const line = await sendRaw(server.url, `${method} ${target} HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n`);
          expect(line, `${method} ${target.slice(0, 40)}`).to.match(/^HTTP\/1\.1 (4\d\d|200 OK)/);
        }
      }
      await expectAlive();
    });

    it('limits each person, not all of them', async () => {
      const clock = { now: () => new Date(1_800_000_000_000) };
      const own = await startTestServer({ clock });
      try {
        const token = (userId: string) => own.entra.issueSsoToken({ orgId: testIds.orgId, userId, name: '', username: '', audience: testIds.tabClientId, overrides: { iat: 1_800_000_000, nbf: 1_800_000_000, exp: 1_800_003_600 } });
        const ask = async (userId: string) => fetch(`${own.url}/api/session`, { headers: { authorization: `Bearer ${await token(userId)}` } });
        const answers = await Promise.all(Array.from({ length: 70 }, () => ask(testIds.admin)));
        expect(answers.filter((answer) => answer.status === 200)).to.have.length(60);
        const late = await ask(testIds.admin);
        expect(late.headers.get('retry-after')).to.equal('1');
        await expectProblem(late, 429, 'too-many-requests');
        expect((await ask(testIds.viewer)).status).to.equal(200);
      } finally {
        await own.close();
      }
    });
  });

  describe('requests', () => {
    const sentenceOf = async (path: string, body?: unknown) => (await expectProblem(await server.ask(path, body === undefined ? {} : { body }), 400, 'bad-request')).sentence;

    it('are answered 400 with a sentence that names the field', async () => {
      expect(await sentenceOf('/api/mappings', { ...save, rows: [{ ...row, tenantId: 'contoso' }] })).to.equal('rows[0].tenantId: Tenant id "contoso" is not a GUID such as 11111111-2222-3333-4444-555555555555.');
      expect(await sentenceOf('/api/companies?limit=0')).to.include('limit');
      expect(await sentenceOf('/api/companies?query=a&query=b')).to.equal('query is given more than once.');
      expect(await sentenceOf('/api/tenants?access_token=x')).to.equal('The request has unknown fields: access_token.');
      expect(await sentenceOf(`/api/change-sets/nonsense/undo`, {})).to.include('"nonsense" is not a GUID');
      expect(await sentenceOf('/api/sync', '{"a":')).to.equal('The request is not valid JSON.');
      for (const body of ['[]', '"x"', '7', 'null']) expect(await sentenceOf('/api/sync', body)).to.include('The request');
    });

    it('name at most five wrong fields', async () => {
      const sentence = await sentenceOf('/api/mappings', { ...save, rows: Array.from({ length: 20 }, () => ({ ...row, tenantId: 'x'.repeat(1000) })) });
      expect(sentence.match(/tenantId/g)).to.have.length(5);
      expect(sentence).to.include('and 15 more');
      expect(sentence.length).to.be.lessThan(2000);
    });

    it('may hold no unknown, prototype or operator fields at any depth', async () => {
      const keys = ['orgId', '__proto__', 'constructor', 'prototype', '$set', '$where', 'a.b', 'version', '_id', 'createdBy', '__v'];
      server.calls.length = 0;
      for (const key of keys) {
        const field = `"${key}":{"polluted":true}`;
        await sentenceOf('/api/mappings', JSON.stringify(save).replace('{', `{${field},`));
        await sentenceOf('/api/mappings', JSON.stringify(save).replace('[{', `[{${field},`));
        await sentenceOf('/api/mappings', JSON.stringify(save).replace('"contoso"', '').replace(/"companyId":"1"/, `"companyId":{${field}}`));
        await sentenceOf('/api/auto-map', `{${field}}`);
        await sentenceOf(`/api/mappings?${encodeURIComponent(key)}=1`);
      }
      expect(server.calls).to.deep.equal([]);
      expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
    });

    it('of another kind are 404, with no trace of the path', async () => {
      for (const path of ['/', '/api', '/api/nothing', '/api/session/', '/API/session', '/metrics', '/.env', '/package.json', '/tab/index.html', '/tab/assets/', '/tab/src/main.tsx', '/api/mappings/<script>']) {
        const body = await expectProblem(await server.ask(path), 404, 'not-found');
        expect(body.sentence).to.equal('This was not found.');
      }
      await expectProblem(await server.ask('/api/session', { body: {} }), 404, 'not-found');
      await expectProblem(await server.ask('/api/messages'), 404, 'not-found');
    });
  });

  it('never tells what an error says of itself', async () => {
    const own = await startTestServer({ services: { listTenants: () => Promise.reject(new Error('secret-in-message')), listConnections: () => Promise.reject(new AppError('storage-unavailable', 'secret-in-message', { retryAfterSeconds: 2.5 })) } });
    try {
      const unknown = await own.ask('/api/tenants');
      const body = await expectProblem(unknown, 500, 'internal');
      expect(JSON.stringify(body)).not.to.include('secret');
      const known = await own.ask('/api/connections');
      expect(known.headers.get('retry-after')).to.equal('3');
      await expectProblem(known, 503, 'storage-unavailable');
      expect(own.logged.find((line) => line.includes('secret-in-message') && line.includes(body.requestId))).to.be.a('string');
    } finally {
      await own.close();
    }
  });

  describe('headers', () => {
    const namesLeftOut = new Set(['date', 'connection', 'keep-alive', 'x-request-id', 'content-length']);
    const headersOf = async (path: string, of = server) => Object.fromEntries([...(await of.ask(path)).headers].filter(([name]) => !namesLeftOut.has(name)));
    const common = { 'content-security-policy': "default-src 'none'; frame-ancestors 'none'", 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' };
    const json = { ...common, 'content-type': 'application/json; charset=utf-8' };

    it('are these and no others', async () => {
      for (const path of ['/api/session', '/livez', '/readyz', '/api/nothing']) expect(await headersOf(path), path).to.deep.equal(json);
      expect(await headersOf('/tab')).to.deep.equal({ ...common, location: '/tab/' });
      const page = await headersOf('/tab/');
      const nonce = /'nonce-([^']+)'/.exec(page['content-security-policy'] ?? '')?.[1];
      expect(page).to.deep.equal({
        ...common,
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; connect-src 'self' https://res.cdn.office.net; font-src 'self' https://res.cdn.office.net; base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft`,
      });
      const asset = await headersOf('/tab/assets/main-abc.js');
      expect(asset).to.deep.equal({ ...common, 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable', 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
    });

    it('ask for https where the server is reachable from elsewhere', async () => {
      const open = await startTestServer({ config: { bindHost: '0.0.0.0' } });
      try {
        const response = await fetch(`${open.url.replace('0.0.0.0', '127.0.0.1')}/livez`);
        expect(response.headers.get('strict-transport-security')).to.equal('max-age=31536000');
      } finally {
        await open.close();
      }
    });
  });

  describe('the tab', () => {
    it('has a fresh nonce each time, everywhere in the page', async () => {
      const read = async () => {
        const response = await fetch(`${server.url}/tab/`);
        return { html: await response.text(), nonce: /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1] ?? 'none' };
      };
      const [first, second] = [await read(), await read()];
      expect(first.nonce).not.to.equal(second.nonce);
      expect(first.html.split(first.nonce)).to.have.length(3);
      expect(first.html).not.to.include('__CSP_NONCE__');
    });

    it('serves its built files and nothing beside them', async () => {
      const plain = await fetch(`${server.url}/tab/assets/main-abc.js`, { headers: { 'accept-encoding': 'identity' } });
      expect(plain.headers.get('content-encoding')).to.equal(null);
      expect(await plain.text()).to.match(/^export const page/);
      expect(await (await fetch(`${server.url}/tab/assets/main-abc.js`)).text()).to.match(/^export const page/);
      expect((await fetch(`${server.url}/tab/assets/style-abc.css`)).headers.get('content-type')).to.equal('text/css; charset=utf-8');
      for (const name of ['main-abc.js.map', '.env', 'none.js', '..%2findex.html', 'assets/main-abc.js', 'constructor', '__proto__']) await expectProblem(await server.ask(`/tab/assets/${name}`), 404, 'not-found');
    });

    it('keeps the query when it mends the address', async () => {
      expect((await server.ask('/tab?a=1&b=2')).headers.get('location')).to.equal('/tab/?a=1&b=2');
    });

    it('says how to build it', async () => {
      const own = await startTestServer({ isTabBuilt: false });
      try {
        const response = await own.ask('/tab/');
        expect(response.status).to.equal(503);
        expect(await response.text()).to.include('npm run build:tab');
      } finally {
        await own.close();
      }
    });
  });

  describe('messages', () => {
    it('reach the bot through its gate only', async () => {
      const seen: unknown[] = [];
      const own = await startTestServer({
        chat: {
          handleActivity(request, response) {
            seen.push(request.body);
            response.writeHead(202);
            response.end();
            return Promise.resolve();
          },
        },
      });
      try {
        const token = await own.entra.issueChannelToken({ audience: testIds.botId, serviceUrl: testIds.serviceUrl });
        const post = (body: unknown, headers: Record<string, string> = {}) => own.ask('/api/messages', { as: null, body, headers: { authorization: `Bearer ${token}`, ...headers } });
        expect((await post(makeActivity())).status).to.equal(202);
        expect(seen).to.deep.equal([makeActivity()]);
        await expectProblem(await post(makeActivity(), { authorization: 'Bearer a.b.c' }), 401, 'not-signed-in');
        await expectProblem(await own.ask('/api/messages', { body: makeActivity() }), 401, 'not-signed-in');
        await expectProblem(await post({}), 400, 'bad-request');
        await expectProblem(await post(makeActivity({ value: JSON.parse('['.repeat(40) + ']'.repeat(40)) })), 400, 'bad-request');
        await expectProblem(await post(JSON.stringify(makeActivity()).replace('{', '{"__proto__":{"x":1},')), 400, 'bad-request');
        expect(seen).to.have.length(1);
      } finally {
        await own.close();
      }
    });

    it('get a problem when the bot fails', async () => {
      const own = await startTestServer({ chat: { handleActivity: () => Promise.reject(new Error('secret-in-message')) } });
      try {
        const token = await own.entra.issueChannelToken({ audience: testIds.botId, serviceUrl: testIds.serviceUrl });
        await expectProblem(await own.ask('/api/messages', { as: null, body: makeActivity(), headers: { authorization: `Bearer ${token}` } }), 500, 'internal');
      } finally {
        await own.close();
      }
    });
  });
});
