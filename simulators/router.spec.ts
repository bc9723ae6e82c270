import { expect } from 'chai';
import { serve, type ApiSimulator } from './router.js';

describe('simulators/router', () => {
  let simulator: ApiSimulator;
  before(async () => {
    simulator = await serve({
      routes: [
        { method: 'GET', path: '/things/:id', handle: ({ params, query }) => ({ status: 200, body: { id: params['id'], page: query.get('page') } }) },
        { method: 'POST', path: '/things', handle: ({ body }) => ({ status: 201, body }) },
        { method: 'GET', path: '/null', handle: () => ({ status: 200, body: null }) },
        { method: 'GET', path: '/broken', handle: () => Promise.reject(new Error('on purpose')) },
      ],
    });
  });
  after(() => simulator.close());
  afterEach(() => {
    expect(simulator.faults.pending).to.equal(0);
    simulator.requests.length = 0;
  });
  const get = (path: string) => fetch(simulator.url + path);
  const failure = (promise: Promise<unknown>) => promise.then(() => undefined, (error: unknown) => error);

  it('routes by method and path, and binds to loopback', async () => {
    expect(new URL(simulator.url).hostname).to.equal('127.0.0.1');
    expect(await (await get('/things/a%2Fb?page=2')).json()).to.deep.equal({ id: 'a/b', page: '2' });
    expect(await (await get('/null')).text()).to.equal('null');
    const posted = await fetch(`${simulator.url}/things`, { method: 'POST', body: 'as sent' });
    expect([posted.status, await posted.text()]).to.deep.equal([201, 'as sent']);
    expect((await fetch(`${simulator.url}/things/1`, { method: 'DELETE' })).status).to.equal(404);
  });

  it('answers its own failures with 500, not with silence', async () => {
    const response = await get('/broken');
    expect([response.status, await response.text()]).to.deep.equal([500, 'The simulator failed: on purpose']);
  });

  it('records what was asked, without headers', async () => {
    await fetch(`${simulator.url}/things/1?page=3`, { headers: { authorization: 'Bearer secret-value' } });
    await get('/nowhere');
    expect(simulator.requests).to.deep.equal([
      { method: 'GET', path: '/things/1', query: '?page=3', status: 200 },
      { method: 'GET', path: '/nowhere', query: '', status: 404 },
    ]);
    expect(JSON.stringify(simulator.requests)).to.not.contain('secret-value');
  });

  it('gives queued faults to the requests that fit, in order, as often as told', async () => {
    simulator.faults.next({ kind: 'status', status: 500, body: { message: 'no' }, path: /\/things/ }, 2);
    simulator.faults.next({ kind: 'status', status: 429, headers: { 'Retry-After': '7' }, body: 'slow down', path: /page=2/ });
    expect((await get('/null')).status).to.equal(200);
    const [first, second, third, fourth] = [await get('/things/1'), await get('/things/1?page=2'), await get('/things/1?page=2'), await get('/things/1')];
    expect([first.status, second.status, third.status, fourth.status]).to.deep.equal([500, 500, 429, 200]);
    expect([third.headers.get('retry-after'), await third.text(), third.headers.get('content-type')]).to.deep.equal(['7', 'slow down', 'text/plain; charset=utf-8']);
  });

  it('forgets queued faults when cleared', async () => {
    simulator.faults.next({ kind: 'reset' }, 3);
    simulator.faults.clear();
    expect((await get('/null')).status).to.equal(200);
  });

  it('fault html is a proxy\'s page', async () => {
    simulator.faults.next({ kind: 'html' });
    const response = await get('/things/1');
    expect([response.status, response.headers.get('content-type')]).to.deep.equal([502, 'text/html']);
    expect(await response.text()).to.match(/^<html>/);
  });

  it('fault bom puts a byte order mark before the true answer', async () => {
    simulator.faults.next({ kind: 'bom' });
    const bytes = new Uint8Array(await (await get('/things/1')).arrayBuffer());
    expect([...bytes.slice(0, 4)]).to.deep.equal([0xef, 0xbb, 0xbf, 0x7b]);
  });

  it('fault rewrite changes the true answer', async () => {
    simulator.faults.next({ kind: 'rewrite', rewrite: (answer) => ({ ...answer, status: 203 }) });
    expect((await get('/things/1')).status).to.equal(203);
  });

  it('fault slow gives the true answer late', async () => {
    simulator.faults.next({ kind: 'slow', delayMs: 40 });
    const begun = performance.now();
    expect((await get('/things/1')).status).to.equal(200);
    expect(performance.now() - begun).to.be.at.least(35);
  });

  it('fault pause sends the whole answer, the second half later', async () => {
    simulator.faults.next({ kind: 'pause', pauseMs: 40 });
    const begun = performance.now();
    const response = await get('/things/1');
    expect(response.status).to.equal(200);
    expect(await response.json()).to.be.an('object');
    expect(performance.now() - begun).to.be.at.least(35);
  });

  it('faults truncate and reset break the connection, and hang never answers', async () => {
    simulator.faults.next({ kind: 'truncate' });
    expect(await failure(get('/things/1').then((response) => response.text()))).to.be.instanceOf(Error);
    simulator.faults.next({ kind: 'reset' });
    expect(await failure(get('/things/1'))).to.be.instanceOf(Error);
    simulator.faults.next({ kind: 'hang' });
    expect(await failure(fetch(`${simulator.url}/things/1`, { signal: AbortSignal.timeout(50) }))).to.have.property('name', 'TimeoutError');
    expect(simulator.requests.map(({ status }) => status)).to.deep.equal([200, 0, 0]);
  });
});
