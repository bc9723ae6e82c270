import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';

let launching: Promise<Browser | undefined> | undefined;

/** The one browser of all specs of a run; contexts keep them apart. Undefined when there is none on this machine. */
export function sharedBrowser(): Promise<Browser | undefined> {
  launching ??= launchBrowser();
  return launching;
}

// Outside every suite: once, after the last of them.
after(async () => {
  await (await launching)?.close();
});
