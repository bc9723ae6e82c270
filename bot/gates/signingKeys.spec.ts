import { expect } from 'chai';
import { errors, jwtVerify } from 'jose';
import { startEntra, type Entra } from '../../simulators/entra/startEntra.js';
import { toAppError } from '../../services/runtime/errors.js';
import { createSigningKeys, type SigningKeys } from './signingKeys.js';

describe('signingKeys', () => {
  let entra: Entra;
  const keysPath = '/common/discovery/v2.0/keys';
  const keysOf = (maxAgeMs?: number) => createSigningKeys({ url: new URL(`${entra.url}${keysPath}`), ...(maxAgeMs === undefined ? {} : { maxAgeMs }) });
  const verify = async (keys: SigningKeys, header = {}) => jwtVerify(await entra.sign({ a: 1 }, { header }), keys.getKey);
  const failureOf = (running: Promise<unknown>) => running.then(() => undefined, (thrown: unknown) => thrown);

  beforeEach(async () => {
    entra = await startEntra({ apps: [] });
  });
  afterEach(() => entra.close().catch(() => undefined));

  it('asks once for many tokens at a time, and not again for unknown keys', async () => {
    const keys = keysOf();
    await Promise.all(Array.from({ length: 50 }, () => verify(keys)));
    expect(entra.requests).to.have.length(1);
    const failures = await Promise.all(Array.from({ length: 50 }, () => failureOf(verify(keys, { kid: 'unknown' }))));
    expect(failures.every((failure) => failure instanceof errors.JWKSNoMatchingKey)).to.equal(true);
    expect(entra.requests).to.have.length(1);
  });

  it('is unavailable, not forbidding, while the issuer is away, and does not hammer it', async () => {
    for (const fault of [{ kind: 'status', status: 500 }, { kind: 'html' }, { kind: 'reset' }, { kind: 'status', status: 200, body: { keys: 'none' } }, { kind: 'status', status: 302, headers: { location: '/elsewhere' } }] as const) {
      entra.faults.clear();
      entra.faults.next(fault, 10);
      const before = entra.requests.length;
      const keys = keysOf();
      const failures = await Promise.all(Array.from({ length: 20 }, () => failureOf(verify(keys))));
      failures.push(await failureOf(verify(keys)));
      for (const failure of failures) expect(toAppError(failure), fault.kind).to.include({ code: 'source-unavailable', retryAfterSeconds: 5 });
      expect(entra.requests.length - before, fault.kind).to.equal(1);
    }
  });

  it('goes on with the last good keys while the issuer is away', async () => {
    const keys = keysOf(0);
    await verify(keys);
    entra.faults.next({ kind: 'status', status: 503 }, 100);
    await verify(keys);
    await verify(keys);
    expect(await failureOf(verify(keys, { kid: 'unknown' }))).to.be.instanceOf(errors.JWKSNoMatchingKey);
    // The good fetch and the failed one; the others came within the pause.
    expect(entra.requests).to.have.length(2);
  });

  it('takes up a new key', async () => {
    const keys = keysOf(0);
    await verify(keys);
    await entra.rotateKey('entra');
    await verify(keys);
  });
});
