import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { pino } from 'pino';
import { listen, type Simulator } from '../../simulators/simulator.js';
import { rejection } from '../../test/support/rejection.js';
import { defaultLimits, fetchOnce } from './fetchOnce.js';
import { createHttpAgents } from './httpAgents.js';
import { createHttpClient, type HttpClientParts } from './httpClient.js';
import { microsoftAnchors } from './trustAnchors.js';
import { yieldTurn } from './yieldTurn.js';

type Handler = (request: IncomingMessage, response: ServerResponse, requestNo: number) => void;
const now = new Date('2026-11-02T10:00:00Z');

describe('createHttpClient', () => {
  const servers: Simulator[] = [];
  let log: string[] = [];
  let sleptMs: number[] = [];
  let requestCount = 0;

  beforeEach(() => {
    log = [];
    sleptMs = [];
    requestCount = 0;
  });
  afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

  async function serve(handle: Handler): Promise<string> {
    const listener: RequestListener = (request, response) => {
      requestCount += 1;
      handle(request, response, requestCount);
    };
    const server = await listen(listener);
    servers.push(server);
    return server.url;
  }

  function clientFor(origin: string, parts: Partial<HttpClientParts> = {}) {
    const logger = pino({ level: 'trace' }, { write: (line: string) => void log.push(line) });
    const anchors = { ...microsoftAnchors, extraUpstreamOrigins: [origin] };
    return createHttpClient({ logger, clock: { now: () => now }, anchors, random: () => 0.5, sleep: (ms) => Promise.resolve(void sleptMs.push(ms)), ...parts });
  }
  const answer = (status: number, headers: Record<string, string> = {}, body = ''): Handler => (_, response) => void response.writeHead(status, headers).end(body);

  describe('an answer', () => {
    it('has status, headers, text and JSON, without byte order mark', async () => {
      const url = await serve(answer(200, { 'x-page': '1' }, '\uFEFF{"name":"Müller"}'));
      const response = await clientFor(url).send({ url });
      expect([response.status, response.headers.get('x-page'), response.text]).to.deep.equal([200, '1', '{"name":"Müller"}']);
      expect(response.json()).to.deep.equal({ name: 'Müller' });
    });

    it('is decoded by its own charset', async () => {
      const url = await serve((_, response) => void response.writeHead(200, { 'content-type': 'application/json; charset=iso-8859-1' }).end(Buffer.from('{"name":"Müller"}', 'latin1')));
      expect((await clientFor(url).send({ url })).json()).to.deep.equal({ name: 'Müller' });
    });

    it('that is no JSON, or not valid in its charset, is a source-odd-answer which quotes nothing', async () => {
      for (const body of ['<html>secret</html>', '{"secret":', Buffer.from('{"secret":"M\xfcller"}', 'latin1')]) {
        const url = await serve((_, response) => void response.end(body));
        const response = await clientFor(url).send({ url });
        const error = await rejection(Promise.resolve().then(() => response.json()));
        expect(error.code).to.equal('source-odd-answer');
        expect(`${error.message} ${error.sentence} ${String(error.cause)}`).not.to.include('secret');
      }
    });

    it('with any status that is not tried again is returned', async () => {
      for (const status of [204, 400, 401, 403, 404, 409]) {
        const url = await serve(answer(status));
        expect((await clientFor(url).send({ url })).status).to.equal(status);
      }
      expect(requestCount).to.equal(6);
    });

    it('that the caller knows to be final is not tried again', async () => {
      const url = await serve((_, response) => void response.writeHead(500).end('no such user'));
      const isFinal = ({ text }: { text: string }) => text.includes('user');
      expect((await clientFor(url).send({ url, isFinal })).status).to.equal(500);
      expect(requestCount).to.equal(1);
      expect((await clientFor(url).send({ url, isFinal: () => false })).status).to.equal(500);
      expect(requestCount).to.be.greaterThan(2);
    });

    it('of more than the limit is refused, compressed or not', async () => {
      for (const [body, headers] of [[Buffer.alloc(5000), {}], [gzipSync(Buffer.alloc(5_000_000)), { 'content-encoding': 'gzip' }]] as const) {
        const url = await serve((_, response) => void response.writeHead(200, headers).end(body));
        expect((await rejection(clientFor(url, { limits: { maxBodyBytes: 4999 } }).send({ url }))).code).to.equal('source-odd-answer');
      }
      expect(requestCount).to.equal(2);
    });

    it('may come compressed', async () => {
      for (const [encoding, compress] of [['gzip', gzipSync], ['deflate', deflateSync], ['br', brotliCompressSync]] as const) {
        const url = await serve((request, response) => {
          expect(request.headers['accept-encoding']).to.include(encoding);
          response.writeHead(200, { 'content-encoding': encoding }).end(compress('{"name":"Müller"}'));
        });
        expect((await clientFor(url).send({ url })).json(), encoding).to.deep.equal({ name: 'Müller' });
      }
    });

    it('that is compressed and breaks off is tried again', async () => {
      const whole = gzipSync(randomBytes(5000));
      const url = await serve((_, response, no) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(no === 1 ? whole.subarray(0, 1000) : whole));
      expect((await clientFor(url).send({ url })).status).to.equal(200);
      expect(requestCount).to.equal(2);
    });

    it('keeps its own bytes, however many come at once', async () => {
      const url = await serve((request, response) => void response.end((request.url ?? '').slice(1).repeat(30_000)));
      const client = clientFor(url);
      const texts = await Promise.all(['a', 'bc', 'def', 'g', 'hi', 'j'].map(async (part) => (await client.send({ url: `${url}/${part}` })).text === part.repeat(30_000)));
      expect(texts).to.deep.equal([true, true, true, true, true, true]);
    });

    it('that is a redirect is never followed', async () => {
      const target = await serve(answer(200));
      for (const status of [301, 302, 303, 307, 308]) {
        const url = await serve(answer(status, { location: target }));
        expect((await rejection(clientFor(url).send({ url, headers: { authorization: 'Bearer canary' } }))).code).to.equal('source-blocked');
      }
      expect(requestCount).to.equal(5);
    });
  });

  describe('the request', () => {
    it('carries method, headers and form', async () => {
      const url = await serve((request, response) => void request.pipe(response.setHeader('x-seen', `${request.method ?? ''} ${String(request.headers['x-one'])} ${request.headers['content-type'] ?? ''}`)));
      const response = await clientFor(url).send({ url, method: 'POST', headers: { 'x-one': '1' }, body: new URLSearchParams({ a: 'b c' }) });
      expect([response.text, response.headers.get('x-seen')]).to.deep.equal(['a=b+c', 'POST 1 application/x-www-form-urlencoded;charset=UTF-8']);
    });

    it('goes only to public https addresses and the anchors', async () => {
      const asked: string[] = [];
      const lookup = (host: string) => {
        asked.push(host);
        return Promise.resolve(host === 'inside.example' ? [{ address: '93.184.216.34' }, { address: '10.0.0.7' }] : []);
      };
      const url = await serve(answer(200));
      const client = clientFor('http://127.0.0.1:9', { lookup });
      const { port } = new URL(url);
      const refused = [url, `http://localhost:${port}/`, `https://127.0.0.1:${port}/`, `https://2130706433:${port}/`, `https://[::1]:${port}/`, `https://[::ffff:127.0.0.1]:${port}/`, 'https://169.254.169.254/latest', 'https://inside.example/', 'https://nowhere.example/', 'http://example.org/', 'ftp://example.org/', 'file:///etc/passwd', 'no url', ''];
      for (const address of refused) expect((await rejection(client.send({ url: address }))).code, address).to.equal('source-blocked');
      expect(requestCount).to.equal(0);
      expect(asked).to.deep.equal(['inside.example', 'nowhere.example']);
    });

    it('connects to the addresses that were checked, whatever the name stands for a moment later', async () => {
      const server = createServer((socket) => void socket.destroy(void (connections += 1)));
      let connections = 0;
      await new Promise<void>((done) => void server.listen(0, done));
      servers.push({ url: '', close: () => Promise.resolve(void server.close()) });
      const { port } = server.address() as AddressInfo;
      const url = `https://localhost:${port}/`;
      const limits = { firstByteMs: 200, retries: 1 };
      // To the system's resolver this name is the server above; asked for the check, it is a public address, where nobody answers.
      const answers = [[{ address: '2a00::1' }], [{ address: '2a00::1' }, { address: '127.0.0.1' }]];
      const error = await rejection(clientFor('http://127.0.0.1:9', { limits, lookup: () => Promise.resolve(answers.shift() ?? []) }).send({ url }));
      expect([error.code, answers.length]).to.deep.equal(['source-blocked', 0]);
      const toPublic = await rejection(clientFor('http://127.0.0.1:9', { limits, lookup: () => Promise.resolve([{ address: '2a00::1' }]) }).send({ url }));
      expect([toPublic.code, connections]).to.deep.equal(['source-unavailable', 0]);
      // So it would have been reached.
      await rejection(clientFor(`https://localhost:${port}`, { limits }).send({ url }));
      expect(connections).to.be.greaterThan(0);
    });

    it('checks the name anew for every connection, and stays on one that is open', async () => {
      const listener: RequestListener = (request, response) => void response.end(String(request.socket.remotePort));
      const url = await serve(listener);
      const lookups: string[] = [];
      const agents = createHttpAgents((host, _, callback) => {
        lookups.push(host);
        callback(null, [{ address: '127.0.0.1', family: 4 }]);
      });
      const named = new URL(url.replace('127.0.0.1', 'moving.example'));
      const texts = [await fetchOnce(named, { url: named }, defaultLimits, agents), await fetchOnce(named, { url: named }, defaultLimits, agents)].map(({ text }) => text);
      expect(new Set(texts).size).to.equal(1);
      expect(lookups).to.deep.equal(['moving.example']);
    });

    it('has no user-info, not even for an anchor', async () => {
      const url = await serve(answer(200));
      const error = await rejection(clientFor(url).send({ url: url.replace('http://', 'http://user:canary@') }));
      expect(error.code).to.equal('source-blocked');
      expect(`${error.message}${error.sentence}`).not.to.include('canary');
    });
  });

  describe('after a failure', () => {
    it('tries three more times with growing pauses, then returns the status', async () => {
      const url = await serve(answer(503));
      expect((await clientFor(url).send({ url })).status).to.equal(503);
      expect(requestCount).to.equal(4);
      expect(sleptMs).to.deep.equal([125, 250, 500]);
    });

    it('caps the pause', async () => {
      const url = await serve(answer(500));
      await clientFor(url, { limits: { retries: 7 }, random: () => 1 }).send({ url });
      expect(sleptMs).to.deep.equal([250, 500, 1000, 2000, 4000, 8000, 8000]);
    });

    it('tries again after 408, 429, 500 and a broken connection', async () => {
      const failures: Handler[] = [answer(408), answer(429), (request) => request.socket.destroy()];
      const url = await serve((request, response, no) => (failures[no - 1] ?? answer(200, {}, 'done'))(request, response, no));
      expect((await clientFor(url).send({ url })).text).to.equal('done');
      expect(requestCount).to.equal(4);
    });

    it('tries again when a body breaks off', async () => {
      const url = await serve((_, response, no) => {
        response.writeHead(200, { 'content-length': '10' });
        if (no === 1) response.write('01234', () => response.destroy());
        else response.end('0123456789');
      });
      expect((await clientFor(url).send({ url })).text).to.equal('0123456789');
    });

    it('sends nothing twice that is not repeatable', async () => {
      const url = await serve(answer(500));
      expect((await clientFor(url).send({ url, method: 'POST', body: 'x' })).status).to.equal(500);
      expect(requestCount).to.equal(1);
      await clientFor(url).send({ url, method: 'POST', body: 'x', isRepeatable: true });
      expect(requestCount).to.equal(5);
    });

    it('rejects as source-unavailable when nobody answers', async () => {
      const url = await serve(answer(200));
      await servers.pop()?.close();
      const error = await rejection(clientFor(url).send({ url: `${url}/a?secret=canary` }));
      expect([error.code, error.isRetryable]).to.deep.equal(['source-unavailable', true]);
      expect(error.message).to.include('ECONNREFUSED').and.not.include('canary');
      expect(sleptMs).to.have.length(3);
    });
  });

  describe('Retry-After', () => {
    const pauseFor = async (headers: Record<string, string>) => {
      sleptMs = [];
      const url = await serve((request, response, no) => {
        response.sendDate = false;
        (no % 2 === 1 ? answer(429, headers) : answer(200))(request, response, no);
      });
      await clientFor(url, { random: () => 0 }).send({ url });
      return sleptMs;
    };

    it('in seconds or as a date is the least pause', async () => {
      expect(await pauseFor({ 'retry-after': '7' })).to.deep.equal([7000]);
      expect(await pauseFor({ 'retry-after': new Date(now.getTime() + 9000).toUTCString() })).to.deep.equal([9000]);
    });

    it('as a date is counted by the clock of whoever sent it', async () => {
      const theirs = now.getTime() - 3_600_000;
      expect(await pauseFor({ date: new Date(theirs).toUTCString(), 'retry-after': new Date(theirs + 5000).toUTCString() })).to.deep.equal([5000]);
    });

    it('that makes no sense is left aside', async () => {
      for (const odd of ['-5', 'soon', '', '2026-13-45']) expect(await pauseFor({ 'retry-after': odd }), odd).to.deep.equal([0]);
    });

    it('in the past means now', async () => {
      expect(await pauseFor({ 'retry-after': new Date(now.getTime() - 9000).toUTCString() })).to.deep.equal([0]);
    });

    it('beyond a minute ends the call at once', async () => {
      const url = await serve(answer(503, { 'retry-after': '1000000000' }));
      const error = await rejection(clientFor(url).send({ url }));
      expect([error.code, error.retryAfterSeconds, requestCount]).to.deep.equal(['source-throttled', 1_000_000_000, 1]);
    });

    it('that never ends becomes source-throttled', async () => {
      const url = await serve(answer(429, { 'retry-after': '3' }));
      const error = await rejection(clientFor(url).send({ url }));
      expect([error.code, error.retryAfterSeconds, error.isRetryable, requestCount]).to.deep.equal(['source-throttled', 3, true, 4]);
    });
  });

  describe('a time-out', () => {
    const limits = { firstByteMs: 60, bodyIdleMs: 60, wholeMs: 150, retries: 0 };

    it('ends a call whose first byte does not come', async () => {
      const url = await serve(() => undefined);
      expect((await rejection(clientFor(url, { limits }).send({ url }))).message).to.include('TIME_OUT');
    });

    it('ends a body that falls silent', async () => {
      const url = await serve((_, response) => void response.write('{'));
      expect((await rejection(clientFor(url, { limits }).send({ url }))).message).to.include('TIME_OUT');
    });

    it('ends a body that trickles for ever', async () => {
      const url = await serve((_, response) => {
        const timer = setInterval(() => response.write('x'), 20);
        response.on('close', () => clearInterval(timer));
      });
      expect((await rejection(clientFor(url, { limits }).send({ url }))).message).to.include('TIME_OUT');
    });
  });

  describe('the signal', () => {
    it('cancels before, during and between attempts', async () => {
      const url = await serve((_, response, no) => (no === 1 ? undefined : void response.writeHead(500).end()));
      expect((await rejection(clientFor(url).send({ url, signal: AbortSignal.abort() }))).code).to.equal('cancelled');
      expect(requestCount).to.equal(0);

      expect((await rejection(clientFor(url).send({ url, signal: AbortSignal.timeout(50) }))).code).to.equal('cancelled');
      expect(requestCount).to.equal(1);

      const controller = new AbortController();
      const sleep = () => new Promise((_, reject) => (controller.signal.addEventListener('abort', () => reject(new Error('awake'))), controller.abort()));
      expect((await rejection(clientFor(url, { sleep }).send({ url, signal: controller.signal }))).code).to.equal('cancelled');
      expect(requestCount).to.equal(2);
    });

    it('also takes a waiting call out of the line', async () => {
      const held: ServerResponse[] = [];
      const url = await serve((_, response) => void held.push(response));
      const client = clientFor(url, { limits: { callsPerOrigin: 1 } });
      const first = client.send({ url });
      const controller = new AbortController();
      const second = rejection(client.send({ url, signal: controller.signal }));
      const third = client.send({ url });
      controller.abort();
      expect((await second).code).to.equal('cancelled');
      await waitFor(() => held.length === 1);
      held[0]?.end('first');
      expect((await first).text).to.equal('first');
      await waitFor(() => held.length === 2);
      held[1]?.end('third');
      expect((await third).text).to.equal('third');
    });
  });

  it('has at most four calls at a time to an origin', async () => {
    let open = 0;
    let most = 0;
    const url = await serve((_, response) => {
      open += 1;
      most = Math.max(most, open);
      setImmediate(() => {
        open -= 1;
        response.end();
      });
    });
    const client = clientFor(url);
    await Promise.all(Array.from({ length: 40 }, () => client.send({ url })));
    expect(requestCount).to.equal(40);
    expect(most).to.be.within(2, 4);
  });

  it('logs method, host, path, status and duration, and nothing else of a call', async () => {
    const url = await serve(answer(200, { 'set-cookie': 'canary-cookie' }, 'canary-answer'));
    await clientFor(url).send({ url: `${url}/v1/things?token=canary-query`, method: 'PUT', headers: { authorization: 'Bearer canary-header' }, body: 'canary-body' });
    expect(log.join('')).not.to.include('canary');
    const { method, host, path, status, durationMs } = JSON.parse(log[0] ?? '{}') as Record<string, unknown>;
    expect([method, host, path, status]).to.deep.equal(['PUT', new URL(url).host, '/v1/things', 200]);
    expect(durationMs).to.be.a('number');
  });

  it('leaves no listener on a signal that lives on', async () => {
    const url = await serve(answer(200));
    const controller = new AbortController();
    let listeners = 0;
    const { signal } = controller;
    const [add, remove] = [signal.addEventListener.bind(signal), signal.removeEventListener.bind(signal)];
    signal.addEventListener = (...given: Parameters<typeof add>) => ((listeners += 1), add(...given));
    signal.removeEventListener = (...given: Parameters<typeof remove>) => ((listeners -= 1), remove(...given));
    await clientFor(url).send({ url, signal });
    expect(listeners).to.equal(0);
  });
});

/** Until a server in this process has come so far. */
async function waitFor(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await yieldTurn();
}
