import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, CDPSession, Frame, Response } from 'playwright-core';
import { startDemo } from '../cli/startDemo.js';
import { connections as connectionsSchema } from '../contracts/session.js';
import { makeMsp } from '../simulators/seed/makeMsp.js';
import { openTeams, type TeamsPage } from '../test/e2e/teamsPage.js';
import { launchBrowser, noBrowser } from '../test/support/browser.js';
import type { Goal, Report } from './report.js';
import { emptyBandOf, recordFrames, type Area } from './tab/blankFrames.js';
import { builtFiles, gzippedKb, loadedFiles } from './tab/bundleSizes.js';
import { pressAll, tabStopsOf } from './tab/keys.js';
import { installProbe, reload, takeLongTasks, waitForRows, type KeyPaints } from './tab/pageProbe.js';
import { median, quantile } from './tab/quantiles.js';
import { measureScrolling, scroll } from './tab/scrolling.js';

const seed = 20260301;
/** Long enough for the lists to be pulled and matched on a slow machine. */
const patienceMs = 900_000;
/** The chat beside the tab takes 400. */
const view = { width: 1680, height: 900, isStill: true };

type Place = { readonly teams: TeamsPage; readonly session: CDPSession; readonly frame: Frame };
type Add = (name: string, value: number, unit: string, goal?: Goal, note?: string) => void;

/** The tab in a real browser, against the real server and simulators, at the size that it must bear. `--pictures FOLDER` keeps the frames that count as blank. */
export async function run(report: Report, args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { tenants: { type: 'string', default: '10000' }, companies: { type: 'string', default: '50000' }, runs: { type: 'string', default: '5' }, pictures: { type: 'string' } } });
  const browser = await launchBrowser();
  if (!browser) return console.log(noBrowser);
  const [tenants, companies, runs] = [Number(values.tenants), Number(values.companies), Number(values.runs)];
  const dataRoot = mkdtempSync(join(tmpdir(), 'tab-bench-'));
  const demo = await startDemo({ appPort: 0, isFresh: true, dataRoot, msp: makeMsp({ seed, tenants, companies }), say: (line) => console.error(line) });
  try {
    const add: Add = (name, value, unit, goal, note) => report.add({ name, value, unit, ...(goal ? { goal } : {}), note: note ?? `${tenants} tenants, ${companies} companies` });
    await measure(browser, demo.teamsUrl, runs, values.pictures, add);
  } finally {
    await browser.close();
    await demo.stop();
    rmSync(dataRoot, { recursive: true, force: true });
  }
}

async function measure(browser: Browser, url: string, runs: number, picturesFolder: string | undefined, add: Add): Promise<void> {
  const teams = await openTeams(browser, url, view, installProbe);
  const session = await teams.page.context().newCDPSession(teams.page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await teams.tab.getByRole('button', { name: 'Bulk Add Company' }).first().waitFor();
  await sizes(teams, add);
  await listsAreThere(teams);

  const place: Place = { teams, session, frame: await teams.tabFrame() };
  await place.frame.evaluate(`location.hash = '#/bulk'`);
  await place.frame.locator('[role=grid] [role=rowheader]').first().waitFor();
  await mounting(place, runs, add);
  await autoMapping(place, add);
  const mapped = await heapMb(session);
  await scrolling(place, runs, add, picturesFolder);
  await typing(place, Math.min(runs, 3), add);
  add('Tab presses to leave the grid', await tabStopsOf(teams.page, place.frame), 'presses', { atMost: 1 });
  await idling(place, add);
  const ended = await heapMb(session);
  // The simulated Teams around the tab shares its heap: what is left without the tab is not the tab's.
  await place.frame.goto('about:blank');
  const around = await heapMb(session);
  const note = `rubbish collected, without the ${around.toFixed(1)} MB of the simulated Teams around it`;
  add('heap of the tab after auto-map', mapped - around, 'MB', { atMost: 25 }, note);
  add('heap of the tab at the end', ended - around, 'MB', { atMost: 25 }, note);
}

async function sizes(teams: TeamsPage, add: Add): Promise<void> {
  const note = 'gzip, thousands of bytes';
  const frame = await teams.tabFrame();
  const load = async (page: string) => {
    await reload(frame, `#/${page}`);
    await teams.tab.getByRole('heading', { level: 1 }).waitFor();
    await teams.page.waitForLoadState('networkidle');
    return { script: gzippedKb(await loadedFiles(frame, '.js')), style: gzippedKb(await loadedFiles(frame, '.css')) };
  };
  const bulk = await load('bulk');
  const companies = await load('companies');
  add('first load of the Company page: JavaScript', companies.script, 'KB', { atMost: 160 }, note);
  add('first load of the Company page: styles', companies.style, 'KB', { atMost: 5 }, note);
  add('first load straight to the bulk page: JavaScript', bulk.script, 'KB', undefined, note);
  add('first load straight to the bulk page: styles', bulk.style, 'KB', undefined, note);
  const one = builtFiles('.js').filter((file) => !isOfAnother(file));
  add('all JavaScript, in one language and theme', gzippedKb(one), 'KB', { atMost: 260 }, note);
  add('all JavaScript, in every language and theme', gzippedKb(builtFiles('.js')), 'KB', undefined, note);
  add('all styles', gzippedKb(builtFiles('.css')), 'KB', undefined, note);
}

/** Nobody loads more than one language and one theme; English is in the other files. */
const isOfAnother = (file: string) => /(^|\.)(de|fr|nl|es)-[\w-]{8}\.js$|^(dark|contrast|glass)-[\w-]{8}\.js$/.test(file);

/** The page looks every two seconds while a list is being read. */
async function listsAreThere({ page }: TeamsPage): Promise<void> {
  const isComplete = async (response: Response) => {
    if (new URL(response.url()).pathname !== '/api/connections' || !response.ok()) return false;
    const { partnerAccounts, psaConnections } = connectionsSchema.parse(await response.json());
    return [...partnerAccounts, ...psaConnections].every(({ health }) => health.state === 'complete');
  };
  await page.waitForResponse(isComplete, { timeout: patienceMs });
}

async function mounting({ teams, frame }: Place, runs: number, add: Add): Promise<void> {
  const fromList: number[] = [];
  const fromStart: number[] = [];
  for (let turn = 0; turn < runs; turn += 1) {
    await reload(frame);
    await teams.tab.locator('[role=grid] [role=rowheader]').first().waitFor();
    const { sinceListMs, sinceStartMs } = await waitForRows(frame);
    fromList.push(sinceListMs);
    fromStart.push(sinceStartMs);
  }
  add('rows on the page after their list has come', median(fromList), 'ms', { atMost: 400 }, `median of ${runs} loads; slowest ${Math.round(Math.max(...fromList))}`);
  add('rows on the page after a reload, server included', median(fromStart), 'ms', undefined, `median of ${runs} loads`);
}

/** From here on every row has its outcome. */
async function autoMapping({ teams, session, frame }: Place, add: Add): Promise<void> {
  await takeLongTasks(frame);
  const { longestTaskMs, frames, cpuMsPerFrame } = await measureScrolling(session, frame, async () => {
    await teams.tab.getByRole('button', { name: 'Attempt Auto-Map' }).click();
    await teams.tab.getByText(/Auto-map: [\d,]+ matched/).first().waitFor({ timeout: patienceMs });
  });
  add('while auto-map streams in: longest task of the page', longestTaskMs, 'ms');
  add('while auto-map streams in: processor time of the page', (frames * cpuMsPerFrame) / 1000, 's');
}

async function scrolling(place: Place, runs: number, add: Add, picturesFolder: string | undefined): Promise<void> {
  const { session, frame } = place;
  const grid = await areaOf(frame, '[role=grid]');
  const names = await areaOf(frame, '[role=grid] [role=row] [role=rowheader]');
  const rowPx = (await areaOf(frame, '[role=grid] [role=row][aria-rowindex="2"]')).height;
  const at = { x: grid.left + grid.width / 2, y: grid.top + grid.height / 2 };
  const top = () => frame.evaluate(`document.querySelector('[role=grid]').scrollTop = 0`);
  const kinds = { reading: { distancePx: 3_600, pxPerSecond: 1_200 }, flinging: { distancePx: 30_000, pxPerSecond: 10_000 } };
  for (const [kind, speed] of Object.entries(kinds)) {
    const isReading = kind === 'reading';
    const measured = [];
    for (let turn = 0; turn < runs; turn += 1) {
      await top();
      measured.push(await measureScrolling(session, frame, () => scroll(session, at, speed)));
    }
    const note = `${speed.pxPerSecond} px/s, median of ${runs} runs of ${median(measured.map(({ frames }) => frames))} frames`;
    add(`${kind}: processor time a frame`, median(measured.map(({ cpuMsPerFrame }) => cpuMsPerFrame)), 'ms', isReading ? { atMost: 10 } : undefined, note);
    add(`${kind}: longest task (0: none over 50 ms)`, median(measured.map(({ longestTaskMs }) => longestTaskMs)), 'ms', isReading ? { atMost: 50 } : undefined, note);

    // On the pictures themselves: the compositor may scroll further than the rows that are there.
    const text: Area = { left: Math.ceil(names.left + 4), top: Math.ceil(names.top), width: Math.floor(names.width * 0.6), height: Math.floor(grid.top + grid.height - names.top - 4) };
    await top();
    const pictures = await recordFrames(session, view.width, () => scroll(session, at, speed));
    const blank = pictures.filter((png) => emptyBandOf(png, view.width, text) > 1.5 * rowPx);
    add(`${kind}: blank frames`, blank.length, 'frames', { atMost: 0 }, `of ${pictures.length} drawn; a band of 1.5 rows without text`);
    if (picturesFolder) for (const [number, png] of blank.entries()) writeFileSync(join(picturesFolder, `${kind}-blank-${number}.png`), png);
    // At rest: while it scrolls, rows come and go between hiding them and the picture.
    await top();
    if (isReading) await seesBlankness(place, text, rowPx);
  }
  await top();
}

/** The control: rows without text must count as blank. */
async function seesBlankness({ teams: { page }, frame }: Place, text: Area, rowPx: number): Promise<void> {
  // Not the rows themselves: the grid may draw others in their place meanwhile.
  const rows = frame.locator('[role=grid] > [role=rowgroup]').last();
  /** The picture may lag behind the page for a moment. */
  const comesToBe = async (visibility: string, isWanted: (bandPx: number) => boolean) => {
    await rows.evaluate((body, set) => ((body as unknown as { style: { visibility: string } }).style.visibility = set), visibility);
    let bandPx = Number.NaN;
    for (let look = 0; look < 20 && !isWanted(bandPx); look += 1) {
      await page.waitForTimeout(100);
      bandPx = emptyBandOf(await page.screenshot(), view.width, text);
    }
    if (!isWanted(bandPx)) throw new Error(`Blank frames can't be told from full ones: an empty band of ${bandPx} px, rows of ${rowPx} px, ${visibility === '' ? 'with' : 'without'} their text.`);
  };
  await comesToBe('hidden', (bandPx) => bandPx > 1.5 * rowPx);
  await comesToBe('', (bandPx) => bandPx <= 1.5 * rowPx);
}

async function typing({ teams, frame }: Place, runs: number, add: Add): Promise<void> {
  const { page, tab } = teams;
  const words = ['harbour', 'example', 'consult'];
  const find = tab.getByRole('searchbox', { name: /^Find/ });
  const filter: KeyPaints[][] = [];
  const arrows: KeyPaints[][] = [];
  const picker: KeyPaints[][] = [];
  const results: KeyPaints[][] = [];
  for (let turn = 0; turn < runs; turn += 1) {
    await find.focus();
    filter.push(await pressAll(page, frame, words.flatMap((word) => [...word, ...Array.from(word, () => 'Backspace')])));
    await frame.locator('[role=grid] [tabindex="0"]').first().focus();
    const moves = [...Array<string>(16).fill('ArrowDown'), ...Array<string>(6).fill('ArrowRight'), ...Array<string>(6).fill('ArrowLeft'), ...Array<string>(6).fill('PageDown'), 'Control+End', ...Array<string>(8).fill('ArrowUp'), 'Control+Home'];
    arrows.push(await pressAll(page, frame, moves));
    await tab.getByRole('button', { name: /^PSA company for/ }).first().click();
    await tab.getByRole('listbox').getByRole('option').first().waitFor();
    results.push(await pressAll(page, frame, [...'harbour'], 700));
    picker.push([...(results.at(-1) ?? []), ...(await pressAll(page, frame, [...Array<string>(12).fill('ArrowDown'), ...Array<string>(8).fill('ArrowUp')]))]);
    await page.keyboard.press('Escape');
    await tab.getByRole('dialog').waitFor({ state: 'detached' });
  }
  const p95 = (kind: keyof KeyPaints, series: readonly KeyPaints[][]) => median(series.map((paints) => quantile(paints.map((paint) => paint[kind]), 0.95)));
  const p50 = (kind: keyof KeyPaints, series: readonly KeyPaints[][]) => median(series.flat().map((paint) => paint[kind]));
  const goal = { atMost: 50 };
  const note = (series: readonly KeyPaints[][], kind: keyof KeyPaints) => `${series[0]?.length} keys, median of ${runs} runs; p50 ${p50(kind, series).toFixed(0)}`;
  add('filter typing: key to paint, p95', p95('firstMs', filter), 'ms', goal, note(filter, 'firstMs'));
  add('arrow and page keys: key to paint, p95', p95('firstMs', arrows), 'ms', goal, note(arrows, 'firstMs'));
  // The details beside follow the list, and what the page asks of the server meanwhile may fall in.
  add('filter typing: key to the last paint after it, p95', p95('lastMs', filter), 'ms', undefined, note(filter, 'lastMs'));
  add('arrow and page keys: key to the last paint after it, p95', p95('lastMs', arrows), 'ms', undefined, note(arrows, 'lastMs'));
  add('picker keys: key to paint, p95', p95('firstMs', picker), 'ms', goal, note(picker, 'firstMs'));
  add("picker typing: key to the server's results, p95", p95('lastMs', results), 'ms', undefined, note(results, 'lastMs'));
}

/** Nobody touches anything: the page asks what others have done. */
async function idling({ teams, session, frame }: Place, add: Add): Promise<void> {
  const seconds = 20;
  const { frames, cpuMsPerFrame, longestTaskMs } = await measureScrolling(session, frame, () => teams.page.waitForTimeout(seconds * 1000));
  add('idle: processor time a second', (frames * cpuMsPerFrame) / seconds, 'ms', undefined, `${seconds} s; the counting of frames included`);
  add('idle: longest task (0: none over 50 ms)', longestTaskMs, 'ms', { atMost: 50 });
}

/** Of the whole page. */
async function heapMb(session: CDPSession): Promise<number> {
  for (let turn = 0; turn < 3; turn += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 1_000_000;
}

async function areaOf(frame: Frame, selector: string): Promise<Area> {
  const box = await frame.locator(selector).first().boundingBox();
  if (!box) throw new Error(`there is no ${selector}`);
  return { left: box.x, top: box.y, width: box.width, height: box.height };
}
