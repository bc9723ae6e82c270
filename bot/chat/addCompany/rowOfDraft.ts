import type { PartnerAccountId } from '../../../services/domain/ids.js';
import type { Language } from '../language/language.js';
import { addCompanyWords } from './addCompanyWords.js';
import { isLinkedAnywhere, parseCompanyValue, parseTenantValue } from './choiceValues.js';
import type { AddDraft } from './draft.js';
import type { ChosenRow } from './saveAction.js';

/** The link that a card's choices ask for, or what is missing or wrong. It depends on the card alone: sent twice, it asks for the same thing twice. */
export type RowOfDraft = { readonly kind: 'row'; readonly row: ChosenRow } | { readonly kind: 'incomplete' | 'refused'; readonly sentence: string };

export function rowOfDraft(language: Language, { psaConnectionId, companyChoice, partnerAccountId, tenantChoice, showAlreadyAdded }: AddDraft): RowOfDraft {
  const words = addCompanyWords[language];
  const company = parseCompanyValue(companyChoice);
  const tenant = parseTenantValue(tenantChoice);
  if (!company || !tenant) return { kind: 'incomplete', sentence: company ? words.chooseTenant : tenant ? words.chooseCompany : words.chooseBoth };
  // The PSA may have been chosen anew after the company: ids of two PSAs may be alike.
  if (psaConnectionId !== '' && psaConnectionId !== company.psaConnectionId) return { kind: 'incomplete', sentence: words.otherPsa };
  const isLinked = isLinkedAnywhere(tenant);
  if (isLinked && !showAlreadyAdded) return { kind: 'refused', sentence: words.alreadyLinked };
  return {
    kind: 'row',
    row: {
      action: isLinked ? 'link-also' : 'link',
      tenantId: tenant.tenantId,
      ...company,
      baseVersion: tenant.units.get(company.psaConnectionId)?.version ?? 0,
      origin: 'chat',
      ...(partnerAccountId === '' ? {} : { partnerAccountId: partnerAccountId as PartnerAccountId }),
    },
  };
}
