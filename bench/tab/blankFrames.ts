import type { CDPSession } from 'playwright-core';
import { decodePng } from '../../cli/screenshots/decodePng.js';

/** A part of the window, in CSS pixels. */
export type Area = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** Half the size is enough to see rows, and the encoder leaves more of the machine to the page. */
const scale = 0.5;

/** Every frame that the browser draws while `work` goes on, as PNG of half the window's size. */
export async function recordFrames(session: CDPSession, windowWidth: number, work: () => Promise<void>): Promise<Buffer[]> {
  const frames: Buffer[] = [];
  const keep = ({ data, sessionId }: { readonly data: string; readonly sessionId: number }) => {
    frames.push(Buffer.from(data, 'base64'));
    void session.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
  };
  session.on('Page.screencastFrame', keep);
  await session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1, maxWidth: windowWidth * scale, maxHeight: windowWidth * scale });
  await work();
  await session.send('Page.stopScreencast');
  session.off('Page.screencastFrame', keep);
  return frames;
}

/** The height, in CSS pixels, of the tallest band in the area in which every line is of one colour from left to right: no row has text there. */
export function emptyBandOf(png: Buffer, windowWidth: number, { left, top, width, height }: Area): number {
  const picture = decodePng(png);
  const ratio = picture.width / windowWidth;
  let [tallest, current] = [0, 0];
  for (let y = Math.ceil(top * ratio); y < Math.min(Math.floor((top + height) * ratio), picture.height); y += 1) {
    const start = (y * picture.width + Math.ceil(left * ratio)) * 3;
    const line = picture.pixels.subarray(start, start + Math.floor(width * ratio) * 3);
    const isPlain = line.every((byte, at) => Math.abs(byte - (line[at % 3] ?? 0)) <= 2);
    current = isPlain ? current + 1 : 0;
    tallest = Math.max(tallest, current);
  }
  return tallest / ratio;
}
