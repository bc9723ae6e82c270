import type { PartnerAccountId } from '../../../services/domain/ids.js';
import type { SaveResult, SaveRow } from '../../../services/index.js';
import type { ChatTools, Turn } from '../chatTools.js';
import type { Language } from '../language/language.js';
import { conflictSentence, problemSentence } from '../language/saveWords.js';
import { addCompanyWords } from './addCompanyWords.js';
import { isLinkedAnywhere, parseCompanyValue, parseTenantValue } from './choiceValues.js';
import type { AddDraft } from './draft.js';

/** `incomplete` and `refused` have saved nothing; the sentence says what to do. */
export type DraftOutcome =
  | { readonly kind: 'incomplete' | 'refused' | 'changed-meanwhile'; readonly sentence: string }
  | { readonly kind: 'saved' | 'unchanged'; readonly row: SaveRow; readonly result: Extract<SaveResult, { kind: 'saved' | 'unchanged' }> };

/**
 * Saves what a card says, once per card. The row depends on the card alone, so that a card which is sent twice asks for the same thing twice.
 * Throws AppError `key-reused` when the card was saved before with other choices.
 */
export async function saveDraft({ services }: ChatTools, { caller, language }: Turn, draft: AddDraft): Promise<DraftOutcome> {
  const row = toRow(language, draft);
  if ('kind' in row) return row;
  const result = await services.saveMappings(caller, { idempotencyKey: `chat:${draft.cardId}`, rows: [row] });
  switch (result.kind) {
    case 'saved':
    case 'unchanged':
      return { kind: result.kind, row, result };
    case 'conflict':
      return { kind: 'changed-meanwhile', sentence: conflictSentence(language, result.conflicts) };
    case 'refused':
      return { kind: 'refused', sentence: problemSentence(language, result.problems) };
  }
}

function toRow(language: Language, { psaConnectionId, companyChoice, partnerAccountId, tenantChoice, showAlreadyAdded }: AddDraft): SaveRow | Extract<DraftOutcome, { sentence: string }> {
  const words = addCompanyWords[language];
  const company = parseCompanyValue(companyChoice);
  const tenant = parseTenantValue(tenantChoice);
  if (!company || !tenant) {
    return { kind: 'incomplete', sentence: company ? words.chooseTenant : tenant ? words.chooseCompany : words.chooseBoth };
  }
  // The PSA may have been chosen anew after the company: ids of two PSAs may be alike.
  if (psaConnectionId !== '' && psaConnectionId !== company.psaConnectionId) return { kind: 'incomplete', sentence: words.otherPsa };
  const isLinked = isLinkedAnywhere(tenant);
  if (isLinked && !showAlreadyAdded) return { kind: 'refused', sentence: words.alreadyLinked };
  return {
    action: isLinked ? 'link-also' : 'link',
    tenantId: tenant.tenantId,
    ...company,
    baseVersion: tenant.units.get(company.psaConnectionId)?.version ?? 0,
    origin: 'chat',
    partnerAccountId: partnerAccountId === '' ? undefined : (partnerAccountId as PartnerAccountId),
  };
}
