import { interceptWrites } from '../support/interceptWrites.js';
import { endAt, mongoPoints } from './failPoints.js';

/** Puts the fail-point between this process's stores and the driver. */
export function endAtMongoPoint(name: string): void {
  const reached = endAt(name, mongoPoints);
  interceptWrites(async ({ when, collection, operation }) => {
    if (operation !== 'insertMany') return;
    reached(when, (what) => what === collection);
    await Promise.resolve();
  });
}
