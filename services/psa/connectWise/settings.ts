import { z } from 'zod';

/** A host, with or without scheme, as an origin. */
const site = z
  .string()
  .trim()
  .min(1)
  .transform((text, context) => {
    const candidate = /^https?:\/\//i.test(text) ? text : `https://${text}`;
    if (URL.canParse(candidate)) {
      const url = new URL(candidate);
      if (url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password) return url.origin;
    }
    context.addIssue({ code: 'custom', message: 'must be a host such as na.myconnectwise.net, without a path' });
    return z.NEVER;
  });

export const connectWiseSettings = z.strictObject({
  /** Where people sign in: a host such as na.myconnectwise.net, or an own server's. */
  site,
  /** The company id of the sign-in page. */
  companyId: z.string().trim().min(1),
  /** The integration's client id from developer.connectwise.com. */
  clientId: z.guid(),
});
export type ConnectWiseSettings = z.infer<typeof connectWiseSettings>;

export const connectWiseSecretNames = ['publicKey', 'privateKey'] as const;
export type ConnectWiseSecrets = Readonly<Record<(typeof connectWiseSecretNames)[number], string>>;
