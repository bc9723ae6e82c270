/** The lines of a stream of JSON lines, each parsed. Blank lines are heartbeats and skipped; a broken line throws SyntaxError. */
export async function* readJsonLines(body: ReadableStream<Uint8Array>): AsyncGenerator<unknown, void, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
      const lines = rest.split('\n');
      rest = done ? '' : (lines.pop() ?? '');
      for (const line of lines) {
        if (line.trim() !== '') yield JSON.parse(line) as unknown;
      }
      if (done) return;
    }
  } finally {
    // Whoever stops reading early also ends the work behind the stream.
    await reader.cancel().catch(() => undefined);
  }
}
