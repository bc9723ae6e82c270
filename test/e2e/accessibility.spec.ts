import { expect } from 'chai';
import { makeMsp } from '../../simulators/seed/makeMsp.js';
import { connectWiseByHand, type ConnectWiseByHand } from './connectWiseByHand.js';
import { contrastOf, type TextOnGround } from './contrast.js';
import { faultsIn, faultsInEveryLook, faultsInOtherLanguages, setLook, themesOf } from './looks.js';
import type { TeamsPage } from './teamsPage.js';
import { useDemo } from './useDemo.js';

/** In the frame: every text of the yellow rows with its colour and the colours behind it, down to the first opaque one. */
const yellowTexts = `[...document.querySelectorAll('.row-unmatched, .row-unmatched *')]
  .filter((element) => element.getClientRects().length > 0 && [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== ''))
  .map((element) => {
    const grounds = [];
    for (let behind = element; behind; behind = behind.parentElement) {
      const { backgroundColor } = getComputedStyle(behind);
      if (!/^rgba.*, 0\\)$/.test(backgroundColor)) grounds.push(backgroundColor);
      if (backgroundColor.startsWith('rgb(')) break;
    }
    return { text: element.textContent.trim(), colour: getComputedStyle(element).color, grounds };
  })`;

/** Every page in every theme and width, and in languages that are long or run from right to left. The steps build on each other. */
describe('accessibility of the tab, in a browser', function () {
  this.timeout(120_000);
  let teams: TeamsPage;
  let connectWise: ConnectWiseByHand;
  const prepare = (settings: unknown, env: Readonly<Record<string, string>>) => {
    connectWise = connectWiseByHand(settings, env);
    return settings;
  };
  // The chat beside the tab takes 400. Few rows of each kind: axe-core looks at every one of them, in every look.
  useDemo({ width: 1680, isStill: true, msp: makeMsp({ tenants: 80, companies: 240 }), prepare }, (opened) => void ({ teams } = opened));

  const faultsOnPage = async (name: string) => [...(await faultsInEveryLook(teams)), ...(await faultsInOtherLanguages(teams, name))];
  /** Fewer rows of the same kind on the Company page: axe-core looks at each one. */
  const findSome = async () => {
    await teams.tab.getByRole('searchbox', { name: 'Find company' }).fill('al');
    await teams.tab.getByText(/added companies fit$/).waitFor();
  };
  const openFromMenu = async (name: string) => {
    await teams.tab.getByRole('button', { name: 'More', exact: true }).click();
    await teams.tab.getByRole('menuitem', { name }).click();
  };

  it('would notice a fault', async () => {
    const frame = await teams.tabFrame();
    await teams.tab.getByText('No company is added yet').waitFor();
    await frame.evaluate(`globalThis.fault = document.querySelector('.page').appendChild(document.createElement('button')); fault.style.minWidth = '3000px'`);
    const faults = await faultsIn(frame);
    await frame.evaluate('fault.remove()');
    expect(faults.filter((fault) => fault.startsWith('button-name at'))).to.have.lengthOf(1);
    expect(faults.filter((fault) => fault.startsWith('scrolls sideways'))).to.have.lengthOf(1);
  });

  it('holds on the empty Company page', async () => {
    expect(await faultsOnPage('first-run')).to.deep.equal([]);
  });

  it('holds on the bulk page after auto-map, yellow rows readable', async () => {
    await teams.tab.getByRole('button', { name: 'Bulk Add Company' }).first().click();
    await teams.tab.getByRole('button', { name: 'Attempt Auto-Map' }).click();
    await teams.tab.getByText(/Auto-map: \d+ matched/).first().waitFor();
    expect(await faultsOnPage('bulk')).to.deep.equal([]);
    await teams.tab.getByRole('tab', { name: /^Unmatched/ }).click();
    for (const theme of await themesOf(teams)) {
      for (const width of ['desktop', 'phone'] as const) {
        const frame = await setLook(teams, theme, width);
        const texts = await frame.evaluate<TextOnGround[]>(yellowTexts);
        expect(texts.length, theme).to.be.above(10);
        expect(texts.filter((text) => contrastOf(text) < 4.5), `${theme}, ${width}`).to.deep.equal([]);
      }
    }
  });

  it('leaves most of a phone to the list: its foot takes a quarter at most', async () => {
    const frame = await setLook(teams, 'default', 'phone');
    const [foot, whole] = await frame.evaluate<[number, number]>(`[document.querySelector('.footer').getBoundingClientRect().height, innerHeight]`);
    expect(foot).to.be.within(40, whole / 4);
    await setLook(teams, 'default', 'desktop');
  });

  it('leaves most of a tab of 720 px to the list, below a head of five short rows', async () => {
    await teams.page.setViewportSize({ width: 1120, height: 900 });
    await teams.tab.locator('.root[data-layout=medium]').waitFor();
    const [width, height, top, list] = await (await teams.tabFrame()).evaluate<[number, number, number, number]>(`(() => {
      const { top, height } = document.querySelector('.grid').getBoundingClientRect();
      return [innerWidth, innerHeight, top, height];
    })()`);
    expect(width).to.be.within(718, 720);
    expect(top).to.be.below(240);
    expect(list).to.be.above(height / 2);
    await teams.page.setViewportSize({ width: 1680, height: 900 });
  });

  it('holds with the company picker open', async () => {
    await teams.tab.getByRole('button', { name: /^PSA company for/ }).first().click();
    await teams.tab.getByRole('dialog').getByRole('option').first().waitFor();
    expect(await faultsInEveryLook(teams)).to.deep.equal([]);
    await teams.tab.getByRole('button', { name: 'Close' }).click();
  });

  it('gives focus back to the row when a candidate is used from its details', async () => {
    await teams.tab.getByRole('tab', { name: /^Needs review/ }).click();
    await teams.tab.getByRole('button', { name: /^Details of/ }).first().click();
    const panel = teams.tab.getByRole('complementary');
    const tenant = await panel.getByRole('heading', { level: 2 }).innerText();
    expect(await (await teams.tabFrame()).evaluate<string>('document.activeElement.innerText')).to.equal(tenant);
    await panel.getByRole('button', { name: 'Ignore this tenant' }).click();
    await panel.getByLabel('Reason (optional)').waitFor();
    expect(await faultsIn(await teams.tabFrame())).to.deep.equal([]);
    await panel.getByRole('button', { name: 'Cancel' }).click();
    const use = panel.getByRole('button', { name: /^Use / }).first();
    const company = (await use.innerText()).replace('Use ', '');
    await use.click();
    const row = teams.tab.getByRole('row').filter({ hasText: tenant }).filter({ hasText: 'Chosen by you' }).first();
    expect(await row.getByRole('button', { name: `PSA company for ${tenant}:` }).innerText()).to.contain(company);
    expect(await (await teams.tabFrame()).evaluate<string>('document.activeElement.innerText')).to.contain(tenant);
  });

  it('holds with the details as a sheet, with the review of all changes, and with many to accept at once', async () => {
    await setLook(teams, 'default', 'phone');
    await teams.tab.getByRole('button', { name: /^Details of/ }).nth(1).click();
    await teams.tab.getByRole('dialog').getByRole('heading', { name: 'Companies that may fit' }).waitFor();
    expect(await faultsInEveryLook(teams)).to.deep.equal([]);
    await teams.tab.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await teams.tab.getByRole('button', { name: 'Review changes' }).click();
    await teams.tab.getByRole('dialog').getByRole('region', { name: 'What would be saved' }).waitFor();
    expect(await faultsInEveryLook(teams)).to.deep.equal([]);
    await teams.tab.getByRole('button', { name: 'Go back' }).click();
    await teams.tab.getByRole('button', { name: /^Accept (\d+ )?at 80% or more/ }).click();
    await teams.tab.getByRole('dialog').getByRole('slider', { name: 'Confidence at least' }).waitFor();
    expect(await faultsInEveryLook(teams)).to.deep.equal([]);
    await teams.tab.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  });

  it('holds on the filled Company page', async () => {
    await setLook(teams, 'default', 'desktop');
    await teams.tab.getByRole('button', { name: 'Save Customer Mapping' }).click();
    await teams.tab.getByText(/Saved: \d+ added/).first().waitFor();
    await teams.tab.getByRole('button', { name: 'Back to Company page' }).click();
    await findSome();
    expect(await faultsOnPage('companies')).to.deep.equal([]);
    // Drawn anew in other languages, the page shows all rows again.
    await findSome();
  });

  it('changes a wrong company in one step, with focus on the result and its undo', async () => {
    const row = teams.tab.getByRole('row').nth(1);
    const before = await row.locator('.mapping-company').innerText();
    await row.getByRole('button', { name: /^Actions for/ }).click();
    await teams.tab.getByRole('menuitem', { name: 'Change company' }).click();
    const others = teams.tab.getByRole('dialog').getByRole('option', { selected: false });
    await others.first().waitFor();
    expect(await faultsInEveryLook(teams)).to.deep.equal([]);
    await others.first().click();
    const result = teams.tab.getByRole('status').filter({ hasText: 'Saved: 0 added, 1 changed, 0 removed' });
    await result.waitFor();
    expect(await (await teams.tabFrame()).evaluate<string>('document.activeElement.innerText')).to.contain('1 changed');
    await result.getByRole('button', { name: 'Undo' }).click();
    await teams.tab.getByRole('status').filter({ hasText: 'The save was undone.' }).first().waitFor();
    await teams.tab.locator('.mapping-company').filter({ hasText: before.split('\n')[0] ?? '' }).first().waitFor();
  });

  it("holds with a tenant's history open", async () => {
    await teams.tab.getByRole('row').nth(1).getByRole('button', { name: /^Actions for/ }).click();
    await teams.tab.getByRole('menuitem', { name: 'History' }).click();
    await teams.tab.getByRole('dialog').getByText('Undo of an earlier save').waitFor();
    expect(await faultsInEveryLook(teams)).to.deep.equal([]);
    await teams.tab.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  });

  it('holds while importing, before and after the file', async () => {
    await openFromMenu('Import…');
    await teams.tab.getByLabel('File').waitFor();
    expect(await faultsInEveryLook(teams)).to.deep.equal([]);
    await teams.tab.getByLabel('File').setInputFiles({ name: 'links.csv', mimeType: 'text/csv', buffer: Buffer.from('tenant_id,company_id\ncontoso,1\n') });
    await teams.tab.getByText('Line 2: "contoso" is not a tenant id').waitFor();
    expect(await faultsInEveryLook(teams)).to.deep.equal([]);
    await teams.tab.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  });

  it('holds on the History page, with a save open, with its undo and with a restore in view', async () => {
    await teams.tab.getByRole('button', { name: 'History', exact: true }).click();
    await teams.tab.getByRole('button', { name: 'Check history' }).click();
    await teams.tab.getByText('The history is intact: 3 saves').waitFor();
    expect(await faultsOnPage('history')).to.deep.equal([]);
    await teams.tab.getByRole('button', { name: 'Open save 2' }).click();
    await teams.tab.getByRole('button', { name: 'Restore the state before this save' }).waitFor();
    expect(await faultsInEveryLook(teams)).to.deep.equal([]);
    await teams.tab.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await teams.tab.getByRole('button', { name: 'Open save 3' }).click();
    await teams.tab.getByRole('button', { name: 'Undo this save' }).click();
    await teams.tab.getByLabel('Reason (optional, kept in the history)').waitFor();
    expect(await faultsInEveryLook(teams)).to.deep.equal([]);
    await teams.tab.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await teams.tab.getByRole('button', { name: 'Restore the state before this save' }).click();
    await teams.tab.getByRole('button', { name: 'Restore 1 row' }).waitFor();
    expect(await faultsInEveryLook(teams)).to.deep.equal([]);
    await teams.tab.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await teams.tab.getByRole('button', { name: 'Back to Company page' }).click();
  });

  it('holds on Add company, empty and with what is missing named', async () => {
    await teams.tab.getByRole('button', { name: 'Add company', exact: true }).click();
    await teams.tab.getByRole('heading', { name: 'Company Details' }).waitFor();
    expect(await faultsOnPage('add')).to.deep.equal([]);
    await teams.tab.getByRole('button', { name: 'Save', exact: true }).click();
    await teams.tab.getByText('Choose the customer tenant.').waitFor();
    expect(await faultsInEveryLook(teams)).to.deep.equal([]);
  });

  it('holds on the Changes page, with a company that got another name in its PSA', async () => {
    await teams.tab.getByRole('button', { name: 'Back to Company page' }).click();
    const row = teams.tab.getByRole('row').filter({ has: teams.tab.getByRole('cell', { name: 'ConnectWise', exact: true }) }).first();
    const companyId = (await row.locator('.mapping-company .minor').innerText()).replace('#', '');
    await connectWise(`/company/companies/${companyId}`, [{ op: 'replace', path: 'name', value: 'Wintermere Holdings of the Northern Counties' }]);
    await teams.tab.getByRole('button', { name: 'Refresh' }).click();
    await teams.tab.getByRole('button', { name: 'Look at them' }).click();
    await teams.tab.getByText('Now it is “Wintermere Holdings of the Northern Counties”.').waitFor();
    expect(await faultsOnPage('changes')).to.deep.equal([]);
  });

  it('holds when that change is called fine, and lists it again on request', async () => {
    await teams.tab.getByRole('row').nth(1).getByRole('button', { name: /^Actions for/ }).click();
    await teams.tab.getByRole('menuitem', { name: 'That is fine' }).filter({ visible: true }).click();
    await teams.tab.getByRole('heading', { name: '1 change called fine' }).waitFor();
    await teams.tab.getByRole('heading', { name: 'Nothing is left to look at' }).waitFor();
    expect(await (await teams.tabFrame()).evaluate<string>('document.activeElement.innerText')).to.contain('is called fine');
    expect(await faultsOnPage('changes-fine')).to.deep.equal([]);
    await teams.tab.getByRole('button', { name: /^List it again:/ }).click();
    await teams.tab.getByRole('status').filter({ hasText: 'is on the list again.' }).waitFor();
    await teams.tab.getByRole('heading', { name: '1 link to look at' }).waitFor();
  });

  it('holds on the Ignored page, empty and with a tenant and a reason', async () => {
    await teams.tab.getByRole('button', { name: 'Back to Company page' }).click();
    await openFromMenu('Ignored tenants');
    await teams.tab.getByRole('heading', { name: 'No tenant is ignored' }).waitFor();
    expect(await faultsInEveryLook(teams)).to.deep.equal([]);
    await teams.tab.getByRole('button', { name: 'Open Bulk Add Company' }).click();
    await teams.tab.getByRole('button', { name: /^Details of/ }).first().click();
    const panel = teams.tab.getByRole('complementary');
    await panel.getByRole('button', { name: 'Ignore this tenant' }).click();
    await panel.getByLabel('Reason (optional)').fill('Looked after by another partner until the end of the contract');
    await panel.getByRole('button', { name: 'Ignore this tenant' }).click();
    await teams.tab.getByText(/^Draft kept/).waitFor();
    await teams.tab.getByRole('button', { name: 'Back to Company page' }).click();
    await openFromMenu('Ignored tenants');
    await teams.tab.getByText('Looked after by another partner until the end of the contract').waitFor();
    expect(await faultsOnPage('ignored')).to.deep.equal([]);
  });

  it('holds on the Connections page', async () => {
    await teams.tab.getByRole('button', { name: 'Back to Company page' }).click();
    await teams.tab.getByRole('button', { name: 'Connections' }).click();
    await teams.tab.getByText("Set in the server's settings file").first().waitFor();
    expect(await faultsInOtherLanguages(teams, 'connections')).to.deep.equal([]);
  });
});
