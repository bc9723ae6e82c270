import type { ConnectedSources } from '../connections/connectionDirectory.js';
import type { PsaConnectionId } from '../domain/ids.js';

/** As the pages call it. */
export function nameOfSource(source: { readonly name: string; readonly psaName?: string }): string {
  return source.psaName === undefined || source.name.includes(source.psaName) ? source.name : `${source.psaName} (${source.name})`;
}

/** Likewise; its id where it is no longer connected. */
export function psaNameOf({ psaConnections }: ConnectedSources, psaConnectionId: PsaConnectionId): string {
  const psa = psaConnections.find((connection) => connection.psaConnectionId === psaConnectionId);
  return psa ? nameOfSource(psa) : psaConnectionId;
}
