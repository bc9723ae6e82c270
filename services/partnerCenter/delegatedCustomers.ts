import { randomUUID } from 'node:crypto';
import { remark } from '../domain/remark.js';
import { AppError, toAppError } from '../runtime/errors.js';
import type { Page } from '../runtime/readPages.js';
import { answerFailure, oddAnswer, readAnswer, readRows } from '../runtime/sourceAnswer.js';
import type { SourceTools } from '../runtime/sourceTools.js';
import { sendWithToken, type TokenSource } from '../runtime/tokenSource.js';
import type { PartnerAccountAccess } from './account.js';
import type { ReadRun } from './client.js';
import { delegatedCustomer, delegatedPage, type DelegatedCustomer } from './schema.js';

export const graphSystem = 'Microsoft Graph';
/** What a token for Graph is asked for, whatever address it is called at. */
export const graphResource = 'https://graph.microsoft.com';
const path = '/v1.0/tenantRelationships/delegatedAdminCustomers';

export type ReadDelegated = (url: string, run: ReadRun) => Promise<Page<DelegatedCustomer, string>>;

export function firstDelegated(origin: string): string {
  return `${origin}${path}?$top=300`;
}

/** The partner's customers with at least one active delegated admin relationship. */
export function createDelegatedReader({ name }: Pick<PartnerAccountAccess, 'name'>, tokens: TokenSource, { http, logger, anchors }: SourceTools): ReadDelegated {
  return async (url, { correlationId, signal }) => {
    const clientRequestId = randomUUID();
    const response = await sendWithToken(http, tokens, { url, headers: { accept: 'application/json', 'client-request-id': clientRequestId }, signal });
    logger.info({ requestId: clientRequestId, correlationId, status: response.status, graphRequestId: response.headers.get('request-id') }, 'Graph delegated customers page');
    if (response.status !== 200) {
      throw answerFailure(response, graphSystem, {
        unauthorized: remark(`Microsoft Graph does not accept the app of account "${name}".`, { code: 'app-not-accepted', system: graphSystem, account: name }),
        forbidden: remark(`Microsoft Graph does not let the app of account "${name}" read the customers with delegated admin relationships. It needs the permission DelegatedAdminRelationship.Read.All.`, { code: 'app-lacks-right', system: graphSystem, account: name, right: 'DelegatedAdminRelationship.Read.All' }),
      });
    }
    const page = readAnswer(response, delegatedPage, graphSystem);
    const rows = readRows(page.value, delegatedCustomer);
    try {
      return { ...rows, next: nextPage(anchors.graphOrigin, page['@odata.nextLink']) };
    } catch (error) {
      return { ...rows, next: null, failure: toAppError(error) };
    }
  };
}

/** Throws AppError `source-blocked` for another host: the bearer token must not go there. */
function nextPage(origin: string, link: string | null | undefined): string | null {
  if (!link) return null;
  if (!URL.canParse(link, origin)) throw oddAnswer(graphSystem, 'the next link is no URI');
  const url = new URL(link, origin);
  if (url.origin !== origin || url.username || url.password) throw new AppError('source-blocked', `${graphSystem}: the next link leads to ${url.host}`);
  if (url.pathname !== path) throw oddAnswer(graphSystem, 'the next link leads elsewhere');
  return url.href;
}
