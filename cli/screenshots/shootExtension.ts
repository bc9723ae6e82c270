import type { CardStudio } from './cardStudio.js';
import type { Studio } from './shootPages.js';

/** The message extension: what a search finds, the card that is shared, and the dialog on a message. */
export async function shootExtension({ teams: { page } }: Studio, { shoot, shootPart }: CardStudio): Promise<void> {
  const pane = page.getByRole('region', { name: 'Message extension' });
  const send = async () => {
    const messages = page.locator('#log > .message.person');
    const before = await messages.count();
    await page.getByRole('button', { name: 'Send' }).click();
    await messages.nth(before).waitFor();
    return messages.nth(before);
  };
  await page.getByRole('button', { name: 'Apps' }).click();
  await pane.getByRole('button', { name: 'Links' }).click();
  const results = pane.getByRole('list', { name: 'Results' }).getByRole('button');
  await results.first().waitFor();
  await shootPart(pane, 'extension-results', { isLarge: true });
  await results.first().click();
  await page.getByRole('region', { name: 'Attached card' }).waitFor();
  await shoot(await send(), 'extension-link');

  await page.getByRole('button', { name: 'Apps' }).click();
  await pane.getByRole('button', { name: 'Tenants' }).click();
  await results.filter({ hasText: 'No company yet' }).first().waitFor();
  const name = ((await results.filter({ hasText: 'No company yet' }).first().innerText()).split('\n')[0] ?? '').trim();
  await pane.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('textbox', { name: 'Message' }).fill(`Please add ${name} to billing`);
  const message = await send();
  await message.locator('summary').click();
  await message.getByRole('button', { name: 'Link this tenant' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Search' }).waitFor();
  await shootPart(dialog, 'extension-dialog', { isLarge: true });
  await dialog.getByRole('button', { name: 'Close' }).click();
}
