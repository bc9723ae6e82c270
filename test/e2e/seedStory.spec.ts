import { expect } from 'chai';
import type { Locator } from 'playwright-core';
import type { Demo } from '../../cli/startDemo.js';
import { backgroundOf, type TeamsPage } from './teamsPage.js';
import { useDemo } from './useDemo.js';

/** The job from end to end, as a person does it: the real demo, a real browser. The steps build on each other. */
describe('the seed story in a browser', function () {
  this.timeout(120_000);
  this.bail(true);
  let running: Demo;
  let teams: TeamsPage;
  let added = 0;
  // An empty MongoDB database to walk the same story on, in place of the embedded store.
  const mongo = process.env['E2E_MONGODB_URI'];
  const env = { NEXT_STEP_URL: 'https://billing.example/connect?tenant={tenantId}&company={companyId}', ...(mongo ? { MONGODB_URI: mongo } : {}) };
  useDemo({ env }, (opened) => void ({ demo: running, teams } = opened));

  const tab = () => teams.tab;
  const button = (name: string) => teams.tab.getByRole('button', { name, exact: true });
  const rowOf = (state: string) => teams.tab.getByRole('row').filter({ hasText: state }).first();
  const countOnCompanyPage = async () => {
    await teams.reload();
    const text = await tab().getByText(/added compan(y|ies)$/).first().innerText();
    return Number(/([\d,]+) added compan/.exec(text)?.[1]?.replaceAll(',', ''));
  };
  /** Takes the first offer of a card's picker. */
  const pick = async (card: Locator, name: string) => {
    await card.getByRole('combobox', { name, exact: true }).click();
    await teams.page.getByRole('listbox').getByRole('option').first().click();
  };

  it('opens on the Company page, which leads to Bulk Add Company', async () => {
    await tab().getByText('No company is added yet').waitFor();
    await tab().getByRole('button', { name: 'Bulk Add Company' }).first().click();
    await tab().getByRole('heading', { name: 'Bulk Add Company' }).waitFor();
  });

  it('proposes companies for most tenants, and marks the rest with a word and in yellow', async () => {
    await button('Attempt Auto-Map').click();
    await tab().getByText(/Auto-map: \d+ matched, \d+ need review, \d+ unmatched/).first().waitFor();
    await tab().getByRole('tab', { name: /^Unmatched/ }).click();
    const row = rowOf('Unmatched');
    await row.waitFor();
    const [red, green, blue] = await backgroundOf(row);
    expect(red > 200 && green > 180 && blue < 200, `rgb(${red}, ${green}, ${blue}) is yellow`).to.equal(true);
  });

  it('lets a person pick the company of a yellow row', async () => {
    const row = rowOf('Unmatched');
    const tenant = await row.locator('.tenant-name').innerText();
    await row.getByRole('button', { name: /^PSA company for/ }).click();
    const picker = tab().getByRole('dialog', { name: `PSA company for ${tenant}` });
    await picker.getByRole('combobox').fill('a');
    await picker.getByRole('listbox').getByRole('option').first().click();
    await tab().getByRole('tab', { name: /^All/ }).click();
    await tab().getByRole('searchbox', { name: 'Find tenant' }).fill(tenant);
    await rowOf('Chosen by you').waitFor();
    await tab().getByRole('searchbox', { name: 'Find tenant' }).fill('');
  });

  it('saves all of it at once and says what was done', async () => {
    await button('Save Customer Mapping').click();
    const summary = await tab().getByText(/Saved: \d+ added, 0 changed, 0 removed, 0 skipped\./).first().innerText();
    added = Number(/Saved: (\d+) added/.exec(summary)?.[1]);
    expect(added).to.be.greaterThan(100);
  });

  it('has lost nothing when the app is killed right after "saved"', async () => {
    await running.restartApp('SIGKILL');
    teams.takeErrors(); // The page may have asked while nobody could answer.
    expect(await countOnCompanyPage()).to.equal(added);
  });

  it('adds one company in the tab, and hands over to the next step', async () => {
    await button('Add company').click();
    await tab().getByRole('heading', { name: 'Company Details' }).waitFor();
    for (const name of ['PSA company', 'Customer tenant']) {
      await tab().getByRole('combobox', { name, exact: true }).click();
      await tab().getByRole('listbox').getByRole('option').first().click();
    }
    await button('Save').click();
    await tab().getByRole('heading', { name: / is linked to / }).waitFor();
    await tab().getByText('Connect licenses to billing profile').waitFor();
    expect(await countOnCompanyPage()).to.equal((added += 1));
  });

  it('adds one company through the chat, and undoes it', async () => {
    const card = await teams.say('add company');
    await card.getByRole('combobox', { name: 'PSA', exact: true }).selectOption({ index: 1 });
    await pick(card, 'PSA company');
    await pick(card, 'Customer tenant');
    await card.getByRole('button', { name: 'Save' }).click();
    await card.getByText('Company added').waitFor();
    expect(await countOnCompanyPage()).to.equal(added + 1);
    const kept = teams.page.getByRole('article').filter({ hasText: 'Company added' });
    await kept.getByRole('button', { name: 'Undo' }).click();
    await teams.page.getByRole('article').filter({ hasText: 'Undone' }).waitFor();
    expect(await countOnCompanyPage()).to.equal(added);
  });

  for (const scope of ['Personal', 'Group', 'Channel'] as const) {
    it(`adds one company step by step, without typeahead (${scope})`, async () => {
      await teams.chooseScope(scope);
      await teams.page.getByRole('checkbox', { name: 'Typeahead off' }).check();
      const card = await teams.say('add company');
      /** Each of these buttons replaces the card: only then may the next thing be done. */
      const press = async (name: string) => {
        const replaced = await card.locator('.card').elementHandle();
        await card.getByRole('button', { name, exact: true }).click();
        await replaced?.waitForElementState('hidden');
      };
      await press('Search without typeahead');
      await card.getByText('Step 1 of 5').waitFor();
      await card.getByRole('radio').first().check();
      await press('Next');
      await card.getByRole('textbox', { name: 'PSA company' }).fill('ar');
      await press('Search');
      await card.getByRole('radio').first().check();
      await press('Next');
      await card.getByText('Step 3 of 5').waitFor();
      await card.getByRole('radio').first().check();
      await press('Next');
      await card.getByText('Step 4 of 5').waitFor();
      await card.getByRole('radio').first().check();
      await press('Next');
      await card.getByText('Save this link?').waitFor();
      await press('Save');
      await card.getByText('Company added').waitFor();
      added += 1;
    });
  }

  it('tells how far the mapping is, and opens the bulk page from the chat', async () => {
    await teams.chooseScope('Personal');
    expect(await countOnCompanyPage()).to.equal(added);
    expect(await (await teams.say('status')).innerText()).to.match(new RegExp(`Linked:\\s*${added}\\b`));
    await (await teams.say('bulk')).getByRole('link', { name: 'Open Bulk Add Company' }).click();
    await tab().getByRole('heading', { name: 'Bulk Add Company' }).waitFor();
  });

  it('understands a command that is misspelt, and answers unknown words with what it can do', async () => {
    await (await teams.say('ad compny')).getByRole('button', { name: 'Save' }).waitFor();
    await (await teams.say('what is the weather')).getByRole('button', { name: 'Add company' }).waitFor();
  });
});
