import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import type { TeamsPage } from './teamsPage.js';
import { useDemo } from './useDemo.js';

/** What was saved can be looked at, taken back, brought back, taken out and put in. The steps build on each other. */
describe('history and files in a browser', function () {
  this.timeout(120_000);
  this.bail(true);
  let teams: TeamsPage;
  let added = 0;
  let csv = '';
  useDemo({}, async (opened) => {
    ({ teams } = opened);
    await button('Bulk Add Company').click();
    await button('Attempt Auto-Map').click();
    await teams.tab.getByText(/Auto-map: \d+ matched/).first().waitFor();
    await button('Add a reason').click();
    await teams.tab.getByLabel('Reason (optional, kept in the history)').fill('first clean-up');
    await button('Save Customer Mapping').click();
    const summary = await teams.tab.getByText(/Saved: \d+ added/).first().innerText();
    added = Number(/Saved: (\d+) added/.exec(summary)?.[1]);
    await button('Back to Company page').click();
  });

  const button = (name: string) => teams.tab.getByRole('button', { name, exact: true }).first();
  const dialog = () => teams.tab.getByRole('dialog');
  const pickFromMenu = async (name: string) => {
    await button('More').click();
    await teams.tab.getByRole('menuitem', { name }).click();
  };
  const importFile = async (text: string) => {
    await pickFromMenu('Import…');
    await dialog().getByLabel('File').setInputFiles({ name: 'links.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  };

  it('exports every tenant', async () => {
    const downloading = teams.page.waitForEvent('download');
    await pickFromMenu('Export as CSV');
    const download = await downloading;
    expect(download.suggestedFilename()).to.match(/^tenant-mapping-\d{4}-\d\d-\d\d\.csv$/);
    csv = readFileSync(await download.path(), 'utf8');
    const lines = csv.trim().split('\r\n');
    expect(lines.filter((line) => line.includes(',linked,'))).to.have.lengthOf(added);
    expect(lines.filter((line) => line.includes(',not-linked,')).length).to.be.greaterThan(0);
  });

  it('finds nothing to change in its own export', async () => {
    await importFile(csv);
    await dialog().getByText('The file changes nothing.').waitFor();
    await dialog().getByRole('button', { name: 'Cancel' }).click();
  });

  it('shows what a changed file would do, and does it', async () => {
    const [header = '', ...lines] = csv.split('\r\n');
    const linked = lines.filter((line) => line.includes(',linked,'));
    const [first = '', second = ''] = linked.map((line) => line.split(',')[0] ?? '');
    expect(header).to.contain('tenant_id');
    await importFile(`tenant_id,company_id\n${first},\n${second},\ncontoso,1\n`);
    await dialog().getByText('0 added, 0 changed, 2 removed, 0 unchanged, 1 refused').waitFor();
    await dialog().getByText('Line 4: "contoso" is not a tenant id').waitFor();
    await dialog().getByLabel('Reason (optional, kept in the history)').fill('cleaned up by hand');
    await dialog().getByRole('button', { name: 'Import 2 changes' }).click();
    await teams.tab.getByText('Imported: 0 added, 0 changed, 2 removed').first().waitFor();
  });

  it('lists both saves, with who, from where and why', async () => {
    await button('History').click();
    const row = teams.tab.getByRole('row').nth(1);
    await row.getByText('2 removed').waitFor();
    expect(await row.innerText()).to.match(/by import[\s\S]*cleaned up by hand/);
    const first = await teams.tab.getByRole('row').nth(2).innerText();
    expect(first).to.contain(`${added} added`).and.contain('first clean-up');
  });

  it('undoes the other rows of a save whose rows a later one touched', async () => {
    await button('Open save 1').click();
    await dialog().getByText(`${added} rows`).waitFor();
    await dialog().getByRole('button', { name: 'Undo this save' }).click();
    await dialog().getByLabel('Reason (optional, kept in the history)').fill('wrong list');
    await dialog().getByRole('button', { name: 'Undo this save' }).click();
    const conflict = teams.tab.getByRole('dialog', { name: 'Later saves touched some of these rows' });
    await conflict.waitFor();
    expect(await conflict.getByRole('listitem').count()).to.equal(2);
    await conflict.getByRole('button', { name: `Undo the other ${added - 2}` }).click();
    await teams.tab.getByText(`The save was undone. 0 added, 0 changed, ${added - 2} removed, 0 skipped.`).first().waitFor();
    await teams.tab.getByText('Undo of save 1').waitFor();
  });

  it('restores a past moment after a preview of it', async () => {
    await button('Open save 2').click();
    await dialog().getByRole('button', { name: 'Restore the state before this save' }).click();
    await dialog().getByText(`${added} added`).waitFor();
    await dialog().getByRole('button', { name: `Restore ${added} rows` }).click();
    await teams.tab.getByText(`Restored: ${added} added.`).first().waitFor();
    await button('Check history').click();
    await teams.tab.getByText('The history is intact: 4 saves, each as it was written.').first().waitFor();
    await button('Back to Company page').click();
    await teams.tab.getByText(new RegExp(`of ${added} added companies`)).waitFor();
  });

  it('lets a viewer look, and no more', async () => {
    await teams.page.getByLabel('Signed in as').selectOption({ label: 'Demo Viewer (viewer)' });
    await button('History').click();
    await button('Open save 1').click();
    await dialog().getByText(`${added} rows`).waitFor();
    expect(await teams.tab.getByRole('button', { name: /Undo|Restore|Check/ }).count()).to.equal(0);
  });
});
