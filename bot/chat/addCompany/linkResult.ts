import type { CompanyKey } from '../../../services/domain/company.js';
import type { TenantId } from '../../../services/domain/ids.js';
import type { Caller } from '../../../services/domain/organization.js';
import type { Card } from '../cards/card.js';
import { goneCard, linkedCard, type LinkNames } from '../cards/resultCards.js';
import type { ChatTools, Turn } from '../chatTools.js';
import { nextStepLink } from '../deepLink.js';
import { findCompany } from './choices.js';

export type LinkKey = CompanyKey & { readonly tenantId: TenantId };
export type SavedLink = LinkKey & {
  /** Null: nothing was saved now. `at` null: not known here. `undoId`: the action of the Undo button. */
  readonly saved: { readonly at: string | null; readonly undoId: string } | null;
  readonly problem?: string;
};

/** The link as it is kept now: who decided it and when, which need not be the caller. */
export async function drawLink({ services, config }: ChatTools, { caller, language }: Turn, { saved, problem = '', ...key }: SavedLink): Promise<Card> {
  const { mappings } = await services.listMappings(caller, { query: key.tenantId, limit: 1000, offset: 0 });
  const mapping = mappings.find(({ tenantId, psaConnectionId, companyId }) => tenantId === key.tenantId && psaConnectionId === key.psaConnectionId && companyId === key.companyId);
  if (!mapping) return goneCard(language, saved?.at ?? null, problem);
  return linkedCard(language, {
    ...mapping,
    decidedBy: mapping.decidedBy.name,
    undoId: saved && saved.undoId,
    nextStepUrl: config.nextStepUrl === null ? null : nextStepLink(config.nextStepUrl, key),
    problem,
  });
}

/** Names for ids; the ids themselves where no source lists them. */
export async function nameLink({ services }: ChatTools, caller: Caller, key: LinkKey): Promise<LinkNames> {
  const [rows, company] = await Promise.all([services.listTenants(caller), findCompany(services, caller, key)]);
  const row = rows.find(({ tenantId }) => tenantId === key.tenantId);
  return { tenantName: row?.name ?? key.tenantId, domain: row?.domain ?? '', companyName: company?.name ?? key.companyId, psaName: company?.psaName ?? key.psaConnectionId };
}
