import { expect } from 'chai';
import { deflateSync } from 'node:zlib';
import { decodePng } from './decodePng.js';

const line = (filter: number, ...bytes: number[]) => [filter, ...bytes.map((byte) => (byte + 256) % 256)];

function pngOf(width: number, lines: readonly number[][], colourType = 2): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const out = Buffer.alloc(data.length + 12);
    out.writeUInt32BE(data.length);
    out.write(name, 4, 'latin1');
    data.copy(out, 8);
    return out;
  };
  const header = Buffer.from([0, 0, 0, width, 0, 0, 0, lines.length, 8, colourType, 0, 0, 0]);
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.from(lines.flat()))), chunk('IEND', Buffer.alloc(0))]);
}

describe('decodePng', () => {
  it('undoes each filter of the specification', () => {
    const { pixels } = decodePng(pngOf(2, [line(0, 10, 20, 30, 40, 50, 60), line(1, 1, 2, 3, 4, 5, 6), line(2, 1, 1, 1, 1, 1, 1), line(3, 0, 0, 0, 0, 0, 0), line(4, 1, 1, 1, 1, 1, 1)]));
    const rows = Array.from({ length: 5 }, (_, y) => [...pixels.subarray(y * 6, y * 6 + 6)]);
    expect(rows).to.deep.equal([
      [10, 20, 30, 40, 50, 60],
      [1, 2, 3, 5, 7, 9],
      [2, 3, 4, 6, 8, 10],
      [1, 1, 2, 3, 4, 6],
      [2, 2, 3, 4, 5, 7],
    ]);
  });

  it('drops transparency', () => {
    expect([...decodePng(pngOf(1, [line(0, 1, 2, 3, 255)], 6)).pixels]).to.deep.equal([1, 2, 3]);
  });

  it('refuses what it can not read', () => expect(() => decodePng(pngOf(1, [line(0, 1)], 3))).to.throw('colour type 3'));
});
