import type { Page as TabPage } from '../../tab/src/app/page.js';
import { pages } from '../../tab/src/app/page.js';
import type { TeamsPage } from '../../test/e2e/teamsPage.js';
import type { Camera } from './camera.js';

export const themes = ['default', 'dark', 'contrast', 'glass'] as const;
/** Widths of the tab and of the window around it: the chat takes 400 of a wide one. */
const widths = { 1280: { window: 1680, option: 'desktop' }, 720: { window: 1120, option: 'desktop' }, 360: { window: 1120, option: 'phone' } } as const;
type Width = keyof typeof widths;
const tabWidths: readonly Width[] = [1280, 720, 360];
const height = 800;

export type Studio = { readonly teams: TeamsPage; readonly camera: Camera };

/** The bulk page in every theme and at every width, and what opens on it. Expects a fresh demo, and leaves links saved and tenants ignored. */
export async function shootBulkPage(studio: Studio): Promise<void> {
  const { teams } = studio;
  await setLook(teams, 'default', 1280);
  await teams.tab.getByText('No company is added yet').waitFor();
  await shoot(studio, 'companies-empty', 'default', 1280);
  await openPage(teams, 'bulk');
  await teams.tab.getByRole('button', { name: 'Attempt Auto-Map' }).click();
  await teams.tab.getByText(/Auto-map: \d+ matched/).first().waitFor();
  await everyLook(studio, 'bulk');
  await shootParts(studio);
  await ignoreSome(teams);
  await save(teams);
}

/** The other pages of the tab, likewise, but for the changes at the sources. */
export async function shootPages(studio: Studio): Promise<void> {
  for (const page of pages.filter((each) => each !== 'bulk' && each !== 'drift')) await shootPage(studio, page);
}

export async function shootPage(studio: Studio, page: TabPage): Promise<void> {
  await openPage(studio.teams, page);
  await everyLook(studio, page);
}

async function everyLook(studio: Studio, name: string): Promise<void> {
  for (const width of tabWidths) for (const theme of themes) await shoot(studio, name, theme, width);
}

/** The steps of the work, in the light theme, wide and on a phone. */
async function shootParts(studio: Studio): Promise<void> {
  const { teams } = studio;
  for (const width of [1280, 360] as const) {
    await setLook(teams, 'default', width);
    await chooseState(teams, 'needs-review');
    await teams.tab.getByRole('button', { name: /^Details of/ }).first().click();
    await teams.tab.getByRole('heading', { name: 'Companies that may fit' }).first().waitFor();
    await shoot(studio, 'bulk-details', 'default', width);
    const close = teams.tab.getByRole('dialog').getByRole('button', { name: 'Close' });
    if (await close.count()) await close.click();
    await chooseState(teams, 'unmatched');
    await teams.tab.getByRole('button', { name: /^PSA company for/ }).first().click();
    await teams.tab.getByRole('dialog').getByRole('combobox').fill('ar');
    await teams.page.waitForLoadState('networkidle');
    await teams.tab.getByRole('dialog').getByRole('option').first().waitFor();
    await shoot(studio, 'bulk-picker', 'default', width);
    await teams.tab.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await chooseState(teams, 'all');
    await teams.tab.getByRole('button', { name: 'Review changes' }).click();
    await teams.tab.getByRole('dialog').getByRole('region', { name: 'What would be saved' }).waitFor();
    await shoot(studio, 'bulk-review', 'default', width);
    await teams.tab.getByRole('button', { name: 'Go back' }).click();
  }
}

/** Tabs where there is room, else a list. */
async function chooseState({ tab }: TeamsPage, state: string): Promise<void> {
  const list = tab.locator('select.state-select');
  if (await list.count()) await list.selectOption(state);
  else await tab.locator(`[role=tab][data-tab="${state}"]`).click();
}

async function ignoreSome(teams: TeamsPage): Promise<void> {
  await setLook(teams, 'default', 1280);
  await chooseState(teams, 'unmatched');
  await teams.tab.locator('[role=grid] [tabindex="0"]').first().focus();
  for (let count = 0; count < 3; count += 1) await teams.page.keyboard.press('i');
  await chooseState(teams, 'all');
}

async function save({ tab }: TeamsPage): Promise<void> {
  await tab.getByRole('button', { name: 'Review changes' }).click();
  await tab.getByLabel('Reason (optional, kept in the history)').last().fill('First clean-up');
  await tab.getByRole('button', { name: /^Save [\d,]+ mappings$/ }).click();
  await tab.getByText(/Saved: [\d,]+ added/).first().waitFor();
}

async function openPage(teams: TeamsPage, page: TabPage): Promise<void> {
  await (await teams.tabFrame()).evaluate(`location.hash = '#/${page}'`);
  await teams.tab.locator('main').first().waitFor();
  await teams.page.waitForLoadState('networkidle');
}

async function shoot({ teams, camera }: Studio, name: string, theme: (typeof themes)[number], width: Width): Promise<void> {
  await setLook(teams, theme, width);
  await camera.shoot(teams.page.locator('#tab'), `${name}-${theme}-${width}`);
}

async function setLook(teams: TeamsPage, theme: (typeof themes)[number], width: Width): Promise<void> {
  const { window, option } = widths[width];
  await teams.page.setViewportSize({ width: window, height });
  await teams.page.getByLabel('Theme').selectOption(theme);
  await teams.page.getByLabel('Tab width').selectOption(option);
  const layout = width === 1280 ? 'wide' : width === 720 ? 'medium' : 'narrow';
  await teams.tab.locator(`html[data-look=${theme}] .root[data-layout=${layout}]`).waitFor();
  await (await teams.tabFrame()).evaluate(
    'new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))).then(() => Promise.allSettled(document.getAnimations().filter((each) => each.effect.getTiming().iterations !== Infinity).map((each) => each.finished))).then(() => undefined)',
  );
}
