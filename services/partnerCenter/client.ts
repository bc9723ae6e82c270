import { randomUUID } from 'node:crypto';
import { remark } from '../domain/remark.js';
import { AppError, toAppError } from '../runtime/errors.js';
import type { Page } from '../runtime/readPages.js';
import { answerFailure, readAnswer, readRows } from '../runtime/sourceAnswer.js';
import type { SourceTools } from '../runtime/sourceTools.js';
import { sendWithToken, type TokenSource } from '../runtime/tokenSource.js';
import type { PartnerAccountAccess } from './account.js';
import { nextContinuation, system, type Continuation } from './continuation.js';
import { lacksMfa } from './explainRefusal.js';
import { customer, customersPage, refusalBody, type Customer, type CustomersPage } from './schema.js';

export type ReadRun = { readonly correlationId: string; readonly signal?: AbortSignal | undefined };
export type ReadCustomers = (from: Continuation, run: ReadRun) => Promise<Page<Customer, Continuation>>;

/** What a token for Partner Center is asked for, whatever address it is called at. */
export const partnerCenterResource = 'https://api.partnercenter.microsoft.com';

export function firstCustomers(origin: string): Continuation {
  return { url: `${origin}/v1/customers?size=500`, token: undefined };
}

/** GET /v1/customers. Every page has its own MS-RequestId, the same when it is sent again. */
export function createCustomersReader({ name }: Pick<PartnerAccountAccess, 'name'>, tokens: TokenSource, { http, logger, anchors }: SourceTools): ReadCustomers {
  return async ({ url, token }, { correlationId, signal }) => {
    const requestId = randomUUID();
    const headers = { accept: 'application/json', 'ms-requestid': requestId, 'ms-correlationid': correlationId, ...(token === undefined ? {} : { 'ms-continuationtoken': token }) };
    const response = await sendWithToken(http, tokens, { url, headers, signal });
    const answered = { status: response.status, msRequestId: response.headers.get('ms-requestid'), msCorrelationId: response.headers.get('ms-correlationid') };
    logger.info({ requestId, correlationId, ...answered }, 'Partner Center customers page');
    if (response.status === 200) return toPage(anchors.partnerCenterOrigin, readAnswer(response, customersPage, system));
    // Seen in place of a page that does exist: never the end of the list.
    if (token !== undefined && (response.status === 204 || response.status === 404)) throw new AppError('source-unavailable', `${system} answered ${response.status} to a continuation`, { isRetryable: true });
    const code = refusalCode(response.text);
    if (response.status === 401 && code === '900421') throw lacksMfa(name);
    throw answerFailure(response, system, {
      unauthorized: remark(`Partner Center does not accept the app of account "${name}".`, { code: 'app-not-accepted', system, account: name }),
      forbidden:
        code === '900329'
          ? remark(`Partner Center does not let an app alone read the customers of account "${name}". Somebody must sign in to it.`, { code: 'person-needed', account: name })
          : remark(`Partner Center does not let the app of account "${name}" read its customers. The app must be added in Partner Center under Account settings, App management.`, { code: 'app-not-added', account: name }),
    });
  };
}

function toPage(origin: string, page: CustomersPage): Page<Customer, Continuation> {
  const rows = readRows(page.items, customer);
  try {
    return { ...rows, next: nextContinuation(origin, page) };
  } catch (error) {
    return { ...rows, next: null, failure: toAppError(error) };
  }
}

/** Partner Center's own number for a refusal; '' when the answer has none. */
function refusalCode(text: string): string {
  try {
    return refusalBody.parse(JSON.parse(text)).code;
  } catch {
    // An empty body, or a proxy's page.
    return '';
  }
}
