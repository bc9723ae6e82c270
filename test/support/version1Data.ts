import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Connection } from 'mongoose';
import type { OrgId } from '../../services/domain/ids.js';
import { runRawSql, type Statement } from './rawSqlite.js';

/** Everything that version 0.1.0 left in its tables after a few saves: two organizations, 10 ChangeSets, 527 units, both kinds of lists. */
type SqliteDump = { readonly schema: readonly string[] } & Record<'meta' | 'units' | 'change_sets' | 'audit_entries' | 'tenants' | 'companies' | 'sync_runs', readonly (readonly unknown[])[]>;
type MongoDump = Readonly<Record<string, readonly ({ readonly _id: string } & Record<string, unknown>)[]>>;

const tables = ['units', 'change_sets', 'audit_entries', 'tenants', 'companies', 'sync_runs'] as const;
const guid = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;
/** Ids of tenants and people stay; ids of organizations, ChangeSets and lists are new in each copy. */
const isKept = (id: string) => /^[0-9]{8}-0000-4000-8000-000000000000$/.test(id) || id.startsWith('aa000000-');
const largest = 'aaaaaaaa-0000-4000-8000-000000000001';

function readCopy(kind: 'sqlite' | 'mongo'): { readonly json: string; readonly orgId: OrgId } {
  const original = gunzipSync(readFileSync(new URL(`../fixtures/version1.${kind}.json.gz`, import.meta.url))).toString('utf8');
  const ids = new Map<string, string>();
  const json = original.replaceAll(guid, (id) => {
    const known = ids.get(id) ?? (isKept(id) ? id : randomUUID());
    ids.set(id, known);
    return known;
  });
  return { json, orgId: (ids.get(largest) ?? '') as OrgId };
}

/** Makes a database file of schema version 1 with that many copies; gives the larger organization of each. */
export async function writeVersion1Sqlite(folder: string, copies: number): Promise<OrgId[]> {
  const all = Array.from({ length: copies }, () => readCopy('sqlite'));
  const statements: Statement[] = [];
  for (const [index, { json }] of all.entries()) {
    const dump = JSON.parse(json) as SqliteDump;
    if (index === 0) {
      statements.push(...dump.schema.map((sql): Statement => [sql]), ['BEGIN']);
      for (const row of dump.meta) statements.push(['INSERT INTO meta VALUES (?, ?)', ...row]);
    }
    for (const table of tables) for (const row of dump[table]) statements.push([`INSERT INTO ${table} VALUES (${row.map(() => '?').join()})`, ...row]);
  }
  await runRawSql(folder, [...statements, ['COMMIT']]);
  return all.map(({ orgId }) => orgId);
}

/** The same in a MongoDB database. */
export async function writeVersion1Mongo(connection: Connection, copies: number): Promise<OrgId[]> {
  const all = Array.from({ length: copies }, () => readCopy('mongo'));
  await connection.collection<{ _id: string; version: number }>('meta').insertOne({ _id: 'schema', version: 1 });
  for (const { json } of all) {
    for (const [name, docs] of Object.entries(JSON.parse(json) as MongoDump)) {
      if (name === 'meta' || docs.length === 0) continue;
      const dated = docs.map((doc) => (typeof doc['startedAt'] === 'string' ? { ...doc, startedAt: new Date(doc['startedAt']) } : doc));
      await connection.collection<{ _id: string }>(name).insertMany(dated);
    }
  }
  return all.map(({ orgId }) => orgId);
}

/** What version 1 gave for the larger organization, to compare with. */
export function readVersion1Truth() {
  const { json, orgId } = readCopy('sqlite');
  const dump = JSON.parse(json) as SqliteDump;
  const ofOrg = (table: (typeof tables)[number]) => dump[table].filter(([id]) => id === orgId);
  return {
    units: ofOrg('units').map(([, tenantId, psaConnectionId, version, links]) => ({ tenantId, psaConnectionId, version, links: JSON.parse(String(links)) as unknown })),
    heads: ofOrg('change_sets').map(([, orgVersion, , , , head]) => ({ orgVersion, head: JSON.parse(String(head)) as Record<string, unknown> })),
    entries: ofOrg('audit_entries').map(([, orgVersion, , tenantId, psaConnectionId, versionBefore, linksBefore, versionAfter, linksAfter]) => ({
      orgVersion,
      entry: { tenantId, psaConnectionId, before: { version: versionBefore, links: JSON.parse(String(linksBefore)) as unknown }, after: { version: versionAfter, links: JSON.parse(String(linksAfter)) as unknown } },
    })),
    companies: ofOrg('companies').map(([, , , row]) => JSON.parse(String(row)) as unknown),
  };
}
