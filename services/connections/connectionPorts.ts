import type { Clock } from '../runtime/clock.js';
import type { Logger } from '../runtime/logger.js';
import type { UpstreamGuard } from '../runtime/upstreamGuard.js';
import type { Store } from '../storage/ports.js';
import type { SourceListReader } from '../sync/sourceLists.js';
import type { SyncMonitor } from '../sync/syncMonitor.js';
import type { ConnectionDirectory } from './connectionDirectory.js';
import type { ConnectionType } from './connectionType.js';
import type { SecretVault } from './secretVault.js';

/** What the use cases of this folder work with. */
export type ConnectionPorts = {
  /** Everything that is connected. */
  readonly connections: ConnectionDirectory;
  /** What the server's settings file names. */
  readonly configured: ConnectionDirectory;
  /** What people may add, in the order that they see it. */
  readonly connectionTypes: readonly ConnectionType[];
  readonly vault: SecretVault;
  readonly guard: UpstreamGuard;
  readonly store: Store;
  readonly sourceLists: SourceListReader;
  readonly syncMonitor: SyncMonitor;
  readonly clock: Clock;
  readonly logger: Logger;
};
