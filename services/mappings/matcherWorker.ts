import { parentPort } from 'node:worker_threads';
import type { Tenant } from '../domain/tenant.js';
import { createMatcher, type Matcher } from '../matching/createMatcher.js';
import type { Known } from '../matching/known.js';
import { createOutbox, type Outbox } from './matcherOutbox.js';
import type { FromMatcher, RunPart, ToMatcher } from './matcherProtocol.js';

type Input = { readonly tenants: Tenant[]; readonly known: { readonly [List in keyof Known]: Known[List][number][] } };
type Run = { readonly abort: AbortController; readonly outbox: Outbox };

const port = parentPort;
if (!port) throw new Error('matcherWorker runs as a worker thread only');
const post = (message: FromMatcher) => port.postMessage(message);

const matchers = new Map<string, Matcher>();
const inputs = new Map<number, Input>();
const runs = new Map<number, Run>();

// A fault outside a run ends the thread: what its matchers hold can't be trusted any more.
port.on('message', (message: ToMatcher) => {
  switch (message.kind) {
    case 'companies':
      matcherOf(message.matcher).updateCompanies(message);
      return;
    case 'part':
      collect(message.id, message.part);
      return;
    case 'run':
      void run(message);
      return;
    case 'taken':
      runs.get(message.id)?.outbox.taken();
      return;
    case 'abort':
      inputs.delete(message.id);
      runs.get(message.id)?.abort.abort();
      return;
    case 'drop':
      matchers.delete(message.matcher);
  }
});

function matcherOf(name: string): Matcher {
  const matcher = matchers.get(name) ?? createMatcher();
  matchers.set(name, matcher);
  return matcher;
}

function inputOf(id: number): Input {
  const input = inputs.get(id) ?? { tenants: [], known: { mappings: [], aliases: [], rejected: [] } };
  inputs.set(id, input);
  return input;
}

function collect(id: number, { tenants = [], mappings = [], aliases = [], rejected = [] }: RunPart): void {
  const input = inputOf(id);
  input.tenants.push(...tenants);
  input.known.mappings.push(...mappings);
  input.known.aliases.push(...aliases);
  input.known.rejected.push(...rejected);
}

async function run({ id, matcher, thresholds }: Extract<ToMatcher, { kind: 'run' }>): Promise<void> {
  const { tenants, known } = inputOf(id);
  inputs.delete(id);
  const abort = new AbortController();
  const outbox = createOutbox((outcomes) => post({ kind: 'outcomes', id, outcomes }));
  runs.set(id, { abort, outbox });
  try {
    await matcherOf(matcher).match(tenants, known, { thresholds, signal: abort.signal, onOutcomes: outbox.add });
    await outbox.drained(abort.signal);
    post({ kind: 'done', id });
  } catch (thrown) {
    post({ kind: 'failed', id, error: plainError(thrown) });
  } finally {
    runs.delete(id);
  }
}

/** What can cross between threads. */
function plainError(thrown: unknown): Error {
  if (!(thrown instanceof Error)) return new Error(String(thrown));
  return Object.assign(new Error(thrown.message), { name: thrown.name, stack: thrown.stack });
}
