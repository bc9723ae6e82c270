import type { Logger } from '../../services/runtime/logger.js';
import { contentHash } from '../../services/storage/contentHash.js';
import { moveOrganization } from '../../services/storage/moveOrganization.js';
import { openPlace } from './openPlace.js';
import type { MoveArguments } from './readArguments.js';

/** One organization after the other; prints the checksum of both sides. */
export async function move({ from, to, orgId }: MoveArguments, { say, logger }: { readonly say: (line: string) => void; readonly logger: Logger }): Promise<number> {
  const source = await openPlace(from, logger);
  try {
    const target = await openPlace(to, logger);
    try {
      const organizations = orgId ? [orgId] : await source.listOrganizations();
      if (organizations.length === 0) say('There is nothing to move: no organization has saved anything yet.');
      for (const each of organizations) {
        const before = await contentHash(source, each);
        say(`${each}: ${before.changeSets} saves, ${before.units} linked tenants, ${before.tenants} tenants, ${before.companies} companies`);
        say(`  ${from.kind.padEnd(6)} ${before.hash}`);
        const after = await moveOrganization(source, target, each, (done, total) => {
          if (done % 500 === 0) say(`  ${done} of ${total} saves`);
        });
        say(`  ${to.kind.padEnd(6)} ${after.hash}  the same, history intact`);
      }
      return 0;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}
