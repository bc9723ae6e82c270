/** Lets waiting requests go first. For loops that would otherwise hold the event loop for more than a few milliseconds. */
export function yieldTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
