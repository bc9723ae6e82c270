import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const quietArgs = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'];

/** Said where a browser test is skipped. */
export const noBrowser = 'SKIPPED: there is no Chromium on this machine, and the packaged one is for Linux x64 only. Set CHROMIUM_PATH.';

/** A headless Chromium: CHROMIUM_PATH, one found on the machine, else the one in an npm package (Linux x64). Undefined when there is none. */
export async function launchBrowser(): Promise<Browser | undefined> {
  const found = process.env['CHROMIUM_PATH'] ?? installed.find((path) => existsSync(path));
  if (found) return chromium.launch({ executablePath: found, args: quietArgs });
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  return launchPackaged();
}

/** It unpacks into the temporary folder and reuses what lies there whatever its version, hence a folder of its own. */
async function launchPackaged(): Promise<Browser> {
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x';
  const folder = join(tmpdir(), 'tenant-mapper-chromium-147');
  mkdirSync(folder, { recursive: true });
  process.env['TMPDIR'] = folder;
  const { default: packaged } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await packaged.executablePath(), args: [...packaged.args, ...quietArgs], headless: true });
}
