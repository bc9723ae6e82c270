import { expect } from 'chai';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startDemo, type Demo } from '../../cli/demoStack.js';
import { launchBrowser } from '../support/browser.js';
import { openTeams, type TeamsPage } from './teamsPage.js';

/** The job from end to end, as a person does it: the real demo, a real browser. */
describe('the seed story in a browser', function () {
  this.timeout(120_000);
  const dataRoot = mkdtempSync(join(tmpdir(), 'tenant-mapper-e2e-'));
  let browser: Browser | undefined;
  let demo: Demo | undefined;
  let teams: TeamsPage;

  before(async function () {
    browser = await launchBrowser();
    if (!browser) {
      console.log('      SKIPPED: no Chromium on this machine, and the packaged one is for Linux x64 only. Set CHROMIUM_PATH.');
      return this.skip();
    }
    demo = await startDemo({ appPort: 0, isFresh: true, dataRoot, env: { NEXT_STEP_URL: 'https://billing.example/connect?tenant={tenantId}&company={companyId}' }, say: () => undefined });
    teams = await openTeams(browser, demo.teamsUrl);
  });
  after(async () => {
    await browser?.close();
    await demo?.stop();
    rmSync(dataRoot, { recursive: true, force: true });
  });

  const savedCount = async () => {
    const text = await teams.tab.getByText(/^[\d,]+ added compan(y|ies)$|of [\d,]+ added companies/).first().innerText();
    return Number(/([\d,]+) added compan/.exec(text)?.[1]?.replaceAll(',', ''));
  };
  const runningDemo = () => {
    if (!demo) throw new Error('the demo does not run');
    return demo;
  };
  let added = 0;

  it('opens on the Company page, which leads to Bulk Add Company', async () => {
    await teams.tab.getByText('No company is added yet').waitFor();
    await teams.tab.getByRole('button', { name: 'Bulk Add Company' }).or(teams.tab.getByRole('link', { name: 'Bulk Add Company' })).first().click();
    await teams.tab.getByRole('heading', { name: 'Bulk Add Company' }).waitFor();
  });

  it('proposes companies for most tenants, and marks the rest in yellow with a word', async () => {
    await teams.tab.getByRole('button', { name: 'Attempt Auto-Map' }).click();
    await teams.tab.getByText(/Auto-map: \d+ matched, \d+ need review, \d+ unmatched/).first().waitFor();
    await teams.tab.getByRole('tab', { name: /^Unmatched/ }).click();
    const row = teams.tab.getByRole('row').filter({ hasText: 'Unmatched' }).first();
    await row.waitFor();
    const colour = await row.evaluate<string>('(element) => getComputedStyle(element).backgroundColor');
    const [red = 0, green = 0, blue = 255] = (/\d+(?:, \d+)*/.exec(colour)?.[0] ?? '').split(', ').map(Number);
    expect(red > 200 && green > 180 && blue < 200, `background ${colour} is yellow`).to.equal(true);
  });

  it('lets a person pick the company of a yellow row', async () => {
    const row = teams.tab.getByRole('row').filter({ hasText: 'Unmatched' }).first();
    const tenant = await row.getByRole('rowheader').locator('.tenant-name').innerText();
    await row.getByRole('button', { name: /^PSA company for/ }).click();
    const picker = teams.tab.getByRole('dialog', { name: `PSA company for ${tenant}` });
    await picker.getByRole('combobox').fill('a');
    await picker.getByRole('option').first().click();
    await teams.tab.getByRole('tab', { name: /^All/ }).click();
    await teams.tab.getByRole('searchbox', { name: 'Find tenant' }).fill(tenant);
    await teams.tab.getByRole('row').filter({ hasText: 'Chosen by you' }).first().waitFor();
    await teams.tab.getByRole('searchbox', { name: 'Find tenant' }).fill('');
  });

  it('saves all of it at once and says what was done', async () => {
    await teams.tab.getByRole('button', { name: 'Save Customer Mapping' }).click();
    const summary = await teams.tab.getByText(/Saved: \d+ added, 0 changed, 0 removed, 0 skipped\./).first().innerText();
    added = Number(/Saved: (\d+) added/.exec(summary)?.[1]);
    expect(added).to.be.greaterThan(100);
  });

  it('has lost nothing when the app is killed right after "saved"', async () => {
    await runningDemo().restartApp('SIGKILL');
    await teams.page.reload();
    expect(await savedCount()).to.equal(added);
  });

  it('adds one company in the tab, and hands over to the next step', async () => {
    await teams.tab.getByRole('button', { name: 'Add company' }).or(teams.tab.getByRole('link', { name: 'Add company' })).first().click();
    await teams.tab.getByRole('heading', { name: 'Company Details' }).waitFor();
    await teams.tab.getByRole('combobox', { name: 'PSA company' }).click();
    await teams.tab.getByRole('listbox').getByRole('option').first().click();
    await teams.tab.getByRole('combobox', { name: 'Customer tenant' }).click();
    await teams.tab.getByRole('listbox').getByRole('option').first().click();
    await teams.tab.getByRole('button', { name: 'Save', exact: true }).click();
    await teams.tab.getByText(/ is linked to /).first().waitFor();
    await teams.tab.getByRole('link', { name: 'Connect licenses to billing profile' }).or(teams.tab.getByRole('button', { name: 'Connect licenses to billing profile' })).waitFor();
    added += 1;
  });

  it('adds one company through the chat, undoes it, and adds it again', async () => {
    const card = await teams.say('add company');
    await card.getByRole('combobox', { name: 'PSA', exact: true }).selectOption({ index: 1 });
    await pickFirst(card, 'PSA company');
    await pickFirst(card, 'Customer tenant');
    await card.getByRole('button', { name: 'Save' }).click();
    await card.getByRole('button', { name: 'Undo' }).click();
    await card.getByText(/undone/i).first().waitFor();
  });

  it('works without typeahead, step by step', async () => {
    expect(await savedCountOnCompanyPage()).to.equal(added);
  });

  it('opens the bulk page from the chat', async () => {
    const answer = await teams.say('bulk');
    await answer.getByRole('link').first().click();
    await teams.tab.getByRole('heading', { name: 'Bulk Add Company' }).waitFor();
  });

  it('tells how far the mapping is', async () => {
    const answer = await teams.say('status');
    expect(await answer.innerText()).to.match(new RegExp(`\\b${added}\\b`));
  });

  it('made no error in the browser', () => expect(teams.errors).to.deep.equal([]));

  async function savedCountOnCompanyPage() {
    await teams.page.reload();
    return savedCount();
  }
  async function pickFirst(card: ReturnType<TeamsPage['latestAnswer']>, name: string) {
    const box = card.getByRole('combobox', { name, exact: true });
    await box.click();
    await card.page().getByRole('listbox').getByRole('option').first().click();
  }
});
