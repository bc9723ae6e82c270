import { expect } from 'chai';
import { connectWiseByHand, type ConnectWiseByHand } from './connectWiseByHand.js';
import type { TeamsPage } from './teamsPage.js';
import { useDemo } from './useDemo.js';

type PsaCompany = { readonly id: number; readonly name: string; readonly website: string; readonly customFields: readonly { readonly caption: string; readonly value?: unknown }[] };

/** A tenant that no company fits gets one, which then holds the tenant's id. The steps build on each other. */
describe('a new company in a browser', function () {
  this.timeout(120_000);
  this.bail(true);
  let teams: TeamsPage;
  let [tenantName, tenantId, companyName] = ['', '', ''];
  let connectWise: ConnectWiseByHand;
  const prepare = (settings: unknown, env: Readonly<Record<string, string>>) => {
    connectWise = connectWiseByHand(settings, env);
    return settings;
  };

  useDemo({ prepare }, async (opened) => {
    ({ teams } = opened);
    await button('Bulk Add Company').click();
    await button('Attempt Auto-Map').click();
    await teams.tab.getByText(/Auto-map: \d+ matched/).first().waitFor();
    await teams.tab.getByRole('tab', { name: /^Unmatched/ }).click();
  });

  const button = (name: string | RegExp) => teams.tab.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) }).first();
  const dialog = () => teams.tab.getByRole('dialog');
  const companiesCalled = async (name: string) => (await connectWise(`/company/companies?conditions=${encodeURIComponent(`name="${name}"`)}`)) as PsaCompany[];

  it('fills a form in from the tenant', async () => {
    const details = button(/^Details of /);
    await details.click();
    tenantName = await dialog().getByRole('heading', { level: 2 }).innerText();
    tenantId = (await dialog().locator('.guid').innerText()).trim().slice(0, 36);
    await dialog().getByRole('button', { name: 'Create company in ConnectWise…' }).press('Enter');
    await dialog().getByRole('heading', { name: `New company in ConnectWise for ${tenantName}` }).waitFor();
    companyName = await dialog().getByLabel('Name').inputValue();
    expect(tenantName).to.contain(companyName.split(' ')[0]);
    expect(await companiesCalled(companyName)).to.deep.equal([]);
  });

  it('creates the company in ConnectWise and chooses it for the tenant', async () => {
    const none = dialog().getByLabel('None of these is the same organisation.');
    if (await none.count()) await none.check();
    await dialog().getByRole('button', { name: 'Create in ConnectWise' }).press('Enter');
    await dialog().waitFor({ state: 'detached' });
    await teams.tab.getByText('Chosen by you').first().waitFor();
    expect((await companiesCalled(companyName)).map(({ name }) => name)).to.deep.equal([companyName]);
  });

  it('stores the tenant id in it after the save, and not before', async () => {
    const stored = async () => (await companiesCalled(companyName))[0]?.customFields.find(({ caption }) => caption === 'Tenant ID')?.value ?? '';
    await button('Save Customer Mapping').click();
    await teams.tab.getByText(/Saved: \d+ added/).first().waitFor();
    expect(await stored()).to.equal('');
    await button('Store tenant ids in ConnectWise and HaloPSA').click();
    await teams.tab.getByText(/tenant ids stored, \d+ already there, 0 refused\./).first().waitFor();
    expect(await stored()).to.equal(tenantId);
  });

  it('offers a mapper none of it', async () => {
    await teams.page.getByLabel('Signed in as').selectOption({ label: 'Demo Mapper (mapper)' });
    await button('Bulk Add Company').click();
    await button(/^Details of /).click();
    await dialog().getByRole('heading', { level: 2 }).waitFor();
    expect(await teams.tab.getByRole('button', { name: /Create company in|Store tenant ids/ }).count()).to.equal(0);
  });
});
