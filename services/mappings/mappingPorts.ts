import type { ConnectionDirectory } from '../connections/connectionDirectory.js';
import type { Clock } from '../runtime/clock.js';
import type { Store } from '../storage/ports.js';
import type { SourceListReader } from '../sync/sourceLists.js';
import type { MatcherThread } from './matcherThread.js';

/** What the use cases of this folder work with. */
export type MappingPorts = { readonly connections: ConnectionDirectory; readonly sourceLists: SourceListReader; readonly store: Store; readonly matcher: MatcherThread; readonly clock: Clock };
