import type { Confidence } from '../domain/match.js';

/** Scores from which a confidence is called certain, and high; nothing below `high` is accepted. */
export type Thresholds = { readonly certain: number; readonly high: number };
export const defaultThresholds: Thresholds = { certain: 0.97, high: 0.9 };

export function toConfidence(score: number, { certain, high }: Thresholds = defaultThresholds): Confidence {
  return { score, band: score >= certain ? 'certain' : score >= high ? 'high' : 'low' };
}

/** Shares of belief among candidates and "none of them", which has log-odds 0. Rounded down, so that nothing looks surer than it is. */
export function posteriors(logOdds: readonly number[]): number[] {
  const odds = logOdds.map((value) => Math.exp(Math.min(value, 30)));
  const total = odds.reduce((sum, value) => sum + value, 1);
  return odds.map((value) => Math.floor((value / total) * 10_000) / 10_000);
}
