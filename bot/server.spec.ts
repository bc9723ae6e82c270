import { expect } from 'chai';
import { connect } from 'node:net';
import { AppError } from '../services/runtime/errors.js';
import { expectProblem } from '../test/support/expectProblem.js';
import { makeActivity } from '../test/support/makeActivity.js';
import { startTestServer, type TestServer } from '../test/support/startTestServer.js';
import { testIds } from '../test/support/testConfig.js';

const row = { action: 'link', tenantId: '00000007-0000-4000-8000-000000000000', psaConnectionId: 'psa', companyId: '1', baseVersion: 0, origin: 'manual' };
const save = { idempotencyKey: 'key-00000001', rows: [row] };

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

    it('takes a body that says it is not encoded', async () => {
      for (const encoding of ['identity', 'Identity']) expect((await server.ask('/api/sync', { body: '{}', headers: { 'content-encoding': encoding } })).status).to.equal(200);
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

    it('closes a connection that wants another protocol', async () => {
      expect(await sendRaw(server.url, 'GET /livez HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')).to.equal('');
      expect(await sendRaw(server.url, 'CONNECT example.com:443 HTTP/1.1\r\nHost: x\r\n\r\n')).to.equal('');
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
