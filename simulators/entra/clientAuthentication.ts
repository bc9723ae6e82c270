import { createHash, timingSafeEqual, X509Certificate } from 'node:crypto';
import { jwtVerify } from 'jose';
import type { Clock } from '../../services/runtime/clock.js';

/** An app's ways to prove who it is. `certificates`: PEM, the public halves that were uploaded. */
export type AppCredentials = { readonly clientId: string; readonly clientSecret: string; readonly certificates?: readonly string[] };

type Proof = 'proven' | 'wrong-secret' | 'wrong-assertion';
const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** By `client_secret`, or by an assertion that the app signed: PS256 or RS256, `x5t#S256` or `x5t`, for this endpoint alone, ten minutes at most. */
export async function proveClient(form: URLSearchParams, app: AppCredentials, endpoints: readonly string[], clock: Clock): Promise<Proof> {
  const assertion = form.get('client_assertion');
  if (assertion === null) return isSameText(form.get('client_secret') ?? '', app.clientSecret) ? 'proven' : 'wrong-secret';
  if (form.get('client_assertion_type') !== assertionType) return 'wrong-assertion';
  const certificates = (app.certificates ?? []).map((pem) => new X509Certificate(pem));
  try {
    const { payload } = await jwtVerify(
      assertion,
      (header) => {
        const named = certificates.find(({ raw }) => thumbprint('sha256', raw) === (header as Record<string, unknown>)['x5t#S256'] || thumbprint('sha1', raw) === header.x5t);
        if (!named) throw new Error('no such certificate');
        return named.publicKey;
      },
      { algorithms: ['PS256', 'RS256'], audience: [...endpoints], issuer: app.clientId, subject: app.clientId, requiredClaims: ['exp', 'nbf', 'jti'], currentDate: clock.now() },
    );
    return (payload.exp ?? Infinity) - (payload.nbf ?? 0) <= 600 ? 'proven' : 'wrong-assertion';
  } catch {
    return 'wrong-assertion';
  }
}

function thumbprint(algorithm: 'sha1' | 'sha256', certificate: Buffer): string {
  return createHash(algorithm).update(certificate).digest('base64url');
}

function isSameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
