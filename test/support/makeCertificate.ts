import { generateKeyPairSync, sign } from 'node:crypto';

/** A self-signed certificate. `pem`: it and its private key; `certificatePem`: what is uploaded. */
export type TestCertificate = { readonly pem: string; readonly certificatePem: string };

/** X.509 version 1 in DER, signed with a new RSA key; good from 2020 to 2049. */
export function makeCertificate(commonName = 'tenant-mapper test'): TestCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const sha256WithRsa = sequence(der(0x06, [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b]), der(0x05, []));
  const name = sequence(der(0x31, sequence(der(0x06, [0x55, 0x04, 0x03]), der(0x0c, Buffer.from(commonName)))));
  const validity = sequence(der(0x17, Buffer.from('200101000000Z')), der(0x17, Buffer.from('490101000000Z')));
  const content = sequence(der(0x02, [0x01]), sha256WithRsa, name, validity, name, publicKey.export({ type: 'spki', format: 'der' }));
  const certificate = sequence(content, sha256WithRsa, der(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', content, privateKey)])));
  const certificatePem = `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
  return { certificatePem, pem: certificatePem + privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

function sequence(...parts: readonly Uint8Array[]): Buffer {
  return der(0x30, Buffer.concat(parts));
}

function der(tag: number, content: Uint8Array | readonly number[]): Buffer {
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), Buffer.from(content)]);
}
