import { parse } from 'tldts';
import { isPublicDomain } from './publicDomains.js';

/** What a domain tells: one that belongs to somebody, or only the label in front of onmicrosoft.com. '' for nothing. */
export type DomainReading = {
  /** Registrable domain that belongs to somebody, such as "northwharf.example". */
  readonly domain: string;
  /** The part that names somebody, letters and digits only. Weak: anybody can choose it. */
  readonly label: string;
};

const nothing: DomainReading = { domain: '', label: '' };

/** Prefixes that Microsoft's partners and set-up pages generate; they name nobody. */
const generatedPrefix = /^(netorg(ft)?|m365x|o365|office365|org|tenant|mod|mngenv|contoso)\d+$/i;
const onMicrosoft = /^(?:https?:\/\/)?([a-z0-9-]+)(?:\.mail)?\.onmicrosoft\.(?:com|us|cn)\/?$/;

/** Needs no search for scheme, port or path, and no check of its letters; an IP address has no letter at its end. */
const bareHost = /^[a-z0-9][a-z0-9.-]{0,60}\.[a-z]{2,20}$/;
const asItIs = { extractHostname: false, detectIp: false, validateHostname: false };

const longestHost = 300;

/** Reads a host, an URL or an e-mail address; junk gives nothing. Public mail and hosting domains give nothing either. */
export function readDomain(text: string): DomainReading {
  if (text === '') return nothing;
  const host = text.slice(0, longestHost).normalize('NFKC').trim().toLowerCase();
  const prefix = host.includes('.onmicrosoft.') ? onMicrosoft.exec(host)?.[1] : undefined;
  if (prefix !== undefined) return generatedPrefix.test(prefix) ? nothing : { domain: '', label: compactLabel(prefix) };
  const { domain, domainWithoutSuffix } = parse(toAscii(host), bareHost.test(host) ? asItIs : undefined);
  if (!domain || isPublicDomain(domain)) return nothing;
  return { domain, label: compactLabel(domainWithoutSuffix ?? '') };
}

/** An international host as the network writes it. */
function toAscii(host: string): string {
  if (!/[^\x00-\x7f]/.test(host)) return host;
  try {
    return new URL(host.includes('://') ? host : `http://${host.slice(host.indexOf('@') + 1)}`).hostname;
  } catch {
    // No host at all: whoever parses it next says so.
    return host;
  }
}

/** All domains of one company, in their order, each once. */
export function readDomains(texts: readonly string[]): readonly DomainReading[] {
  const readings: DomainReading[] = [];
  for (const text of texts) {
    const reading = readDomain(text);
    if (reading.domain && !readings.some(({ domain }) => domain === reading.domain)) readings.push(reading);
  }
  return readings;
}

const compactLabel = (label: string) => (/[^a-z0-9]/.test(label) ? label.replace(/[^\p{L}\p{N}]/gu, '') : label);
