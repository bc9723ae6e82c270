import { inflateSync } from 'node:zlib';

/** Three bytes a pixel: red, green, blue. */
export type Picture = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };

/** A PNG of eight bits a channel without interlacing, as Chromium writes them; transparency is dropped. Throws on any other. */
export function decodePng(png: Buffer): Picture {
  const [width, height, depth, colourType, interlacing] = [png.readUInt32BE(16), png.readUInt32BE(20), png[24], png[25], png[28]];
  const channels = colourType === 2 ? 3 : colourType === 6 ? 4 : 0;
  if (depth !== 8 || channels === 0 || interlacing !== 0) throw new Error(`not a PNG that can be read here: depth ${depth}, colour type ${colourType}`);
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const bytes = unfilter(inflateSync(Buffer.concat(parts)), width * channels, height, channels);
  if (channels === 3) return { width, height, pixels: bytes };
  const pixels = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at += 1) pixels.set(bytes.subarray(at * 4, at * 4 + 3), at * 3);
  return { width, height, pixels };
}

/** Each line begins with the number of the filter that it went through (PNG specification, section 9). */
function unfilter(data: Buffer, lineLength: number, height: number, channels: number): Uint8Array {
  const out = new Uint8Array(lineLength * height);
  for (let y = 0; y < height; y += 1) {
    const filter = data[y * (lineLength + 1)];
    for (let x = 0; x < lineLength; x += 1) {
      const at = y * lineLength + x;
      const left = x < channels ? 0 : (out[at - channels] ?? 0);
      const up = y === 0 ? 0 : (out[at - lineLength] ?? 0);
      const upLeft = y === 0 || x < channels ? 0 : (out[at - lineLength - channels] ?? 0);
      const raw = data[y * (lineLength + 1) + 1 + x] ?? 0;
      out[at] = raw + (filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : filter === 4 ? paeth(left, up, upLeft) : 0);
    }
  }
  return out;
}

function paeth(left: number, up: number, upLeft: number): number {
  const guess = left + up - upLeft;
  const [toLeft, toUp, toUpLeft] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - upLeft)];
  if (toLeft <= toUp && toLeft <= toUpLeft) return left;
  return toUp <= toUpLeft ? up : upLeft;
}
