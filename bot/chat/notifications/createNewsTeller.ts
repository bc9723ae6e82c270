import { parseOrgId, type OrgId, type TenantId } from '../../../services/domain/ids.js';
import { hasRole } from '../../../services/domain/organization.js';
import type { Fact, Services, Suggestion } from '../../../services/index.js';
import type { Config } from '../../../services/runtime/config.js';
import { toAppError } from '../../../services/runtime/errors.js';
import type { Logger } from '../../../services/runtime/logger.js';
import { roleOf } from '../../gates/roles.js';
import { tabLink } from '../deepLink.js';
import { languageOf } from '../language/language.js';
import { offerAccepts } from './acceptAction.js';
import { noticeCard, noticeSummary, tenantsShown } from './noticeCard.js';
import type { SendNotice } from './sendNotice.js';

type Parts = {
  readonly services: Pick<Services, 'deliverNews' | 'suggestMappings' | 'offerAction'>;
  readonly config: Pick<Config, 'organization' | 'people' | 'defaultRole' | 'teamsAppId'>;
  readonly send: SendNotice;
  readonly logger: Logger;
};
export type TellNews = (signal?: AbortSignal) => Promise<void>;

/** Writes what is new to every conversation that asked for it. Never rejects: what fails is logged, and tried again with the next call. */
export function createNewsTeller({ services, config, send, logger }: Parts): TellNews {
  const [bulkLink, driftLink] = [tabLink(config.teamsAppId, 'bulk'), tabLink(config.teamsAppId, 'drift')];
  return async (signal) => {
    const orgId = parseOrgId(config.organization.orgId);
    if (!orgId) return;
    try {
      await services.deliverNews(
        { orgId },
        async ({ facts, scope, setBy, conversationId, serviceUrl, ...conversation }) => {
          const role = scope === 'personal' ? roleOf(config, setBy.userId) : 'mapper';
          // Who has lost every role is told nothing any more.
          if (!role) return { kind: 'gone' };
          const language = languageOf(conversation.language);
          const suggestions = await suggestionsFor(services, orgId, facts);
          const acceptIds = hasRole({ role }, 'mapper') ? await offerAccepts(services, { orgId, userIds: scope === 'personal' ? [setBy.userId] : null }, suggestions.values()) : new Map<TenantId, string>();
          const card = noticeCard(language, { facts, suggestions, acceptIds, bulkLink, driftLink });
          return send({ conversationId, serviceUrl, card, summary: noticeSummary(language, facts) });
        },
        signal,
      );
    } catch (thrown) {
      const error = toAppError(thrown);
      logger.error({ code: error.code, err: error }, 'news could not be told');
    }
  };
}

async function suggestionsFor(services: Parts['services'], orgId: OrgId, facts: readonly Fact[]): Promise<ReadonlyMap<TenantId, Suggestion>> {
  const tenantIds = tenantsShown(facts).map(({ tenantId }) => tenantId);
  const found = new Map<TenantId, Suggestion>();
  if (tenantIds.length > 0) await services.suggestMappings({ orgId }, { tenantIds }, { onSuggestions: (batch) => batch.forEach((suggestion) => found.set(suggestion.tenantId, suggestion)) });
  return found;
}
