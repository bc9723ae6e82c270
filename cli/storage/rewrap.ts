import { rewrapDataKey } from '../../services/connections/secretVault.js';
import { systemClock } from '../../services/runtime/clock.js';
import { readIdentity } from '../../services/runtime/config.js';
import { AppError } from '../../services/runtime/errors.js';
import type { Logger } from '../../services/runtime/logger.js';
import { readKeySettings } from '../../services/runtime/secrets/keySettings.js';
import { openKeyRing } from '../../services/runtime/secrets/openKeyRing.js';
import { microsoftAnchors } from '../../services/runtime/trustAnchors.js';
import { openPlace } from './openPlace.js';
import type { RewrapArguments } from './readArguments.js';

/** Wraps every organization's data key with the key that is in use now. Secrets stay as they are. */
export async function rewrap({ place, env }: RewrapArguments, { say, logger }: { readonly say: (line: string) => void; readonly logger: Logger }): Promise<number> {
  const problems: string[] = [];
  const settings = readKeySettings(env, microsoftAnchors, problems);
  if (!settings || problems.length > 0) throw new AppError('configuration', 'the keys can not be read', { sentence: problems.join('\n') });
  const keys = openKeyRing(settings, { identity: readIdentity(env), anchors: microsoftAnchors, clock: systemClock, logger });
  const store = await openPlace(place, logger);
  try {
    let count = 0;
    for (const orgId of await store.listOrganizations()) {
      if (!(await rewrapDataKey(store.secrets, keys, orgId))) continue;
      count += 1;
      say(`${orgId}: its key is wrapped anew`);
    }
    say(count === 0 ? 'There is nothing to wrap anew: no organization has stored a secret.' : 'Done. The key before is no longer needed, except for going back to an older backup.');
    return 0;
  } finally {
    await store.close();
  }
}
