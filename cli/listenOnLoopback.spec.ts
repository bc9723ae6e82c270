import { expect } from 'chai';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The addresses that servers get in a process of their own: the preload changes its whole process. */
async function addresses(preloads: readonly string[]): Promise<unknown> {
  const program = `
    const { createServer } = require('node:net');
    const tell = (...args) => new Promise((settle) => { const server = createServer(); server.listen(...args); server.on('listening', () => { settle(server.address().address); server.close(); }); });
    Promise.all([tell(0), tell(0, () => undefined), tell({ port: 0 }), tell(0, '0.0.0.0'), tell({ port: 0, host: '0.0.0.0' })]).then((all) => console.log(JSON.stringify(all)));`;
  const { stdout } = await run(process.execPath, [...preloads.flatMap((name) => ['--import', name]), '-e', program]);
  return JSON.parse(stdout);
}

describe('listenOnLoopback', () => {
  it('keeps servers that name no host on this machine', async () => {
    const asTold = ['0.0.0.0', '0.0.0.0'];
    expect(await addresses([])).to.not.include('127.0.0.1');
    expect(await addresses(['tsx', './cli/listenOnLoopback.ts'])).to.deep.equal(['127.0.0.1', '127.0.0.1', '127.0.0.1', ...asTold]);
  });
});
