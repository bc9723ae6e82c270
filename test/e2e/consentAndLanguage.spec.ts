import { expect } from 'chai';
import { chooseLanguage, faultsIn, setLanguage } from './looks.js';
import type { TeamsPage } from './teamsPage.js';
import { useDemo } from './useDemo.js';

/** Somebody allows the app, decides, changes the language of Teams meanwhile, and takes a decision back. The steps build on each other. */
describe('consent, language and a way back in a browser', function () {
  this.timeout(120_000);
  this.bail(true);
  let teams: TeamsPage;
  let [chosenTenant, ignoredTenant, company] = ['', '', ''];
  // Wide enough for the details to stand beside the list.
  useDemo({ width: 1680, isStill: true }, (opened) => void ({ teams } = opened));

  const button = (name: string | RegExp) => teams.tab.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) }).first();
  const heading = (name: string) => teams.tab.getByRole('heading', { name, exact: true });
  const rowOf = (tenant: string) => teams.tab.getByRole('row').filter({ hasText: tenant }).first();
  const consent = (answer: string) => teams.page.getByLabel('Consent').selectOption(answer);
  const consentNow = () => teams.page.getByLabel('Consent').inputValue();
  const openIgnored = async () => {
    await button('More').click();
    await teams.tab.getByRole('menuitem', { name: 'Ignored tenants' }).click();
  };

  it('says what it wants to know before it asks, and that nothing works without', async () => {
    await consent('declines');
    await heading('One step before you start').waitFor();
    expect(await faultsIn(await teams.tabFrame())).to.deep.equal([]);
    expect(await teams.tab.getByText('Bulk Add Company').count()).to.equal(0);
    await button('Allow').click();
    await teams.tab.getByRole('alert').getByText('Without this permission Tenant Mapper can not be used.').waitFor();
    expect(await consentNow()).to.equal('declines');
  });

  it('asks from the press of a button alone, and lets the person in who allows it', async () => {
    await consent('asks');
    await heading('One step before you start').waitFor();
    expect(await consentNow(), 'not asked before the press').to.equal('asks');
    await button('Allow').click();
    await teams.tab.getByText('No company is added yet').waitFor();
    expect(await consentNow()).to.equal('given');
  });

  it('keeps to its language while Teams changes, until the person comes back to the page', async () => {
    await button('Bulk Add Company').click();
    await teams.tab.getByRole('row').nth(2).waitFor();
    [chosenTenant, ignoredTenant] = [await teams.tab.locator('.tenant-name').nth(0).innerText(), await teams.tab.locator('.tenant-name').nth(1).innerText()];
    await rowOf(chosenTenant).getByRole('button', { name: /^PSA company for/ }).click();
    const option = teams.tab.getByRole('dialog').getByRole('option').first();
    company = await option.locator('.option-name').innerText();
    await option.click();
    await rowOf(chosenTenant).getByText('Chosen by you').waitFor();
    await rowOf(ignoredTenant).getByRole('button', { name: /^Details of/ }).click();
    const panel = teams.tab.getByRole('complementary');
    await panel.getByRole('button', { name: 'Ignore this tenant' }).click();
    await panel.getByLabel('Reason (optional)').fill('Our own test tenant');
    await panel.getByRole('button', { name: 'Ignore this tenant' }).click();
    await rowOf(ignoredTenant).getByText('Ignored').first().waitFor();
    await chooseLanguage(teams, 'de-de');
    expect(await heading('Bulk Add Company').count()).to.equal(1);
    await setLanguage(teams, 'de-de', 'de');
    await heading('Firmen gesammelt hinzufügen').waitFor();
  });

  it('has lost nothing that was decided, in either language', async () => {
    const row = rowOf(chosenTenant);
    await row.getByText('Von Ihnen').waitFor();
    await row.getByText(company).first().waitFor();
    await teams.tab.getByRole('tab', { name: /^Ignoriert 1/ }).click();
    await rowOf(ignoredTenant).getByText('Ignoriert von Ihnen: Our own test tenant').first().waitFor();
    await setLanguage(teams, 'fr-fr', 'fr');
    await heading('Ajout groupé d’entreprises').waitFor();
    await rowOf(ignoredTenant).waitFor();
    await setLanguage(teams, 'en-us', 'en');
    await heading('Bulk Add Company').waitFor();
    await rowOf(ignoredTenant).getByText('Ignored by you: Our own test tenant').first().waitFor();
    await teams.tab.getByRole('tab', { name: /^All/ }).click();
    await rowOf(chosenTenant).getByText(company).first().waitFor();
  });

  it('takes an ignored tenant back, and ignores it again with its reason', async () => {
    await button('Back to Company page').click();
    await openIgnored();
    const row = rowOf(ignoredTenant);
    await row.getByText('Our own test tenant').waitFor();
    await row.getByText('Demo Admin').waitFor();
    await button(`Stop ignoring ${ignoredTenant}`).click();
    await heading('No tenant is ignored').waitFor();
    const notice = teams.tab.getByRole('status').filter({ hasText: `${ignoredTenant} is no longer ignored.` });
    expect(await (await teams.tabFrame()).evaluate<string>('document.activeElement.innerText')).to.contain('is no longer ignored');
    await notice.getByRole('button', { name: 'Undo' }).click();
    await row.getByText('Our own test tenant').waitFor();
  });

  it('lets a viewer look at who is ignored, and no more', async () => {
    await teams.page.getByLabel('Signed in as').selectOption({ label: 'Demo Viewer (viewer)' });
    await openIgnored();
    await rowOf(ignoredTenant).getByText('Our own test tenant').waitFor();
    expect(await teams.tab.getByRole('button', { name: /^Stop ignoring/ }).count()).to.equal(0);
    await teams.page.getByLabel('Signed in as').selectOption({ label: 'Demo Admin (admin)' });
  });

  it('offers the tenant on the bulk page again once it is taken back', async () => {
    await openIgnored();
    await button(`Stop ignoring ${ignoredTenant}`).click();
    await heading('No tenant is ignored').waitFor();
    await button('Open Bulk Add Company').click();
    await rowOf(ignoredTenant).waitFor();
    expect(await teams.tab.getByRole('tab', { name: /^Ignored/ }).count()).to.equal(0);
    await rowOf(chosenTenant).getByText(company).first().waitFor();
  });
});
