import type { Activity } from './activities.js';

/** The app's answer to an activity. Status 0: it could not be reached; `body` then says why. */
export type BotAnswer = { readonly status: number; readonly body: unknown };
export type Deliver = (activity: Activity) => Promise<BotAnswer>;

type Options = {
  readonly appUrl: string;
  readonly botId: string;
  readonly serviceUrl: string;
  readonly issueChannelToken: (claims: { readonly audience: string; readonly serviceUrl: string }) => Promise<string>;
};

// Teams gives up on a bot after 15 seconds.
const timeoutMs = 15_000;

/** Posts activities to the app as the Bot Framework channel does. Never rejects. */
export function makeDelivery({ appUrl, botId, serviceUrl, issueChannelToken }: Options): Deliver {
  return async (activity) => {
    try {
      const token = await issueChannelToken({ audience: botId, serviceUrl });
      const response = await fetch(new URL('/api/messages', appUrl), {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${token}` },
        body: JSON.stringify(activity),
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      return { status: response.status, body: parseAnswer(await response.text()) };
    } catch (error) {
      return { status: 0, body: error instanceof Error && error.name === 'TimeoutError' ? 'no answer within 15 seconds' : 'it does not answer' };
    }
  };
}

/** A sentence for people when the answer is no success, else undefined. */
export function failureOf({ status, body }: BotAnswer): string | undefined {
  if (status >= 200 && status < 300) return undefined;
  if (status === 0) return `Unable to reach the app: ${String(body)}.`;
  const detail = typeof body === 'string' ? body : JSON.stringify(body ?? '');
  return `The app answered ${status}${detail && !['""', '{}'].includes(detail) ? `: ${detail.slice(0, 300)}` : '.'}`;
}

/** JSON, or the text as it is. */
export function parseAnswer(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
