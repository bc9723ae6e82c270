import type { DeliveryOutcome } from '../../../services/index.js';
import { toAppError } from '../../../services/runtime/errors.js';
import type { HttpClient } from '../../../services/runtime/httpClient.js';
import type { Logger } from '../../../services/runtime/logger.js';
import { sendWithToken, type TokenSource } from '../../../services/runtime/tokenSource.js';
import type { Card } from '../cards/card.js';
import { assertTrusted } from '../connectorHttpClient.js';

type Parts = {
  /** One that repeats nothing by itself: a message must not appear twice. */
  readonly http: HttpClient;
  readonly token: TokenSource;
  readonly trustedOrigins: readonly string[];
  readonly logger: Logger;
};
export type Notice = { readonly conversationId: string; readonly serviceUrl: string; readonly card: Card; /** What the client shows outside of the chat. */ readonly summary: string };
export type SendNotice = (notice: Notice) => Promise<DeliveryOutcome>;

const patienceMs = 60_000;

/**
 * Writes to a conversation without being asked, through the Bot Connector at its trusted addresses only. Never rejects: after a 403 or
 * 404 the bot is not there any more; a 429 is obeyed; anything else is tried again later.
 */
export function createNoticeSender({ http, token, trustedOrigins, logger }: Parts): SendNotice {
  return async ({ conversationId, serviceUrl, card, summary }) => {
    try {
      const url = `${serviceUrl.replace(/\/$/, '')}/v3/conversations/${encodeURIComponent(conversationId)}/activities`;
      assertTrusted(url, trustedOrigins);
      const body = JSON.stringify({ type: 'message', summary, attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }] });
      const { status } = await sendWithToken(http, token, { method: 'POST', url, headers: { 'content-type': 'application/json' }, body, isRepeatable: false });
      if (status >= 200 && status < 300) return { kind: 'sent' };
      logger.warn({ status }, 'a notice was refused');
      return status === 403 || status === 404 ? { kind: 'gone' } : { kind: 'later', retryAfterMs: null };
    } catch (thrown) {
      const error = toAppError(thrown);
      logger.warn({ code: error.code, err: error }, 'a notice could not be sent');
      return { kind: 'later', retryAfterMs: error.code === 'source-throttled' ? (error.retryAfterSeconds === undefined ? patienceMs : error.retryAfterSeconds * 1000) : null };
    }
  };
}
