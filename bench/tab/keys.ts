import type { Frame, Page } from 'playwright-core';
import { paintsOfKey, type KeyPaints } from './pageProbe.js';

const quietMs = 150;

/** Presses one key after the other, each when nothing changes any more. */
export async function pressAll(page: Page, frame: Frame, keys: readonly string[], quiet = quietMs): Promise<KeyPaints[]> {
  const paints: KeyPaints[] = [];
  for (const key of keys) {
    await page.keyboard.press(key);
    paints.push(await paintsOfKey(frame, quiet));
  }
  return paints;
}

/** How often Tab has to be pressed from the first stop in the grid until focus has left it. */
export async function tabStopsOf(page: Page, frame: Frame): Promise<number> {
  await frame.locator('[role=grid] [tabindex="0"]').first().focus();
  for (let stops = 1; stops <= 50; stops += 1) {
    await page.keyboard.press('Tab');
    if (!(await frame.evaluate<boolean>(`document.activeElement?.closest('[role=grid]') != null`))) return stops;
  }
  return Number.NaN;
}
