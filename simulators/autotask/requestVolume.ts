import type { Clock } from '../../services/runtime/clock.js';

/** Counts the requests of the last hour, which all integrations of a database share. */
export type RequestVolume = {
  readonly threshold: number;
  count(): number;
  add(requests: number): void;
  /** How much later an answer comes: half a second from 50 %, a second from 75 % on. */
  slowdownMs(): number;
};

const hourMs = 3_600_000;

export function createRequestVolume(threshold: number, clock: Clock): RequestVolume {
  let times: number[] = [];
  const count = () => {
    const now = clock.now().getTime();
    times = times.filter((time) => now - time < hourMs);
    return times.length;
  };
  return {
    threshold,
    count,
    add: (requests) => void times.push(...Array.from({ length: requests }, () => clock.now().getTime())),
    slowdownMs: () => {
      const share = count() / threshold;
      if (share < 0.5) return 0;
      return share < 0.75 ? 500 : 1000;
    },
  };
}
