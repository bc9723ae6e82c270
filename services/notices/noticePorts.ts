import type { ConnectionDirectory } from '../connections/connectionDirectory.js';
import type { Clock } from '../runtime/clock.js';
import type { Logger } from '../runtime/logger.js';
import type { Store } from '../storage/ports.js';
import type { SourceListReader } from '../sync/sourceLists.js';
import type { SyncMonitor } from '../sync/syncMonitor.js';

/** What the use cases of this folder work with. */
export type NoticePorts = { readonly connections: ConnectionDirectory; readonly sourceLists: SourceListReader; readonly store: Store; readonly syncMonitor: SyncMonitor; readonly clock: Clock; readonly logger: Logger };
