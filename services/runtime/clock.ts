/** The only source of time for everything that is tested or stored. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };
