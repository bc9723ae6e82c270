import type { ConnectedSources } from '../connections/connectionDirectory.js';
import type { OrgId } from '../domain/ids.js';
import type { MappingUnit } from '../domain/mapping.js';
import type { SourceLists } from '../sync/sourceLists.js';
import type { MappingPorts } from './mappingPorts.js';

/** What most use cases look at: what is connected, what it lists, and what is linked. `units` in any order. */
export type MappingState = { readonly sources: ConnectedSources; readonly lists: SourceLists; readonly units: readonly MappingUnit[] };

export async function readMappingState({ connections, sourceLists, store }: MappingPorts, orgId: OrgId): Promise<MappingState> {
  const [sources, lists, units] = await Promise.all([connections.connectionsOf(orgId), sourceLists.read(orgId), store.mappings.listUnits(orgId)]);
  return { sources, lists, units };
}
