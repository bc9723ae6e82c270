import type { AuditEntry } from '../../domain/mapping.js';
import { yieldTurn } from '../../runtime/yieldTurn.js';
import { startChainHash, textOfEntry, type ChainPlace } from '../chainHash.js';

const entriesPerTurn = 250;

/** The seal of a ChangeSet, made in slices. */
export async function sealEntries(previous: string, place: ChainPlace, head: string, entries: readonly AuditEntry[]): Promise<string> {
  const hash = startChainHash(previous, place, head);
  for (const [index, entry] of entries.entries()) {
    if (index % entriesPerTurn === 0) await yieldTurn();
    hash.add(textOfEntry(entry));
  }
  return hash.end();
}
