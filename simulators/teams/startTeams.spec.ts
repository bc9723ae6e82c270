import { expect } from 'chai';
import { request as sendRequest, type IncomingMessage } from 'node:http';
import { startTeams } from './startTeams.js';
import { admin, app, orgId, startTeamsTestBed, type TeamsTestBed } from '../../test/support/startTeamsTestBed.js';

describe('startTeams', () => {
  let bed: TeamsTestBed;
  before(async () => {
    bed = await startTeamsTestBed();
  });
  after(() => bed.close());

  /** fetch neither sends a foreign Host header nor leaves a path as it is. */
  function rawGet(path: string, headers: Record<string, string> = {}): Promise<IncomingMessage> {
    const { hostname, port } = new URL(bed.url);
    return new Promise((resolve, reject) => {
      sendRequest({ hostname, port, path, headers }, (response) => resolve(response.resume())).on('error', reject).end();
    });
  }

  it('serves the page with a strict policy, and no other files', async () => {
    const page = await fetch(bed.url);
    expect(page.status).to.equal(200);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).to.include("script-src 'self'").and.include("frame-ancestors 'none'").and.not.include('unsafe');
    expect((await fetch(`${bed.url}/assets/index-1.js`)).status).to.equal(200);
    for (const path of ['/.env', '/assets/', '/../package.json', '/assets/..%2f.env', '/%2e%2e/package.json']) {
      expect((await rawGet(path)).statusCode, path).to.equal(404);
    }
  });

  it('says so when the page is not built', async () => {
    const error = await startTeams({ appUrl: bed.url, entra: bed.entra, orgId, orgName: '', people: [admin], app, pageFolder: 'no-such-folder' }).catch((thrown: unknown) => thrown);
    expect(error).to.be.an('error').with.property('message').that.includes('npm run build:tab');
  });

  it('answers to its own name only', async () => {
    const { port } = new URL(bed.url);
    expect((await rawGet('/', { host: `localhost:${port}` })).statusCode).to.equal(200);
    for (const host of [`rebound.example:${port}`, '127.0.0.1', `127.0.0.1:${port}.example`, 'localhost:1']) {
      for (const path of ['/', '/tab/', '/teams/session', '/v3/conversations/a/members']) expect((await rawGet(path, { host })).statusCode, `${host} ${path}`).to.equal(403);
    }
  });

  it('hands tab and API on to the app, with their headers', async () => {
    bed.answerRequests((request, response) => {
      response.writeHead(207, { 'content-security-policy': "default-src 'self'", 'x-host': request.headers.host ?? '', 'x-token': request.headers.authorization ?? '', 'x-url': request.url ?? '' });
      request.pipe(response);
    });
    const response = await fetch(`${bed.url}/api/tenants?a=%2Fb`, { method: 'POST', headers: { authorization: 'Bearer x', 'content-type': 'application/json' }, body: '{"some":1}' });
    expect(response.status).to.equal(207);
    expect(await response.text()).to.equal('{"some":1}');
    expect(response.headers.get('content-security-policy')).to.equal("default-src 'self'");
    expect(response.headers.get('x-token')).to.equal('Bearer x');
    expect(response.headers.get('x-url')).to.equal('/api/tenants?a=%2Fb');
    expect(response.headers.get('x-host')).to.not.equal(new URL(bed.url).host);
  });

  it('streams: the app writes its second line only after the first was read', async () => {
    let writeSecond = () => {};
    bed.answerRequests((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/x-ndjson' });
      response.write('1\n');
      writeSecond = () => response.end('2\n');
    });
    const response = await fetch(`${bed.url}/api/stream`);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).to.equal('1\n');
    writeSecond();
    expect((await reader?.read())?.value).to.equal('2\n');
    expect((await reader?.read())?.done).to.equal(true);
  });

  it('tells the app when the page has gone', async () => {
    const gone = new Promise<void>((resolve) => {
      bed.answerRequests((_request, response) => {
        response.on('close', resolve);
        response.write('1\n');
      });
    });
    const stop = new AbortController();
    await fetch(`${bed.url}/api/stream`, { signal: stop.signal });
    stop.abort();
    await gone;
  });

  it('never hands /api/messages on, however it is written', async () => {
    bed.answerRequests((_request, response) => void response.writeHead(200).end());
    for (const path of ['/api/messages', '/api/messages?x', '/api/Messages', '/api/%6dessages', '/api//messages', '/api/x/../messages', '/api/x/%2e%2e/messages', '/api/x/..%2fmessages', '/api/messages/', '/other', '/apix/']) {
      expect((await rawGet(path)).statusCode, path).to.equal(404);
    }
    expect(bed.received).to.deep.equal([]);
    expect((await rawGet('/api/tenants')).statusCode).to.equal(200);
  });
});
