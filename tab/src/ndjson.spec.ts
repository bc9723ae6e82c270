import { expect } from 'chai';
import fc from 'fast-check';
import { readJsonLines } from './ndjson.js';

async function readAll(bytes: Uint8Array, cuts: readonly number[]): Promise<unknown[]> {
  const edges = [...new Set([0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length])].sort((a, b) => a - b);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      edges.slice(1).forEach((edge, index) => controller.enqueue(bytes.slice(edges[index], edge)));
      controller.close();
    },
  });
  const seen: unknown[] = [];
  for await (const value of readJsonLines(body)) seen.push(value);
  return seen;
}

describe('readJsonLines', () => {
  it('gives every value back wherever the bytes are cut, inside a character too', async () => {
    const values = fc.array(fc.record({ text: fc.string({ unit: 'grapheme' }), count: fc.integer() }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(values, fc.array(fc.nat(500), { maxLength: 8 }), fc.boolean(), async (written, cuts, endsWithNewline) => {
        const text = written.map((value) => JSON.stringify(value)).join('\n') + (endsWithNewline ? '\n' : '');
        expect(await readAll(new TextEncoder().encode(text), cuts)).to.deep.equal(written);
      }),
      { numRuns: 60 },
    );
  });

  it('throws on a line that is no JSON', async () => {
    let thrown: unknown;
    await readAll(new TextEncoder().encode('{"a":1}\n{"b":'), []).catch((error: unknown) => (thrown = error));
    expect(thrown).to.be.instanceOf(SyntaxError);
  });

  it('cancels the stream when the reader stops early', async () => {
    let isCancelled = false;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('1\n2\n')),
      cancel: () => void (isCancelled = true),
    });
    for await (const value of readJsonLines(body)) {
      expect(value).to.equal(1);
      break;
    }
    expect(isCancelled).to.equal(true);
  });
});
