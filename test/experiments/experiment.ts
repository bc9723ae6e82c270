import type { Adapter } from './places.js';
import type { Random } from './random.js';
import type { Tally } from './tally.js';

/** What an experiment gets. `isControl`: do it in the naive way that must be caught. `isShort`: a few runs only, as part of the tests. */
export type Trial = { readonly adapter: Adapter; readonly random: Random; readonly tally: Tally; readonly isControl: boolean; readonly isShort: boolean };

/** What every `<name>Experiment.ts` exports. */
export type Experiment = { readonly about: string; readonly adapters: readonly Adapter['name'][]; readonly run: (trial: Trial) => Promise<void> };
