import type { ConnectionDirectory } from '../connections/connectionDirectory.js';
import type { Clock } from '../runtime/clock.js';
import type { Logger } from '../runtime/logger.js';
import type { Store } from '../storage/ports.js';
import type { SourceListReader } from '../sync/sourceLists.js';
import type { DraftReader } from './draft/draftReader.js';
import type { Presence } from './draft/presence.js';
import type { MatcherThread } from './matcherThread.js';

/** What the use cases of this folder work with. */
export type MappingPorts = {
  readonly connections: ConnectionDirectory;
  readonly sourceLists: SourceListReader;
  readonly drafts: DraftReader;
  readonly presence: Presence;
  readonly store: Store;
  readonly matcher: MatcherThread;
  readonly clock: Clock;
  readonly logger: Logger;
};
