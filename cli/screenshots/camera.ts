import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';

/** WebP is a third of a PNG's size; not every viewer opens it. */
export const pictureFormats = ['webp', 'png'] as const;
export type PictureFormat = (typeof pictureFormats)[number];

export type Camera = {
  /** Writes `<name>.webp` with what the window shows where the element is. */
  shoot(element: Locator, name: string): Promise<void>;
  readonly taken: number;
  readonly bytes: number;
};

const settled = 'document.fonts.ready.then(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))';

export async function createCamera(page: Page, folder: string, format: PictureFormat): Promise<Camera> {
  mkdirSync(folder, { recursive: true });
  const session = await page.context().newCDPSession(page);
  let [taken, bytes] = [0, 0];
  return {
    async shoot(element, name) {
      // Nothing must look as if somebody pointed at it.
      await page.mouse.move(0, 0);
      await page.evaluate(settled);
      const box = await element.boundingBox();
      if (!box) throw new Error(`There is nothing to see for ${name}.`);
      const [left, top] = [Math.round(box.x), Math.round(box.y)];
      const clip = { x: left, y: top, width: Math.round(box.width), height: Math.round(box.height), scale: 1 };
      const { data } = await session.send('Page.captureScreenshot', { format, clip, ...(format === 'webp' ? { quality: 80 } : {}) });
      const picture = Buffer.from(data, 'base64');
      writeFileSync(join(folder, `${name}.${format}`), picture);
      taken += 1;
      bytes += picture.length;
    },
    get taken() {
      return taken;
    },
    get bytes() {
      return bytes;
    },
  };
}
