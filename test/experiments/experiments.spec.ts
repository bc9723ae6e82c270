import { expect } from 'chai';
import { testMongoUris } from '../support/testMongoUris.js';
import { experiment as cardActions } from './cardActionsExperiment.js';
import { experiment as kills } from './killsExperiment.js';
import { experiment as leases } from './leasesExperiment.js';
import { experiment as lostReplies } from './lostRepliesExperiment.js';
import { mongoAdapter, sqliteAdapter, type Adapter } from './places.js';
import { runTrial } from './runTrial.js';
import { experiment as sources } from './sourcesExperiment.js';
import { experiment as twoAdmins } from './twoAdminsExperiment.js';
import { experiment as undo } from './undoExperiment.js';

const seed = 20260304;

/** A few runs of each; `npm run experiments` does all of them. */
describe('experiments, the short way', function () {
  this.timeout(180_000);
  const all = { cardActions, kills, twoAdmins, undo, lostReplies, leases, sources };
  const adapters: Adapter[] = [sqliteAdapter, ...testMongoUris().map(mongoAdapter)];
  for (const [name, experiment] of Object.entries(all)) {
    for (const adapter of adapters.filter((each) => experiment.adapters.includes(each.name))) {
      it(`${name} on ${adapter.name}: nothing fails, and the control is caught`, async () => {
        const lines: string[] = [];
        const isPassed = await runTrial(name, experiment, { adapter, seed, isShort: true }, (line) => lines.push(line));
        expect(isPassed, lines.join('\n')).to.equal(true);
      });
    }
  }
});
