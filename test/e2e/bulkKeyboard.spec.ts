import { expect } from 'chai';
import type { Frame } from 'playwright-core';
import { bulkCounts, writeBulkLists } from './bulkLists.js';
import type { TeamsPage } from './teamsPage.js';
import { useDemo } from './useDemo.js';

const maxKeys = 100;
/** What the row with focus looks like to the person: its state, its tenant and its company. */
const readRow = `(() => {
  const row = document.activeElement.closest('[data-row]');
  const text = (part) => row?.querySelector(part)?.innerText.trim() ?? '';
  return { isInGrid: row !== null, state: text('.state-mark'), tenant: text('.tenant-name'), company: text('.company-name') };
})()`;
type SeenRow = { readonly isInGrid: boolean; readonly state: string; readonly tenant: string; readonly company: string };

/** The bulk page without a pointer. The steps build on each other. */
describe('the bulk page by keyboard alone', function () {
  this.timeout(180_000);
  this.bail(true);
  let teams: TeamsPage;
  let frame: Frame;
  let keys = 0;
  useDemo({ width: 1680, writeLists: writeBulkLists }, async (opened) => {
    ({ teams } = opened);
    await teams.page.getByLabel('Tab width').selectOption('desktop');
    await openBulkPage();
  });

  async function openBulkPage(): Promise<void> {
    await teams.tab.getByRole('button', { name: 'Bulk Add Company' }).first().click();
    await teams.tab.getByRole('row').nth(1).waitFor();
    frame = await teams.tabFrame();
  }
  /** Each key is counted, and must leave focus somewhere. */
  async function press(key: string): Promise<void> {
    keys++;
    await teams.page.keyboard.press(key);
    expect(await frame.evaluate<string>('document.activeElement.tagName'), `what has focus after ${key}`).to.not.equal('BODY');
  }
  const look = () => frame.evaluate<SeenRow>(readRow);
  /** The name of what has focus, as it is read out. */
  const focused = () => frame.evaluate<string>(`document.activeElement.getAttribute('aria-label') ?? document.activeElement.innerText`);
  async function tabTo(isThere: () => Promise<boolean>): Promise<void> {
    for (let count = 0; !(await isThere()); count++) {
      if (count > 20) throw new Error('not to be reached with the Tab key');
      await press('Tab');
    }
  }

  it('starts auto-map and comes to the list', async () => {
    expect(await focused()).to.equal('Bulk Add Company');
    await tabTo(async () => (await focused()).startsWith('Attempt Auto-Map'));
    await press('Enter');
    await teams.tab.getByText(`Auto-map: ${bulkCounts.matched} matched, ${bulkCounts.review} need review, ${bulkCounts.unmatched} unmatched`).first().waitFor();
    await tabTo(async () => (await look()).isInGrid);
    await press('n');
  });

  it('decides every tenant that needs a person, one key each', async () => {
    for (let decided = 0; decided < bulkCounts.review + bulkCounts.unmatched; decided++) {
      const { state, tenant } = await look();
      expect(state, tenant).to.be.oneOf(['Needs review', 'Unmatched']);
      await press(state === 'Unmatched' ? 'i' : decided % 3 === 0 ? '2' : 'Enter');
    }
    await teams.tab.getByText('None needs you').waitFor();
  });

  it(`reviews and saves, with at most ${maxKeys} keys in all`, async () => {
    await press('Control+Enter');
    await teams.tab.getByRole('dialog', { name: `Save ${bulkCounts.matched + bulkCounts.review} mappings?` }).waitFor();
    expect(await focused()).to.equal('Save 380 mappings');
    await press('Enter');
    await teams.tab.getByText('Saved: 380 added, 0 changed, 0 removed, 0 skipped.').first().waitFor();
    console.log(`    ${keys} keys for ${bulkCounts.matched + bulkCounts.review + bulkCounts.unmatched} tenants`);
    expect(keys).to.be.at.most(maxKeys);
  });

  it('undoes the save with the next keys, and nothing that was decided is lost', async () => {
    await tabTo(async () => (await focused()) === 'Undo');
    await press('Enter');
    await teams.tab.getByText('The save was undone.').first().waitFor();
    await teams.tab.getByText('380 ready').waitFor();
    // The choices are on the server again, and nobody is said to have decided first.
    await teams.tab.getByText(/^Draft kept/).waitFor();
    await teams.tab.getByText('380 ready').waitFor();
    await teams.tab.getByText('None needs you').waitFor();
    expect(await teams.tab.getByRole('dialog').count()).to.equal(0);
  });

  it('takes decisions back and does them again', async () => {
    await tabTo(async () => (await look()).isInGrid);
    await press('Control+Home');
    const before = await look();
    await press('i');
    await press('Control+Home');
    expect((await look()).state).to.equal('Ignored');
    await press('Control+z');
    expect(await look()).to.deep.equal(before);
    await press('Control+Shift+z');
    expect((await look()).state).to.equal('Ignored');
    await press('Control+z');
    expect(await look()).to.deep.equal(before);
  });

  it('searches from the row, and picks with Enter', async () => {
    const { tenant } = await look();
    await press('/');
    await teams.tab.getByRole('dialog', { name: `PSA company for ${tenant}` }).waitFor();
    expect(await frame.evaluate<string>(`document.activeElement.getAttribute('role')`)).to.equal('combobox');
    await teams.page.keyboard.type('Ashwater');
    await teams.tab.getByRole('option').first().waitFor();
    await teams.tab.getByRole('dialog').getByText(/^\d+ compan(y|ies)$/).waitFor();
    const company = await teams.tab.getByRole('option').first().locator('.option-name').innerText();
    await press('Enter');
    await teams.tab.getByRole('dialog').waitFor({ state: 'detached' });
    await press('Control+Home');
    const after = await look();
    expect([after.tenant, after.state, after.company]).to.deep.equal([tenant, 'Chosen by you', company]);
  });

  it('shows every key, and closes again on Escape with focus on the row', async () => {
    const { tenant } = await look();
    await press('?');
    await teams.tab.getByRole('dialog', { name: 'Keys' }).getByText('Undo the latest decision').waitFor();
    await press('Escape');
    await teams.tab.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await look()).tenant).to.equal(tenant);
  });

  it('goes to the details beside the list and back', async () => {
    const { tenant } = await look();
    await press('d');
    expect(await focused()).to.equal(tenant);
    await press('Escape');
    expect((await look()).tenant).to.equal(tenant);
  });

  it('notes something, with focus kept in the details', async () => {
    await press('d');
    await tabTo(async () => (await focused()) === 'Add a note');
    await press('Enter');
    await teams.page.keyboard.type('Ask about the old contract');
    await tabTo(async () => (await focused()) === 'Keep note');
    await press('Enter');
    await teams.tab.getByRole('complementary').getByText('Ask about the old contract').waitFor();
    expect(await frame.evaluate<boolean>(`document.activeElement.closest('aside') !== null`)).to.equal(true);
    await press('Escape');
    expect((await look()).isInGrid).to.equal(true);
  });

  it('leaves letters alone that are typed elsewhere', async () => {
    const before = await teams.tab.getByText('380 ready').count();
    await teams.tab.getByRole('searchbox', { name: 'Find tenant' }).focus();
    await teams.page.keyboard.type('ini');
    await teams.tab.getByRole('searchbox', { name: 'Find tenant' }).fill('');
    expect(await teams.tab.getByText('380 ready').count()).to.equal(before);
  });
});
