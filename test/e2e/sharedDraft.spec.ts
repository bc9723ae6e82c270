import { expect } from 'chai';
import type { Demo } from '../../cli/startDemo.js';
import type { TeamsPage } from './teamsPage.js';
import { useDemo } from './useDemo.js';

/** Two people on the bulk page of one organization. The steps build on each other. */
describe('the shared draft in two browsers', function () {
  this.timeout(120_000);
  this.bail(true);
  let demo: Demo;
  let one: TeamsPage;
  let other: TeamsPage;
  useDemo({}, async (opened) => {
    ({ demo, teams: one } = opened);
    other = await opened.open();
    await enter(one, 'Demo Admin (admin)');
    await enter(other, 'Demo Mapper (mapper)');
  });

  async function enter(teams: TeamsPage, person: string): Promise<void> {
    await teams.page.getByLabel('Signed in as').selectOption({ label: person });
    await teams.tab.getByRole('button', { name: 'Bulk Add Company' }).first().click();
    await teams.tab.getByRole('row').nth(1).waitFor();
  }
  const find = async ({ tab }: TeamsPage, tenant: string) => {
    await tab.getByRole('searchbox', { name: 'Find tenant' }).fill(tenant);
    const row = tab.getByRole('row').filter({ hasText: tenant }).first();
    await row.waitFor();
    return row;
  };
  const tenantAt = async ({ tab }: TeamsPage, index: number) => (await tab.getByRole('row').nth(index).locator('.tenant-name').innerText()).trim();
  /** Picks the n-th company that the search for `query` finds, and tells its name. */
  const choose = async (teams: TeamsPage, tenant: string, query: string, nth: number) => {
    await (await find(teams, tenant)).getByRole('button', { name: /^PSA company for/ }).click();
    const dialog = teams.tab.getByRole('dialog');
    await dialog.getByRole('combobox').fill(query);
    const option = dialog.getByRole('option').nth(nth);
    await option.waitFor();
    // The list settles a moment after the last key.
    await teams.page.waitForTimeout(500);
    const company = (await option.locator('.option-name').innerText()).trim();
    await option.click();
    return company;
  };
  const showsChoice = async (teams: TeamsPage, tenant: string, company: string) => {
    const row = await find(teams, tenant);
    await row.getByRole('button', { name: /^PSA company for/ }).filter({ hasText: company }).waitFor({ timeout: 6_000 });
    return row;
  };
  let tenants: string[] = [];
  let companies: string[] = [];

  it('shows each who else is on the page', async () => {
    await one.tab.getByText('Demo Mapper is on this page too.').waitFor({ timeout: 6_000 });
    await other.tab.getByText('Demo Admin is on this page too.').waitFor({ timeout: 6_000 });
  });

  it('shows the decisions of each to the other within 5 seconds, and whose they are', async () => {
    tenants = await Promise.all([1, 2, 3, 4, 5].map((index) => tenantAt(one, index)));
    const [first = '', second = ''] = tenants;
    companies = [await choose(one, first, 'a', 0), await choose(other, second, 'a', 1)];
    const decidedAt = Date.now();
    const rows = await Promise.all([showsChoice(other, first, companies[0] ?? ''), showsChoice(one, second, companies[1] ?? '')]);
    expect(Date.now() - decidedAt).to.be.below(5_000);
    await rows[0].getByText('Chosen by Demo Admin').first().waitFor();
    await rows[1].getByText('Chosen by Demo Mapper').first().waitFor();
  });

  it('loses no decision when the page is loaded again, and says what waits', async () => {
    await one.reload();
    await enter(one, 'Demo Admin (admin)');
    await one.tab.getByText(/^2 decisions of (yours and Demo Mapper’s|Demo Mapper’s and yours) are not saved yet\./).waitFor();
    for (const index of [0, 1]) await showsChoice(one, tenants[index] ?? '', companies[index] ?? '');
  });

  it('loses no decision that was made right before the page is loaded again', async () => {
    const [, , , , tenant = ''] = tenants;
    const company = await choose(one, tenant, 'd', 0);
    await one.reload();
    await enter(one, 'Demo Admin (admin)');
    await showsChoice(one, tenant, company);
  });

  it('loses no decision when the server is killed', async () => {
    await demo.restartApp('SIGKILL');
    one.takeErrors(); // It may have asked while nobody could answer.
    await other.reload();
    await enter(other, 'Demo Mapper (mapper)');
    for (const index of [0, 1]) await showsChoice(other, tenants[index] ?? '', companies[index] ?? '');
  });

  it('tells the second of two deciders, with both values, and lets them choose', async () => {
    const [, , tenant = ''] = tenants;
    await Promise.all([find(one, tenant), find(other, tenant)]);
    // The other page looks away: it decides on what it saw.
    await other.page.route('**/api/draft?*', (route) => route.abort());
    const theirs = await choose(one, tenant, 'b', 0);
    await one.page.waitForTimeout(1_500);
    const mine = await choose(other, tenant, 'c', 1);
    const dialog = other.tab.getByRole('dialog', { name: 'Somebody else decided first' });
    await dialog.getByText('Demo Admin decided').waitFor();
    await dialog.getByText(mine).waitFor();
    await dialog.getByText(theirs).waitFor();
    await other.page.unroute('**/api/draft?*');
    await dialog.getByRole('button', { name: 'Use my decision' }).click();
    await showsChoice(other, tenant, mine);
    await showsChoice(one, tenant, mine);
  });

  it('takes an ignored tenant out of everybody’s way, with the reason', async () => {
    const [, , , tenant = ''] = tenants;
    await (await find(one, tenant)).getByRole('button', { name: /^Details of/ }).click();
    const dialog = one.tab.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Ignore this tenant' }).click();
    await dialog.getByLabel('Reason (optional)').fill('A test tenant of ours');
    await dialog.getByRole('button', { name: 'Ignore this tenant' }).click();
    await other.tab.getByRole('searchbox', { name: 'Find tenant' }).fill('');
    await other.tab.getByRole('tab', { name: /^Ignored 1/ }).click({ timeout: 6_000 });
    await other.tab.getByText('Ignored by Demo Admin: A test tenant of ours').first().waitFor();
    await other.tab.getByRole('tab', { name: /^All/ }).click();
  });

  it('saves everybody’s decisions, and the other page sees that they are saved', async () => {
    await one.tab.getByRole('searchbox', { name: 'Find tenant' }).fill('');
    await one.tab.getByText('4 ready').waitFor({ timeout: 6_000 });
    await one.tab.getByRole('button', { name: 'Save Customer Mapping' }).click();
    await one.tab.getByText('Saved: 4 added, 0 changed, 0 removed, 0 skipped.').first().waitFor();
    const savedAt = Date.now();
    await other.tab.getByText('0 ready').waitFor({ timeout: 6_000 });
    expect(Date.now() - savedAt).to.be.below(5_000);
    await one.reload();
    await enter(one, 'Demo Admin (admin)');
    await one.tab.getByText('0 ready').waitFor();
    expect(await one.tab.getByText('not saved yet').count()).to.equal(0);
  });
});
