import { Agent as PlainAgent } from 'node:http';
import { Agent as TlsAgent } from 'node:https';
import type { LookupFunction } from 'node:net';

/** Keep connections open for the next call. One pair per way of finding addresses: an open connection is used again without asking anew. */
export type HttpAgents = { readonly agentFor: (url: URL) => PlainAgent };

/** Shorter than servers usually wait, so that a call seldom meets a connection that is just being closed. */
const idleMs = 4000;

/** `lookup`: the only addresses that are connected to; without it, those of the system's resolver. */
export function createHttpAgents(lookup?: LookupFunction): HttpAgents {
  const options = { keepAlive: true, timeout: idleMs, ...(lookup && { lookup }) };
  const [plain, tls] = [new PlainAgent(options), new TlsAgent(options)];
  return { agentFor: ({ protocol }) => (protocol === 'https:' ? tls : plain) };
}

/** For addresses that are trusted as they are. */
export const systemAgents = createHttpAgents();
