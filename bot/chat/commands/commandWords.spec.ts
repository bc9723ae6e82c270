import { expect } from 'chai';
import { allCommands } from './allCommands.js';
import { cleanMessage, closestCommand, findCommand } from './commandWords.js';

// The words of the commands are asked for only; none is run.
const commands = allCommands({ services: {} as never, config: { teamsAppId: 'app', nextStepUrl: null } });

describe('commandWords', () => {
  const understood = {
    'add company': ['add company', 'Add  Company', 'ADDCOMPANY', 'add-company', ' add company! ', '/add company', '<at>Tenant Mapper</at> add company', '<at id="0">Tenant Mapper</at>&nbsp;add company\n', 'add\u00a0company'],
    bulk: ['bulk', 'Bulk Add Company', 'BULK.', 'auto-map', 'Attempt Auto-Map'],
    status: ['status', 'Status?', ' status\r\n'],
    help: ['help', 'Hi', 'hello!', 'HELP', '?help'.slice(1)],
  };
  for (const [name, texts] of Object.entries(understood)) {
    for (const text of texts) it(`takes ${JSON.stringify(text)} for "${name}"`, () => expect(findCommand(commands, text)?.name).to.equal(name));
  }

  for (const text of ['', 'add company now please', 'statuses of things', 'say help', 'bulkhead', 'hi there', '(a+)+$']) {
    it(`takes ${JSON.stringify(text)} for no command`, () => expect(findCommand(commands, text)).to.equal(undefined));
  }

  const guesses = { statsu: 'status', stat: 'status', 'help me please': 'help', 'ad compny': 'add company', bluk: 'bulk', 'please bulk': 'bulk' };
  for (const [text, name] of Object.entries(guesses)) it(`guesses "${name}" from "${text}"`, () => expect(closestCommand(commands, text)?.name).to.equal(name));

  for (const text of ['', 'x', 'no', 'what is the weather', '12345', 'a'.repeat(10_000)]) {
    it(`guesses nothing from ${JSON.stringify(text.slice(0, 30))}`, () => expect(closestCommand(commands, text)).to.equal(undefined));
  }

  it('takes a long text quickly', () => {
    const started = performance.now();
    findCommand(commands, `${'add '.repeat(20_000)}!`);
    cleanMessage('<at>'.repeat(20_000));
    expect(performance.now() - started).to.be.lessThan(2_000);
  });
});
