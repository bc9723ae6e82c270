import { constants, createHash, createPrivateKey, randomUUID, sign, X509Certificate, type KeyObject } from 'node:crypto';
import type { Clock } from '../runtime/clock.js';
import { AppError } from '../runtime/errors.js';

export type CertificateKey = { readonly privateKey: KeyObject; /** SHA-256 of the certificate, base64url. */ readonly thumbprint: string };

const lifeSeconds = 300;

/** Reads a certificate and its private key out of one PEM text. Throws AppError `configuration` with a sentence for the administrator. */
export function readCertificate(pem: string, accountName: string): CertificateKey {
  try {
    const certificate = new X509Certificate(pem);
    const privateKey = createPrivateKey(pem);
    if (!certificate.checkPrivateKey(privateKey)) throw new Error('the key is of another certificate');
    return { privateKey, thumbprint: createHash('sha256').update(certificate.raw).digest('base64url') };
  } catch (error) {
    throw new AppError('configuration', 'a partner account has an unusable certificate', { cause: error, sentence: `The certificate of account "${accountName}" can't be used. It must be a PEM text with the certificate and its unencrypted private key.`, facts: [{ code: 'certificate-unusable', account: accountName }] });
  }
}

/** A JSON Web Token by which the app proves who it is to one token endpoint (RFC 7523; PS256, as Entra asks). */
export function signAssertion({ privateKey, thumbprint }: CertificateKey, { clientId, audience, clock }: { readonly clientId: string; readonly audience: string; readonly clock: Clock }): string {
  const nowSeconds = Math.floor(clock.now().getTime() / 1000);
  const header = { alg: 'PS256', typ: 'JWT', 'x5t#S256': thumbprint };
  const claims = { aud: audience, iss: clientId, sub: clientId, jti: randomUUID(), nbf: nowSeconds, iat: nowSeconds, exp: nowSeconds + lifeSeconds };
  const content = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  const signature = sign('sha256', Buffer.from(content), { key: privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST });
  return `${content}.${signature.toString('base64url')}`;
}
