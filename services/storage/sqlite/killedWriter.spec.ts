import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { pino } from 'pino';
import { newOrgId } from '../../../test/support/storageSamples.js';
import type { OrgId } from '../../domain/ids.js';
import type { ChangeSet } from '../../domain/mapping.js';
import { openSqliteStore } from './openSqliteStore.js';

const writer = fileURLToPath(new URL('../../../test/support/commitForever.ts', import.meta.url));
const rounds = 4;
const rows = 700;

describe('a process killed (SIGKILL) while it saves', function () {
  this.timeout(60_000);

  it(`loses nothing that was acknowledged and leaves nothing half applied, ${rounds} times`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'killed-writer-'));
    const orgId = newOrgId();
    try {
      for (let round = 1; round <= rounds; round += 1) {
        const acknowledged = await saveUntilKilled(folder, orgId, 2 + round);
        const saved = await readAfterwards(folder, orgId);
        // One more may have been committed whose acknowledgement the kill cut off.
        expect(saved.length - acknowledged, `round ${round}`).to.be.oneOf([0, 1]);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** Kills the writer at some moment of the save after the n-th acknowledgement, and gives the last acknowledged version. */
async function saveUntilKilled(folder: string, orgId: OrgId, acknowledgements: number): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', writer, folder, orgId, String(rows)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  let last = 0;
  let seen = 0;
  let before = performance.now();
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    seen += 1;
    const tookMs = performance.now() - before;
    before = performance.now();
    if (seen === acknowledgements) setTimeout(() => child.kill('SIGKILL'), tookMs * ((acknowledgements * 0.29) % 1));
  }
  const [, signal] = (await exited) as [number | null, string | null];
  expect(signal).to.equal('SIGKILL');
  return last;
}

/** All ChangeSets, after checking that each is whole and that the units are what the last one left. */
async function readAfterwards(folder: string, orgId: OrgId): Promise<ChangeSet[]> {
  const store = await openSqliteStore({ folder, logger: pino({ level: 'silent' }) });
  const saved = await store.mappings.listChangeSets(orgId, { limit: 1000 });
  const units = await store.mappings.listUnits(orgId);
  await store.close();
  expect(saved.map(({ orgVersion }) => orgVersion)).to.deep.equal(saved.map((_, index) => saved.length - index));
  for (const { orgVersion, entries } of saved) {
    expect(entries).to.have.lengthOf(rows);
    expect(entries.every(({ before, after }) => before.version === orgVersion - 1 && after.version === orgVersion)).to.equal(true);
  }
  expect(units).to.have.lengthOf(rows);
  expect(units.every(({ version }) => version === saved.length)).to.equal(true);
  return saved;
}
