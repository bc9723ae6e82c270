import { randomUUID } from 'node:crypto';
import type { PartnerAccountId } from '../domain/ids.js';
import { fetchClientCredentialsToken, type TokenRefusal } from '../runtime/clientCredentials.js';
import { AppError, toAppError } from '../runtime/errors.js';
import type { Page } from '../runtime/readPages.js';
import { answerFailure, readAnswer, readRows } from '../runtime/sourceAnswer.js';
import type { SourceTools } from '../runtime/sourceTools.js';
import { createTokenSource, sendWithToken } from '../runtime/tokenSource.js';
import { nextContinuation, system, type Continuation } from './continuation.js';
import { customer, customersPage, type Customer, type CustomersPage } from './schema.js';

/** One partner account and the app that reads it. */
export type PartnerAccountAccess = {
  readonly partnerAccountId: PartnerAccountId;
  readonly name: string;
  /** The partner's own Entra tenant. */
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
};

export type ReadCustomers = (from: Continuation, run: { readonly correlationId: string; readonly signal?: AbortSignal | undefined }) => Promise<Page<Customer, Continuation>>;

const scope = 'https://api.partnercenter.microsoft.com/.default';

export function firstCustomers(origin: string): Continuation {
  return { url: `${origin}/v1/customers?size=500`, token: undefined };
}

/** GET /v1/customers, app-only. Every page has its own MS-RequestId, the same when it is sent again. */
export function createCustomersReader(account: PartnerAccountAccess, { http, clock, logger, anchors }: SourceTools): ReadCustomers {
  const { name, tenantId, clientId, clientSecret } = account;
  const url = `${anchors.entraAuthority}/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`;
  const tokens = createTokenSource(clock, () => fetchClientCredentialsToken(http, { url, clientId, clientSecret, scope, system: 'Microsoft Entra', explain: (refusal) => explainRefusal(refusal, name) }));

  return async ({ url, token }, { correlationId, signal }) => {
    const requestId = randomUUID();
    const headers = { accept: 'application/json', 'ms-requestid': requestId, 'ms-correlationid': correlationId, ...(token === undefined ? {} : { 'ms-continuationtoken': token }) };
    const response = await sendWithToken(http, tokens, { url, headers, signal });
    const answered = { status: response.status, msRequestId: response.headers.get('ms-requestid'), msCorrelationId: response.headers.get('ms-correlationid') };
    logger.info({ requestId, correlationId, ...answered }, 'Partner Center customers page');
    if (response.status === 200) return toPage(anchors.partnerCenterOrigin, readAnswer(response, customersPage, system));
    // Seen in place of a page that does exist: never the end of the list.
    if (token !== undefined && (response.status === 204 || response.status === 404)) throw new AppError('source-unavailable', `${system} answered ${response.status} to a continuation`, { isRetryable: true });
    throw answerFailure(response, system, {
      unauthorized: `Partner Center does not accept the app of account "${name}".`,
      forbidden: `Partner Center does not let the app of account "${name}" read its customers. The app must be added in Partner Center under Account settings, App management.`,
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

/** OAuth's word decides; Entra's numbers, which may change, only make the sentence more exact. */
function explainRefusal({ status, error, hints }: TokenRefusal, name: string): AppError {
  return new AppError('source-unauthorized', `Microsoft Entra answered ${status} ${error} (${hints.join(', ')})`, { sentence: refusalSentence(error, hints, name) });
}

function refusalSentence(error: string, hints: readonly number[], name: string): string {
  switch (error) {
    case 'invalid_client':
      if (hints.includes(7000222)) return `The client secret of account "${name}" has expired. Make a new one in Microsoft Entra.`;
      return `Partner Center refused the client secret of account "${name}"; it may have expired.`;
    case 'unauthorized_client':
      return `Microsoft Entra does not know the app of account "${name}" in its tenant. Check the client id and the tenant id.`;
    case 'invalid_resource':
    case 'invalid_scope':
      return `The app of account "${name}" has no permission for Partner Center.`;
    default:
      if (hints.includes(90002) || error === 'invalid_tenant') return `Microsoft Entra does not know the tenant of account "${name}". Check the tenant id.`;
      return `Microsoft Entra refused to sign in the app of account "${name}".`;
  }
}
