import { expect } from 'chai';
import type { Entra } from '../../simulators/entra/startEntra.js';
import { createChatPerson } from '../support/chatPerson.js';
import { buttonOf } from '../support/checkCard.js';
import { startChatEntra, startTestChat, type TestChat } from '../support/startTestChat.js';
import { aCompany, aTenant } from '../support/testOrganization.js';

/** A card shows 15 companies at most, the tab shows all. */
describe('a search with more hits than a card shows', function () {
  this.timeout(60_000);
  let entra: Entra;
  let chat: TestChat;
  let person: ReturnType<typeof createChatPerson>;
  before(async () => {
    entra = await startChatEntra();
    chat = await startTestChat({ entra, tenants: [aTenant(1, { name: 'Zzyzx Quux', domain: 'zzyzx.example' })], companies: [...Array.from({ length: 16 }, (_, index) => aCompany(index + 1)), aCompany(99, { name: 'Nordwind Logistik' })] });
    person = createChatPerson(chat);
  });
  after(async () => {
    await chat.close();
    await entra.close();
  });

  const leadsTo = (card: unknown, title = 'Open in tab') => (JSON.parse(new URL(String(buttonOf(card, title)['url'])).searchParams.get('context') ?? '') as { subEntityId: string }).subEntityId;

  it('leads from "add company" to the page that adds one', async () => {
    const form = await person.ask('add company');
    expect(leadsTo(form)).to.equal('add');
    const psa = await person.press(form, 'Search without typeahead');
    const company = await person.press(psa, 'Next', { psaConnectionId: 'psa-one' });
    expect(leadsTo(company)).to.equal('add');
    const few = await person.press(company, 'Search', { companyQuery: 'nordwind' });
    expect(() => leadsTo(few)).to.throw('no button');
  });

  for (const [locale, review, other, search, open] of [['en-GB', 'unmapped', 'Other …', 'Search', 'Open in tab'], ['de-DE', 'offene', 'Andere …', 'Suchen', 'In Registerkarte öffnen'], ['fr-FR', 'vérifier', 'Autre…', 'Rechercher', 'Ouvrir dans l’onglet'], ['nl-NL', 'openstaand', 'Ander …', 'Zoeken', 'Openen in tabblad'], ['es-ES', 'pendientes', 'Otra…', 'Buscar', 'Abrir en la pestaña']] as const) {
    it(`leads from the review to its tenant on the page with all of them, ${locale}`, async () => {
      const where = { locale };
      const all = await person.press(await person.ask(review, where), other, {}, where);
      expect(leadsTo(all, open)).to.equal(`bulk?find=${encodeURIComponent('Zzyzx Quux')}`);
      const few = await person.press(all, search, { companyQuery: 'nordwind' }, where);
      expect(() => leadsTo(few, open)).to.throw('no button');
    });
  }
});
