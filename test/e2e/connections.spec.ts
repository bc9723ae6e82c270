import { expect } from 'chai';
import { makeMsp } from '../../simulators/seed/makeMsp.js';
import { faultsInEveryLook as faultsInLooks } from './looks.js';
import type { TeamsPage } from './teamsPage.js';
import { useDemo } from './useDemo.js';

type Settings = { psaConnections: { psa: string; settings: Record<string, string>; secrets: Record<string, string> }[] };

/** An administrator connects a PSA that the settings file does not name, reads its companies and links a tenant to one. The steps build on each other. */
describe('connections in a browser', function () {
  this.timeout(120_000);
  this.bail(true);
  let teams: TeamsPage;
  let connectWise: { settings: Record<string, string>; secrets: Record<string, string> };
  const prepare = (settings: unknown, env: Readonly<Record<string, string>>) => {
    const { psaConnections } = settings as Settings;
    const found = psaConnections.find(({ psa }) => psa === 'connectWise');
    if (!found) throw new Error('the demo has no ConnectWise');
    connectWise = { settings: found.settings, secrets: Object.fromEntries(Object.entries(found.secrets).map(([name, variable]) => [name, env[variable] ?? ''])) };
    return { ...(settings as Settings), psaConnections: [] };
  };
  useDemo({ width: 1680, isStill: true, prepare }, (opened) => void ({ teams } = opened));

  const faultsInEveryLook = (name: string) => faultsInLooks(teams, name);
  const button = (name: string | RegExp) => teams.tab.getByRole('button', { name, exact: true }).first();
  const dialog = () => teams.tab.getByRole('dialog');
  const field = (label: string) => dialog().getByLabel(label, { exact: true });
  const menu = async (name: string, item: string) => {
    await button(`Actions for ${name}`).click();
    await teams.tab.getByRole('menuitem', { name: item }).filter({ visible: true }).click();
  };
  const fillIn = async () => {
    await field('Name').fill('ConnectWise');
    await field('Site').fill(connectWise.settings['site'] ?? '');
    await field('Company id').fill(connectWise.settings['companyId'] ?? '');
    await field('Client id').fill(connectWise.settings['clientId'] ?? '');
    await field('Public key').fill(connectWise.secrets['publicKey'] ?? '');
    await field('Private key').fill(connectWise.secrets['privateKey'] ?? '');
  };

  it('shows what the settings file names, and what is missing', async () => {
    await button('Connections').click();
    await teams.tab.getByText('No PSA is connected: there are no companies to link tenants to yet.').waitFor();
    expect(await teams.tab.getByText("Set in the server's settings file").count()).to.be.greaterThan(0);
    expect(await faultsInEveryLook('page')).to.deep.equal([]);
  });

  it('offers what can be connected, and marks what is missing in the form', async () => {
    await button('Add connection').click();
    await dialog().getByRole('button', { name: 'ConnectWise', exact: true }).waitFor();
    expect(await faultsInEveryLook('kinds')).to.deep.equal([]);
    await dialog().getByRole('button', { name: 'ConnectWise', exact: true }).click();
    await dialog().getByRole('button', { name: 'Save', exact: true }).click();
    await dialog().getByText('Site is needed.').waitFor();
    expect(await (await teams.tabFrame()).evaluate<string>('document.activeElement.labels[0].textContent')).to.equal('Name');
    expect(await faultsInEveryLook('invalid')).to.deep.equal([]);
  });

  it('says in a sentence that the keys are refused', async () => {
    await fillIn();
    await field('Private key').fill('not the right one');
    await dialog().getByRole('button', { name: 'Test connection' }).click();
    await dialog().getByText('This does not work yet.').waitFor();
    expect(await faultsInEveryLook('refused')).to.deep.equal([]);
  });

  it('tests, with the number of companies that are readable', async () => {
    await fillIn();
    expect(await field('Private key').getAttribute('type')).to.equal('password');
    await dialog().getByRole('button', { name: 'Test connection' }).click();
    await dialog().getByText(/^Connected: [\d,]+ companies readable\.$/).waitFor();
    await dialog().getByRole('button', { name: 'Choose types and statuses' }).click();
    await dialog().getByRole('group', { name: 'Types' }).getByRole('checkbox').first().waitFor();
    expect(await faultsInEveryLook('tested')).to.deep.equal([]);
  });

  it('counts who takes part before anything is saved', async () => {
    await dialog().getByRole('button', { name: 'Count the companies' }).click();
    const all = await dialog().getByText(/compan(y|ies) take part\./).innerText();
    const types = dialog().getByRole('group', { name: 'Types' }).getByRole('checkbox');
    const states = await types.evaluateAll((boxes) => boxes.map((box) => (box as unknown as { checked: boolean }).checked));
    await types.nth(states.indexOf(true)).uncheck();
    if (states.filter((isOn) => isOn).length === 1) await dialog().getByText('Choose at least one, or go back to what the PSA marks.').waitFor();
    else {
      await dialog().getByRole('button', { name: 'Count the companies' }).click();
      await dialog().getByText(/compan(y|ies) take part\./).waitFor();
      expect(await dialog().getByText(/compan(y|ies) take part\./).innerText()).to.not.equal(all);
    }
    await dialog().getByRole('button', { name: 'Back to what the PSA marks' }).click();
  });

  it('saves, and reads the companies with live progress', async () => {
    await dialog().getByRole('button', { name: 'Save', exact: true }).click();
    await teams.tab.getByText('ConnectWise was added.').first().waitFor();
    expect(await faultsInEveryLook('saved')).to.deep.equal([]);
    await button('Read its list now').click();
    await teams.tab.getByText(/[1-9][\d,]* companies, updated just now/).waitFor();
    await teams.tab.getByText('Added ConnectWise').waitFor();
  });

  it('shows no secret again', async () => {
    await menu('ConnectWise', 'Edit');
    await field('Private key').waitFor();
    expect([await field('Private key').inputValue(), await field('Public key').inputValue()]).to.deep.equal(['', '']);
    const html = await teams.tab.locator('html').innerHTML();
    for (const secret of Object.values(connectWise.secrets)) expect(html.includes(secret)).to.equal(false);
    await field('Name').fill('ConnectWise Nord');
    await dialog().getByRole('button', { name: 'Save', exact: true }).click();
    await teams.tab.getByText('ConnectWise Nord was changed.').first().waitFor();
  });

  it('replaces secrets, pauses and resumes', async () => {
    await menu('ConnectWise Nord', 'Replace secrets');
    expect(await dialog().getByLabel('Name', { exact: true }).count()).to.equal(0);
    expect(await faultsInEveryLook('secrets')).to.deep.equal([]);
    await field('Public key').fill(connectWise.secrets['publicKey'] ?? '');
    await field('Private key').fill(connectWise.secrets['privateKey'] ?? '');
    await dialog().getByRole('button', { name: 'Save', exact: true }).click();
    await teams.tab.getByText('Replaced secrets of ConnectWise Nord').waitFor();
    await menu('ConnectWise Nord', 'Pause');
    await teams.tab.getByText('Not read while it is paused.').waitFor();
    expect(await faultsInEveryLook('paused')).to.deep.equal([]);
    await menu('ConnectWise Nord', 'Resume');
    await teams.tab.getByText('ConnectWise Nord is resumed.').first().waitFor();
  });

  const saveProposals = async (connection: string) => {
    await button('Back to Company page').click();
    await button('Bulk Add Company').click();
    await button('Attempt Auto-Map').click();
    await teams.tab.getByText(/Auto-map: [1-9]\d* matched/).first().waitFor();
    await button('Save Customer Mapping').click();
    await teams.tab.getByText(/Saved: [1-9]\d* added/).first().waitFor();
    await button('Back to Company page').click();
    await teams.tab.getByRole('row').filter({ hasText: connection }).first().waitFor();
  };

  it('links a tenant to one of its companies', async () => {
    await saveProposals('ConnectWise Nord');
  });

  it('says what a removal takes away, and keeps the links', async () => {
    await button('Connections').click();
    await menu('ConnectWise Nord', 'Remove…');
    await dialog().getByText(/^[1-9][\d,]* saved links? stays? on the Company page/).waitFor();
    expect(await faultsInEveryLook('removal')).to.deep.equal([]);
    await dialog().getByRole('button', { name: 'Remove connection' }).click();
    await teams.tab.getByText('ConnectWise Nord was removed.').first().waitFor();
    await button('Back to Company page').click();
    await teams.tab.getByText(/[1-9]\d* added companies|of [\d,]+ added companies/).first().waitFor();
  });

  const fileField = () => dialog().getByLabel(/^(CSV file with your companies|Choose another file)$/);
  const csvOf = (rows: readonly string[]) => ({ name: 'customers.csv', mimeType: 'text/csv', buffer: Buffer.from(['Kunden-Nr.;Firma;Web;Ort', ...rows].join('\r\n')) });
  const customers = makeMsp().partnerAccounts.flatMap(({ tenants }) => tenants).slice(0, 40).map(({ name, domain }, index) => `${index + 1};"${name}";${domain};Kiel`);

  it('looks at a file with companies before anything is saved', async () => {
    await button('Connections').click();
    await button('Add connection').click();
    await dialog().getByRole('button', { name: 'CSV file, for any other PSA' }).click();
    await field('Name').fill('Other PSA');
    expect(await faultsInEveryLook('file')).to.deep.equal([]);
    await dialog().getByRole('button', { name: 'Save', exact: true }).click();
    await dialog().getByText('Choose a file.').waitFor();
    await fileField().setInputFiles(csvOf([...customers, ';No number;x.example;Kiel', '1;Again;x.example;Kiel']));
    await dialog().getByText("customers.csv: 40 companies, 2 lines can't be read").waitFor();
    await dialog().getByText('Line 42: there is no id.').waitFor();
    expect(await field('Column of the id').inputValue()).to.equal('Kunden-Nr.');
    expect(await field('Name').inputValue()).to.equal('Other PSA');
    expect(await dialog().locator('[aria-invalid=true]').count()).to.equal(0);
    expect(await faultsInEveryLook('file-faulty')).to.deep.equal([]);
    await field('Column of the id').selectOption('Ort');
    await dialog().getByText("customers.csv: 1 company, 41 lines can't be read").waitFor();
    await fileField().setInputFiles(csvOf(customers));
    await dialog().getByText('customers.csv: 40 companies', { exact: true }).waitFor();
    expect(await field('Column of the website').inputValue()).to.equal('Web');
    await dialog().getByRole('button', { name: 'Save', exact: true }).click();
    await teams.tab.getByText('Other PSA was added.').first().waitFor();
    await teams.tab.getByText('40 companies, updated just now').waitFor();
    expect(await faultsInEveryLook('file-saved')).to.deep.equal([]);
  });

  it('links a tenant to a company of the file', async () => {
    await saveProposals('Other PSA');
  });

  it('says what a newer file changes, and takes it over', async () => {
    await button('Connections').click();
    await button('Upload a newer file: Other PSA').click();
    await fileField().setInputFiles(csvOf([...customers.slice(0, 10), '99;New customer;new.example;Kiel']));
    await dialog().getByText(/^30 companies gone: /).waitFor();
    await dialog().getByText('1 company added').waitFor();
    await dialog().getByText('10 companies as before').waitFor();
    expect(await faultsInEveryLook('file-newer')).to.deep.equal([]);
    await dialog().getByRole('button', { name: 'Save', exact: true }).click();
    await teams.tab.getByText('11 companies, updated just now').waitFor();
  });

  it('takes the links of a connection along where the person wishes it', async () => {
    await menu('Other PSA', 'Remove…');
    await dialog().getByLabel(/^Also remove (this link|these [\d,]+ links)\./).check();
    expect(await dialog().getByText(/stays? on the Company page/).count()).to.equal(0);
    expect(await faultsInEveryLook('removal-unlink')).to.deep.equal([]);
    await dialog().getByRole('button', { name: 'Remove connection' }).click();
    await teams.tab.getByText(/^Other PSA and [\d,]+ links? were removed\./).first().waitFor();
  });

  it('asks for a client secret or a certificate of a partner account', async () => {
    await button('Add connection').click();
    await dialog().getByRole('button', { name: /^Microsoft Partner Center account/ }).click();
    await dialog().getByRole('button', { name: 'Save', exact: true }).click();
    await dialog().getByText('Client secret or Certificate is needed.').waitFor();
    await field('Certificate').fill('-----BEGIN CERTIFICATE-----\nnot one\n-----END CERTIFICATE-----');
    await dialog().getByRole('button', { name: 'Save', exact: true }).click();
    await dialog().getByText(/^This can't be used\. It must be a PEM text/).waitFor();
    const shape = await field('Certificate').evaluate((box) => (globalThis as unknown as { getComputedStyle(of: unknown): { getPropertyValue(name: string): string } }).getComputedStyle(box).getPropertyValue('-webkit-text-security'));
    expect(shape, 'the letters are not shown').to.equal('disc');
    expect(await faultsInEveryLook('partner')).to.deep.equal([]);
    await field('Certificate').scrollIntoViewIfNeeded();
    expect(await faultsInEveryLook('partner-certificate')).to.deep.equal([]);
    await dialog().getByRole('button', { name: 'Cancel', exact: true }).click();
  });

  it('asks, and says what is wrong, in the language of the person', async () => {
    await teams.page.getByLabel('Language').focus();
    await teams.page.getByLabel('Language').selectOption('de-de');
    // The page asks Teams again when it gets focus.
    await teams.tab.getByRole('heading', { level: 1 }).click();
    await button('Verbindung hinzufügen').click();
    await dialog().getByRole('button', { name: 'ConnectWise', exact: true }).click();
    await field('Name').fill('Zweite');
    await field('Website').fill('kein Host');
    await dialog().getByRole('button', { name: 'Speichern', exact: true }).click();
    await dialog().getByText('Nicht in der richtigen Form. Ein Beispiel: na.myconnectwise.net.').waitFor();
    await field('Website').fill(connectWise.settings['site'] ?? '');
    await field('Firmen-ID').fill(connectWise.settings['companyId'] ?? '');
    await field('Client-ID').fill(connectWise.settings['clientId'] ?? '');
    await field('Öffentlicher Schlüssel').fill('falsch');
    await field('Privater Schlüssel').fill('falsch');
    await dialog().getByRole('button', { name: 'Verbindung testen' }).click();
    await dialog().getByText('ConnectWise lehnt die Anmeldedaten der Verbindung „Zweite“ ab. Prüfen Sie sie dort unter System > Members > API Members.').waitFor();
    expect(await dialog().innerText()).to.not.match(/\b(the|is needed|refused|Optional\. The)\b/);
    expect(await faultsInEveryLook('german')).to.deep.equal([]);
    await dialog().getByRole('button', { name: 'Abbrechen', exact: true }).click();
    await teams.page.getByLabel('Language').selectOption('en-us');
  });

  it('lets others look, and no more', async () => {
    await teams.page.getByLabel('Signed in as').selectOption({ label: 'Demo Viewer (viewer)' });
    await button('Connections').click();
    await teams.tab.getByText('only an administrator of the app can add or change connections').waitFor();
    expect(await teams.tab.getByRole('button', { name: /Add connection|^Actions for|^Read now/ }).count()).to.equal(0);
    expect(await faultsInEveryLook('viewer')).to.deep.equal([]);
  });
});
