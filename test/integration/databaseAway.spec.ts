import { expect } from 'chai';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { problem } from '../../contracts/problem.js';
import { smallMsp } from '../support/smallMsp.js';
import { startTestApp, type TestApp } from '../support/startTestApp.js';

describe('the app, started while its database server is away', function () {
  this.timeout(30_000);
  let app: TestApp;
  let nobody: Server;
  before(async () => {
    // Takes connections and says nothing, as a server that hangs does.
    nobody = createServer((socket) => socket.on('error', () => undefined));
    await new Promise<void>((resolve) => nobody.listen(0, '127.0.0.1', resolve));
    const { port } = nobody.address() as AddressInfo;
    app = await startTestApp(smallMsp, { MONGODB_URI: `mongodb://127.0.0.1:${port}/away?serverSelectionTimeoutMS=500` });
  });
  after(async () => {
    nobody.close();
    await app.close();
  });

  it('lives, is not ready, and answers calls with a sentence and a time', async () => {
    expect((await fetch(`${app.url}/livez`)).status).to.equal(200);
    expect((await fetch(`${app.url}/readyz`)).status).to.equal(503);
    const response = await app.ask('/api/tenants');
    expect(response.status).to.equal(503);
    expect(response.headers.get('retry-after')).to.equal('2');
    expect(problem.parse(await response.json()).code).to.equal('storage-unavailable');
  });
});
