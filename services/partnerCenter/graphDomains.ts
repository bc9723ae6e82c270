import { randomUUID } from 'node:crypto';
import { parseTenantId, type TenantId } from '../domain/ids.js';
import { remark } from '../domain/remark.js';
import { answerFailure, oddAnswer, readAnswer, readRows } from '../runtime/sourceAnswer.js';
import type { SourceTools } from '../runtime/sourceTools.js';
import { sendWithToken, type TokenSource } from '../runtime/tokenSource.js';
import type { PartnerAccountAccess } from './account.js';
import { graphResource, graphSystem } from './delegatedCustomers.js';
import { domainsPage, tenantInformation, verifiableDomain } from './schema.js';
import type { SignIn } from './signIn.js';

/** What Microsoft Graph says of domains. Both reject with an AppError `source-*`. */
export type GraphDomains = {
  /** Whose tenant a domain is; null: nobody's. Needs no relation to that tenant. */
  findTenant(domain: string, signal?: AbortSignal): Promise<TenantId | null>;
  /** The verified domains of a customer who gave the rights to read them. Without its `*.onmicrosoft.com`. */
  readVerified(tenantId: TenantId, signal?: AbortSignal): Promise<readonly string[]>;
};

export function createGraphDomains({ name }: Pick<PartnerAccountAccess, 'name'>, signIn: SignIn, { http, logger, anchors }: SourceTools): GraphDomains {
  const own = signIn.tokensFor(graphResource);

  async function get(tokens: TokenSource, path: string, signal: AbortSignal | undefined) {
    const requestId = randomUUID();
    const response = await sendWithToken(http, tokens, { url: `${anchors.graphOrigin}/v1.0${path}`, headers: { accept: 'application/json', 'client-request-id': requestId }, signal });
    logger.info({ requestId, status: response.status, graphRequestId: response.headers.get('request-id') }, 'Graph domains');
    return response;
  }

  return {
    async findTenant(domain, signal) {
      const response = await get(own, `/tenantRelationships/findTenantInformationByDomainName(domainName='${encodeURIComponent(domain.replaceAll("'", "''"))}')`, signal);
      // 400: a name that Microsoft does not take for a domain.
      if (response.status === 404 || response.status === 400) return null;
      if (response.status !== 200) {
        throw answerFailure(response, graphSystem, {
          unauthorized: remark(`Microsoft Graph does not accept the app of account "${name}".`, { code: 'app-not-accepted', system: graphSystem, account: name }),
          forbidden: remark(`Microsoft Graph does not let the app of account "${name}" ask whose tenant a domain is. It needs the permission CrossTenantInformation.ReadBasic.All.`, { code: 'app-lacks-right', system: graphSystem, account: name, right: 'CrossTenantInformation.ReadBasic.All' }),
        });
      }
      const tenantId = parseTenantId(readAnswer(response, tenantInformation, graphSystem).tenantId);
      if (!tenantId) throw oddAnswer(graphSystem, 'a tenant without an id');
      return tenantId;
    },
    async readVerified(tenantId, signal) {
      const response = await get(signIn.tokensFor(graphResource, tenantId), '/domains?$top=999', signal);
      if (response.status !== 200) throw answerFailure(response, graphSystem);
      const { items } = readRows(readAnswer(response, domainsPage, graphSystem).value, verifiableDomain);
      return items.filter(({ id, isVerified }) => isVerified && id !== '' && !/\.onmicrosoft\.[a-z]+$/.test(id)).map(({ id }) => id);
    },
  };
}
