import type { Locator } from 'playwright-core';
import type { Studio } from './shootPages.js';

/** Each card of the bot as the simulated Teams draws it, light and dark. Expects saved links, and leaves one more that is undone. */
export async function shootCards({ teams, camera }: Studio): Promise<void> {
  const { page } = teams;
  await page.setViewportSize({ width: 1680, height: 1600 });
  const shoot = async (article: Locator, name: string) => {
    for (const theme of ['default', 'dark'] as const) {
      await page.getByLabel('Theme').selectOption(theme);
      await article.scrollIntoViewIfNeeded();
      await camera.shoot(article.locator('.card').first(), `card-${name}-${theme}`);
    }
    await page.getByLabel('Theme').selectOption('default');
  };
  for (const [words, name] of [['help', 'help'], ['status', 'status'], ['bulk', 'bulk'], ['ad compny', 'unknown']] as const) await shoot(await teams.say(words), name);

  const form = await teams.say('add company');
  await form.getByRole('combobox', { name: 'PSA', exact: true }).selectOption({ index: 1 });
  for (const name of ['PSA company', 'Customer tenant']) {
    await form.getByRole('combobox', { name, exact: true }).click();
    await page.getByRole('listbox').getByRole('option').first().click();
  }
  await shoot(form, 'add-company');
  await form.getByRole('button', { name: 'Save' }).click();
  const added = page.getByRole('article').filter({ hasText: 'Company added' });
  await added.waitFor();
  await shoot(added, 'company-added');
  await added.getByRole('button', { name: 'Undo' }).click();
  const undone = page.getByRole('article').filter({ hasText: 'Undone' });
  await undone.waitFor();
  await shoot(undone, 'undone');

  await page.getByRole('checkbox', { name: 'Typeahead off' }).check();
  const steps = await teams.say('add company');
  await steps.getByRole('button', { name: 'Search without typeahead' }).click();
  await steps.getByText('Step 1 of 5').waitFor();
  await shoot(steps, 'add-step');
}
