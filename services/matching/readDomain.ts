import { getDomain, getDomainWithoutSuffix } from 'tldts';
import { isPublicDomain } from './publicDomains.js';

/** What a tenant's default domain tells: a domain of its own, or only the label in front of onmicrosoft.com. '' for nothing. */
export type DomainReading = {
  /** Registrable domain that belongs to somebody, such as "northwharf.example". */
  readonly domain: string;
  /** The part that names somebody, letters and digits only. Weak: anybody can choose it. */
  readonly label: string;
};

const nothing: DomainReading = { domain: '', label: '' };

/** Prefixes that Microsoft's partners generate; they name nobody. */
const generatedPrefix = /^(netorg(ft)?|m365x|o365|office365|org|tenant|mod)\d+$/i;

const longestHost = 300;

/** Reads a host, an URL or an e-mail address; junk gives nothing. Public mail and hosting domains give nothing either. */
export function readDomain(text: string): DomainReading {
  const host = text.slice(0, longestHost).normalize('NFKC').trim().toLowerCase();
  const prefix = /^(?:https?:\/\/)?([a-z0-9-]+)\.onmicrosoft\.com\/?$/.exec(host)?.[1];
  if (prefix !== undefined) return generatedPrefix.test(prefix) ? nothing : { domain: '', label: compactLabel(prefix) };
  const domain = getDomain(host);
  if (!domain || isPublicDomain(domain)) return nothing;
  return { domain, label: compactLabel(getDomainWithoutSuffix(host) ?? '') };
}

/** All domains of one company, in their order, each once. */
export function readDomains(texts: readonly string[]): readonly DomainReading[] {
  const byDomain = new Map(texts.map(readDomain).filter(({ domain }) => domain).map((reading) => [reading.domain, reading]));
  return [...byDomain.values()];
}

const compactLabel = (label: string) => label.replace(/[^\p{L}\p{N}]/gu, '');
