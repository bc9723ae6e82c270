import { z } from 'zod';

const origin = z.url().refine((text) => URL.canParse(text) && new URL(text).origin === text, { error: 'must be an origin such as https://host' });

/** Whom the app trusts: every issuer, key address, service address, upstream host and frame ancestor. */
export const trustAnchorsSchema = z.strictObject({
  /** Signs in people and apps: SSO tokens' issuer and keys, and the token endpoint for outgoing calls. */
  entraAuthority: origin,
  /** `azp` values: the Teams clients that may ask for an SSO token. */
  teamsClientIds: z.array(z.guid()).min(1),
  botIssuer: origin,
  botOpenIdMetadataUrl: z.url(),
  /** Where Teams' Bot Connector is: the only origins that get the bot's token. */
  botServiceOrigins: z.array(origin).min(1),
  partnerCenterOrigin: origin,
  /** Microsoft Graph, for customers with delegated admin relationships. */
  graphOrigin: origin,
  /** Plain-http or private origins that may be called as a PSA. Empty in production: there a PSA's host must be public https. */
  extraUpstreamOrigins: z.array(origin),
  /** CSP sources that may frame the tab. */
  frameAncestors: z.array(z.string().regex(/^https?:\/\/[a-z0-9*.:-]+$/)).min(1),
});
export type TrustAnchors = z.infer<typeof trustAnchorsSchema>;

/** Microsoft's commercial cloud. Sources: Teams' tab requirements and SSO pages, Bot Connector authentication. */
export const microsoftAnchors: TrustAnchors = {
  entraAuthority: 'https://login.microsoftonline.com',
  teamsClientIds: ['1fec8e78-bce4-4aaf-ab1b-5451cc387264', '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'],
  botIssuer: 'https://api.botframework.com',
  botOpenIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  botServiceOrigins: ['https://smba.trafficmanager.net'],
  partnerCenterOrigin: 'https://api.partnercenter.microsoft.com',
  graphOrigin: 'https://graph.microsoft.com',
  extraUpstreamOrigins: [],
  frameAncestors: ['https://teams.microsoft.com', 'https://*.teams.microsoft.com', 'https://*.cloud.microsoft'],
};

/** The vendors' own hosts, by PSA: `*.` stands for one or more labels. An address elsewhere is an own server, which an administrator must confirm. */
const vendorHosts: Readonly<Record<string, readonly string[]>> = {
  connectWise: ['*.myconnectwise.net', '*.connectwisedev.com'],
  autotask: ['*.autotask.net'],
  haloPsa: ['*.halopsa.com', '*.haloservicedesk.com', '*.haloitsm.com'],
};

/** Is this a host of the PSA's vendor? `url` must be https. */
export function isVendorUrl(psaId: string, url: URL): boolean {
  return url.protocol === 'https:' && url.port === '' && (vendorHosts[psaId] ?? []).some((pattern) => url.hostname.endsWith(pattern.slice(1)) && url.hostname.length > pattern.length - 1);
}

const keyVaultDomains = ['.vault.azure.net', '.managedhsm.azure.net', '.vault.azure.cn', '.vault.usgovcloudapi.net'];

/** Is this a Key Vault of Azure, or of a simulator that the anchors name? */
export function isKeyVaultUrl(url: URL, anchors: TrustAnchors): boolean {
  if (anchors.extraUpstreamOrigins.includes(url.origin)) return true;
  return url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '' && keyVaultDomains.some((domain) => url.hostname.endsWith(domain));
}

const loopbackHosts = new Set(['127.0.0.1', '::1', 'localhost']);

export function isLoopbackHost(host: string): boolean {
  return loopbackHosts.has(host.replace(/^\[|\]$/g, ''));
}

/** Foreign anchors are refused unless the server can be reached from this machine only. */
export function areAnchorsAllowed(anchors: TrustAnchors, bindHost: string): boolean {
  return isLoopbackHost(bindHost) || JSON.stringify(trustAnchorsSchema.parse(anchors)) === JSON.stringify(trustAnchorsSchema.parse(microsoftAnchors));
}
