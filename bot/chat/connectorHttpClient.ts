import { HttpHeaders, type HttpClient, type HttpOperationResponse, type WebResourceLike } from 'botbuilder-stdlib/lib/azureCoreHttpCompat.js';
import { AppError } from '../../services/runtime/errors.js';

const timeoutMs = 8_000;

/**
 * How botbuilder calls the Bot Connector: trusted origins only, no redirects, a time-out.
 * Failures are thrown, as botbuilder would send again what it gets a 5xx for, and a message must not appear twice. It waits and repeats after a 429.
 */
export function createConnectorHttpClient(trustedOrigins: readonly string[]): HttpClient {
  return {
    async sendRequest(request): Promise<HttpOperationResponse> {
      const response = await send(request, trustedOrigins);
      const bodyAsText = await response.text();
      if (response.status >= 300 && response.status < 400) throw new AppError('source-blocked', `the Bot Connector answered with a redirect (${response.status})`);
      if (response.status >= 500) throw new AppError('source-unavailable', `the Bot Connector answered ${response.status}`);
      return { request, status: response.status, headers: new HttpHeaders(Object.fromEntries(response.headers)), bodyAsText };
    },
  };
}

async function send(request: WebResourceLike, trustedOrigins: readonly string[]): Promise<Response> {
  assertTrusted(request.url, trustedOrigins);
  const { method } = request;
  const body: unknown = request.body;
  const init: RequestInit = { method, headers: request.headers.toJson({ preserveCase: true }), redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) };
  try {
    return await fetch(request.url, typeof body === 'string' ? { ...init, body } : init);
  } catch (error) {
    throw new AppError('source-unavailable', 'the Bot Connector does not answer', { cause: error });
  }
}

/** Throws AppError `source-blocked` for an address that must not get the bot's token. */
export function assertTrusted(url: string, trustedOrigins: readonly string[]): void {
  if (!URL.canParse(url) || !trustedOrigins.includes(new URL(url).origin)) throw new AppError('source-blocked', 'the address is not one of the Bot Connector');
}
