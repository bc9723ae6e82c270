/** A call from teams-js 2: `{ id, uuidAsString, func, args }`; answered with `{ id, uuidAsString, args }`. */
type FrameRequest = { readonly id: number; readonly uuidAsString?: string; readonly func: string; readonly args: readonly unknown[] };

/** The arguments of the answer; undefined for calls that want none. */
export type AnswerFrame = (func: string, args: readonly unknown[]) => Promise<readonly unknown[] | undefined>;

/** Answers the frame's calls, and nobody else's. Returns how to call the frame in turn. */
export function hostFrame(frame: HTMLIFrameElement, answer: AnswerFrame): (func: string, args: readonly unknown[]) => void {
  const post = (message: unknown) => frame.contentWindow?.postMessage(message, location.origin);
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== frame.contentWindow || event.origin !== location.origin) return;
    const request = readRequest(event.data);
    if (!request) return;
    const { id, uuidAsString } = request;
    void answer(request.func, request.args)
      .catch((error: unknown) => [false, error instanceof Error ? error.message : String(error)])
      .then((args) => args && post({ id, uuidAsString, args }));
  });
  return (func, args) => post({ func, args });
}

function readRequest(data: unknown): FrameRequest | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { id, uuidAsString, func, args } = data as Partial<Record<keyof FrameRequest, unknown>>;
  if (typeof id !== 'number' || typeof func !== 'string') return undefined;
  return { id, func, args: Array.isArray(args) ? (args as unknown[]) : [], ...(typeof uuidAsString === 'string' ? { uuidAsString } : {}) };
}
