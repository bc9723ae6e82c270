import { createHash } from 'node:crypto';
import type { HistoryVerdict, UnitKey } from '../domain/mapping.js';
import { unitKeyText } from '../domain/mapping.js';
import { yieldTurn } from '../runtime/yieldTurn.js';
import { entryText, startChainHash } from './chainHash.js';

/** One side of a stored entry, or a stored unit: links as JSON text. */
export type StoredState = { readonly version: number; readonly links: string };
export type StoredEntry = { readonly key: UnitKey; readonly before: StoredState; readonly after: StoredState };
/** A ChangeSet as it lies in the database. `flaw`: a sentence when its texts are not what the store would have written. */
export type StoredChangeSet = { readonly orgVersion: number; readonly changeSetId: string; readonly chainHash: string; readonly head: string; readonly entries: readonly StoredEntry[]; readonly flaw: string | null };
export type StoredUnit = StoredState & { readonly key: UnitKey };

/** What the verification reads; each adapter gives its own raw texts. */
export type HistoryReader = {
  /** The next few after that version, oldest first; none at the end. */
  readAfter(orgVersion: number): Promise<readonly StoredChangeSet[]>;
  /** All units and the version of the organization that they belong to; a sentence when they can't be read. */
  readUnits(): Promise<StoredUnits | string>;
};
type StoredUnits = { readonly orgVersion: number; readonly units: readonly StoredUnit[]; readonly flaw: string | null };
type Replayed = Map<string, { readonly digest: string; readonly orgVersion: number }>;

const entriesPerTurn = 250;

/** Follows the chain from its beginning, replays it in memory (a digest per unit) and compares the result with the units of today. */
export async function verifyHistory(orgId: string, reader: HistoryReader): Promise<HistoryVerdict> {
  const replayed: Replayed = new Map();
  let [last, headHash] = [0, ''];
  for (;;) {
    for (let slice = await reader.readAfter(last); slice.length > 0; slice = await reader.readAfter(last)) {
      for (const stored of slice) {
        const why = stored.orgVersion === last + 1 ? await flawOf(orgId, stored, headHash, replayed) : `Number ${last + 1} is missing.`;
        if (why !== null) return { kind: 'broken', orgVersion: last + 1, why };
        [last, headHash] = [stored.orgVersion, stored.chainHash];
      }
    }
    const now = await reader.readUnits();
    if (typeof now === 'string') return { kind: 'broken', orgVersion: last, why: now };
    // Saved while we read: those first.
    if (now.orgVersion > last) continue;
    if (now.orgVersion < last) return { kind: 'broken', orgVersion: now.orgVersion + 1, why: `The units are those of number ${now.orgVersion}.` };
    return (await unitsFlaw(now, replayed, last)) ?? { kind: 'intact', changeSetCount: last, headHash };
  }
}

async function flawOf(orgId: string, { orgVersion, changeSetId, chainHash, head, entries, flaw }: StoredChangeSet, previous: string, replayed: Replayed): Promise<string | null> {
  if (flaw !== null) return flaw;
  const hash = startChainHash(previous, { orgId, orgVersion, changeSetId }, head);
  for (const [index, { key, before, after }] of entries.entries()) {
    if (index % entriesPerTurn === entriesPerTurn - 1) await yieldTurn();
    hash.add(entryText(key, before.version, before.links, after.version, after.links));
    const text = unitKeyText(key);
    if ((replayed.get(text)?.digest ?? untouched) !== digestOf(before)) return `What tenant ${key.tenantId} had before is not what was left by the ChangeSet before.`;
    replayed.set(text, { digest: digestOf(after), orgVersion });
  }
  return hash.end() === chainHash ? null : 'Its content does not fit its hash, or it does not follow the one before.';
}

async function unitsFlaw({ units, flaw }: StoredUnits, replayed: Replayed, last: number): Promise<HistoryVerdict | undefined> {
  if (flaw !== null) return { kind: 'broken', orgVersion: last, why: flaw };
  for (const [index, { key, ...state }] of units.entries()) {
    if (index % entriesPerTurn === entriesPerTurn - 1) await yieldTurn();
    const text = unitKeyText(key);
    const left = replayed.get(text);
    if (left?.digest !== digestOf(state)) return { kind: 'broken', orgVersion: left?.orgVersion ?? last, why: `The links of tenant ${key.tenantId} are not what this ChangeSet left.` };
    replayed.delete(text);
  }
  const [lost] = replayed;
  return lost && { kind: 'broken', orgVersion: lost[1].orgVersion, why: 'A unit that this ChangeSet left is gone.' };
}

/** Long lists are kept as digests: 100,000 units take some 20 MB. */
function digestOf({ version, links }: StoredState): string {
  return createHash('sha256').update(`${version}\n${links}`).digest('base64');
}

const untouched = digestOf({ version: 0, links: '[]' });
