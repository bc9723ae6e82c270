import { expect } from 'chai';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { OrgId } from '../domain/ids.js';
import { AppError, toAppError } from '../runtime/errors.js';
import { openPatiently } from './openPatiently.js';
import type { Store } from './ports.js';
import { openSqliteStore } from './sqlite/openSqliteStore.js';

const orgId = '0f000000-0000-4000-8000-000000000001' as OrgId;
const logger = pino({ level: 'silent' });

describe('openPatiently', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tenant-mapper-patient-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const codeOf = (running: Promise<unknown>) =>
    running.then(
      () => 'done',
      (thrown: unknown) => toAppError(thrown).code as string,
    );
  const openAfter = (failures: number, code: 'storage-unavailable' | 'configuration' = 'storage-unavailable') => {
    let left = failures;
    return (): Promise<Store> => {
      left -= 1;
      return left < 0 ? openSqliteStore({ folder, logger }) : Promise.reject(new AppError(code, 'away'));
    };
  };

  it('hands on a database that is there at once', async () => {
    const { store, opened } = await openPatiently(openAfter(0), { logger });
    await opened;
    await store.ping();
    expect(await store.mappings.listUnits(orgId)).to.deep.equal([]);
    await store.close();
    expect(await codeOf(store.ping())).to.equal('storage-unavailable');
  });

  it('is unavailable until the database comes, then works', async () => {
    const { store, opened } = await openPatiently(openAfter(3), { logger, retryMs: 1 });
    expect(await codeOf(store.ping())).to.equal('storage-unavailable');
    expect(await codeOf(store.mappings.listUnits(orgId))).to.equal('storage-unavailable');
    expect(await codeOf(store.sources.listRuns(orgId))).to.equal('storage-unavailable');
    await opened;
    expect(await store.sources.listRuns(orgId)).to.deep.equal([]);
    await store.close();
  });

  it('refuses for good when waiting would not help', async () => {
    expect(await codeOf(openPatiently(openAfter(9, 'configuration'), { logger }))).to.equal('configuration');
    let tries = 0;
    const { opened, store } = await openPatiently(() => Promise.reject(new AppError(++tries === 1 ? 'storage-unavailable' : 'configuration', 'newer data')), { logger, retryMs: 1 });
    expect(await codeOf(opened)).to.equal('configuration');
    await store.close();
  });

  it('can be closed while it waits', async () => {
    const { store } = await openPatiently(openAfter(Infinity), { logger, retryMs: 60_000 });
    await store.close();
  });
});
