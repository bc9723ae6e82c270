import type { Logger } from '../../services/runtime/logger.js';
import { withOperator } from './openPlace.js';
import type { VerifyArguments } from './readArguments.js';

/** Prints one line per organization. Gives the exit code. */
export function verify({ place, orgId, expected }: VerifyArguments, { say, logger }: { readonly say: (line: string) => void; readonly logger: Logger }): Promise<number> {
  return withOperator(place, logger, async (operator) => {
    const organizations = orgId ? [orgId] : await operator.listOrganizations();
    if (organizations.length === 0) say('There is nothing to verify: no organization has saved anything yet.');
    let broken = 0;
    for (const each of organizations) {
      const verdict = await operator.verifyHistory(each);
      if (verdict.kind === 'broken') {
        broken += 1;
        say(`${each}: BROKEN at save number ${verdict.orgVersion}. ${verdict.why}`);
        continue;
      }
      say(`${each}: intact, ${verdict.changeSetCount} saves${verdict.changeSetCount > 0 ? `, newest ${verdict.changeSetCount}:${verdict.headHash}` : ''}`);
      if (!expected) continue;
      const seal = await operator.sealAt(each, expected.orgVersion);
      if (seal === expected.seal) say(`${each}: save number ${expected.orgVersion} is the one that was expected`);
      else {
        broken += 1;
        say(`${each}: BROKEN. ${seal === null ? `There is no save number ${expected.orgVersion} any more.` : `Save number ${expected.orgVersion} has another seal: ${seal}.`}`);
      }
    }
    return broken === 0 ? 0 : 1;
  });
}
