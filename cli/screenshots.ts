import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openTeams } from '../test/e2e/teamsPage.js';
import { launchBrowser, noBrowser } from '../test/support/browser.js';
import { createCamera, pictureFormats } from './screenshots/camera.js';
import { shootCards } from './screenshots/shootCards.js';
import { shootBulkPage, shootPage, shootPages } from './screenshots/shootPages.js';
import { startDemo } from './startDemo.js';

const usage = `npm run screenshots [-- OPTIONS]

Pictures of every page in every theme at 1280, 720 and 360 pixels, and of every card, with the demo's made-up data.

  --out FOLDER           default docs/images
  --format webp|png      default webp
  --help                 this text`;

const { values } = parseArgs({ options: { out: { type: 'string', default: 'docs/images' }, format: { type: 'string', default: 'webp' }, help: { type: 'boolean' } } });
const format = pictureFormats.find((each) => each === values.format);
if (values.help) console.log(usage);
else if (!format) {
  console.error(usage);
  process.exitCode = 2;
} else process.exitCode = await takeAll(values.out, format);

async function takeAll(folder: string, as: (typeof pictureFormats)[number]): Promise<number> {
  const browser = await launchBrowser();
  if (!browser) {
    console.error(noBrowser);
    return 1;
  }
  const dataRoot = mkdtempSync(join(tmpdir(), 'tenant-mapper-screenshots-'));
  const demo = await startDemo({ appPort: 0, isFresh: true, dataRoot, env: { NEXT_STEP_URL: 'https://billing.example/connect?tenant={tenantId}&company={companyId}' }, say: (line) => console.log(line) });
  try {
    const teams = await openTeams(browser, demo.teamsUrl, { width: 1680, isStill: true });
    const camera = await createCamera(teams.page, folder, as);
    const studio = { teams, camera };
    await shootBulkPage(studio);
    await shootPages(studio);
    // It changes what the sources list.
    await shootCards(studio, demo);
    await shootPage(studio, 'drift');
    console.log(`${camera.taken} pictures, ${(camera.bytes / 1_000_000).toFixed(1)} MB, in ${folder}`);
    return 0;
  } finally {
    await browser.close();
    await demo.stop();
    rmSync(dataRoot, { recursive: true, force: true });
  }
}
