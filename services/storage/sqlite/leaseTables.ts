import type { Fence } from '../ports.js';
import type { Db } from './inTransaction.js';
import type { Calls } from './protocol.js';

/** The SQL of leases, inside the thread that owns the connection. A row is never removed, so that tokens only grow. */
export function leaseTables(db: Db) {
  // This process owns the file alone: whoever held a lease is gone.
  db.exec('UPDATE leases SET until = 0');
  const take = db
    .prepare('INSERT INTO leases VALUES (:org, :lease, 1, :until) ON CONFLICT DO UPDATE SET token = token + 1, until = excluded.until WHERE until <= :now RETURNING token')
    .raw();
  const newest = db.prepare('SELECT token FROM leases WHERE org_id = :org AND lease = :lease').raw();
  const extend = db.prepare('UPDATE leases SET until = :until WHERE org_id = :org AND lease = :lease AND token = :token');

  return {
    acquire: ({ orgId: org, lease, now, until }: Calls['acquireLease']['args']): number | null => (take.all({ org, lease, now, until }) as [number][])[0]?.[0] ?? null,
    extend: ({ orgId: org, lease, token, until }: Calls['extendLease']['args']): boolean => extend.run({ org, lease, token, until }).changes > 0,
    isNewest: (org: string, { lease, token }: Fence): boolean => (newest.all({ org, lease }) as [number][])[0]?.[0] === token,
  };
}
