import { expect } from 'chai';
import type { Entra } from '../../simulators/entra/startEntra.js';
import { createChatPerson, said } from '../support/chatPerson.js';
import { inputOf } from '../support/checkCard.js';
import { startChatEntra, startTestChat, type TestChat } from '../support/startTestChat.js';
import { aCaller, aCompany, aRow, aTenant, psaTwo } from '../support/testOrganization.js';

/** What went wrong is told with its facts in the reader's language, not by a general sentence. */
describe('what went wrong, in languages other than English', function () {
  this.timeout(60_000);
  let entra: Entra;
  let chat: TestChat;
  let person: ReturnType<typeof createChatPerson>;
  const companies = [...Array.from({ length: 30 }, (_, index) => aCompany(index + 1)), aCompany(50, { name: 'Brunnen Apotheke Nord' }), aCompany(51, { name: 'Brunnen Apotheke Süd' }), aCompany(1, { psaConnectionId: psaTwo, name: 'Nordwind Logistik' })];
  before(async () => {
    entra = await startChatEntra();
  });
  after(() => entra.close());
  beforeEach(async () => {
    chat = await startTestChat({ entra, tenants: [aTenant(40, { name: 'Brunnen Apotheke', domain: 'brunnen.example' })], companies });
    person = createChatPerson(chat);
  });
  afterEach(() => chat.close());

  async function list(ids: readonly number[]): Promise<void> {
    chat.organization.lists.companies = (psa) => ({ kind: 'complete', items: companies.filter(({ psaConnectionId, companyId }) => psaConnectionId === psa && (psa === psaTwo || ids.includes(Number(companyId)))) });
    await chat.organization.services.syncSources(aCaller());
  }

  it('tells how many rows a list suddenly lacks', async () => {
    await list([1, 2, 3, 50, 51]);
    const texts = { 'de-DE': ['status', '27 bekannte Zeilen fehlen plötzlich darin'], 'fr-FR': ['état', '27 lignes connues y manquent soudain'], 'nl-NL': ['status', '27 bekende rijen staan er plotseling niet meer in'], 'es-ES': ['estado', 'faltan 27 filas conocidas'] };
    for (const [locale, [command = '', words = '']] of Object.entries(texts)) expect(said(await person.ask(command, { locale })), locale).to.contain(words);
    expect(said(await person.ask('status'))).to.contain('27 of 32 known rows are suddenly not in it');
  });

  it('tells that the company of a rejected pair is gone, and not its tenant', async () => {
    const where = { locale: 'de-DE' };
    const card = await person.ask('offene', where);
    const candidate = inputOf(card, 'candidate').choices.find(({ title }) => title.includes('Nord'))?.value;
    await list([...Array.from({ length: 30 }, (_, index) => index + 1), 51]);
    const again = await person.press(card, 'Nicht diese Firma', { candidate }, where);
    expect(said(again)).to.contain('Das PSA hat diese Firma nicht mehr.').and.to.not.contain('führt diesen Mandanten');
    chat.organization.lists.tenants = () => ({ kind: 'complete', items: [] });
    await chat.organization.services.syncSources(aCaller());
    expect(said(await person.press(again, 'Ignorieren', {}, where))).to.contain('führt diesen Mandanten noch');
  });

  it('tells why a tenant that another PSA has can not be linked, and what to do', async () => {
    const where = { locale: 'nl-NL' };
    const card = await person.ask('koppel brunnen = süd', where);
    await chat.organization.services.saveMappings(aCaller(), { idempotencyKey: 'tab', rows: [aRow(40, 1, { psaConnectionId: psaTwo })] });
    const again = await person.press(card, 'Koppelen', {}, where);
    expect(said(again)).to.contain('al gekoppeld in een andere PSA').and.to.contain('Al toegevoegde tenants weergeven');
  });
});
