import { readFileSync } from 'node:fs';
import { startPlaygroundBridge } from './playground/startPlaygroundBridge.js';
import { makeMsp } from './seed/makeMsp.js';
import type { Msp } from './seed/msp.js';
import { startSimulators, type Simulators, type WorldChange } from './startSimulators.js';
import { readExtension } from './teams/readExtension.js';
import { startTeams } from './teams/startTeams.js';

/** What the parent process sends first. `mspFile` holds an Msp as JSON; without it the seed data are made. */
export type SimulatorsOrder = {
  readonly teamsPort: number;
  readonly appUrl: string;
  readonly mspFile: string | null;
  /** Where the Agents Playground will listen, if it is to be used as well. */
  readonly playgroundUrl: string | null;
};

/** What it gets back once everything listens: all that the app has to be told. */
export type SimulatorsReady = { readonly teamsUrl: string; /** Null without the Playground. */ readonly bridgeUrl: string | null; readonly mspName: string; readonly settings: unknown; readonly anchors: unknown; readonly env: Record<string, string> };

process.once('message', (order: SimulatorsOrder) => {
  void start(order).then(
    ({ ready, change }) => {
      // Whatever comes later is a WorldChange, answered once it has happened.
      process.on('message', (next: WorldChange) => {
        change(next);
        process.send?.('changed');
      });
      process.send?.(ready);
    },
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
// The parent is gone: nothing here may outlive it.
process.once('disconnect', () => process.exit(0));

async function start({ teamsPort, appUrl, mspFile, playgroundUrl }: SimulatorsOrder): Promise<{ readonly ready: SimulatorsReady; readonly change: Simulators['change'] }> {
  const msp = mspFile ? (JSON.parse(readFileSync(mspFile, 'utf8')) as Msp) : makeMsp();
  const simulators = await startSimulators({ msp, teamsOrigin: `http://127.0.0.1:${teamsPort}`, pageSizes: { partnerCenter: 100, connectWise: 100 } });
  const { env, entra } = simulators;
  const app = { teamsAppId: env['TEAMS_APP_ID'] ?? '', tabClientId: env['TAB_CLIENT_ID'] ?? '', botId: env['BOT_ID'] ?? '', name: 'Tenant Mapper', extension: readExtension('127.0.0.1') };
  const teams = await startTeams({ port: teamsPort, appUrl, entra, orgId: msp.orgId, orgName: msp.name, people: msp.people, app });
  const bridge = playgroundUrl === null ? undefined : await startPlaygroundBridge({ playgroundUrl, appUrl, entra, orgId: msp.orgId, person: playgroundPerson(msp), app });
  const anchors = bridge ? { ...simulators.anchors, botServiceOrigins: [...simulators.anchors.botServiceOrigins, bridge.url] } : simulators.anchors;
  return { ready: { teamsUrl: teams.url, bridgeUrl: bridge?.url ?? null, mspName: msp.name, settings: simulators.settings, anchors, env }, change: simulators.change };
}

/** No more rights than the commands need: the Playground asks nobody to sign in. */
function playgroundPerson({ people }: Msp): Msp['people'][number] {
  const person = people.find(({ role }) => role === 'mapper') ?? people[0];
  if (!person) throw new Error('The organization has no people, so nobody can use the Playground.');
  return person;
}
