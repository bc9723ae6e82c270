import { expect } from 'chai';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDemo, type Demo, type DemoOptions } from '../../cli/startDemo.js';
import { noBrowser } from '../support/browser.js';
import { sharedBrowser } from './sharedBrowser.js';
import { openTeams, type TeamsPage, type TeamsView } from './teamsPage.js';

export type DemoInBrowser = {
  readonly demo: Demo;
  /** Where the tab is opened first. */
  readonly teams: TeamsPage;
  /** One more person's browser. */
  readonly open: () => Promise<TeamsPage>;
};

/** `writeLists`: writes two files into the suite's folder, and the demo takes these instead of the seed data. */
type Options = Partial<Pick<DemoOptions, 'env' | 'prepare' | 'msp'>> & { readonly writeLists?: (folder: string) => NonNullable<DemoOptions['lists']> } & TeamsView;

/**
 * For the head of a suite: a demo on data of its own and the simulated Teams in front of it, in the browser that all suites share. `enter`
 * takes the first steps. Skips the suite where no browser is. A step that passes may leave no error in the console of `teams`.
 */
export function useDemo({ env, prepare, msp, writeLists, ...view }: Options, enter: (opened: DemoInBrowser) => Promise<void> | void): void {
  const dataRoot = mkdtempSync(join(tmpdir(), 'tenant-mapper-e2e-'));
  const pages: TeamsPage[] = [];
  let demo: Demo | undefined;

  before(async function () {
    const browser = await sharedBrowser();
    if (!browser) {
      console.log(`    ${noBrowser}`);
      return this.skip();
    }
    const started = await startDemo({ appPort: 0, isFresh: true, dataRoot, msp, lists: writeLists?.(dataRoot), say: () => undefined, ...(env ? { env } : {}), ...(prepare ? { prepare } : {}) });
    demo = started;
    const open = async () => {
      const page = await openTeams(browser, started.teamsUrl, view);
      pages.push(page);
      return page;
    };
    await enter({ demo: started, teams: await open(), open });
  });
  afterEach('no error in the browser', function () {
    if (this.currentTest?.state === 'passed') expect(pages[0]?.takeErrors() ?? [], 'errors in the browser').to.deep.equal([]);
  });
  after(async () => {
    await Promise.all(pages.map((page) => page.close()));
    await demo?.stop();
    rmSync(dataRoot, { recursive: true, force: true });
  });
}
