import { expect } from 'chai';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Frame } from 'playwright-core';
import { startDemo, type Demo } from '../../cli/startDemo.js';
import { launchBrowser, noBrowser } from '../support/browser.js';
import { openTeams, type TeamsPage } from './teamsPage.js';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const themes = { Light: 'default', Dark: 'dark', 'High contrast': 'contrast' } as const;
const tabWidths = { desktop: 1280, phone: 360 } as const;
/** The chat beside the tab takes 400. */
const windowWidth = 1680;

type Violation = { readonly rule: string; readonly where: string };
type TextPair = { readonly text: string; readonly colour: string; readonly background: string };

/** In the frame: what axe-core finds. Fluent's focus helpers are hidden from people and excluded by name. */
const findViolations = `(async () => {
  const { violations } = await axe.run({ exclude: ['[data-tabster-dummy]'] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => ({ rule: id, where: target.join(' ') })));
})()`;
/** In the frame: whatever is wider inside than it shows: the document (clipped or not) and every part that would scroll sideways. */
const findOverflows = `[...document.querySelectorAll('*')]
  .filter((element) => element.scrollWidth > element.clientWidth)
  .filter((element) => element === document.documentElement || element === document.body || /auto|scroll/.test(getComputedStyle(element).overflowX))
  .map((element) => element.tagName + '.' + element.className + ' ' + element.scrollWidth + ' > ' + element.clientWidth)`;
/** In the frame: every text of the yellow rows with its colour and the first opaque colour behind it. */
const yellowTexts = `[...document.querySelectorAll('.row-unmatched, .row-unmatched *')]
  .filter((element) => element.getClientRects().length > 0 && [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== ''))
  .map((element) => {
    let behind = element;
    while (behind && /^rgba\\(.*, 0\\)$|^transparent$/.test(getComputedStyle(behind).backgroundColor)) behind = behind.parentElement;
    return { text: element.textContent.trim(), colour: getComputedStyle(element).color, background: behind ? getComputedStyle(behind).backgroundColor : 'none' };
  })`;

describe('accessibility of the tab, in a browser', function () {
  this.timeout(120_000);
  const dataRoot = mkdtempSync(join(tmpdir(), 'tenant-mapper-a11y-'));
  let browser: Browser | undefined;
  let demo: Demo | undefined;
  let teams: TeamsPage;

  before(async function () {
    browser = await launchBrowser();
    if (!browser) {
      console.log(`    ${noBrowser}`);
      return this.skip();
    }
    demo = await startDemo({ appPort: 0, isFresh: true, dataRoot, say: () => undefined });
    teams = await openTeams(browser, demo.teamsUrl, windowWidth);
  });
  after(async () => {
    await browser?.close();
    await demo?.stop();
    rmSync(dataRoot, { recursive: true, force: true });
  });

  it('measures contrast as WCAG does', () => {
    expect(contrastOf({ text: '', colour: 'rgb(0, 0, 0)', background: 'rgb(255, 255, 255)' })).to.equal(21);
    expect(contrastOf({ text: '', colour: 'rgb(118, 118, 118)', background: 'rgb(255, 255, 255)' })).to.be.within(4.5, 4.6);
    expect(contrastOf({ text: '', colour: 'rgb(120, 120, 120)', background: 'rgb(255, 255, 255)' })).to.be.below(4.5);
  });

  it('would notice a fault', async () => {
    const frame = await tabFrame();
    await teams.tab.getByText('No company is added yet').waitFor();
    await frame.evaluate(`globalThis.fault = document.querySelector('.page').appendChild(document.createElement('button')); fault.style.minWidth = '3000px'`);
    const violations = await violationsIn(frame);
    const overflows = await frame.evaluate<string[]>(findOverflows);
    await frame.evaluate('fault.remove()');
    expect(violations.map(({ rule }) => rule)).to.include('button-name');
    expect(overflows).to.have.lengthOf(1);
  });

  it('holds on the empty Company page', async () => {
    expect(await faultsInEveryLook()).to.deep.equal([]);
  });

  it('holds on the bulk page after auto-map, yellow rows readable', async () => {
    await teams.tab.getByRole('button', { name: 'Bulk Add Company' }).first().click();
    await teams.tab.getByRole('button', { name: 'Attempt Auto-Map' }).click();
    await teams.tab.getByText(/Auto-map: \d+ matched/).first().waitFor();
    expect(await faultsInEveryLook()).to.deep.equal([]);
    await teams.tab.getByRole('tab', { name: /^Unmatched/ }).click();
    for (const theme of ['Light', 'Dark'] as const) {
      await setLook(theme, 'desktop');
      const pairs = await (await tabFrame()).evaluate<TextPair[]>(yellowTexts);
      expect(pairs.length, theme).to.be.above(20);
      expect(pairs.filter((pair) => contrastOf(pair) < 4.5), theme).to.deep.equal([]);
    }
  });

  it('holds with the company picker open', async () => {
    await teams.tab.getByRole('button', { name: /^PSA company for/ }).first().click();
    await teams.tab.getByRole('dialog').getByRole('option').first().waitFor();
    expect(await faultsInEveryLook()).to.deep.equal([]);
    await teams.tab.getByRole('button', { name: 'Close' }).click();
  });

  it('gives focus back to the row when a candidate is used from its details', async () => {
    await teams.tab.getByRole('tab', { name: /^Needs review/ }).click();
    await teams.tab.getByRole('button', { name: /^Details of/ }).first().click();
    const dialog = teams.tab.getByRole('dialog');
    const tenant = await dialog.getByRole('heading', { level: 2 }).innerText();
    expect(await faultsInEveryLook()).to.deep.equal([]);
    await dialog.getByRole('button', { name: 'Ignore this tenant' }).click();
    await dialog.getByLabel('Reason (optional)').waitFor();
    expect(await faultsInEveryLook()).to.deep.equal([]);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    const use = dialog.getByRole('button', { name: /^Use / }).first();
    const company = (await use.innerText()).replace('Use ', '');
    await use.click();
    await dialog.waitFor({ state: 'detached' });
    const row = teams.tab.getByRole('row').filter({ hasText: tenant }).filter({ hasText: 'Chosen by you' }).first();
    expect(await row.getByRole('button', { name: `PSA company for ${tenant}:` }).innerText()).to.contain(company);
    expect(await (await tabFrame()).evaluate<string>('document.activeElement.innerText')).to.contain(`Details of ${tenant}`);
  });

  it('holds on the filled Company page', async () => {
    await setLook('Light', 'desktop');
    await teams.tab.getByRole('button', { name: 'Save Customer Mapping' }).click();
    await teams.tab.getByText(/Saved: \d+ added/).first().waitFor();
    await teams.tab.getByRole('button', { name: 'Back to Company page' }).click();
    // Fewer rows of the same kind: axe looks at each one.
    await teams.tab.getByRole('searchbox', { name: 'Find company' }).fill('al');
    await teams.tab.getByText(/added companies fit$/).waitFor();
    expect(await faultsInEveryLook()).to.deep.equal([]);
  });

  it('changes a wrong company in one step, with focus on the result and its undo', async () => {
    const row = teams.tab.getByRole('row').nth(1);
    const before = await row.locator('.mapping-company').innerText();
    await row.getByRole('button', { name: /^Actions for/ }).click();
    await teams.tab.getByRole('menuitem', { name: 'Change company' }).click();
    const others = teams.tab.getByRole('dialog').getByRole('option', { selected: false });
    await others.first().waitFor();
    expect(await faultsInEveryLook()).to.deep.equal([]);
    await others.first().click();
    const result = teams.tab.getByRole('status').filter({ hasText: 'Saved: 0 added, 1 changed, 0 removed' });
    await result.waitFor();
    expect(await (await tabFrame()).evaluate<string>('document.activeElement.innerText')).to.contain('1 changed');
    await result.getByRole('button', { name: 'Undo' }).click();
    await teams.tab.getByRole('status').filter({ hasText: 'The save was undone.' }).first().waitFor();
    await teams.tab.locator('.mapping-company').filter({ hasText: before.split('\n')[0] ?? '' }).first().waitFor();
  });

  it("holds with a tenant's history open", async () => {
    await teams.tab.getByRole('row').nth(1).getByRole('button', { name: /^Actions for/ }).click();
    await teams.tab.getByRole('menuitem', { name: 'History' }).click();
    await teams.tab.getByRole('dialog').getByText('Undo of an earlier save').waitFor();
    expect(await faultsInEveryLook()).to.deep.equal([]);
    await teams.tab.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  });

  it('holds while importing, before and after the file', async () => {
    await teams.tab.getByRole('button', { name: 'More', exact: true }).click();
    await teams.tab.getByRole('menuitem', { name: 'Import…' }).click();
    await teams.tab.getByLabel('File').waitFor();
    expect(await faultsInEveryLook()).to.deep.equal([]);
    await teams.tab.getByLabel('File').setInputFiles({ name: 'links.csv', mimeType: 'text/csv', buffer: Buffer.from('tenant_id,company_id\ncontoso,1\n') });
    await teams.tab.getByText('Line 2: "contoso" is not a tenant id').waitFor();
    expect(await faultsInEveryLook()).to.deep.equal([]);
    await teams.tab.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  });

  it('holds on the History page, with a save open, with its undo and with a restore in view', async () => {
    await teams.tab.getByRole('button', { name: 'History', exact: true }).click();
    await teams.tab.getByRole('button', { name: 'Check history' }).click();
    await teams.tab.getByText('The history is intact: 3 saves').waitFor();
    expect(await faultsInEveryLook()).to.deep.equal([]);
    await teams.tab.getByRole('button', { name: 'Open save 2' }).click();
    await teams.tab.getByRole('button', { name: 'Restore the state before this save' }).waitFor();
    expect(await faultsInEveryLook()).to.deep.equal([]);
    await teams.tab.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await teams.tab.getByRole('button', { name: 'Open save 3' }).click();
    await teams.tab.getByRole('button', { name: 'Undo this save' }).click();
    await teams.tab.getByLabel('Reason (optional, kept in the history)').waitFor();
    expect(await faultsInEveryLook()).to.deep.equal([]);
    await teams.tab.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await teams.tab.getByRole('button', { name: 'Restore the state before this save' }).click();
    await teams.tab.getByRole('button', { name: 'Restore 1 row' }).waitFor();
    expect(await faultsInEveryLook()).to.deep.equal([]);
    await teams.tab.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await teams.tab.getByRole('button', { name: 'Back to Company page' }).click();
  });

  it('holds on Add company, empty and with what is missing named', async () => {
    await teams.tab.getByRole('button', { name: 'Add company', exact: true }).click();
    await teams.tab.getByRole('heading', { name: 'Company Details' }).waitFor();
    expect(await faultsInEveryLook()).to.deep.equal([]);
    await teams.tab.getByRole('button', { name: 'Save', exact: true }).click();
    await teams.tab.getByText('Choose the customer tenant.').waitFor();
    expect(await faultsInEveryLook()).to.deep.equal([]);
  });

  it('made no error in the browser', () => expect(teams.takeErrors()).to.deep.equal([]));

  /** Each theme at each width: what axe-core finds, and sideways scrolling. */
  async function faultsInEveryLook(): Promise<string[]> {
    const faults: string[] = [];
    for (const theme of ['Light', 'Dark', 'High contrast'] as const) {
      for (const width of ['desktop', 'phone'] as const) {
        await setLook(theme, width);
        const frame = await tabFrame();
        const look = `${theme}, ${tabWidths[width]} px`;
        for (const { rule, where } of await violationsIn(frame)) faults.push(`${look}: ${rule} at ${where}`);
        for (const part of await frame.evaluate<string[]>(findOverflows)) faults.push(`${look}: scrolls sideways: ${part}`);
      }
    }
    await setLook('Light', 'desktop');
    return faults;
  }

  async function setLook(theme: keyof typeof themes, width: keyof typeof tabWidths): Promise<void> {
    await teams.page.getByLabel('Theme').selectOption({ label: theme });
    await teams.page.getByLabel('Tab width').selectOption(width);
    await teams.tab.locator(`html[data-look=${themes[theme]}] .root[data-layout=${width === 'phone' ? 'narrow' : 'wide'}]`).waitFor();
    const frame = await tabFrame();
    // Fluent's colours fade from one theme to the next.
    await frame.evaluate('Promise.allSettled(document.getAnimations().filter((each) => each.effect.getTiming().iterations !== Infinity).map((each) => each.finished)).then(() => undefined)');
    expect(await frame.evaluate<number>('window.innerWidth')).to.be.within(tabWidths[width] - 2, tabWidths[width]);
  }

  async function tabFrame(): Promise<Frame> {
    const frame = await (await teams.page.locator('#tab').elementHandle())?.contentFrame();
    if (!frame) throw new Error('the tab has no frame');
    return frame;
  }
});

async function violationsIn(frame: Frame): Promise<Violation[]> {
  if (!(await frame.evaluate<boolean>('"axe" in window'))) await frame.evaluate(axeSource);
  return frame.evaluate<Violation[]>(findViolations);
}

/** WCAG 2's contrast ratio, 1-21. */
function contrastOf({ colour, background }: TextPair): number {
  const [one, other] = [luminanceOf(colour), luminanceOf(background)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

function luminanceOf(colour: string): number {
  const parts = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(colour)?.slice(1);
  if (!parts) throw new Error(`not an opaque colour: ${colour}`);
  const [red = 0, green = 0, blue = 0] = parts.map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
