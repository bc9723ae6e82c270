import { z } from 'zod';

const baseUrl = z
  .url({ protocol: /^https?$/, error: 'must be an address such as https://example.halopsa.com' })
  .refine((text) => !/[?#@]/.test(text), { error: 'must have no query and no user' })
  .transform((text) => text.replace(/\/+$/, ''));

export const haloPsaSettings = z.strictObject({
  /** Where people sign in. */
  baseUrl,
  /** The tenant name of a hosted instance; found out when not given. */
  tenant: z.string().trim().min(1).optional(),
});
export type HaloPsaSettings = z.infer<typeof haloPsaSettings>;

export const haloPsaSecretNames = ['clientId', 'clientSecret'] as const;
export type HaloPsaSecrets = Readonly<Record<(typeof haloPsaSecretNames)[number], string>>;
