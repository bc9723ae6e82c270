import { z } from 'zod';

/** Zero-width characters, soft hyphens and direction marks, which people paste unseen. */
const unseen = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;
const control = /\p{Cc}+/gu;

/** Nothing to clean: what most texts are. */
const plain = /^(?:[!-~](?:[ -~]*[!-~])?)?$/;

/** Trimmed, without characters that nobody sees. */
export function cleanText(text: string): string {
  if (plain.test(text)) return text;
  return text.replace(unseen, '').replace(control, ' ').trim();
}

/** A text field of another system, cleaned: absent, null and '' are all ''; a number becomes its digits. */
export const freeText = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => cleanText(String(value ?? '')));
