import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
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

/**
 * The package unpacks into the temporary folder and reuses what lies there whatever its version, hence a folder of its own. It brings its
 * libraries and fonts when told that it runs on AWS Lambda; its font configuration names folders that only exist there, hence one of our own.
 */
async function launchPackaged(): Promise<Browser> {
  const folder = join(tmpdir(), 'tenant-mapper-chromium-147');
  const fontConfig = join(folder, 'fontconfig');
  mkdirSync(fontConfig, { recursive: true });
  writeFileSync(join(fontConfig, 'fonts.conf'), `<fontconfig><dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${fontConfig}/cache</cachedir></fontconfig>`);
  const before = { ...process.env };
  Object.assign(process.env, { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x', FONTCONFIG_PATH: fontConfig });
  const { default: packaged } = await import('@sparticuz/chromium');
  const executablePath = await packaged.executablePath();
  // Only the browser gets these: the demo's processes keep the machine's own libraries.
  const env = { ...process.env };
  for (const name of Object.keys(env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
  return chromium.launch({ executablePath, args: quietArgs, env: Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))) });
}
