import { createServices, type ConnectedSources } from '../../services/index.js';
import type { OrgId } from '../../services/domain/ids.js';
import { sourceRefText, type SourceRef } from '../../services/domain/sync.js';
import type { Store } from '../../services/storage/ports.js';
import { newOrgId } from '../support/storageSamples.js';
import { fixedConnections } from '../support/connectionParts.js';
import type { Experiment, Trial } from './experiment.js';
import { makeFaults } from './sources/faultMaker.js';
import { openSourceWorld, type SourceWorld } from './sources/sourceWorld.js';

/** What a source lists, as its client reads it while nothing is wrong: a row's text by its id. */
type Truth = Map<string, string>;
/** Every text that a row ever had. */
type Past = Map<string, Set<string>>;

/** The control takes every list that came for complete. */
export const experiment: Experiment = {
  about: '10,000 calls of Partner Center, Graph, ConnectWise, HaloPSA and Autotask, 3 of 10 with a fault: what is shown is what is there, or is said to be incomplete',
  adapters: ['sqlite'],
  async run(trial) {
    const { adapter, random, isControl, isShort } = trial;
    const world = await openSourceWorld(random.below(1_000_000));
    const place = await adapter.newPlace();
    const store = await place.open();
    const services = createServices({ store, connections: { connectionsOf: () => Promise.resolve(faulty) }, ...fixedConnections(store), clock: world.clock, logger: world.logger });
    const [faulty, clean] = [world.connect(isControl), world.connect(false, true)];
    const faults = makeFaults(world.simulators, random, () => world.clock.now().getTime());
    const orgId = newOrgId();
    const past = new Map(world.sources.map((source) => [sourceRefText(source), new Map() as Past]));
    const wanted = isShort ? 400 : isControl ? 2000 : 10_000;
    try {
      while (faults.calls < wanted) {
        world.change(random);
        world.passMinutes(30);
        for (const source of world.sources) {
          faults.isOn = false;
          const truth = await readTruth(clean, source);
          remember(past.get(sourceRefText(source)), truth);
          const before = await shownRows(store, orgId, source);
          faults.isOn = true;
          faults.beginPull();
          // Where nothing can be told of changes, or the last list was not whole, it is read whole all the same.
          await services.syncSources({ orgId }, { only: source, reach: random.below(2) === 0 ? 'full' : 'changes' });
          await checkPull({ trial, store, orgId, source, truth, before, past: past.get(sourceRefText(source)) ?? new Map<string, Set<string>>() });
        }
      }
      checkCalls(trial, world, faults);
    } finally {
      await services.close();
      await store.close();
      await place.remove();
      await world.close();
    }
  },
};

async function checkPull({ trial, store, orgId, source, truth, before, past }: { trial: Trial; store: Store; orgId: OrgId; source: SourceRef; truth: Truth; before: Truth; past: Past }): Promise<void> {
  const { tally } = trial;
  const run = (await store.sources.listRuns(orgId)).filter((one) => sourceRefText(one.source) === sourceRefText(source)).sort((a, b) => b.endedAt.localeCompare(a.endedAt))[0];
  const shown = await shownRows(store, orgId, source);
  const name = sourceRefText(source);
  tally.count(run ? `${run.outcome}${run.fullAt === undefined ? '' : ', changes only'}` : 'not recorded');
  if (!run) return tally.add(`${name}: no run was recorded`);
  if (run.outcome === 'complete') {
    const missing = [...truth.keys()].filter((id) => !shown.has(id)).length;
    const wrong = [...shown].filter(([id, text]) => truth.get(id) !== text).length;
    return tally.add(missing + wrong === 0 ? undefined : `${name}: said to be complete, but ${missing} of ${truth.size} rows are missing and ${wrong} are wrong`);
  }
  const lost = [...before.keys()].filter((id) => !shown.has(id)).length;
  const invented = [...shown].filter(([id, text]) => !past.get(id)?.has(nameIn(text))).length;
  if (run.why === '') return tally.add(`${name}: ${run.outcome}, but not why`);
  tally.add(lost + invented === 0 ? undefined : `${name}: ${run.outcome}, and ${lost} rows were removed, ${invented} are none of its own`);
}

function checkCalls({ tally }: Trial, { seen, simulators }: SourceWorld, faults: ReturnType<typeof makeFaults>): void {
  const own = new Set(simulators.map(({ url }) => new URL(url).host));
  const foreign = [...seen.hosts].filter((host) => !own.has(host));
  tally.note('calls', faults.calls);
  tally.note('faults', faults.faulted);
  tally.note('most attempts of one call', seen.attempts);
  tally.add(foreign.length === 0 ? undefined : `called ${foreign.join(', ')}`);
  tally.add(seen.attempts <= 4 ? undefined : `a call was tried ${seen.attempts} times`);
  tally.add(faults.tooEarly.length === 0 ? undefined : `${faults.tooEarly.length} calls came again before the time that Retry-After named, such as ${faults.tooEarly[0] ?? ''}`);
}

async function readTruth({ partnerAccounts, psaConnections }: ConnectedSources, source: SourceRef): Promise<Truth> {
  const account = source.kind === 'partner-account' ? partnerAccounts[0] : undefined;
  const psa = source.kind === 'psa-connection' ? psaConnections.find(({ psaConnectionId }) => psaConnectionId === source.psaConnectionId) : undefined;
  const list = account ? await account.partnerCenter.listTenants() : await psa?.adapter.listCompanies();
  if (list?.kind !== 'complete') throw new Error(`${sourceRefText(source)} has no whole list though nothing is wrong: ${JSON.stringify(list && 'why' in list ? list.why : '')}`);
  return textsOf(list.items);
}

async function shownRows({ sources }: Store, orgId: OrgId, source: SourceRef): Promise<Truth> {
  if (source.kind === 'partner-account') return textsOf(await sources.listTenants(orgId));
  return textsOf((await sources.listCompanies(orgId)).filter(({ psaConnectionId }) => psaConnectionId === source.psaConnectionId));
}

function textsOf(rows: readonly ({ readonly tenantId: string } | { readonly companyId: string })[]): Truth {
  // Since when a tenant is listed is ours to say, not the source's.
  return new Map(rows.map((row) => ['tenantId' in row ? row.tenantId : row.companyId, JSON.stringify({ ...row, firstListedAt: undefined })]));
}

/** A row of a partial list may lack what another table would have added; its id and name may not be made up. */
function nameIn(text: string): string {
  return (JSON.parse(text) as { name: string }).name;
}

function remember(past: Past | undefined, truth: Truth): void {
  for (const [id, text] of truth) past?.set(id, (past.get(id) ?? new Set()).add(nameIn(text)));
}
