import { expect } from 'chai';
import { rejection } from '../../test/support/rejection.js';
import { AppError } from './errors.js';
import type { HttpClient, HttpRequest } from './httpClient.js';
import { createTokenSource, sendWithToken } from './tokenSource.js';

describe('createTokenSource', () => {
  let nowMs = 0;
  let fetched = 0;
  const clock = { now: () => new Date(nowMs) };
  const tokensOf = (expiresInSeconds: number) => createTokenSource(clock, () => Promise.resolve({ accessToken: `token ${(fetched += 1)}`, expiresInSeconds }));

  beforeEach(() => {
    nowMs = 1_000_000;
    fetched = 0;
  });

  it('fetches once for all who ask at the same time', async () => {
    const tokens = tokensOf(3600);
    const given = await Promise.all(Array.from({ length: 100 }, () => tokens.get()));
    expect(new Set(given)).to.deep.equal(new Set(['token 1']));
  });

  it('keeps the token until 5 minutes before its end', async () => {
    const tokens = tokensOf(3600);
    await tokens.get();
    nowMs += 55 * 60_000 - 1;
    expect(await tokens.get()).to.equal('token 1');
    nowMs += 1;
    expect(await tokens.get()).to.equal('token 2');
  });

  it('keeps a short-lived token for half its life', async () => {
    const tokens = tokensOf(60);
    await tokens.get();
    nowMs += 29_999;
    expect(await tokens.get()).to.equal('token 1');
    nowMs += 1;
    expect(await tokens.get()).to.equal('token 2');
  });

  it('forgets a refused token, but not the one that came after it', async () => {
    const tokens = tokensOf(3600);
    const first = await tokens.get();
    tokens.drop(first);
    const second = await tokens.get();
    tokens.drop(first);
    expect([second, await tokens.get()]).to.deep.equal(['token 2', 'token 2']);
  });

  it('does not remember a failure', async () => {
    let isDown = true;
    const tokens = createTokenSource(clock, () => (isDown ? Promise.reject(new AppError('source-unavailable', 'down')) : Promise.resolve({ accessToken: 'up', expiresInSeconds: 3600 })));
    expect((await rejection(tokens.get())).code).to.equal('source-unavailable');
    isDown = false;
    expect(await tokens.get()).to.equal('up');
  });

  it('lets one who waits go without the others', async () => {
    let give = (_: { accessToken: string; expiresInSeconds: number }) => undefined as void;
    const tokens = createTokenSource(clock, () => new Promise((resolve) => (give = resolve)));
    const controller = new AbortController();
    const leaving = rejection(tokens.get(controller.signal));
    const staying = tokens.get();
    controller.abort();
    expect((await leaving).code).to.equal('cancelled');
    give({ accessToken: 'late', expiresInSeconds: 3600 });
    expect(await staying).to.equal('late');
  });

  describe('sendWithToken', () => {
    const seen: (string | undefined)[] = [];
    const answering = (...statuses: number[]): HttpClient => ({
      send: ({ headers }: HttpRequest) => {
        seen.push(headers?.['authorization']);
        return Promise.resolve({ status: statuses.shift() ?? 200, headers: new Headers(), text: '', json: () => ({}) });
      },
    });
    beforeEach(() => void seen.splice(0));

    it('answers a 401 once with a fresh token', async () => {
      expect((await sendWithToken(answering(401, 200), tokensOf(3600), { url: 'https://example.org' })).status).to.equal(200);
      expect(seen).to.deep.equal(['Bearer token 1', 'Bearer token 2']);
    });

    it('gives up after the second 401', async () => {
      expect((await sendWithToken(answering(401, 401, 401), tokensOf(3600), { url: 'https://example.org' })).status).to.equal(401);
      expect(seen).to.have.length(2);
    });
  });
});
