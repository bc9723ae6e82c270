import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { pino } from 'pino';
import { demoIds, partnerAppClientId } from '../../simulators/demoIds.js';
import { smallMsp } from '../support/smallMsp.js';
import { startTestApp, type TestApp } from '../support/startTestApp.js';

const everybody = { typeIds: null, statusIds: null };
/** Long, and with characters that URLs, JSON and shells write in other ways. */
const canary = (name: string) => `Kanarie-${name}/+&="ä$'-${name.split('').reverse().join('')}-7391`;
const wrong = { connectWise: canary('wrongkey'), halo: canary('haloguess'), partner: canary('partnerguess'), rotated: canary('rotatedkey') };

/** Everything that a secret may look like where it leaked. */
function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8');
  // As part of a longer text that was encoded as a whole (Basic authentication): each of the three alignments, without the edges.
  const inBasic = [0, 1, 2].map((shift) => Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64').slice(shift === 0 ? 0 : 4, -4).replace(/=+$/, ''));
  return [...new Set([secret, JSON.stringify(secret).slice(1, -1), bytes.toString('base64'), bytes.toString('base64url'), bytes.toString('hex'), encodeURIComponent(secret), new URLSearchParams({ s: secret }).toString().slice(2), [...secret].reverse().join(''), ...inBasic])];
}

/** Where a form of a secret is found, as the secret's name. */
function findIn(texts: readonly string[], secrets: Readonly<Record<string, string>>): string[] {
  const all = texts.join('\n');
  return Object.entries(secrets).filter(([, secret]) => formsOf(secret).some((form) => all.includes(form))).map(([name]) => name);
}

describe('secrets stay secret', function () {
  this.timeout(120_000);
  let app: TestApp;
  const logs: string[] = [];
  const answers: string[] = [];
  let secrets: Record<string, string>;
  before(async () => {
    const logger = pino({ level: 'trace' }, { write: (line: string) => void logs.push(line) });
    app = await startTestApp(smallMsp, {}, { logger, settings: (whole) => ({ ...whole, psaConnections: [] }) });
    const known = Object.fromEntries(Object.entries(app.simulators.env).filter(([name]) => /SECRET|PASSWORD|_KEY$|HALOPSA_CLIENT_ID/.test(name)));
    secrets = { ...known, ...wrong };
  });
  after(() => app.close());

  async function tell(path: string, body?: unknown): Promise<Record<string, unknown>> {
    const response = await app.ask(path, body, 'admin');
    const text = await response.text();
    answers.push(text, JSON.stringify([...response.headers]));
    return JSON.parse(text.split('\n')[0] ?? '{}') as Record<string, unknown>;
  }
  const draftOf = (typeId: string, name: string, settings: object, given: object) => ({ source: null, typeId, name, settings, secrets: given, participation: everybody, confirmedHosts: [] });

  it('while connections are added, tried, pulled, changed, refused and removed', async () => {
    const { env, connectWise, haloPsa } = app.simulators;
    const [account] = smallMsp.partnerAccounts;
    const partnerSecret = Object.entries(env).find(([name]) => name.startsWith('PARTNER_'))?.[1] ?? '';
    const drafts = [
      { ...draftOf('connectWise', 'CW', { site: connectWise?.url, companyId: demoIds.connectWiseCompanyId, clientId: demoIds.connectWiseClientId }, { publicKey: env['CONNECTWISE_PUBLIC_KEY'], privateKey: env['CONNECTWISE_PRIVATE_KEY'] }), bad: { publicKey: wrong.connectWise, privateKey: wrong.connectWise } },
      { ...draftOf('haloPsa', 'Halo', { baseUrl: haloPsa?.url, tenant: demoIds.haloPsaTenant }, { clientId: env['HALOPSA_CLIENT_ID'], clientSecret: env['HALOPSA_CLIENT_SECRET'] }), bad: { clientId: wrong.halo, clientSecret: wrong.halo } },
      { ...draftOf('partnerCenter', 'Partner', { tenantId: account?.tenantId, clientId: partnerAppClientId(account?.id ?? '') }, { clientSecret: partnerSecret }), bad: { clientSecret: wrong.partner } },
    ];
    for (const { bad, ...asked } of drafts) {
      const draft = { ...asked, seenVersion: 0 };
      await tell('/api/connections/check', { ...asked, secrets: bad });
      await tell('/api/connections/check', asked);
      await tell('/api/connections/kinds', asked);
      await tell('/api/connections', { ...draft, settings: {}, secrets: bad });
      await tell('/api/connections', { ...draft, secrets: { ...draft.secrets, noSuchSecret: wrong.rotated } });
      await tell('/api/connections', { ...draft, secrets: [wrong.rotated] });
      const { source, kind } = await tell('/api/connections', { ...draft, secrets: bad });
      expect(kind).to.equal('saved');
      await tell('/api/sync', { source });
      expect(await tell('/api/connections', { ...draft, source, seenVersion: 1 })).to.include({ kind: 'saved', version: 2 });
      await tell('/api/sync', { source });
      await tell('/api/connections', { ...draft, source, seenVersion: 1, secrets: bad });
    }
    haloPsaFaults();
    await tell('/api/sync', {});
    await app.restart();
    await tell('/api/connections/page');
    await tell('/api/connections');
    await tell('/api/sync', {});
    await tell('/api/connections/removal?kind=psa-connection&id=cw');
    await tell('/api/connections/remove', { source: { kind: 'psa-connection', psaConnectionId: 'cw' }, seenVersion: 2 });
    await tell('/api/connections/page');
    expect(answers.length).to.be.greaterThan(60);
    expect(findIn(answers, secrets), 'in answers').to.deep.equal([]);
    expect(logs.length).to.be.greaterThan(100);
    expect(findIn(logs, secrets), 'in logs').to.deep.equal([]);
  });

  /** A server that repeats what it was sent in its own errors. */
  function haloPsaFaults(): void {
    const { haloPsa, connectWise, env } = app.simulators;
    const body = { message: `bad secret ${env['HALOPSA_CLIENT_SECRET']} ${env['CONNECTWISE_PRIVATE_KEY']}`, key: env['CONNECTWISE_PUBLIC_KEY'] };
    haloPsa?.faults.next({ kind: 'status', status: 400, body }, 3);
    connectWise?.faults.next({ kind: 'status', status: 500, body }, 8);
  }

  it('in every file of the database', async () => {
    await app.read('/api/connections/page', undefined, 'admin');
    const folder = join(app.folder, 'database');
    const files = readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile());
    const contents = files.flatMap((name) => [readFileSync(join(folder, name), 'latin1'), readFileSync(join(folder, name), 'utf8')]);
    expect(contents.some((text) => text.includes('Halo')), 'the files are those of this database').to.equal(true);
    expect(findIn(contents, secrets)).to.deep.equal([]);
  });

  it('and the search would find one that leaked, in whatever form', () => {
    const secret = wrong.halo;
    const leaks = [secret, JSON.stringify({ secret }), Buffer.from(secret).toString('base64'), Buffer.from(secret).toString('hex'), encodeURIComponent(secret), `x=${new URLSearchParams({ secret }).toString()}`];
    const basics = ['', 'a', 'ab'].map((before) => Buffer.from(`${before}demomsp+key:${secret}`).toString('base64'));
    for (const leak of [...leaks, ...basics]) expect(findIn([...logs, `{"msg":"${leak}"}`], secrets), leak).to.deep.equal(['halo']);
  });
});
