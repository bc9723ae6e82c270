import { expect } from 'chai';
import type { Entra } from '../../simulators/entra/startEntra.js';
import { createChatPerson, said } from '../support/chatPerson.js';
import { startChatEntra, startTestChat, type TestChat } from '../support/startTestChat.js';
import { aCaller, aCompany, aRow, aTenant } from '../support/testOrganization.js';

/** By name, the unsure come first; so an order by name can't pass. */
const names = ['Aaltje Xyzzy', 'Brunnen Apotheke', 'Norderney Fisch GmbH', 'Quillstone Surveyors', 'Werft Hafenbau AG'];
const surestFirst = ['Norderney Fisch GmbH', 'Werft Hafenbau AG', 'Quillstone Surveyors', 'Brunnen Apotheke', 'Aaltje Xyzzy'];

describe('the order of the review in chat', function () {
  this.timeout(60_000);
  let entra: Entra;
  let chat: TestChat;
  let person: ReturnType<typeof createChatPerson>;
  before(async () => {
    entra = await startChatEntra();
  });
  after(() => entra.close());
  beforeEach(async () => {
    const tenants = names.map((name, index) => aTenant(index + 1, { name, domain: `tenant${index + 1}.example` }));
    const companies = [
      aCompany(21, { name: 'Brunnen Apotheke Nord' }),
      aCompany(22, { name: 'Brunnen Apotheke Süd' }),
      aCompany(31, { name: 'Norderney Fisch GmbH', website: 'https://tenant3.example' }),
      aCompany(41, { name: 'Quillstone Surveyors' }),
      aCompany(51, { name: 'Werft Hafenbau AG', website: 'https://tenant5.example' }),
    ];
    chat = await startTestChat({ entra, tenants, companies });
    person = createChatPerson(chat);
  });
  afterEach(() => chat.close());

  const tenantOn = (card: unknown) => names.find((name) => said(card).includes(`${name} (tenant`));
  /** Skips through a whole round, beginning with that card. */
  async function skipFrom(card: unknown, count: number): Promise<(string | undefined)[]> {
    const seen = [tenantOn(card)];
    for (let shown = card; seen.length < count; seen.push(tenantOn(shown))) shown = await person.press(shown, 'Skip');
    return seen;
  }

  it('deals the surest first, and all of them before one comes again', async () => {
    expect(await skipFrom(await person.ask('unmapped'), 6)).to.deep.equal([...surestFirst, surestFirst[0]]);
  });

  it('goes on behind the card that was pressed, whatever others decide meanwhile and after a restart', async () => {
    const first = await person.ask('unmapped');
    const second = await person.press(first, 'Skip');
    expect(tenantOn(second)).to.equal('Werft Hafenbau AG');
    // In the tab somebody links the one that was skipped, the one on the card and the one that would follow it.
    for (const [tenant, company] of [[3, 31], [5, 51], [4, 41]] as const) await chat.organization.services.saveMappings(aCaller(), { idempotencyKey: `tab-${tenant}`, rows: [aRow(tenant, company)] });
    await chat.restart();
    const third = await person.press(second, 'Skip');
    expect(await skipFrom(third, 3)).to.deep.equal(['Brunnen Apotheke', 'Aaltje Xyzzy', 'Brunnen Apotheke']);
  });

  it('goes on behind a decided card with its Next, past what was skipped', async () => {
    const second = await person.press(await person.ask('unmapped'), 'Skip');
    const decided = await person.press(second, 'Ignore');
    await person.press(decided, 'Next');
    expect(person.posted().slice(-2).map(tenantOn)).to.deep.equal(['Quillstone Surveyors', 'Quillstone Surveyors']);
  });

  it('shows what was taken back to the next one who begins', async () => {
    const first = await person.ask('unmapped');
    const decided = await person.press(first, 'Link');
    expect(tenantOn(person.posted().at(-1))).to.equal('Werft Hafenbau AG');
    await person.press(decided, 'Undo');
    expect(tenantOn(await person.ask('unmapped'))).to.equal('Norderney Fisch GmbH');
  });
});
