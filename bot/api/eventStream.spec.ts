import { expect } from 'chai';
import { connect } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { openEventStream, type EventStream } from './eventStream.js';

describe('eventStream', () => {
  let server: Server;
  let run: (stream: EventStream, response: ServerResponse) => Promise<void>;
  let times: { heartbeatMs: number; stalledMs: number } | undefined;
  let finished: Promise<void>;
  let url = '';

  before(async () => {
    server = createServer((_request, response) => {
      const stream = openEventStream(response, times);
      finished = run(stream, response).then(() => stream.end());
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => (times = undefined));

  it('sends each event as a line, as it comes', async () => {
    let proceed: () => void = () => undefined;
    const proceeding = new Promise<void>((resolve) => (proceed = resolve));
    run = async (stream) => {
      stream.emit({ kind: 'progress' });
      await proceeding;
      stream.emit({ kind: 'done' });
    };
    const response = await fetch(url);
    expect(response.headers.get('content-type')).to.equal('application/x-ndjson; charset=utf-8');
    const reader = response.body?.getReader();
    const read = async () => Buffer.from((await reader?.read())?.value ?? []).toString();
    expect(await read()).to.equal('{"kind":"progress"}\n');
    proceed();
    expect(await read()).to.equal('{"kind":"done"}\n');
  });

  it('sends nothing before the first event', async () => {
    run = (stream, response) => {
      expect(stream.hasBegun).to.equal(false);
      response.setHeader('X-Late', 'yes');
      stream.emit({ kind: 'done' });
      expect(stream.hasBegun).to.equal(true);
      return Promise.resolve();
    };
    expect((await fetch(url)).headers.get('x-late')).to.equal('yes');
    await finished;
  });

  it('leaves out progress but no result when the client is slow', async () => {
    const filler = 'x'.repeat(64 * 1024);
    run = async (stream, response) => {
      stream.emit({ kind: 'suggestions', filler } as { kind: string });
      while (!response.writableNeedDrain) {
        stream.emit({ kind: 'suggestions', filler } as { kind: string });
        await new Promise((resolve) => setImmediate(resolve));
      }
      for (let done = 0; done < 1000; done += 1) stream.emit({ kind: 'progress' });
      for (let part = 0; part < 50; part += 1) stream.emit({ kind: 'suggestions', part } as { kind: string });
      stream.emit({ kind: 'done' });
    };
    const lines = (await (await fetch(url)).text()).trim().split('\n').map((line) => JSON.parse(line) as { kind: string; part?: number });
    expect(lines.filter(({ kind }) => kind === 'progress')).to.have.length.below(1000);
    expect(lines.flatMap(({ part }) => (part === undefined ? [] : [part]))).to.deep.equal(Array.from({ length: 50 }, (_, part) => part));
    expect(lines.at(-1)?.kind).to.equal('done');
  });

  it('keeps a quiet connection alive with blank lines', async () => {
    times = { heartbeatMs: 5, stalledMs: 30_000 };
    let proceed: () => void = () => undefined;
    const proceeding = new Promise<void>((resolve) => (proceed = resolve));
    run = async (stream) => {
      await proceeding;
      stream.emit({ kind: 'done' });
    };
    const response = await fetch(url);
    const reader = response.body?.getReader();
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).to.match(/^\n+$/);
    proceed();
    await reader?.cancel();
    await finished;
  });

  it('gives up a client that reads nothing', async () => {
    times = { heartbeatMs: 15_000, stalledMs: 20 };
    run = (stream) => {
      for (let part = 0; part < 400; part += 1) stream.emit({ kind: 'suggestions', filler: 'x'.repeat(64 * 1024) } as { kind: string });
      return Promise.resolve();
    };
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(server, 'request');
    await finished;
    socket.destroy();
  });
});
