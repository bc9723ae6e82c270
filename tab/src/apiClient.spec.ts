import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { createApiClient, type ApiClient } from './apiClient.js';
import { ApiError } from './apiError.js';

type Handler = (request: IncomingMessage & { readonly body: string }, response: ServerResponse) => void;

describe('apiClient', () => {
  let server: Server;
  let api: ApiClient;
  let handle: Handler;
  let getToken: () => Promise<string>;

  before(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => handle(Object.assign(request, { body }), response));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(() => {
    getToken = () => Promise.resolve('a-token');
    api = createApiClient({ origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, getToken: () => getToken() });
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  const answer = (status: number, body: unknown): Handler => (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(typeof body === 'string' ? body : JSON.stringify(body));
  };
  const failure = async (work: Promise<unknown>): Promise<ApiError> => {
    try {
      await work;
    } catch (thrown) {
      if (thrown instanceof ApiError) return thrown;
      throw thrown;
    }
    throw new Error('nothing was thrown');
  };
  const collect = async <Item>(items: AsyncIterable<Item>): Promise<Item[]> => {
    const all: Item[] = [];
    for await (const item of items) all.push(item);
    return all;
  };

  it('sends the token and the query, leaving out what was not given', async () => {
    const seen: string[] = [];
    handle = (request, response) => {
      seen.push(request.method ?? '', request.url ?? '', request.headers.authorization ?? '');
      answer(200, { companies: [], total: 0 })(request, response);
    };
    expect(await api.call('searchCompanies', { query: 'a&b', psaConnectionId: undefined })).to.deep.equal({ companies: [], total: 0 });
    expect(seen).to.deep.equal(['GET', '/api/companies?query=a%26b', 'Bearer a-token']);
  });

  it('sends what a leaving page still has to say at once, with the latest token', async () => {
    const seen: string[] = [];
    handle = (request, response) => {
      seen.push(request.headers.authorization ?? '');
      answer(200, { companies: [], total: 0 })(request, response);
    };
    await api.call('searchCompanies', { query: 'a' });
    getToken = () => Promise.reject(new Error('the host is gone'));
    await api.call('searchCompanies', { query: 'b' }, { isParting: true });
    expect(seen).to.deep.equal(['Bearer a-token', 'Bearer a-token']);
    expect((await failure(api.call('searchCompanies', { query: 'c' }))).kind).to.equal('signed-out');
  });

  it('puts path parameters into the path, encoded', async () => {
    let url = '';
    handle = (request, response) => {
      url = request.url ?? '';
      answer(404, { code: 'not-found', sentence: 'This was not found.', requestId: 'r1' })(request, response);
    };
    await failure(api.call('undoChangeSet', {}, { params: { changeSetId: 'a/b' } }));
    expect(url).to.equal('/api/change-sets/a%2Fb/undo');
  });

  it("gives the server's sentence for an error answer", async () => {
    handle = answer(403, { code: 'not-allowed', sentence: 'You may only look.', requestId: 'r2' });
    const error = await failure(api.call('getSession', {}));
    expect(error.kind).to.equal('refused');
    expect(error.problem).to.deep.equal({ code: 'not-allowed', sentence: 'You may only look.', requestId: 'r2' });
  });

  it('tells signed out, from the host and from the server', async () => {
    handle = answer(401, { code: 'not-signed-in', sentence: 'Please sign in again.', requestId: 'r3' });
    expect((await failure(api.call('getSession', {}))).kind).to.equal('signed-out');
    getToken = () => Promise.reject(new Error('consent required'));
    expect((await failure(api.call('getSession', {}))).kind).to.equal('signed-out');
  });

  it('refuses an answer that breaks the contract', async () => {
    for (const body of [{ companies: [{ name: 'no id' }], total: 1 }, 'not json']) {
      handle = answer(200, body);
      expect((await failure(api.call('searchCompanies', {}))).kind).to.equal('odd-answer');
    }
  });

  it('streams events as they come', async () => {
    const total = 3;
    handle = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/x-ndjson' });
      response.write('{"kind":"progress","do');
      response.write(`ne":1,"total":${total}}\n\n`);
      response.end('{"kind":"done","matched":1,"needsReview":1,"unmatched":1,"ignored":0}\n');
    };
    expect(await collect(api.stream('autoMap', {}))).to.deep.equal([
      { kind: 'progress', done: 1, total },
      { kind: 'done', matched: 1, needsReview: 1, unmatched: 1, ignored: 0 },
    ]);
  });

  it('tells a broken connection from an odd answer', async () => {
    handle = (_, response) => {
      response.writeHead(200);
      response.write('{"kind":"progress","done":1,"total":2}\n', () => response.destroy());
    };
    expect((await failure(collect(api.stream('autoMap', {})))).kind).to.equal('network');
    handle = (_, response) => response.end('{"kind":"surprise"}\n');
    expect((await failure(collect(api.stream('autoMap', {})))).kind).to.equal('odd-answer');
  });

  it('ends with AbortError when it is cancelled, and the server sees it', async () => {
    const abort = new AbortController();
    const closed = new Promise<void>((resolve) => {
      handle = (_, response) => {
        response.on('close', resolve);
        response.writeHead(200);
        response.write('{"kind":"progress","done":1,"total":2}\n');
      };
    });
    let thrown: unknown;
    try {
      for await (const event of api.stream('autoMap', {}, { signal: abort.signal })) {
        expect(event.kind).to.equal('progress');
        abort.abort();
      }
    } catch (error) {
      thrown = error;
    }
    expect(thrown).to.have.property('name', 'AbortError');
    await closed;
  });
});
