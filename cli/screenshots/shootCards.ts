import { createCardStudio, type CardStudio } from './cardStudio.js';
import { shootExtension } from './shootExtension.js';
import { shootNews } from './shootNews.js';
import type { Studio } from './shootPages.js';
import { shootReview } from './shootReview.js';
import type { Demo } from '../startDemo.js';

/** Each card of the bot as the simulated Teams draws it. Expects saved links; at the end some more are saved, and the sources have changed. */
export async function shootCards(studio: Studio, demo: Demo): Promise<void> {
  const cards = await createCardStudio(studio);
  await shootCommands(studio, cards);
  await shootAddCompany(studio, cards);
  await shootReview(studio, cards);
  await shootExtension(studio, cards);
  await shootNews(studio, cards, demo);
  await shootRefusal(studio, cards);
}

async function shootCommands({ teams }: Studio, { shoot }: CardStudio): Promise<void> {
  for (const [words, name, isLarge] of [['help', 'help', true], ['status', 'status', true], ['bulk', 'bulk', false], ['ad compny', 'unknown', false], ['history', 'history', true]] as const) await shoot(await teams.say(words), name, { isLarge });
}

async function shootAddCompany({ teams }: Studio, { shoot, press, messageWith }: CardStudio): Promise<void> {
  const { page } = teams;
  const form = await teams.say('add company');
  await form.getByRole('combobox', { name: 'PSA', exact: true }).selectOption({ index: 1 });
  for (const name of ['PSA company', 'Customer tenant']) {
    await form.getByRole('combobox', { name, exact: true }).click();
    await page.getByRole('listbox').getByRole('option').first().click();
  }
  await page.getByRole('textbox', { name: 'Message' }).focus();
  await shoot(form, 'add-company', { isLarge: true });
  await form.getByRole('button', { name: 'Save' }).click();
  const added = await messageWith('Company added');
  await shoot(added, 'company-added');
  await press(added, 'Undo');
  await shoot(added, 'undone');

  await page.getByRole('checkbox', { name: 'Typeahead off' }).check();
  const steps = await teams.say('add company');
  await press(steps, 'Search without typeahead');
  await shoot(steps, 'add-step', { isLarge: true });
  await page.getByRole('checkbox', { name: 'Typeahead off' }).uncheck();
}

async function shootRefusal({ teams }: Studio, { shoot }: CardStudio): Promise<void> {
  const { page } = teams;
  await page.getByLabel('Signed in as').selectOption({ label: 'Demo Viewer (viewer)' });
  await page.locator('[role=log][aria-busy=false]').getByRole('article').first().waitFor();
  await shoot(await teams.say('add company'), 'refused');
  await page.getByLabel('Signed in as').selectOption({ index: 0 });
  await page.locator('[role=log][aria-busy=false]').getByRole('article').first().waitFor();
}
