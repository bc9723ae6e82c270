import { randomBytes } from 'node:crypto';
import { createSecretVault, type ServicesParts } from '../../services/index.js';
import { createFileKey } from '../../services/runtime/secrets/fileKey.js';
import { createKeyRing } from '../../services/runtime/secrets/keyRing.js';
import { microsoftAnchors } from '../../services/runtime/trustAnchors.js';
import { createUpstreamGuard } from '../../services/runtime/upstreamGuard.js';
import type { Store } from '../../services/storage/ports.js';

/** For services whose connections nobody changes: no kind to add, a key that is forgotten. */
export function fixedConnections(store: Store): Pick<ServicesParts, 'connectionTypes' | 'vault' | 'guard'> {
  return { connectionTypes: [], vault: createSecretVault(store.secrets, createKeyRing(createFileKey(randomBytes(32)))), guard: createUpstreamGuard(microsoftAnchors) };
}
