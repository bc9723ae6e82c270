import { AppError } from '../../runtime/errors.js';
import type { HttpClient } from '../../runtime/httpClient.js';
import { answerFailure, readAnswer } from '../../runtime/sourceAnswer.js';
import { companyInfo } from './schema.js';
import type { ConnectWiseSettings } from './settings.js';

export const system = 'ConnectWise';

/** Works with every version. */
const anyCodebase = 'v4_6_release/';

/** The API's address, from `companyinfo`, which needs no credentials. Rejects when the company is not known or the site names a host that is not trusted. */
export async function discoverApi(http: HttpClient, settings: ConnectWiseSettings, signal: AbortSignal | undefined): Promise<string> {
  const site = apiOrigin(settings.site);
  const response = await http.send({ url: `${site}/login/companyinfo/${encodeURIComponent(settings.companyId)}`, headers: { accept: 'application/json' }, signal });
  if (response.status !== 200 && response.status !== 404) throw answerFailure(response, system);
  const info = response.status === 404 ? null : readAnswer(response, companyInfo, system);
  if (info === null) throw new AppError('source-unauthorized', `${system} does not know the company id`, { sentence: `ConnectWise does not know the company id "${settings.companyId}".`, facts: [{ code: 'company-id-unknown', system, companyId: settings.companyId }] });
  const codebase = /^\w[\w.]*\/?$/.test(info.Codebase) ? `${info.Codebase.replace(/\/$/, '')}/` : anyCodebase;
  return `${trustedOrigin(site, info.SiteUrl)}/${codebase}apis/3.0`;
}

/** People know the host of their sign-in page; the cloud's API answers under `api-` only. */
export function apiOrigin(site: string): string {
  const url = new URL(site);
  const isCloud = /^[a-z]+\.(myconnectwise\.net|connectwisedev\.com)$/.test(url.hostname);
  return isCloud ? `${url.protocol}//api-${url.host}` : url.origin;
}

/** The site chooses where our keys go, so only ConnectWise's own hosts or the configured one are accepted. */
function trustedOrigin(site: string, siteUrl: string): string {
  if (!siteUrl) return site;
  const candidate = /^https?:\/\//i.test(siteUrl) ? siteUrl : `https://${siteUrl}`;
  const url = URL.canParse(candidate) ? new URL(candidate) : undefined;
  if (url?.host === new URL(site).host) return site;
  if (url && /^[a-z0-9-]+\.myconnectwise\.net$/.test(url.host)) return apiOrigin(`https://${url.host}`);
  const named = url?.host ?? 'no address';
  throw new AppError('source-blocked', `${system}: companyinfo names ${named}`, { sentence: `ConnectWise says that its address is "${named}", which is not the configured site. If it is right, set it as the site.`, facts: [{ code: 'address-foreign', system, host: named }] });
}
