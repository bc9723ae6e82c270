import { once } from 'node:events';
import { listen, type Simulator } from '../../simulators/simulator.js';

/** One call of the bot. `cards` are the contents of the activity's cards. */
export type Sent = { readonly method: string; readonly path: string; readonly activity: Record<string, unknown>; readonly cards: readonly unknown[] };

/** A Bot Connector that records what the bot sends and takes only calls with a good token. */
export type Connector = Simulator & {
  readonly sent: Sent[];
  /** Statuses of refused or failed calls, in order. */
  readonly refused: number[];
  /** Answers the next calls with these instead. */
  readonly failures: (number | { readonly status: number; readonly headers: Readonly<Record<string, string>> })[];
  /** The messages so far, typing and the like left out. */
  messages(): Sent[];
};

export async function startConnector(verify: (token: string) => Promise<unknown>): Promise<Connector> {
  const sent: Sent[] = [];
  const refused: number[] = [];
  const failures: Connector['failures'] = [];
  let lastId = 0;
  const simulator = await listen((request, response) => {
    const chunks: Buffer[] = [];
    const answer = (status: number, body: object, headers = {}) => {
      if (status >= 300) refused.push(status);
      // restify, once loaded, makes writeHead return nothing.
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(body));
    };
    request.on('data', (chunk: Buffer) => void chunks.push(chunk));
    void once(request, 'end')
      .then(async () => {
        await verify((request.headers.authorization ?? '').replace('Bearer ', ''));
        const failure = failures.shift();
        if (failure !== undefined) {
          const { status, headers } = typeof failure === 'number' ? { status: failure, headers: failure === 302 ? { location: '/elsewhere' } : {} } : failure;
          return answer(status, { error: { code: 'Test', message: 'of the test' } }, headers);
        }
        const activity = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
        const attachments = (activity['attachments'] ?? []) as { content: unknown }[];
        sent.push({ method: request.method ?? '', path: decodeURIComponent(request.url ?? ''), activity, cards: attachments.map(({ content }) => content) });
        answer(request.method === 'POST' ? 201 : 200, { id: `sent-${(lastId += 1)}` });
      })
      .catch(() => answer(401, {}));
  });
  return { ...simulator, sent, refused, failures, messages: () => sent.filter(({ activity }) => activity['type'] === 'message') };
}
