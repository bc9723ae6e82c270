import type { CompanyView, MappingView, TenantRow } from '../../../services/index.js';
import { facts, heading, localTime, makeCard, paragraph, plain, shorten, type Card } from '../cards/card.js';
import { openUrl } from '../cards/cardAction.js';
import { countText, formatList } from '../language/formats.js';
import type { Language } from '../language/language.js';
import type { Share } from './extensionAnswers.js';
import { extensionWords, type LinkedPage } from './extensionWords.js';

const nameLength = 100;

/** Cards to be shared in a conversation where the bot need not be: they only show and lead to the tab. */
export function shareTenant(language: Language, row: TenantRow, link: string): Share {
  const words = extensionWords[language];
  const companies = row.units.flatMap((unit) => unit.links.map(({ companyName }) => short(companyName)));
  const state = companies.length === 0 ? words.notLinked : words.linkedTo(formatList(language, companies));
  const accounts = row.sources.map(({ accountName }) => short(accountName));
  return {
    title: short(row.name),
    text: shorten([row.domain, state].filter((part) => part !== '').join(' · '), 200),
    card: shareCard(words.tenant, row.name, [[words.links, companies.length === 0 ? words.notLinked : formatList(language, companies)], [words.tenantId, row.tenantId], [words.accounts, formatList(language, accounts)]], { subtitle: row.domain, button: words.openInTab, link }),
  };
}

export function shareCompany(language: Language, company: CompanyView, link: string): Share {
  const words = extensionWords[language];
  const { name, companyId, psaName, city, website, status, isActive, tenantCount } = company;
  const linked = tenantCount === 0 ? [] : [countText(language, tenantCount, words.linkedTenants)];
  const state = isActive ? status : status === '' ? words.inactive : `${status} (${words.inactive})`;
  const rows: (readonly [string, string])[] = [[words.psa, psaName], [words.companyId, companyId], [words.city, city], [words.website, website], [words.state, state]];
  return {
    title: short(name),
    text: shorten([psaName, city, `#${companyId}`, ...linked].filter((part) => part !== '').join(' · '), 200),
    card: shareCard(words.company, name, rows.filter(([, value]) => value !== ''), { subtitle: linked.join(''), button: words.openInTab, link }),
  };
}

export function shareMapping(language: Language, mapping: MappingView, link: string): Share {
  const words = extensionWords[language];
  const { tenantName, domain, companyName, psaName, companyId, decidedBy, decidedAt } = mapping;
  return {
    title: shorten(`${short(tenantName)} → ${short(companyName)}`, 200),
    text: shorten([domain, psaName].filter((part) => part !== '').join(' · '), 200),
    card: makeCard(
      [
        heading(words.linked),
        ...facts([
          [words.tenant, domain === '' ? tenantName : `${tenantName} (${domain})`],
          [words.company, `${companyName} (#${companyId})`],
          [words.psa, psaName],
          [words.linkedBy, decidedBy.name],
        ]),
        paragraph(localTime(decidedAt), { isSubtle: true, spacing: 'None' }),
      ],
      [openUrl(words.openInTab, link)],
    ),
  };
}

/** What a link to a page of the tab unfolds to. `more`: a sentence on how things stand there now, or ''. */
export function sharePage(language: Language, page: LinkedPage, more: string, link: string): Share {
  const words = extensionWords[language];
  const { title, text } = words.pages[page];
  return { title, text: more === '' ? text : more, card: makeCard([heading(title), paragraph(text), ...(more === '' ? [] : [paragraph(more, { isSubtle: true })])], [openUrl(words.openInTab, link)]) };
}

function shareCard(kind: string, name: string, rows: readonly (readonly [string, string])[], { subtitle, button, link }: { readonly subtitle: string; readonly button: string; readonly link: string }): Card {
  return makeCard(
    [paragraph(kind, { isSubtle: true, size: 'Small' }), { ...plain(short(name), { size: 'Large', weight: 'Bolder' }), spacing: 'None' }, ...(subtitle === '' ? [] : [{ ...plain(short(subtitle), { isSubtle: true }), spacing: 'None' }]), ...facts(rows)],
    [openUrl(button, link)],
  );
}

function short(name: string): string {
  return shorten(name, nameLength) || '–';
}
