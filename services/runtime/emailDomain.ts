import { cleanText } from './freeText.js';

const domain = /^(?=.{3,253}$)[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)*\.[\p{L}\p{N}-]{2,}$/u;

/** The domain of an e-mail address or a bare domain, with or without '@': lower case, without '@'. Undefined when there is none. */
export function emailDomainOf(address: string): string | undefined {
  const text = cleanText(address).toLowerCase().replace(/[>.\s]+$/, '');
  const candidate = text.slice(text.lastIndexOf('@') + 1);
  return domain.test(candidate) ? candidate : undefined;
}

/** Each domain once, in the order of the addresses. */
export function emailDomainsOf(addresses: Iterable<string>): string[] {
  return [...new Set([...addresses].map(emailDomainOf).filter((found) => found !== undefined))];
}
