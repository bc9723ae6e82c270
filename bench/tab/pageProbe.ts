import type { Frame, Page } from 'playwright-core';

/** Runs in every document before its own scripts: when rows are first painted, which tasks are long, when a key's last effect is painted. */
const probeScript = `(() => {
  const rowIsThere = () => document.querySelector('[role=grid] [role=row] [role=rowheader]') !== null;
  const afterPaint = (then) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = then;
    channel.port2.postMessage(0);
  });
  const probe = { rowsPaintedAt: 0, longTasks: [], frames: 0 };
  globalThis.probe = probe;

  let isWaiting = false;
  let key = { startedAt: 0, firstPaintAt: 0, lastPaintAt: 0, pending: 0 };
  const isLive = (node) => (node.nodeType === 1 ? node : node.parentElement)?.closest('[role=status], [role=log], [aria-live]');
  const touch = () => {
    const mine = key;
    if (mine.startedAt === 0) return;
    mine.pending += 1;
    afterPaint(() => {
      mine.pending -= 1;
      mine.lastPaintAt = performance.now();
      mine.firstPaintAt ||= mine.lastPaintAt;
    });
  };
  addEventListener('keydown', (event) => {
    key = { startedAt: event.timeStamp, firstPaintAt: 0, lastPaintAt: 0, pending: 0 };
    touch();
  }, true);
  addEventListener('input', touch, true);
  new MutationObserver((changes) => {
    if (probe.rowsPaintedAt === 0 && !isWaiting && rowIsThere()) {
      isWaiting = true;
      afterPaint(() => { probe.rowsPaintedAt = performance.now(); isWaiting = false; });
    }
    if (changes.some(({ target }) => !isLive(target))) touch();
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

  const tasks = new PerformanceObserver((list) => probe.longTasks.push(...list.getEntries().map(({ duration }) => duration)));
  tasks.observe({ entryTypes: ['longtask'] });
  const count = () => { probe.frames += 1; requestAnimationFrame(count); };
  requestAnimationFrame(count);

  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  probe.paintsOfKey = async (quietMs) => {
    do await pause(20);
    while (key.pending > 0 || performance.now() - Math.max(key.lastPaintAt, key.startedAt) < quietMs);
    const paints = { firstMs: key.firstPaintAt - key.startedAt, lastMs: key.lastPaintAt - key.startedAt };
    key = { startedAt: 0, firstPaintAt: 0, lastPaintAt: 0, pending: 0 };
    return paints;
  };
  probe.takeLongTasks = () => {
    probe.longTasks.push(...tasks.takeRecords().map(({ duration }) => duration));
    return probe.longTasks.splice(0);
  };
})()`;

/** Before the page is opened. */
export async function installProbe(page: Page): Promise<void> {
  await page.addInitScript(probeScript);
}

/** Milliseconds from a key to the first paint after it, and to the last paint that it causes (nothing changes for `quietMs` after that). */
export type KeyPaints = { readonly firstMs: number; readonly lastMs: number };

export function paintsOfKey(frame: Frame, quietMs: number): Promise<KeyPaints> {
  return frame.evaluate<KeyPaints>(`probe.paintsOfKey(${quietMs})`);
}

/** Durations of the tasks over 50 ms since the last call. */
export function takeLongTasks(frame: Frame): Promise<number[]> {
  return frame.evaluate<number[]>('probe.takeLongTasks()');
}

/** Loads the document in the frame again. What is asked of the frame afterwards is asked of the new one. */
export async function reload(frame: Frame, hash = ''): Promise<void> {
  await frame.evaluate(`globalThis.isOld = true; ${hash === '' ? '' : `location.hash = '${hash}'; `}location.reload()`);
  // A function, not a text: the page lets no text be run.
  await frame.waitForFunction(() => !('isOld' in globalThis));
}

/** Milliseconds from the arrival of the tenants' list in the browser to the paint of the first rows. */
export async function waitForRows(frame: Frame): Promise<{ readonly sinceListMs: number; readonly sinceStartMs: number }> {
  await frame.waitForFunction(() => (globalThis as unknown as { probe: { rowsPaintedAt: number } }).probe.rowsPaintedAt > 0);
  return frame.evaluate(`(() => {
    const [list] = performance.getEntriesByType('resource').filter(({ name }) => new URL(name).pathname === '/api/tenants').slice(-1);
    return { sinceListMs: probe.rowsPaintedAt - list.responseEnd, sinceStartMs: probe.rowsPaintedAt };
  })()`);
}
