import { expect } from 'chai';
import { tenantId } from '../../test/support/testOrganization.js';
import type { MatchOutcome } from '../domain/match.js';
import { createOutbox } from './matcherOutbox.js';
import { batchesAhead, outcomesPerMessage } from './matcherProtocol.js';

const outcomesOf = (count: number): MatchOutcome[] => Array.from({ length: count }, (_, at) => ({ kind: 'already-mapped', tenantId: tenantId(at) }));

describe('matcherOutbox', () => {
  it('sends no more than the other side takes, everything once and in order', async () => {
    const sent: MatchOutcome[] = [];
    let batches = 0;
    const outbox = createOutbox((batch) => {
      expect(batch).to.have.lengthOf.within(1, outcomesPerMessage);
      batches += 1;
      sent.push(...batch);
    });
    const all = outcomesOf(outcomesPerMessage * 7 + 3);
    outbox.add(all);
    expect(batches).to.equal(batchesAhead);
    let isDrained = false;
    const drained = outbox.drained(new AbortController().signal).then(() => (isDrained = true));
    for (let taken = 0; taken < 4; taken += 1) outbox.taken();
    await Promise.resolve();
    expect([batches, isDrained]).to.deep.equal([batchesAhead + 4, false]);
    outbox.taken();
    await drained;
    expect(sent).to.deep.equal(all);
  });

  it('is drained at once when empty, and gives up with the reason', async () => {
    const reason = new Error('enough');
    const controller = new AbortController();
    await createOutbox(() => undefined).drained(controller.signal);
    const full = createOutbox(() => undefined);
    full.add(outcomesOf(outcomesPerMessage * (batchesAhead + 1)));
    const drained = full.drained(controller.signal).catch((error: unknown) => error);
    controller.abort(reason);
    expect(await drained).to.equal(reason);
  });
});
