import { expect } from 'chai';
import { expectProblem } from '../../test/support/expectProblem.js';
import { startTestServer, type TestServer } from '../../test/support/startTestServer.js';

describe('pages', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.close());

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
});
