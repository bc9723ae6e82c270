import type { Fault } from '../../../simulators/faults.js';
import type { ApiSimulator } from '../../../simulators/router.js';
import type { Random } from '../random.js';

type Body = Record<string, unknown>;

/** Faults one request of so many by chance, counts all, and knows until when each address asked to be left alone. */
export type FaultMaker = {
  readonly calls: number;
  readonly faulted: number;
  /** Requests that came again before the time that Retry-After named. */
  readonly tooEarly: readonly string[];
  /** A new pull: whoever asks now does not repeat an earlier call. */
  beginPull(): void;
  isOn: boolean;
};

const share = 0.3;
/** Contacts, users and sites only help: they may be forbidden without harm. */
const helperPath = /\/(contacts|users|site)\b/i;

/** Takes the place of the simulators' own queues of faults. Whatever it does, the client can see that something is wrong: a source that lies well can't be found out. */
export function makeFaults(simulators: readonly ApiSimulator[], random: Random, nowMs: () => number): FaultMaker {
  const notBefore = new Map<string, number>();
  const tooEarly: string[] = [];
  const state = { calls: 0, faulted: 0, tooEarly, isOn: true };

  const retryAfter = (key: string, status: number): Fault => {
    const seconds = [1, 3, 20, 57, 90, 3600, 999_999_999][random.below(7)] ?? 1;
    const dice = random.below(4);
    if (dice === 0) return { kind: 'status', status, body: { message: 'slow down' } };
    if (dice === 1) return { kind: 'status', status, headers: { 'Retry-After': 'soon' }, body: { message: 'slow down' } };
    notBefore.set(key, nowMs() + seconds * 1000);
    const text = dice === 2 ? String(seconds) : new Date(Math.min(nowMs() + seconds * 1000, 8.64e15)).toUTCString();
    // A date has no milliseconds.
    if (dice === 3) notBefore.set(key, Math.floor((nowMs() + seconds * 1000) / 1000) * 1000);
    // The server's clock is the world's: a client may reckon from it.
    return { kind: 'status', status, headers: { 'Retry-After': text, Date: new Date(nowMs()).toUTCString() }, body: { message: 'slow down' } };
  };
  const pick = (key: string, isHelper: boolean): Fault => {
    // A refusal there is taken for a right that the account lacks; see the adapters' contract suite.
    switch (random.below(isHelper ? 13 : 16)) {
      case 0:
      case 1:
        return retryAfter(key, 429);
      case 2:
        return retryAfter(key, 503);
      case 3:
      case 4:
        return { kind: 'status', status: 500, body: { errors: ['Internal error'] } };
      case 5:
        return { kind: 'html' };
      case 6:
      case 7:
        return { kind: 'reset' };
      case 8:
      case 9:
        return { kind: 'truncate' };
      case 10:
        return { kind: 'bom' };
      case 11:
        return { kind: 'slow', delayMs: 5 };
      case 12:
        return random.below(3) === 0 ? { kind: 'hang' } : { kind: 'reset' };
      case 13:
        return { kind: 'status', status: [401, 403, 404][random.below(3)] ?? 401 };
      case 14:
        return { kind: 'rewrite', rewrite: (answer) => ({ ...answer, body: spoilRow(answer.body) }) };
      default:
        return { kind: 'rewrite', rewrite: (answer) => ({ ...answer, body: nameForeignHost(answer.body), headers: foreignLink(answer.headers) }) };
    }
  };

  for (const simulator of simulators) {
    simulator.faults.take = (pathAndQuery, body) => {
      const key = `${simulator.url}${pathAndQuery}\n${body}`;
      if (!state.isOn) return undefined;
      state.calls += 1;
      if (nowMs() < (notBefore.get(key) ?? 0)) tooEarly.push(pathAndQuery);
      if (random.next() >= share) return undefined;
      state.faulted += 1;
      return pick(key, helperPath.test(pathAndQuery));
    };
  }
  return Object.assign(state, { beginPull: () => notBefore.clear() });
}

/** One row of a list loses its meaning. An answer without rows stays as it is. */
function spoilRow(body: unknown): unknown {
  const spoil = (rows: readonly unknown[]) => (rows.length === 0 ? rows : [null, ...rows.slice(1)]);
  if (Array.isArray(body)) return spoil(body);
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(Object.entries(body as Body).map(([name, value]) => [name, Array.isArray(value) && ['items', 'value', 'clients', 'users', 'sites'].includes(name) ? spoil(value) : value]));
}

/** Wherever the answer says where the next page is, it says another host. */
function nameForeignHost(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const text = JSON.stringify(body)
    .replace(/("@odata\.nextLink":")https?:\/\/[^/"]+/g, '$1http://127.0.0.2:9')
    .replace(/("next":\{"uri":")\//g, '$1http://127.0.0.2:9/')
    .replace(/("nextPageUrl":")https?:\/\/[^/"]+/g, '$1http://127.0.0.2:9');
  return JSON.parse(text) as unknown;
}

function foreignLink(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, name.toLowerCase() === 'link' ? value.replace(/<https?:\/\/[^/>]+/g, '<http://127.0.0.2:9') : value]));
}
