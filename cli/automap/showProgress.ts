export type Progress = { readonly update: (done: number, total: number) => void; readonly end: () => void };
type Screen = { readonly isTTY?: boolean; write(text: string): unknown };

const liveMs = 100;
const plainMs = 2000;

/** `intro` at once. Then one line that changes on a terminal, and a line every two seconds elsewhere. */
export function showProgress(screen: Screen, intro: string, now: () => number = () => performance.now()): Progress {
  const show = (text: string) => screen.write(screen.isTTY ? `\r\u001B[K${text}` : `${text}\n`);
  const everyMs = screen.isTTY ? liveMs : plainMs;
  let last = now();
  show(intro);
  return {
    update(done, total) {
      if (now() - last < everyMs) return;
      last = now();
      show(`Matched ${done.toLocaleString('en')} of ${total.toLocaleString('en')} (${total > 0 ? Math.floor((100 * done) / total) : 0} %)`);
    },
    end() {
      if (screen.isTTY) screen.write('\r\u001B[K');
    },
  };
}
