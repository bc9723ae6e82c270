/** Lets other work go on until it is so; throws when it takes longer. */
export async function untilSo(isSo: () => boolean, withinMs = 8_000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`not so after ${withinMs} ms: ${isSo.toString()}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
