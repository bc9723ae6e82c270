import { expect } from 'chai';
import type { OrgId } from '../../services/domain/ids.js';
import type { Caller } from '../../services/domain/organization.js';
import { aCaller } from '../../test/support/testOrganization.js';
import { autoMapHandlers } from './autoMap.js';

const counts = { matched: 0, needsReview: 0, unmatched: 0 };
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

describe('autoMap', () => {
  const otherOrganization = '0f000000-0000-4000-8000-000000000002' as OrgId;
  let begun: string[];
  let endNext: (() => void)[];
  let ask: (caller?: Caller, signal?: AbortSignal) => Promise<void>;

  beforeEach(() => {
    begun = [];
    endNext = [];
    const { autoMap } = autoMapHandlers({
      suggestMappings: async ({ orgId }) => {
        begun.push(orgId);
        await new Promise<void>((resolve) => endNext.push(resolve));
        return counts;
      },
    });
    ask = (caller = aCaller(), signal = new AbortController().signal) =>
      autoMap({ caller, request: {}, params: {} }, { emit: () => undefined, signal, stopping: signal });
  });

  it('runs twice at a time for an organization, lets the others wait, and holds up no other organization', async () => {
    const all = [ask(), ask(), ask(), ask(aCaller({ orgId: otherOrganization }))];
    await nextTurn();
    expect(begun).to.deep.equal([aCaller().orgId, aCaller().orgId, otherOrganization]);
    endNext[0]?.();
    await nextTurn();
    expect(begun).to.have.length(4);
    for (const end of endNext) end();
    await Promise.all(all);
  });

  it('never begins for one who left while waiting', async () => {
    const leave = new AbortController();
    const running = [ask(), ask()];
    const waiting = ask(aCaller(), leave.signal).then(
      () => 'done',
      () => 'left',
    );
    await nextTurn();
    leave.abort();
    expect(await waiting).to.equal('left');
    for (const end of endNext) end();
    await Promise.all(running);
    expect(begun).to.have.length(2);
  });
});
