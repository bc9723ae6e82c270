import type { Store } from '../../services/storage/ports.js';
import { createChatWorld, type ChatWorld, type Pressed } from './chat/chatWorld.js';
import type { Experiment } from './experiment.js';
import type { Random } from './random.js';

/** The control saves what a press says and remembers activity ids only. */
export const experiment: Experiment = {
  about: '1,000 presses on cards, each delivered 2-5 times: same id, new id, at once, late, after a restart, by another person; one effect each, and the first result every time; answered within a second while the PSA hangs',
  adapters: ['sqlite', 'mongo'],
  async run({ adapter, random, tally, isControl, isShort }) {
    const count = isShort ? 24 : isControl ? 60 : 1_000;
    const place = await adapter.newPlace();
    let store: Store | undefined;
    try {
      const world = await createChatWorld({ open: async () => (store = await place.open()), count, isControl });
      try {
        for (let start = 0; start < count; start += batchSize) {
          const late: (() => Promise<void>)[] = [];
          for (let n = start; n < Math.min(count, start + batchSize); n += 1) await pressRepeatedly(world, n, random, late, tally.add);
          // All that comes late comes after a restart of the app.
          await world.restart();
          for (const deliver of random.shuffle(late)) await deliver();
        }
        const { effects, wrong } = await world.countEffects();
        tally.add(effects === count ? undefined : `${effects} effects of ${count} presses`);
        for (const flaw of wrong) tally.add(flaw);
        const times = [...world.answerMs].sort((a, b) => a - b);
        tally.note('deliveries', times.length);
        tally.note('answered p50 ms', Math.round(times[Math.floor(times.length * 0.5)] ?? 0));
        tally.note('answered p99 ms', Math.round(times[Math.floor(times.length * 0.99)] ?? 0));
        tally.note('answered at most ms', Math.round(times.at(-1) ?? 0));
        const p99 = times[Math.floor(times.length * 0.99)] ?? 0;
        tally.add(isShort || p99 <= 1_000 ? undefined : `p99 of the answers is ${Math.round(p99)} ms`);
      } finally {
        await world.close();
      }
    } finally {
      await store?.close();
      await place.remove();
    }
  },
};

const batchSize = 100;

/** One card for one tenant: the first press links it, or ignores it; the others repeat that press, or press something else. */
async function pressRepeatedly(world: ChatWorld, n: number, random: Random, late: (() => Promise<void>)[], add: (flaw: string | undefined) => void): Promise<void> {
  const card = await world.deal(n);
  const first = random.below(4) === 0 ? 'Ignore' : 'Link';
  const other = first === 'Link' ? 'Ignore' : 'Link';
  const answers: Pressed[] = [];
  const check = (pressed: Pressed) => {
    answers.push(pressed);
    add(pressed.result === answers[0]?.result ? undefined : `card ${n}: "${pressed.result}" after "${answers[0]?.result ?? ''}"`);
  };
  const repeats = 1 + random.below(4);
  const [now, afterwards] = [random.below(repeats + 1), repeats];
  const firstPress = world.press(card, first);
  const id = firstPress.activityId;
  // At once: the very activity again, and the same press under a new id.
  const atOnce = Array.from({ length: now }, (_, index) => world.press(card, first, index % 2 === 0 ? { activityId: id } : {}).answered);
  for (const pressed of await Promise.all([firstPress.answered, ...atOnce])) check(pressed);
  for (let again = now; again < afterwards; again += 1) {
    const how = random.below(3);
    late.push(async () => check(await world.press(card, how === 2 ? other : first, how === 0 ? { activityId: id } : { byAnother: how === 2 }).answered));
  }
}
