import type { CDPSession, Frame } from 'playwright-core';
import { takeLongTasks } from './pageProbe.js';

export type Scrolling = { readonly frames: number; readonly cpuMsPerFrame: number; readonly longestTaskMs: number };
type Point = { readonly x: number; readonly y: number };

/** As a mouse wheel does, through the browser's own input. */
export async function scroll(session: CDPSession, at: Point, { distancePx, pxPerSecond }: { readonly distancePx: number; readonly pxPerSecond: number }): Promise<void> {
  await session.send('Input.synthesizeScrollGesture', { ...at, yDistance: -distancePx, speed: pxPerSecond, gestureSourceType: 'mouse', preventFling: true });
}

/** Processor time of the page's main thread for each frame drawn while `work` scrolls. Tasks are measured by the clock, as people feel them. */
export async function measureScrolling(session: CDPSession, frame: Frame, work: () => Promise<void>): Promise<Scrolling> {
  await takeLongTasks(frame);
  const before = { cpuMs: await mainThreadMs(session), frames: await framesOf(frame) };
  await work();
  const frames = (await framesOf(frame)) - before.frames;
  const cpuMs = (await mainThreadMs(session)) - before.cpuMs;
  return { frames, cpuMsPerFrame: cpuMs / frames, longestTaskMs: Math.max(0, ...(await takeLongTasks(frame))) };
}

/** The session must have said `Performance.enable` with thread ticks. */
async function mainThreadMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}

const framesOf = (frame: Frame) => frame.evaluate<number>('probe.frames');
