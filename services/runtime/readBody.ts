/** At most so many are kept, none larger than that. */
const kept = { count: 8, bytes: 2 * 1024 * 1024 };
const firstBytes = 64 * 1024;
const idle: Buffer[] = [];

/**
 * Reads a body and gives what `decode` makes of its bytes, which are gone afterwards: they lie in memory that is used again, because those
 * of a long list of pages would pile up faster than they are collected. `onPiece`: with the size so far; may throw.
 */
export async function readBody<Decoded>(pieces: AsyncIterable<Uint8Array>, onPiece: (size: number) => void, decode: (bytes: Uint8Array) => Decoded): Promise<Decoded> {
  let room = idle.pop() ?? Buffer.allocUnsafeSlow(firstBytes);
  let size = 0;
  try {
    for await (const piece of pieces) {
      const start = size;
      size += piece.byteLength;
      onPiece(size);
      if (size > room.byteLength) {
        const wider = Buffer.allocUnsafeSlow(size * 2);
        wider.set(room.subarray(0, start));
        room = wider;
      }
      room.set(piece, start);
    }
    return decode(room.subarray(0, size));
  } finally {
    if (idle.length < kept.count && room.byteLength <= kept.bytes) idle.push(room);
  }
}
