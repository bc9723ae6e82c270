import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEntra, type Entra } from '../../simulators/entra/startEntra.js';
import { listen } from '../../simulators/simulator.js';
import { readExtension } from '../../simulators/teams/readExtension.js';
import { startTeams } from '../../simulators/teams/startTeams.js';

type Json = Record<string, unknown>;
export type ReceivedActivity = { readonly authorization: string; readonly activity: Json };
type Answer = { readonly status: number; readonly body: unknown };

/** A Teams simulator before an app that does what a spec says. */
export type TeamsTestBed = {
  readonly url: string;
  readonly entra: Entra;
  /** In the order of arrival. */
  readonly received: readonly ReceivedActivity[];
  /** Resolves with the first activity that fits, also one that came before. */
  activity(fits: (activity: Json) => boolean): Promise<ReceivedActivity>;
  answerActivities(answer: (activity: Json) => Answer): void;
  /** Everything of the app but /api/messages. */
  answerRequests(answer: (request: IncomingMessage, response: ServerResponse) => void): void;
  /** As the page calls its host. */
  call(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  botToken(audience?: string, clientId?: string): Promise<string>;
  close(): Promise<void>;
};

export const orgId = '11111111-1111-4111-8111-111111111111';
export const app = { teamsAppId: '44444444-4444-4444-8444-444444444444', tabClientId: '33333333-3333-4333-8333-333333333333', botId: '22222222-2222-4222-8222-222222222222', name: 'Tenant Mapper', extension: readExtension('127.0.0.1') };
export const otherAppId = '66666666-6666-4666-8666-666666666666';
export const admin = { userId: '55555550-5555-4555-8555-555555555555', name: 'Demo Admin', role: 'admin' };
export const viewer = { userId: '55555551-5555-4555-8555-555555555555', name: 'Demo Viewer', role: 'viewer' };
const clientSecret = 'not a real secret';

/** Resolves when Entra, the app and Teams listen. */
export async function startTeamsTestBed(): Promise<TeamsTestBed> {
  const received: ReceivedActivity[] = [];
  const waiting = new Set<() => void>();
  let answerActivity: (activity: Json) => Answer = () => ({ status: 200, body: {} });
  let answerRequest = (_request: IncomingMessage, response: ServerResponse): void => void response.writeHead(404).end();

  async function takeActivity(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const activity = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Json;
    received.push({ authorization: request.headers.authorization ?? '', activity });
    const { status, body } = answerActivity(activity);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    for (const look of waiting) look();
  }

  const server = await listen((request, response) => {
    if (request.url === '/api/messages') void takeActivity(request, response);
    else answerRequest(request, response);
  });
  const entra = await startEntra({ apps: [app.botId, otherAppId].map((clientId) => ({ tenantId: orgId, clientId, clientSecret })) });
  const pageFolder = writePage();
  const teams = await startTeams({ appUrl: server.url, entra, orgId, orgName: 'Demo MSP', people: [admin, viewer], app, pageFolder });

  return {
    url: teams.url,
    entra,
    received,
    activity: (fits) =>
      new Promise((resolve) => {
        const look = () => {
          const found = received.find(({ activity }) => fits(activity));
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    answerActivities: (answer) => (answerActivity = answer),
    answerRequests: (answer) => (answerRequest = answer),
    call: (path, body, headers = {}) => fetch(`${teams.url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) }),
    botToken: (audience = 'https://api.botframework.com', clientId = app.botId) => appToken(entra.url, audience, clientId),
    async close() {
      await Promise.all([teams.close(), entra.close(), server.close()]);
      rmSync(pageFolder, { recursive: true });
    },
  };
}

async function appToken(entraUrl: string, audience: string, clientId: string): Promise<string> {
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, scope: `${audience}/.default` });
  const response = await fetch(`${entraUrl}/${orgId}/oauth2/v2.0/token`, { method: 'POST', body });
  if (!response.ok) throw new Error(await response.text());
  return ((await response.json()) as { access_token: string }).access_token;
}

function writePage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'teams-page-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(join(folder, 'assets', 'index-1.js'), 'export {};');
  writeFileSync(join(folder, '.env'), 'SECRET=1');
  return folder;
}
