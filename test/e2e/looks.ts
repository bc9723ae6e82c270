import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import type { TeamsPage } from './teamsPage.js';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** By the simulated Teams' own words; the values are its option values. */
const tabWidths = { desktop: 1280, phone: 360 } as const;
export type TabWidth = keyof typeof tabWidths;

/** In the frame: what axe-core finds. Fluent's focus helpers are hidden from people and excluded by name. */
const findViolations = `(async () => {
  const { violations } = await axe.run({ exclude: ['[data-tabster-dummy]'] }, { resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ' at ' + target.join(' ')));
})()`;
/** In the frame: whatever is wider inside than it shows: the document (clipped or not) and every part that would scroll sideways. */
const findOverflows = `[...document.querySelectorAll('*')]
  .filter((element) => element.scrollWidth > element.clientWidth)
  .filter((element) => element === document.documentElement || element === document.body || /auto|scroll/.test(getComputedStyle(element).overflowX))
  .map((element) => 'scrolls sideways: ' + element.tagName + '.' + element.className + ' ' + element.scrollWidth + ' > ' + element.clientWidth)`;
/** In the frame: Fluent's colours fade from one theme to the next, which begins with the next frame. */
const settled = 'new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))).then(() => Promise.allSettled(document.getAnimations().filter((each) => each.effect.getTiming().iterations !== Infinity).map((each) => each.finished))).then(() => undefined)';

/** The names of the themes that the simulated Teams offers, as its value and its label. */
export async function themesOf({ page }: TeamsPage): Promise<string[]> {
  return page.getByLabel('Theme').locator('option').evaluateAll((options) => options.map((option) => (option as unknown as { value: string }).value));
}

/** Turns the tab to a theme and a width, and waits until both show. */
export async function setLook(teams: TeamsPage, theme: string, width: TabWidth): Promise<Frame> {
  await teams.page.getByLabel('Theme').selectOption(theme);
  await teams.page.getByLabel('Tab width').selectOption(width);
  await teams.tab.locator(`html[data-look=${theme}] .root[data-layout=${width === 'phone' ? 'narrow' : 'wide'}]`).waitFor();
  const frame = await teams.tabFrame();
  // Twice: one part that has faded may begin the fading of another.
  for (let time = 0; time < 2; time += 1) await frame.evaluate(settled);
  expect(await frame.evaluate<number>('window.innerWidth')).to.be.within(tabWidths[width] - 2, tabWidths[width]);
  return frame;
}

/** What axe-core finds in the frame, and sideways scrolling. */
export async function faultsIn(frame: Frame): Promise<string[]> {
  if (!(await frame.evaluate<boolean>('"axe" in window'))) await frame.evaluate(axeSource);
  return [...(await frame.evaluate<string[]>(findViolations)), ...(await frame.evaluate<string[]>(findOverflows))];
}

/** Each theme at each width. With SCREENSHOTS set to a folder, a picture of each. Leaves the tab light and wide. */
export async function faultsInEveryLook(teams: TeamsPage, name = ''): Promise<string[]> {
  const faults: string[] = [];
  const folder = process.env['SCREENSHOTS'];
  for (const theme of await themesOf(teams)) {
    for (const width of ['desktop', 'phone'] as const) {
      const frame = await setLook(teams, theme, width);
      for (const fault of await faultsIn(frame)) faults.push(`${name} ${theme}, ${tabWidths[width]} px: ${fault}`);
      if (folder && name) await teams.page.locator('#tab').screenshot({ path: join(folder, `${name}-${theme}-${width}.png`) });
    }
  }
  await setLook(teams, 'default', 'desktop');
  return faults;
}

/** German is long, and Arabic has no words yet, so it shows English on a page that runs from right to left. */
const otherLanguages = { 'de-de': 'de', 'ar-sa': 'en' } as const;

/** In Teams alone, with focus there: the page is not told. */
export async function chooseLanguage({ page }: TeamsPage, locale: string): Promise<void> {
  await page.getByLabel('Language').focus();
  await page.getByLabel('Language').selectOption(locale);
}

/** Turns Teams to a language, comes back to the page, and waits until it speaks it. `language`: of its words. */
export async function setLanguage(teams: TeamsPage, locale: string, language: string): Promise<void> {
  await chooseLanguage(teams, locale);
  await teams.tab.getByRole('heading', { level: 1 }).focus();
  await teams.tab.locator(`html[lang=${language}][dir=${locale === 'ar-sa' ? 'rtl' : 'ltr'}]`).waitFor();
  await teams.tab.locator('.page-spinner').waitFor({ state: 'detached' });
}

/** A page that needs no more than to be drawn, in other languages, light, at each width. Leaves the tab English, light and wide. */
export async function faultsInOtherLanguages(teams: TeamsPage, name: string): Promise<string[]> {
  const faults: string[] = [];
  const folder = process.env['SCREENSHOTS'];
  for (const [locale, language] of Object.entries(otherLanguages)) {
    await setLanguage(teams, locale, language);
    for (const width of ['desktop', 'phone'] as const) {
      const frame = await setLook(teams, 'default', width);
      for (const fault of await faultsIn(frame)) faults.push(`${name} ${locale}, ${tabWidths[width]} px: ${fault}`);
      if (folder) await teams.page.locator('#tab').screenshot({ path: join(folder, `${name}-${locale}-${width}.png`) });
    }
  }
  await setLanguage(teams, 'en-us', 'en');
  await setLook(teams, 'default', 'desktop');
  return faults;
}
