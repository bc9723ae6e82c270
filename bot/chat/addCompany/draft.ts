import { z } from 'zod';
import { ChatRefusal } from '../language/chatRefusal.js';
import type { Language } from '../language/language.js';
import { actionId } from '../oneTime/pressOnce.js';
import { addCompanyWords } from './addCompanyWords.js';

const chosen = z.string().max(200).catch('');
const typed = z
  .string()
  .transform((text) => text.slice(0, 100))
  .catch('');

const draftSchema = z.object({
  /** The one-time action behind "Save", made when the card was first sent. */
  actionId,
  psaConnectionId: chosen,
  /** See choiceValues.ts, as `tenantChoice`. */
  companyChoice: chosen,
  companyQuery: typed,
  partnerAccountId: chosen,
  tenantChoice: z.string().max(2_000).catch(''),
  tenantQuery: typed,
  /** A toggle sends text. */
  showAlreadyAdded: z.union([z.boolean(), z.string().transform((text) => text === 'true')]).catch(false),
});

/** What a person has chosen and typed so far. It travels in the card: nothing in it is believed, all of it is checked when it is used. */
export type AddDraft = z.infer<typeof draftSchema>;

export const emptyChoices: Omit<AddDraft, 'actionId'> = { psaConnectionId: '', companyChoice: '', companyQuery: '', partnerAccountId: '', tenantChoice: '', tenantQuery: '', showAlreadyAdded: false };

export function newDraft(id: string): AddDraft {
  return { actionId: id, ...emptyChoices };
}

/** A button's data with the card's inputs merged in, as clients send it. Throws AppError `bad-request` for anything but one of our cards. */
export function readDraft(language: Language, data: unknown): AddDraft {
  const parsed = draftSchema.safeParse(data);
  if (!parsed.success) throw new ChatRefusal('bad-request', 'the card has no valid id', addCompanyWords[language].useNoMore);
  return parsed.data;
}
