import { expect } from 'chai';
import type { Locator } from 'playwright-core';
import type { TeamsPage } from './teamsPage.js';
import { useDemo } from './useDemo.js';

/** The message extension as a person uses it: search and share, link what a message names, paste a link. The steps build on each other. */
describe('the message extension in a browser', function () {
  this.timeout(120_000);
  this.bail(true);
  let teams: TeamsPage;
  let tenantName = '';
  let companyName = '';

  useDemo({}, (opened) => {
    ({ teams } = opened);
    return Promise.resolve();
  });

  const page = () => teams.page;
  const pane = () => page().getByRole('region', { name: 'Message extension' });
  const results = () => pane().getByRole('list', { name: 'Results' }).getByRole('button');
  const attached = () => page().getByRole('region', { name: 'Attached card' });
  const message = () => page().getByRole('textbox', { name: 'Message' });
  const dialog = () => page().getByRole('dialog');
  const lastMessage = () => page().locator('#log > .message').last();
  async function send(text = ''): Promise<Locator> {
    if (text !== '') await message().fill(text);
    const before = await page().locator('#log > .message').count();
    await page().getByRole('button', { name: 'Send' }).click();
    await page().locator('#log > .message').nth(before).waitFor();
    return page().locator('#log > .message').nth(before);
  }
  async function search(where: string, text: string) {
    if (!(await pane().isVisible())) await page().getByRole('button', { name: 'Apps' }).click();
    await pane().getByRole('button', { name: where }).click();
    await pane().getByRole('searchbox', { name: 'Search' }).fill(text);
  }

  it('finds a tenant and shares it as a card that leads to the tab', async () => {
    await search('Tenants', '');
    await results().first().waitFor();
    tenantName = (await results().first().innerText()).split('\n')[0] ?? '';
    await search('Tenants', tenantName);
    await results().filter({ hasText: tenantName }).first().click();
    await attached().getByText('No company yet').waitFor();
    const sent = await send();
    await sent.getByText(tenantName).first().waitFor();
    expect(await attached().isVisible()).to.equal(false);
    await sent.getByRole('link', { name: 'Open in the tab' }).click();
    await teams.tab.getByRole('heading', { name: 'Bulk Add Company' }).waitFor();
  });

  it('says when nothing fits', async () => {
    await search('Companies', 'nothing like it');
    await pane().getByText('Nothing fits "nothing like it".').waitFor();
    await page().getByRole('button', { name: 'Close' }).first().click();
  });

  it('links the tenant that a message names, in a dialog, and shares the link', async () => {
    const sent = await send(`Please add ${tenantName} to billing`);
    await sent.locator('summary').click();
    await sent.getByRole('button', { name: 'Link this tenant' }).click();
    await dialog().getByRole('radio', { name: new RegExp(tenantName.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')) }).first().waitFor();
    const company = dialog().getByRole('radio', { name: /\d+%$/ }).first();
    if ((await company.count()) === 0) {
      await dialog().getByRole('textbox', { name: /company/i }).fill('a');
      await dialog().getByRole('button', { name: 'Search' }).click();
    }
    const chosen = dialog().getByRole('radio', { name: /#/ }).first();
    companyName = (await dialog().getByText(/ · #/).first().innerText()).split(' · ')[0] ?? '';
    await chosen.check();
    await dialog().getByRole('button', { name: 'Link', exact: true }).click();
    await attached().getByText('Linked', { exact: true }).waitFor();
    await (await send()).getByText(companyName).first().waitFor();
    await search('Links', tenantName);
    await results().filter({ hasText: `${tenantName} → ${companyName}` }).first().waitFor();
    await page().getByRole('button', { name: 'Close' }).first().click();
  });

  it('unfolds a pasted link of the app, and leaves others alone', async () => {
    await message().fill(`See ${new URL('/tab/#/companies', page().url()).href}`);
    await attached().getByText('1 link so far.').waitFor();
    await attached().getByRole('button', { name: 'Remove card' }).click();
    const answered = page().waitForResponse('**/teams/extension/link');
    await message().fill('See https://example.com/tab/#/companies');
    expect(await (await answered).json()).to.deep.equal({ kind: 'nothing' });
    expect(await attached().isVisible()).to.equal(false);
    await message().fill('');
  });

  it('refuses a viewer the link, in the dialog', async () => {
    await page().getByLabel('Signed in as').selectOption({ label: 'Demo Viewer (viewer)' });
    await page().locator('[role=log][aria-busy=false]').getByRole('article').first().waitFor();
    const sent = await send(`Please add ${tenantName}`);
    await sent.locator('summary').click();
    await sent.getByRole('button', { name: 'Link this tenant' }).click();
    await dialog().getByText(/Your role \(viewer\) may look but not change anything/).waitFor();
    await dialog().getByRole('button', { name: 'Close' }).click();
    expect(await dialog().isVisible()).to.equal(false);
    await lastMessage().waitFor();
  });
});
